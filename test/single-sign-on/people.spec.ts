import { setTimeout } from 'node:timers/promises';
import { PeopleService } from '#identity';
import { headingOf, Traveller } from './traveller.js';
import { startSignInWorld, type SignInWorld } from './sign-in-world.js';

let world: SignInWorld;
beforeAll(async () => {
  world = await startSignInWorld();
});
afterAll(() => world.close());

interface HeldRole {
  readonly role: string;
  readonly organisation: string;
  readonly by: string | null;
  readonly over: boolean;
}

/** Every role somebody has been given, those that ended as well. */
async function rolesOf(email: string): Promise<readonly HeldRole[]> {
  return world.owner.query<HeldRole>({
    text: `select r.role, o.key as organisation, r.given_by_provider as by, r.valid_to is not null as over
      from role_assignment r join organisation o on o.id = r.organisation_id join person p on p.id = r.person_id
      where p.email = $1 order by r.role, r.valid_from`,
    values: [email],
  });
}

async function administer<Result>(work: (people: PeopleService) => Promise<Result>): Promise<Result> {
  return work(world.api.app.get(PeopleService, { strict: false }));
}

function acting() {
  const { id, name, email } = world.people.administrator;
  return { personId: id, name, email, roles: [], rolesAt: world.clock.now() };
}

describe('somebody in the records', () => {
  it('is found by their verified address once, and by their subject ever after', async () => {
    const person = await world.addPerson('Demonstration mover');
    await world.provider.account('mover', { email: person.email.toUpperCase(), email_verified: true });
    expect((await (await Traveller.of(world)).signIn('records', 'mover')).status).toBe(303);
    // Their address changes at the provider, where nobody need verify it any more.
    await world.provider.account('mover', { email: 'moved@elsewhere.example', email_verified: false });
    const traveller = await Traveller.of(world);
    expect((await traveller.signIn('records', 'mover')).status).toBe(303);
    expect((await traveller.client.get('/account')).html).toContain(person.email);
  });

  it('is not taken over by who is given their address later', async () => {
    const person = await world.addPerson('Demonstration leaver');
    const claims = { email: person.email, email_verified: true };
    await world.provider.account('leaver', claims);
    await world.provider.account('successor', claims);
    expect((await (await Traveller.of(world)).signIn('records', 'leaver')).status).toBe(303);
    const successor = await Traveller.of(world);
    const back = await successor.signIn('records', 'successor');
    expect([back.status, headingOf(back)]).toEqual([403, 'Your email address is of another account']);
    expect(await successor.isSignedIn()).toBe(false);
    // An administrator who knows that it is the same person lets them in.
    const administrator = await Traveller.of(world, world.people.administrator.id);
    const path = `/people/${person.id}/sign-in-anew`;
    expect((await administrator.client.get(`/people/${person.id}`)).html).toContain(`href="${path}"`);
    expect((await administrator.client.get(path)).html).toContain('Let them sign in with another account?');
    expect((await administrator.client.post(path, {})).status).toBe(303);
    expect((await successor.signIn('records', 'successor')).status).toBe(303);
    expect(await successor.isSignedIn()).toBe(true);
    const kept = await world.owner.query({
      text: `select subject, ended_by as "endedBy" from external_identity where person_id = $1 order by created_at, subject`,
      values: [person.id],
    });
    expect(kept).toEqual([
      { subject: 'leaver', endedBy: world.people.administrator.id },
      { subject: 'successor', endedBy: null },
    ]);
  });

  it.each([
    ['does not say that the address is verified', {}],
    ['says that it is not', { email_verified: false }],
    ['says something else', { email_verified: 'maybe' }],
  ])('is not found where the provider %s', async (_name, verified) => {
    const { email } = await world.addPerson('Demonstration unverified');
    await world.provider.account('unverified', { email, ...verified });
    const back = await (await Traveller.of(world)).signIn('records', 'unverified');
    expect([back.status, headingOf(back)]).toEqual([403, 'Your email address is not confirmed']);
  });

  it('is not found by a provider that vouches for an address of somebody else’s domain', async () => {
    await administer((people) =>
      people.createPerson({ email: 'chief@gds.example', name: 'Demonstration chief', password: null }),
    );
    await world.provider.account('impostor', { email: 'chief@gds.example', email_verified: true });
    const back = await (await Traveller.of(world)).signIn('records', 'impostor');
    expect([back.status, headingOf(back)]).toEqual([403, 'Your email address is not confirmed']);
  });

  it('who is unknown, was deactivated, or is a service account is told the same', async () => {
    const leaver = await world.addPerson('Demonstration deactivated');
    await world.provider.account('deactivated', { email: leaver.email, email_verified: true });
    const before = await Traveller.of(world);
    expect((await before.signIn('records', 'deactivated')).status).toBe(303);
    await administer((people) => people.deactivate(acting(), leaver.id));
    expect(await before.isSignedIn()).toBe(false);
    await world.provider.account('unknown', { email: 'unknown@people.example', email_verified: true });
    const pages = [];
    // A service account is of a program: nobody signs in as one, and nothing is kept of who tried.
    const account = await world.addPerson('Demonstration account');
    await world.owner.query({
      text: 'update person set service_account = true where id = $1',
      values: [account.id],
    });
    await world.provider.account('account', { email: account.email, email_verified: true });
    for (const login of ['deactivated', 'unknown', 'account']) {
      const { status, html } = await (await Traveller.of(world)).signIn('records', login);
      pages.push({ status, html: html.replaceAll(/(nonce|value)="[^"]*"|[\da-f]{8}-[\da-f-]{27}/g, '') });
    }
    expect(pages[0]?.status).toBe(403);
    expect(pages[0]?.html).toContain('You do not have access to this service');
    expect(pages[1]).toEqual(pages[0]);
    expect(pages[2]).toEqual(pages[0]);
    const known = await world.owner.query({
      text: 'select 1 from external_identity where person_id = $1',
      values: [account.id],
    });
    expect(known).toEqual([]);
  });

  it('of two first sign-ins at once is one person with one subject', async () => {
    const { email, id } = await world.addPerson('Demonstration twice');
    await world.provider.account('one', { email, email_verified: true });
    await world.provider.account('two', { email, email_verified: true });
    const travellers = await Promise.all(['one', 'two'].map(() => Traveller.of(world)));
    // Both have begun, and wait for the person's row or for one another, before either can end.
    const waiting = async () => {
      const text = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      return (await world.owner.query({ text, values: [] })).length;
    };
    const coming = await world.owner.transaction(async (holder) => {
      await holder.query({ text: 'select from person where id = $1 for update', values: [id] });
      const both = travellers.map((traveller, index) =>
        traveller.signIn('records', index === 0 ? 'one' : 'two'),
      );
      for (let tries = 0; tries < 200 && (await waiting()) < 2; tries += 1) await setTimeout(20);
      expect(await waiting()).toBe(2);
      return both;
    });
    const answers = await Promise.all(coming);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 403]);
    const rows = await world.owner.query({
      text: 'select 1 from external_identity where person_id = $1',
      values: [id],
    });
    expect(rows).toHaveLength(1);
  });
});

describe('somebody whose roles follow the claims', () => {
  const EMAIL = 'new@gds.example';

  it('is added at their first sign-in, and gains and loses roles with their groups', async () => {
    await world.provider.account('new', {
      email: EMAIL,
      email_verified: true,
      name: 'Demonstration newcomer',
      groups: ['reviewers', 'leads', 'others'],
    });
    const traveller = await Traveller.of(world);
    expect((await traveller.signIn('claims', 'new')).status).toBe(303);
    expect((await traveller.client.get('/account')).html).toContain('Demonstration newcomer');
    const assurance = 'government-digital-service';
    expect(await rolesOf(EMAIL)).toEqual([
      { role: 'assurance-lead', organisation: 'home-office', by: 'claims', over: false },
      { role: 'reviewer', organisation: assurance, by: 'claims', over: false },
    ]);
    world.clock.advance(60_000);
    await world.provider.account('new', { email: EMAIL, email_verified: true, groups: 'deciders' });
    expect((await (await Traveller.of(world)).signIn('claims', 'new')).status).toBe(303);
    expect(await rolesOf(EMAIL)).toEqual([
      { role: 'assurance-lead', organisation: 'home-office', by: 'claims', over: true },
      { role: 'decider', organisation: assurance, by: 'claims', over: false },
      { role: 'reviewer', organisation: assurance, by: 'claims', over: true },
    ]);
    world.clock.advance(60_000);
    await world.provider.account('new', { email: EMAIL, email_verified: true, groups: [] });
    const back = await (await Traveller.of(world)).signIn('claims', 'new');
    expect([back.status, headingOf(back)]).toEqual([403, 'You do not have access to this service']);
    expect((await rolesOf(EMAIL)).filter(({ over }) => !over)).toEqual([]);
  });

  it('keeps what an administrator gave them', async () => {
    const email = 'kept@gds.example';
    const { id } = await administer((people) =>
      people.createPerson({ email, name: 'Demonstration kept', password: null }),
    );
    await administer((people) => people.giveRole(acting(), id, 'auditor', world.organisations.assurance.id));
    await world.provider.account('kept', { email, email_verified: true, groups: ['reviewers'] });
    expect((await (await Traveller.of(world)).signIn('claims', 'kept')).status).toBe(303);
    world.clock.advance(60_000);
    await world.provider.account('kept', { email, email_verified: true, groups: [] });
    expect((await (await Traveller.of(world)).signIn('claims', 'kept')).status).toBe(303);
    expect(await rolesOf(email)).toEqual([
      { role: 'auditor', organisation: 'government-digital-service', by: null, over: false },
      { role: 'reviewer', organisation: 'government-digital-service', by: 'claims', over: true },
    ]);
  });

  it('is not let in with roles of an organisation the provider is not for', async () => {
    const email = 'elsewhere@gds.example';
    const { id } = await administer((people) =>
      people.createPerson({ email, name: 'Demonstration elsewhere', password: null }),
    );
    await administer((people) =>
      people.giveRole(acting(), id, 'submitter', world.organisations.otherDepartment.id),
    );
    await world.provider.account('elsewhere', { email, email_verified: true, groups: ['leads'] });
    const back = await (await Traveller.of(world)).signIn('claims', 'elsewhere');
    expect([back.status, headingOf(back)]).toEqual([403, 'You cannot sign in this way']);
  });

  it('stays an administrator where nobody else is one', async () => {
    const email = 'last@gds.example';
    await world.provider.account('last', { email, email_verified: true, groups: ['administrators'] });
    expect((await (await Traveller.of(world)).signIn('claims', 'last')).status).toBe(303);
    world.clock.advance(60_000);
    await world.owner.query({
      text: `update role_assignment set valid_to = $2 where role = 'administrator' and person_id = $1`,
      values: [world.people.administrator.id, world.clock.now()],
    });
    await world.provider.account('last', { email, email_verified: true, groups: ['reviewers'] });
    expect((await (await Traveller.of(world)).signIn('claims', 'last')).status).toBe(303);
    expect((await rolesOf(email)).filter(({ over }) => !over).map(({ role }) => role)).toEqual([
      'administrator',
    ]);
  });

  it('is an administrator and nothing that acts on cases, whatever else is claimed', async () => {
    const email = 'apart@gds.example';
    const now = async () => (await rolesOf(email)).filter(({ over }) => !over).map(({ role }) => role);
    const claim = async (groups: readonly string[]) => {
      world.clock.advance(60_000);
      await world.provider.account('apart', { email, email_verified: true, groups });
      expect((await (await Traveller.of(world)).signIn('claims', 'apart')).status).toBe(303);
    };
    await claim(['reviewers', 'leads']);
    expect(await now()).toEqual(['assurance-lead', 'reviewer']);
    await claim(['reviewers', 'administrators', 'leads']);
    expect(await now()).toEqual(['administrator']);
    await claim(['reviewers']);
    expect(await now()).toEqual(['reviewer']);
  });

  it('is not made an administrator beside a role an administrator gave, nor given one beside that', async () => {
    for (const [given, groups, role] of [
      ['decider', ['administrators', 'reviewers'], ['decider', 'reviewer']],
      ['administrator', ['deciders', 'leads'], ['administrator']],
    ] as const) {
      const email = `${given}-by-hand@gds.example`;
      const { id } = await administer((people) =>
        people.createPerson({ email, name: 'Demonstration by hand', password: null }),
      );
      await administer((people) => people.giveRole(acting(), id, given, world.organisations.assurance.id));
      await world.provider.account(given, { email, email_verified: true, groups });
      expect((await (await Traveller.of(world)).signIn('claims', given)).status).toBe(303);
      expect((await rolesOf(email)).map((held) => held.role)).toEqual(role);
    }
  });

  it('who has none of the groups is not added', async () => {
    await world.provider.account('none', {
      email: 'none@gds.example',
      email_verified: true,
      groups: ['others'],
    });
    const back = await (await Traveller.of(world)).signIn('claims', 'none');
    expect([back.status, headingOf(back)]).toEqual([403, 'You do not have access to this service']);
    const rows = await world.owner.query({
      text: `select 1 from person where email = 'none@gds.example'`,
      values: [],
    });
    expect(rows).toHaveLength(0);
  });
});
