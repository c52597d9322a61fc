import { TellFollowersService } from '#casework';
import { renderNotice } from '#notifications';
import { START, startWorld, type Person, type World } from './world/api-world.js';
import { insertCaseRow, type CaseRow } from './world/case-rows.js';
import type { Json } from './world/http-client.js';

/** What was queued for one person about saved searches, as a test looks at it. */
interface Told {
  readonly status: string;
  readonly address: string;
  readonly parameters: {
    readonly searchId: string;
    readonly searchName: string;
    readonly count: number;
    readonly more: number;
    readonly cases: readonly (Json & { readonly title: string })[];
  };
}

let world: World;
let reviewer: Person;
let followers: TellFollowersService;
beforeEach(async () => {
  world = await startWorld();
  ({ reviewer } = world.people);
  followers = world.api.app.get(TellFollowersService, { strict: false });
});
afterEach(() => world.close());

interface SearchParts {
  readonly criteria?: Json;
  readonly sharedWith?: string;
  readonly name?: string;
}

async function save(owner: Person, parts: SearchParts = {}): Promise<string> {
  const body = { name: 'High ones', criteria: { ratings: ['high'] }, ...parts };
  return String((await world.http.expect(201, owner, 'POST', '/saved-searches', { body })).body['id']);
}

function follow(person: Person, id: string): Promise<unknown> {
  return world.http.expect(204, person, 'PUT', `/saved-searches/${id}/subscription`);
}

async function followed(owner: Person, parts: SearchParts = {}): Promise<string> {
  const id = await save(owner, parts);
  await follow(owner, id);
  return id;
}

function high(row: CaseRow = {}): Promise<{ readonly id: string; readonly title: string }> {
  return insertCaseRow(world, { rating: 'high', ...row });
}

async function toldTo(person: Person): Promise<readonly Told[]> {
  return world.database.query<Told>({
    text: `select status, recipient_address as address, parameters from email
      where template = 'search-matched' and person_id = $1 order by created_at, id`,
    values: [person.id],
  });
}

async function titlesToldTo(person: Person): Promise<readonly (readonly string[])[]> {
  return (await toldTo(person)).map(({ parameters }) => parameters.cases.map(({ title }) => title));
}

function sql(text: string, values: readonly unknown[] = []): Promise<unknown> {
  return world.database.query({ text, values });
}

describe('a follower of a search', () => {
  it('is told once of what newly matches, and of nothing that matched before', async () => {
    await high();
    await followed(reviewer);
    expect(await followers.tellFollowers()).toBe(0);
    const later = await high({ nextDueAt: '2026-06-02T09:00:00.000Z' });
    const sooner = await high({ nextDueAt: '2026-06-01T09:00:00.000Z', marking: 'OFFICIAL-SENSITIVE' });
    const undated = await high();
    await insertCaseRow(world, { rating: 'low' });
    world.clock.advance(1000);
    expect(await followers.tellFollowers()).toBe(1);
    expect(await followers.tellFollowers()).toBe(0);
    const [told, ...more] = await toldTo(reviewer);
    expect(more).toEqual([]);
    expect(told).toMatchObject({ status: 'queued', address: reviewer.email });
    expect(told?.parameters).toEqual({
      searchId: expect.any(String),
      searchName: 'High ones',
      count: 3,
      more: 0,
      cases: [sooner, later, undated].map(({ title }) => expect.objectContaining({ title }) as Json),
    });
    expect(told?.parameters.cases[0]).toEqual({
      reference: expect.stringMatching(/^DT-/),
      title: sooner.title,
      organisation: 'Home Office',
      state: 'GDS Assurance review',
      nextDueAt: '2026-06-01T09:00:00.000Z',
      marking: 'OFFICIAL-SENSITIVE',
      synthetic: false,
    });
  });

  it('reads it in an email the service can write', async () => {
    await followed(reviewer);
    const { title } = await high();
    await followers.tellFollowers();
    const [told] = await toldTo(reviewer);
    const letter = renderNotice('search-matched', told?.parameters, 'http://localhost');
    expect(letter.subject).toContain('High ones');
    expect(letter.body).toContain(title);
  });

  it('is told of 20 cases by name, and how many more there are', async () => {
    await followed(reviewer);
    for (let index = 0; index < 23; index += 1) await high();
    expect(await followers.tellFollowers()).toBe(1);
    const [told] = await toldTo(reviewer);
    expect(told?.parameters).toMatchObject({ count: 23, more: 3 });
    expect(told?.parameters.cases).toHaveLength(20);
    expect(await followers.tellFollowers()).toBe(0);
  });

  it('is told when a case comes to match, as when its target is missed, and not again when it does anew', async () => {
    await followed(reviewer, { criteria: { overdue: true } });
    const { id, title } = await high({ nextDueAt: '2026-05-04T09:00:01.000Z' });
    expect(await followers.tellFollowers()).toBe(0);
    world.clock.advance(1001);
    expect(await followers.tellFollowers()).toBe(1);
    await sql('update spend_case set next_due_at = null where id = $1', [id]);
    expect(await followers.tellFollowers()).toBe(0);
    await sql('update spend_case set next_due_at = $2 where id = $1', [id, START]);
    expect(await followers.tellFollowers()).toBe(0);
    expect(await titlesToldTo(reviewer)).toEqual([[title]]);
  });

  it('is told of each search apart, and “me” is whoever follows', async () => {
    const { assurance } = world.organisations;
    const colleague = await world.addPerson('Demonstration colleague', [['reviewer', assurance.id]]);
    const shared = await followed(reviewer, { criteria: { reviewer: 'me' }, sharedWith: assurance.id });
    await follow(colleague, shared);
    await followed(colleague);
    const ofReviewer = await high({ reviewerId: reviewer.id });
    expect(await followers.tellFollowers()).toBe(2);
    expect(await titlesToldTo(reviewer)).toEqual([[ofReviewer.title]]);
    expect(await titlesToldTo(colleague)).toEqual([[ofReviewer.title]]);
    world.clock.advance(1000);
    const ofColleague = await insertCaseRow(world, { reviewerId: colleague.id });
    expect(await followers.tellFollowers()).toBe(1);
    expect(await titlesToldTo(colleague)).toEqual([[ofReviewer.title], [ofColleague.title]]);
  });

  it('is told of nothing outside their sight, and of what a new role shows them', async () => {
    const { submitter } = world.people;
    const { department, otherDepartment } = world.organisations;
    await followed(submitter);
    const elsewhere = await high({ organisationId: otherDepartment.id });
    const own = await high({ organisationId: department.id });
    expect(await followers.tellFollowers()).toBe(1);
    expect(await titlesToldTo(submitter)).toEqual([[own.title]]);
    await sql(
      `insert into role_assignment (id, person_id, organisation_id, role, valid_from)
       values (gen_random_uuid(), $1, $2, 'submitter', $3)`,
      [submitter.id, otherDepartment.id, world.clock.now()],
    );
    expect(await followers.tellFollowers()).toBe(1);
    expect((await titlesToldTo(submitter)).flat().sort()).toEqual([own.title, elsewhere.title].sort());
    await sql('update role_assignment set valid_to = $2 where person_id = $1', [
      submitter.id,
      world.clock.now(),
    ]);
    await high({ organisationId: department.id });
    expect(await followers.tellFollowers()).toBe(0);
  });

  it('is told nothing once they are deactivated, have left the team, or follow no longer', async () => {
    const { assurance } = world.organisations;
    const role = ['reviewer', assurance.id] as const;
    const gone = await world.addPerson('Demonstration gone', [role]);
    // Still sees every case as an auditor of another organisation, and the team's searches no longer.
    const moved = await world.addPerson('Demonstration moved', [
      role,
      ['auditor', world.organisations.otherDepartment.id],
    ]);
    const id = await followed(reviewer, { sharedWith: assurance.id });
    await follow(gone, id);
    await follow(moved, id);
    await sql('update person set deactivated_at = $2 where id = $1', [gone.id, world.clock.now()]);
    await sql(`update role_assignment set valid_to = $2 where person_id = $1 and organisation_id = $3`, [
      moved.id,
      world.clock.now(),
      assurance.id,
    ]);
    await world.http.expect(204, reviewer, 'DELETE', `/saved-searches/${id}/subscription`);
    await high();
    expect(await followers.tellFollowers()).toBe(0);
    // Who follows again starts again.
    await follow(reviewer, id);
    expect(await followers.tellFollowers()).toBe(0);
  });

  it('can stop following what they can no longer see', async () => {
    const { assurance } = world.organisations;
    const moved = await world.addPerson('Demonstration moved', [['reviewer', assurance.id]]);
    const id = await followed(reviewer, { sharedWith: assurance.id });
    await follow(moved, id);
    await sql('update role_assignment set valid_to = $2 where person_id = $1', [moved.id, world.clock.now()]);
    await world.http.expect(204, moved, 'DELETE', `/saved-searches/${id}/subscription`);
    const rows = await world.database.query({
      text: 'select person_id as id from saved_search_subscription where search_id = $1',
      values: [id],
    });
    expect(rows).toEqual([{ id: reviewer.id }]);
  });

  it('starts over when the criteria change, and not when only the name does', async () => {
    const id = await followed(reviewer);
    const change = (ifMatch: number, name: string, ratings: readonly string[]) =>
      world.http.expect(200, reviewer, 'PUT', `/saved-searches/${id}`, {
        ifMatch,
        body: { name, criteria: { ratings } },
      });
    const first = await high();
    await change(1, 'Renamed', ['high']);
    expect(await followers.tellFollowers()).toBe(1);
    const low = await insertCaseRow(world, { rating: 'low' });
    await change(2, 'Low ones', ['low']);
    expect(await followers.tellFollowers()).toBe(0);
    world.clock.advance(1000);
    // Told of before under the other criteria, and new under these.
    await sql(`update spend_case set rating = 'low' where id = $1`, [first.id]);
    expect(await followers.tellFollowers()).toBe(1);
    expect((await toldTo(reviewer)).map(({ parameters }) => parameters.searchName)).toEqual([
      'Renamed',
      'Low ones',
    ]);
    expect(await titlesToldTo(reviewer)).toEqual([[first.title], [first.title]]);
    expect((await titlesToldTo(reviewer)).flat()).not.toContain(low.title);
  });

  it('who prefers a digest has the email held for it', async () => {
    await followed(reviewer);
    await sql(`update person set email_preference = 'daily-digest' where id = $1`, [reviewer.id]);
    await high();
    expect(await followers.tellFollowers()).toBe(1);
    expect((await toldTo(reviewer)).map(({ status }) => status)).toEqual(['held']);
  });

  it('is not kept waiting by a search of somebody else’s that cannot be read', async () => {
    const broken = await followed(world.people.decider);
    await followed(reviewer);
    await sql(`update saved_search set criteria = '{"states": ["gone"]}' where id = $1`, [broken]);
    await high();
    expect(await followers.tellFollowers()).toBe(1);
    expect(await toldTo(reviewer)).toHaveLength(1);
  });

  it('is told once by any number of workers at once, while cases keep coming and others come and go', async () => {
    const id = await followed(reviewer, { sharedWith: world.organisations.assurance.id });
    const titles: string[] = [];
    for (let round = 0; round < 10; round += 1) {
      for (let index = 0; index < 3; index += 1) titles.push((await high()).title);
      const { decider } = world.people;
      await Promise.all([
        ...Array.from({ length: 8 }, () => followers.tellFollowers()),
        high().then(({ title }) => titles.push(title)),
        world.http.expect(
          204,
          decider,
          round % 2 === 0 ? 'PUT' : 'DELETE',
          `/saved-searches/${id}/subscription`,
        ),
      ]);
    }
    await followers.tellFollowers();
    const told = (await titlesToldTo(reviewer)).flat();
    expect([...told].sort()).toEqual([...titles].sort());
  });

  it('is told nothing wrong while the search is changed under the workers', async () => {
    const id = await followed(reviewer);
    await insertCaseRow(world, { rating: 'low' });
    for (let revision = 1; revision <= 10; revision += 1) {
      const ratings = [revision % 2 === 0 ? 'high' : 'low'];
      const body = { name: 'Turning', criteria: { ratings } };
      await Promise.all([
        ...Array.from({ length: 6 }, () => followers.tellFollowers()),
        world.http.expect(200, reviewer, 'PUT', `/saved-searches/${id}`, { ifMatch: revision, body }),
      ]);
    }
    // Nothing ever came to match after a change: each change took what was there as known.
    expect(await followers.tellFollowers()).toBe(0);
    expect(await toldTo(reviewer)).toEqual([]);
  });
});
