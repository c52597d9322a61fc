import { startBrowserWorld, type BrowserWorld } from './world/browser-world.js';

// Finding people, giving and ending roles, and shutting somebody out.

let world: BrowserWorld;
beforeAll(async () => {
  world = await startBrowserWorld();
});
afterAll(() => world.close());

describe('finding people', () => {
  it('narrows by name, role, organisation and account, and goes on page by page', async () => {
    for (let number = 10; number < 40; number += 1)
      await world.addPerson(`Demonstration many ${String(number)}`, [
        ['submitter', world.organisations.otherDepartment.id],
      ]);
    const administrator = await world.visitor('administrator');
    await administrator.visit('/people');
    await administrator.write('Name or email address', 'MANY');
    await administrator.page.getByLabel('Role', { exact: true }).selectOption({ label: 'Submitter' });
    await administrator.page.getByLabel('Organisation').selectOption({ label: 'Ministry of Justice' });
    await administrator.press('Apply filters');
    const rows = administrator.page.locator('main tbody tr');
    expect(await rows.count()).toBe(25);
    // What they looked for stands in no address, and is there again after going back and loading again.
    expect(administrator.page.url()).toMatch(/\/people\?words=[\w-]+&role=submitter/);
    expect(administrator.page.url()).not.toMatch(/many|text=/i);
    await administrator.page.reload();
    expect(await administrator.page.getByLabel('Name or email address').inputValue()).toBe('MANY');
    await administrator.follow('Demonstration many 10');
    await administrator.page.goBack();
    expect(await rows.count()).toBe(25);
    const { pathname, search } = new URL(administrator.page.url());
    await administrator.follow(/^Next/);
    expect(await rows.count()).toBe(5);
    expect(await rows.last().innerText()).toContain('Demonstration many 39');
    await administrator.follow(/Remove this filter.*Submitter/);
    expect(await rows.count()).toBe(25);
    await administrator.visit('/people?active=false');
    expect(await administrator.text()).toContain('There is nobody like this');
    await administrator.visit('/people?role=king', 400);
    // Nor is it taken from an address that says it, or read in another session.
    await administrator.visit('/people?text=many', 400);
    const later = await world.visitor('administrator');
    await later.visit(pathname + search, 400);
    expect(await later.text()).toContain('Words: enter them again');
  });
});

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('the roles of a person %s', (_name, scripts) => {
  it('are given and ended, and who did so and when stays on their page', async () => {
    const { id, name } = await world.addPerson(`Demonstration learner ${String(scripts)}`);
    const administrator = await world.visitor('administrator', scripts);
    await administrator.visit(`/people/${id}`);
    await administrator.press('Give a role');
    await administrator.press('Give the role');
    expect(await administrator.problems()).toEqual(['Choose a role', 'Choose an organisation']);
    await administrator.choose('Auditor');
    await administrator.page.getByLabel('Organisation').selectOption({ label: 'Home Office' });
    await administrator.press('Give the role');
    expect(await administrator.text()).toContain('The role was given');
    await administrator.press('Give a role');
    await administrator.choose('Auditor');
    await administrator.page.getByLabel('Organisation').selectOption({ label: 'Home Office' });
    await administrator.press('Give the role');
    expect(await administrator.problems()).toEqual(['They hold this role in this organisation already.']);
    await administrator.visit(`/people/${id}`);
    world.clock.advance(60_000);
    await administrator.follow('End the role auditor, Home Office');
    expect(await administrator.heading()).toBe(`${name} End the role auditor, Home Office?`);
    await administrator.press('End the role');
    const text = await administrator.text();
    expect(text).toContain('The role has ended');
    expect(text).toContain('they can sign in and see nothing');
    expect(await administrator.page.getByRole('region', { name: 'Earlier roles' }).innerText()).toMatch(
      /Auditor\s+Home Office\s+4 May 2026.*Demonstration administrator\s+4 May 2026.*Demonstration administrator/,
    );
  });
});

describe('an account that is deactivated', () => {
  it('ends in every browser at once: the next click asks to sign in', async () => {
    const { id } = await world.addPerson('Demonstration leaver', [
      ['submitter', world.organisations.department.id],
    ]);
    const leaver = await world.visitorFor(id);
    await leaver.visit('/help');
    const administrator = await world.visitor('administrator');
    await administrator.visit(`/people/${id}`);
    await administrator.press('Deactivate this account');
    const text = await administrator.text();
    expect(text).toContain('What ends at once');
    expect(text).toContain('What stays');
    await administrator.press('Deactivate the account');
    expect(await administrator.text()).toContain('The account was deactivated');
    await leaver.follow('Home');
    expect(leaver.path()).toBe('/sign-in');
    for (const offered of ['Give a role', 'Deactivate this account', 'Invite again'])
      expect(await administrator.page.getByText(offered, { exact: true }).count()).toBe(0);
  });
});

describe('an account that is locked', () => {
  it('is shown as such, and can be opened again', async () => {
    const { id } = await world.addPerson('Demonstration guessed');
    const now = world.clock.now();
    const until = new Date(now.getTime() + 15 * 60_000);
    await world.owner.query({
      text: `with lock as (insert into sign_in_lock (id, person_id, what, at, until)
          values (gen_random_uuid(), $1, 'locked', $2, $3))
        insert into sign_in_tries (subject, kind, person_id, tries, counting_since, last_try_at, wait_until, locked_until)
        values (sha256('guessed'), 'account', $1, 10, $2, $2, $3, $3)`,
      values: [id, now, until],
    });
    const administrator = await world.visitor('administrator');
    await administrator.visit(`/people/${id}`);
    expect(await administrator.text()).toContain('Even the right password is refused');
    world.clock.advance(1_000);
    await administrator.press('Lift the lock');
    const text = await administrator.text();
    expect(text).toContain('The lock was lifted');
    expect(text).toMatch(/Lifted on .* by Demonstration administrator/);
    expect(await administrator.page.getByText('Lift the lock', { exact: true }).count()).toBe(0);
  });
});

describe('administrators', () => {
  it('are not offered what they cannot do to themselves, and are told why where they try', async () => {
    const { id } = world.people.administrator;
    const administrator = await world.visitor('administrator');
    await administrator.visit(`/people/${id}`);
    expect(await administrator.text()).toContain('ask another administrator');
    expect(await administrator.page.getByRole('button').count()).toBe(1);
    const [role] = (
      await world.http.read<{ roles: readonly { id: string }[] }>(world.people.administrator, `/people/${id}`)
    ).roles;
    for (const [page, why] of [
      ['deactivate', 'You cannot deactivate yourself. Ask another administrator.'],
      ['roles/add', 'You cannot give yourself a role. Ask another administrator.'],
      [`roles/${role!.id}/end`, 'You cannot end your own role of administrator. Ask another administrator.'],
      ['sign-in-anew', 'You cannot do this for yourself. Ask another administrator.'],
      ['end-sessions', 'End your own sessions from your account.'],
    ] as const) {
      await administrator.visit(`/people/${id}/${page}`);
      expect(await administrator.text()).toContain(why);
      // Nothing to press but signing out.
      expect([page, await administrator.page.getByRole('button').allInnerTexts()]).toEqual([
        page,
        ['Sign out'],
      ]);
    }
  });

  it('do not go both: of two who shut each other out at once, the last one stays', async () => {
    const one = world.people.administrator;
    const other = await world.addPerson('Demonstration second administrator', [
      ['administrator', world.organisations.assurance.id],
    ]);
    const pairs = [
      [await world.visitorFor(one.id), other.id],
      [await world.visitorFor(other.id), one.id],
    ] as const;
    for (const [visitor, id] of pairs) await visitor.visit(`/people/${id}/deactivate`);
    const presses = await world.owner.transaction(async (transaction) => {
      await transaction.query({
        text: `select pg_advisory_xact_lock(hashtextextended('administrators', 0))`,
        values: [],
      });
      const under = pairs.map(([visitor]) => visitor.press('Deactivate the account'));
      for (let waiting = 0; waiting < 2;) {
        const [row] = await transaction.query<{ count: number }>({
          text: `select count(*)::int as count from pg_locks
            where locktype = 'advisory' and not granted
              and database = (select oid from pg_database where datname = current_database())`,
          values: [],
        });
        waiting = row?.count ?? 0;
        await new Promise((resume) => setTimeout(resume, 20));
      }
      return under;
    });
    await Promise.all(presses);
    const told = await Promise.all(pairs.map(([visitor]) => visitor.problems()));
    expect(told.flat()).toEqual([
      'This is the last administrator: nobody would be left to let others in. Make somebody else an administrator first.',
    ]);
  });
});

describe('people', () => {
  it.each(['submitter', 'auditor', 'reviewer'] as const)('are not for a %s to look after', async (part) => {
    const visitor = await world.visitor(part);
    await visitor.visit('/people', 403);
    await visitor.visit(`/people/${world.people.submitter.id}`, 403);
  });
});
