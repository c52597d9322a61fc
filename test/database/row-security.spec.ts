import { INTERNAL_RECIPIENTS, ROLES, sightOf, type HeldRole } from '#domain';
import { PeopleService } from '#identity';
import { readCase, readHistory, TABLE_PRIVILEGES, type Actor } from '#persistence';
import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { startWorld, type Part, type World } from '../api/world/api-world.js';
import { addWhoHoldsTogether } from '../api/world/held-together.js';

/** Kept by the engine of migrations; nothing of anybody is in it. */
const NOT_OURS = '_prisma_migrations';
const TABLES = Object.keys(TABLE_PRIVILEGES).filter((table) => table !== NOT_OURS);
/** What an auditor's own request may add to, or the service does in their name. */
const ONES_OWN = ['idempotency_record', 'export_receipt', 'saved_search', 'saved_search_subscription'];

let world: World;
let driven: DrivenCase;
let foreign: { readonly reference: string };
beforeAll(async () => {
  world = await startWorld();
  const driver = new CaseDriver(world);
  driven = await driver.driveTo('approved-with-conditions');
  foreign = await newCase('stranger', world.organisations.otherDepartment.id);
});
afterAll(() => world.close());

/** A draft with a title and little else. */
async function newCase(
  part: Part,
  organisationId: string,
  details: object = {},
): Promise<{ readonly reference: string }> {
  const { body } = await world.http.expect<{ reference: string }>(201, world.people[part], 'POST', '/cases', {
    body: { organisationId, title: 'A request', ...details },
  });
  return body;
}

function actor(part: Part): Actor {
  return { personId: world.people[part].id, rolesAt: world.clock.now() };
}

async function references(as: Actor): Promise<readonly string[]> {
  const rows = await world.database
    .as(as)
    .query<{ reference: string }>({ text: 'select reference from spend_case order by 1', values: [] });
  return rows.map(({ reference }) => reference);
}

async function countAs(as: Actor | null, table: string): Promise<number> {
  const queryable = as === null ? world.database.asNobody() : world.database.as(as);
  const [row] = await queryable.query<{ count: number }>({
    text: `select count(*)::int as count from ${table}`,
    values: [],
  });
  return row?.count ?? -1;
}

describe('the catalogue', () => {
  it('shows row-level security, forced and with a policy, on every table', async () => {
    const rows = await world.owner.query<{
      name: string;
      enabled: boolean;
      forced: boolean;
      policies: number;
    }>({
      text: `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
          (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
        from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
      values: [],
    });
    const bare = rows.filter(({ enabled, forced, policies }) => !enabled || !forced || policies === 0);
    expect(bare.map(({ name }) => name)).toEqual([NOT_OURS]);
    expect(rows.map(({ name }) => name).sort()).toEqual([...TABLES, NOT_OURS].sort());
  });

  it('has the service connect as somebody who owns no table and is exempt from nothing', async () => {
    const [row] = await world.database.query<{ exempt: boolean; owns: number }>({
      text: `select rolsuper or rolbypassrls as exempt,
          (select count(*)::int from pg_class c where pg_has_role(r.oid, c.relowner, 'USAGE')
            and c.relnamespace = 'public'::regnamespace) as owns
        from pg_roles r where rolname = current_user`,
      values: [],
    });
    expect(row).toEqual({ exempt: false, owns: 0 });
  });

  it('lets nothing but ids, hashes, places and whether a case is marked be found beyond a policy, by functions whose owner may do nothing else', async () => {
    const rows = await world.owner.query<{ name: string; gives: string; owner: string }>({
      text: `select p.proname as name, pg_get_function_result(p.oid) as gives, r.rolname as owner
        from pg_proc p join pg_roles r on r.oid = p.proowner
        where p.pronamespace = 'public'::regnamespace and p.prosecdef and p.proname <> 'dispose_of_case' order by 1`,
      values: [],
    });
    expect(new Set(rows.map(({ owner }) => owner))).toEqual(new Set(['spend_control_finder']));
    expect(new Set(rows.map(({ gives }) => gives))).toEqual(
      new Set([
        'SETOF uuid',
        'TABLE(case_id uuid, sequence integer)',
        'boolean',
        // People who acted for the department on what a request starts from, by their ids.
        'uuid[]',
        'TABLE(level integer, index bigint, hash bytea)',
        'TABLE(sequence integer, occurred_at timestamp with time zone)',
        // Says as whom the rest of the transaction runs.
        'void',
        // Whether whoever acts sees a case: as their own, as another's, or not at all.
        'text',
        // Refuses a case that is marked more strictly than a question about it, and says nothing.
        'trigger',
      ]),
    );
    const [role] = await world.owner.query<{ signsIn: boolean; exempt: boolean; writes: number }>({
      text: `select rolcanlogin as "signsIn", rolsuper or rolbypassrls as exempt,
          (select count(*)::int from information_schema.role_table_grants g
            where g.grantee = rolname and g.privilege_type <> 'SELECT') as writes
        from pg_roles where rolname = 'spend_control_finder'`,
      values: [],
    });
    expect(role).toEqual({ signsIn: false, exempt: false, writes: 0 });
  });
});

describe('a function that security rests on', () => {
  it('finds what it names in the schemas of the service alone', async () => {
    const open = await world.owner.query<{ name: string }>({
      text: `select p.oid::regprocedure::text as name from pg_proc p join pg_language l on l.oid = p.prolang
        where p.pronamespace = 'public'::regnamespace and l.lanname in ('plpgsql', 'sql') and p.prosqlbody is null
          and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
          and not coalesce(p.proconfig @> array['search_path=pg_catalog, public, pg_temp'], false) order by 1`,
      values: [],
    });
    expect(open.map(({ name }) => name)).toEqual(['legacy_risk_product(jsonb)']);
  });

  it('gives least where it is not said what somebody may be', async () => {
    const [row] = await world.owner.query<{ unsaid: string; unlimited: string }>({
      text: `select acting_words(gen_random_uuid(), now(), null, null, null) as unsaid,
          acting_words(gen_random_uuid(), now(), null, '{auditor}', '{}') as unlimited`,
      values: [],
    });
    expect(row?.unsaid).toMatch(/^some \S+ \S+ official \{\} \{\}$/);
    expect(row?.unlimited).toMatch(/^every-case \S+ \S+ official \{auditor\} \{\}$/);
  });
});

describe('where nobody acts', () => {
  it.each(TABLES)('nothing of %s is visible', async (table) => {
    expect(await countAs(null, table)).toBe(0);
  });

  it('nothing can be written', async () => {
    await expect(
      world.database.asNobody().query({
        text: `insert into idempotency_record (person_id, key, request_hash, status, headers, body, created_at)
          values ($1, 'somekey1', '', 200, '{}', '', now())`,
        values: [world.people.submitter.id],
      }),
    ).rejects.toThrow('row-level security');
  });
});

describe('a person', () => {
  it('sees the cases their roles show, however they are combined', async () => {
    const { department, otherDepartment, assurance } = world.organisations;
    const all = await references(actor('auditor'));
    expect([...all].sort()).toEqual([driven.reference, foreign.reference].sort());
    const of = { [department.id]: driven.reference, [otherDepartment.id]: foreign.reference };
    const combinations: HeldRole[][] = [[]];
    for (const role of ROLES) {
      const place = role === 'submitter' || role === 'assurance-lead' ? department : assurance;
      combinations.push([{ role, organisationId: place.id }]);
      combinations.push([
        { role, organisationId: place.id },
        { role: 'submitter', organisationId: otherDepartment.id },
      ]);
    }
    for (const roles of combinations) {
      const person = await addWhoHoldsTogether(
        world,
        'Combination',
        roles.map(({ role, organisationId }) => [role, organisationId] as const),
      );
      const { everything, organisationIds } = sightOf(roles);
      const expected = everything
        ? all
        : organisationIds.map((id) => of[id] ?? 'a case of an unknown organisation');
      const seen = await references({ personId: person.id, rolesAt: world.clock.now() });
      expect({ roles, seen: [...seen].sort() }).toEqual({ roles, seen: [...expected].sort() });
    }
  });

  it('sees no more once a role has ended, or before it began, or when they are shut out', async () => {
    const { rolesAt } = actor('submitter');
    const before = { ...actor('submitter'), rolesAt: new Date(rolesAt.getTime() - 40 * 365 * 86_400_000) };
    expect(await references(before)).toEqual([]);
    const person = await world.addPerson('Leaver', [['submitter', world.organisations.department.id]]);
    const leaver = { personId: person.id, rolesAt };
    expect(await references(leaver)).toEqual([driven.reference]);
    await world.owner.query({
      text: 'update person set deactivated_at = $2 where id = $1',
      values: [person.id, rolesAt],
    });
    expect(await references(leaver)).toEqual([]);
  });

  it('reads the hash of nobody’s password, their own included', async () => {
    const people = world.api.app.get(PeopleService, { strict: false });
    const email = 'somebody.with.a.password@people.example';
    const { id } = await people.createPerson({
      email,
      name: 'Demonstration person',
      password: 'a long enough one',
    });
    await people.giveRole(null, id, 'administrator', world.organisations.assurance.id);
    expect(await world.database.count('person_password', 'person_id = $1', id)).toBe(1);
    for (const personId of [id, ...Object.values(world.people).map((person) => person.id)])
      expect(await countAs({ personId, rolesAt: world.clock.now() }, 'person_password')).toBe(0);
    // Nor is it anywhere in what they do see.
    const [row] = await world.database.as(actor('nobody')).query<{ person: string }>({
      text: 'select p::text as person from person p where id = $1',
      values: [id],
    });
    expect(row?.person).toContain(email);
    expect(row?.person).not.toContain('$argon2');
  });

  it('who is not known sees nothing, nor does a setting that is no person', async () => {
    expect(
      await references({ personId: '00000000-0000-4000-8000-000000000000', rolesAt: world.clock.now() }),
    ).toEqual([]);
    for (const text of ['', 'nonsense', "service' or true", 'services'])
      await expect(
        world.database.asNobody().query({
          text: `with s as materialized (select set_config('spend_control.acting', $1, true) as v)
            select (select count(*)::int from spend_case) as seen, (select v from s) as v`,
          values: [text],
        }),
      ).resolves.toEqual([expect.objectContaining({ seen: 0 })]);
  });

  it('who may see nothing above OFFICIAL sees no case that is marked higher', async () => {
    const marked = await newCase('submitter', world.organisations.department.id, {
      protectiveMarking: 'OFFICIAL-SENSITIVE',
    });
    const auditor = actor('auditor');
    expect(await references(auditor)).toContain(marked.reference);
    const limited = await references({ ...auditor, onlyOfficial: true });
    expect(limited).not.toContain(marked.reference);
    expect(limited).toContain(driven.reference);
    expect(
      await readCase(
        world.database.as({ ...auditor, onlyOfficial: true }),
        marked.reference,
        sightOf([{ role: 'auditor', organisationId: '' }]),
      ),
    ).toBeNull();
  });

  it('who may see nothing above OFFICIAL is told of no such case by the history of another', async () => {
    const marked = await newCase('stranger', world.organisations.otherDepartment.id, {
      protectiveMarking: 'OFFICIAL-SENSITIVE',
    });
    await world.http.expect(201, world.people.reviewer, 'POST', `/cases/${driven.reference}/relations`, {
      body: { relatedReference: marked.reference, kind: 'related', reason: 'Between ourselves.' },
    });
    const told = (onlyOfficial: boolean) =>
      readHistory(world.database.as({ ...actor('auditor'), onlyOfficial }), {
        reference: driven.reference,
        sight: sightOf([{ role: 'auditor', organisationId: '' }]),
        limit: 1000,
        after: 0,
      });
    expect((await told(false))?.json).toContain(marked.reference);
    const limited = (await told(true))?.json;
    expect(limited).toContain('decided');
    expect(limited).not.toContain(marked.reference);
  });

  it('of the department sees nothing of what GDS Assurance says among itself, in the comment or in its event', async () => {
    const path = `/cases/${driven.reference}/comments`;
    const said = {
      audience: 'internal',
      body: 'Between ourselves: the supplier is the minister’s neighbour.',
    };
    expect((await world.http.send(world.people.reviewer, 'POST', path, { body: said })).status).toBe(201);
    const heard = async (part: Part) => {
      const like = '%neighbour%';
      const queryable = world.database.as(actor(part));
      const [row] = await queryable.query<{ comments: number; events: number }>({
        text: `select (select count(*)::int from comment where body like $1) as comments,
            (select count(*)::int from case_event where payload::text like $1) as events`,
        values: [like],
      });
      return row;
    };
    expect(await heard('reviewer')).toEqual({ comments: 1, events: 1 });
    expect(await heard('auditor')).toEqual({ comments: 1, events: 1 });
    expect(await heard('submitter')).toEqual({ comments: 0, events: 0 });
    expect(await heard('lead')).toEqual({ comments: 0, events: 0 });
    const both = await world.addPerson('Both', [
      ['reviewer', world.organisations.assurance.id],
      ['submitter', world.organisations.department.id],
    ]);
    const [row] = await world.database
      .as({ personId: both.id, rolesAt: world.clock.now() })
      .query<{ count: number }>({
        text: `select count(*)::int as count from comment where body like '%neighbour%'`,
        values: [],
      });
    expect(row).toEqual({ count: 0 });
  });
});

describe('what is looked for beyond a policy', () => {
  /** How much each function finds of the department's case and of the foreign one. */
  async function found(as: Actor | null): Promise<Readonly<Record<string, number>>> {
    const queryable = as === null ? world.database.asNobody() : world.database.as(as);
    const ids = await world.owner.query<{ id: string; title: string }>({
      text: `select id, title from spend_case where reference = any($1) order by reference = $2 desc`,
      values: [[driven.reference, foreign.reference], driven.reference],
    });
    const [row] = await queryable.query<Readonly<Record<string, number>>>({
      text: `select (select count(*)::int from cases_titled_like('%') f where f = any($1::uuid[])) as titled,
          (select count(*)::int from cases_saying('%') f where f = any($1::uuid[])) as saying,
          (select count(*)::int from cases_titled_similarly($2, 50) f where f = any($1::uuid[])) as similar,
          (select count(*)::int from decisions_giving_reason_like('%')) as decisions,
          (select (count(distinct f.case_id))::int from events_giving_reason_like('%') f) as events,
          (select count(*)::int from unnest($1::uuid[]) c cross join lateral head_of_case(c, 'infinity')) as heads`,
      values: [ids.map(({ id }) => id), ids[0]?.title],
    });
    return row ?? {};
  }

  it('is nothing where nobody acts, and what they see where somebody does', async () => {
    const none = { titled: 0, saying: 0, similar: 0, decisions: 0, events: 0, heads: 0 };
    expect(await found(null)).toEqual(none);
    expect(await found(actor('nobody'))).toEqual(none);
    expect(await found(actor('administrator'))).toEqual(none);
    expect(await found(actor('stranger'))).toEqual({ ...none, titled: 1, saying: 1, heads: 1 });
    expect(await found(actor('submitter'))).toEqual({
      titled: 1,
      saying: 1,
      similar: 1,
      decisions: 1,
      events: 1,
      heads: 1,
    });
    expect(await found(actor('auditor'))).toEqual({
      titled: 2,
      saying: 2,
      similar: 1,
      decisions: 1,
      events: 1,
      heads: 2,
    });
    expect(await found({ ...actor('auditor'), onlyOfficial: true })).toMatchObject({
      titled: 2,
      decisions: 1,
    });
    const [hashes] = await world.database
      .asNobody()
      .query<{ count: number }>({ text: 'select count(*)::int from hashes_beside_leaf(0, 1)', values: [] });
    expect(hashes).toEqual({ count: 0 });
  });
});

describe('what somebody writes', () => {
  /** Writes as a person, by SQL of their own, as the role the service connects as. */
  const write = (part: Part, text: string, values: readonly unknown[]) =>
    world.database.as(actor(part)).query({ text, values });
  const idOf = async (reference: string): Promise<string> => {
    const [row] = await world.owner.query<{ id: string }>({
      text: 'select id from spend_case where reference = $1',
      values: [reference],
    });
    return row?.id ?? '';
  };
  let own: string;
  let theirs: string;
  beforeAll(async () => {
    own = await idOf(foreign.reference);
    theirs = await idOf(driven.reference);
  });

  it('names no case they do not see, and starts from none', async () => {
    const startsFrom = `update spend_case set follows_case_id = $2, follows_kind = 'varies', follows_version = 1,
      what_changes = 'All of it' where id = $1`;
    // Nor whoever sees both: no request starts from an approval of another organisation.
    for (const part of ['stranger', 'reviewer'] as const)
      await expect(write(part, startsFrom, [own, theirs])).rejects.toThrow('of its own organisation');
    const marked = await newCase('submitter', world.organisations.department.id, {
      protectiveMarking: 'OFFICIAL-SENSITIVE',
    });
    const limited = world.database.as({ ...actor('submitter'), onlyOfficial: true });
    const values = [theirs, await idOf(marked.reference)];
    await expect(limited.query({ text: startsFrom, values })).rejects.toThrow('a case that is seen');
    const marks = `insert into case_relation (id, case_id, related_case_id, kind, reason, related_by, related_at, revision)
      values (gen_random_uuid(), $1, $2, 'duplicate', '', $3, now(), 1)`;
    await expect(write('stranger', marks, [own, theirs, world.people.stranger.id])).rejects.toThrow(
      'a case that is seen',
    );
    const { body } = await world.http.expect<{ reference: string }>(
      201,
      world.people.stranger,
      'POST',
      '/advice',
      {
        body: { about: foreign.reference, subject: 'common-platforms', title: 'Which?', question: 'Which?' },
      },
    );
    const asked = await idOf(body.reference);
    const isAbout = 'update advice_request set about_case_id = $2 where case_id = $1';
    await expect(write('stranger', isAbout, [asked, theirs])).rejects.toThrow('a case that is seen');
    await expect(write('stranger', isAbout, [asked, own])).resolves.toEqual([]);
  });

  it('has no file of a case of another organisation', async () => {
    const [file] = await world.database.query<{ id: string }>({
      text: `insert into attachment (id, case_id, point, name, media_type, bytes, sha256, status, added_by, added_at)
        values (gen_random_uuid(), $1, 5, 'theirs.pdf', 'application/pdf', 3, repeat('a', 64), 'clean', $2, now())
        returning id`,
      values: [theirs, world.people.submitter.id],
    });
    const carries = `insert into attachment (id, case_id, point, name, media_type, bytes, sha256, status, added_by,
        added_at, stored_id)
      values (gen_random_uuid(), $1, 5, 'theirs.pdf', 'application/pdf', 3, repeat('a', 64), 'clean', $2, now(), $3)`;
    for (const part of ['stranger', 'reviewer'] as const)
      await expect(write(part, carries, [own, world.people[part].id, file?.id])).rejects.toThrow(
        'of the same organisation that is seen',
      );
    await world.owner.query({ text: 'delete from attachment where id = $1', values: [file?.id] });
  });

  it('is said by themselves, in a role they hold, and decides nothing unless they are a decider', async () => {
    const says = `insert into case_event (case_id, sequence, type, audience, actor_id, actor_role, occurred_at, from_state,
        to_state, payload, hash, salt, private_hash)
      values ($1, 1000, $2, 'shared', $3, $4, now(), 'draft', 'draft', '{}', sha256('a'), sha256('b'), sha256('c'))`;
    const refused: readonly (readonly [Part, string, Part, string])[] = [
      ['stranger', 'decided', 'decider', 'decider'],
      ['stranger', 'decided', 'stranger', 'submitter'],
      ['stranger', 'withdrawn', 'decider', 'submitter'],
      ['stranger', 'withdrawn', 'stranger', 'decider'],
      ['reviewer', 'withdrawn', 'auditor', 'auditor'],
      ['reviewer', 'decided', 'reviewer', 'reviewer'],
    ];
    for (const [part, type, by, role] of refused)
      await expect(write(part, says, [own, type, world.people[by].id, role])).rejects.toThrow(
        'row-level security',
      );
    const decides = `insert into decision (id, case_id, number, version, sequence, outcome, requested_pence, reason, overrides,
        regime_version, decided_by, decided_role, decided_at, synthetic, organisation_id)
      select gen_random_uuid(), c.id, 1, 1, 1, 'approved', 1, '', '[]', c.regime_version, $2, 'decider', now(), false,
        c.organisation_id from spend_case c where c.id = $1`;
    for (const part of ['stranger', 'reviewer'] as const)
      for (const by of [part, 'decider'] as const)
        await expect(write(part, decides, [own, world.people[by].id])).rejects.toThrow('row-level security');
    const approves = `update spend_case set state = 'approved' where id = $1`;
    for (const part of ['stranger', 'reviewer'] as const)
      await expect(write(part, approves, [own])).rejects.toThrow('Only a decider decides');
  });

  it('brings no case to be decided by another event, nor disposes of one, nor speaks for another organisation', async () => {
    const { people, organisations } = world;
    const says = `insert into case_event (case_id, sequence, type, audience, actor_id, actor_role, actor_organisation_id,
        occurred_at, from_state, to_state, payload, hash, salt, private_hash)
      values ($1, 1000, $2, 'shared', $3, $4, $5, now(), 'signed-off', $6, '{}', sha256('a'), sha256('b'), sha256('c'))`;
    const { department, otherDepartment, assurance } = organisations;
    const refused: readonly (readonly [Part, string, string, string, string])[] = [
      ['stranger', 'submitted', 'submitter', otherDepartment.id, 'approved'],
      ['stranger', 'submitted', 'submitter', otherDepartment.id, 'assured-by-department'],
      ['stranger', 'disposal-held', 'submitter', otherDepartment.id, 'signed-off'],
      ['stranger', 'disposed', 'submitter', otherDepartment.id, 'signed-off'],
      ['stranger', 'submitted', 'submitter', department.id, 'submitted'],
      ['reviewer', 'submitted', 'reviewer', assurance.id, 'not-approved'],
      ['decider', 'disposal-marked', 'decider', assurance.id, 'signed-off'],
    ];
    for (const [part, type, role, organisation, to] of refused)
      await expect(write(part, says, [own, type, people[part].id, role, organisation, to])).rejects.toThrow(
        'row-level security',
      );
    // By an organisation of theirs and to a state of theirs no policy is in the way; the chain of the history is.
    const right = [own, 'submitted', people.stranger.id, 'submitter', otherDepartment.id, 'submitted'];
    await expect(write('stranger', says, right)).rejects.not.toThrow('row-level security');
    const assures = `update spend_case set state = 'assured-by-department' where id = $1`;
    await expect(write('stranger', assures, [own])).rejects.toThrow('Only an assurance lead');
  });

  it('imposes and judges no condition unless it is theirs to do', async () => {
    const decided = await new CaseDriver(world).driveTo('approved-with-conditions');
    const theCase = await idOf(decided.reference);
    const settles = 'update condition set status = $2 where case_id = $1';
    for (const status of ['met', 'waived'])
      await expect(write('submitter', settles, [theCase, status])).rejects.toThrow(
        'Only GDS Assurance judges',
      );
    const postpones = `update condition set due_on = due_on + $2::int where case_id = $1`;
    await expect(write('submitter', postpones, [theCase, 7])).rejects.toThrow('Only GDS Assurance judges');
    const imposes = `insert into condition (id, case_id, decision_id, number, text, owner_name, owner_email, due_on, status,
        revision, changed_at)
      select gen_random_uuid(), k.case_id, k.decision_id, 99, '', '', '', k.due_on, 'met', 1, now() from condition k
      where k.case_id = $1 limit 1`;
    for (const part of ['submitter', 'reviewer'] as const)
      await expect(write(part, imposes, [theCase])).rejects.toThrow('row-level security');
    await expect(write('submitter', settles, [theCase, 'evidence-submitted'])).resolves.toEqual([]);
    await expect(write('reviewer', settles, [theCase, 'open'])).resolves.toEqual([]);
  });

  it('shares a search with an organisation of their own alone', async () => {
    const { department, otherDepartment } = world.organisations;
    const shares = `insert into saved_search (id, owner_id, name, criteria, organisation_id, revision, created_at, updated_at)
      values (gen_random_uuid(), $1, $3, '{}', $2, 1, now(), now())`;
    const by = world.people.stranger.id;
    await expect(write('stranger', shares, [by, department.id, 'Theirs'])).rejects.toThrow('of one');
    await expect(write('stranger', shares, [by, otherDepartment.id, 'Own'])).resolves.toEqual([]);
    const moves = 'update saved_search set organisation_id = $2 where owner_id = $1';
    await expect(write('stranger', moves, [by, department.id])).rejects.toThrow('of one');
    await world.owner.query({ text: 'delete from saved_search where owner_id = $1', values: [by] });
  });

  it('where nobody acts, it is not told whether a case is marked', async () => {
    const isMarked = { text: 'select case_is_marked($1) as marked', values: [own] };
    expect(await world.database.asNobody().query(isMarked)).toEqual([{ marked: null }]);
    expect(await world.database.as(actor('submitter')).query(isMarked)).toEqual([{ marked: false }]);
  });
});

describe('whoever speaks for an organisation of a case', () => {
  const COUNTS = `select (select count(*)::int from case_relation) as marks,
    (select count(*)::int from email where case_id = (select id from spend_case where reference = $1)
      and recipient_role = any($2)) as internal,
    (select count(*)::int from email where case_id = (select id from spend_case where reference = $1)
      and not recipient_role = any($2)) as others`;

  it('sees neither a mark on it, from either side, nor what was written to GDS Assurance about it', async () => {
    const { assurance, department, otherDepartment } = world.organisations;
    await world.http.expect(201, world.people.reviewer, 'POST', `/cases/${driven.reference}/relations`, {
      body: { relatedReference: foreign.reference, kind: 'related', reason: 'Between ourselves.' },
    });
    const asks = async (person: { readonly id: string }) => {
      const [row] = await world.database
        .as({ personId: person.id, rolesAt: world.clock.now() })
        .query<{ marks: number; internal: number; others: number }>({
          text: COUNTS,
          values: [driven.reference, INTERNAL_RECIPIENTS],
        });
      return { marks: row!.marks, internal: row!.internal > 0, others: row!.others > 0 };
    };
    const decider = (organisationId: string) =>
      world.addPerson('Demonstration decider who submits', [
        ['decider', assurance.id],
        ['submitter', organisationId],
      ]);
    expect(await asks(world.people.reviewer)).toEqual({ marks: 2, internal: true, others: true });
    expect(await asks(world.people.submitter)).toEqual({ marks: 0, internal: false, others: true });
    expect(await asks(world.people.stranger)).toEqual({ marks: 0, internal: false, others: false });
    expect(await asks(await decider(department.id))).toEqual({ marks: 0, internal: false, others: true });
    expect(await asks(await decider(otherDepartment.id))).toEqual({ marks: 0, internal: true, others: true });
  });
});

describe('an email that is about no case', () => {
  it('is seen and written by the service alone, whoever looks', async () => {
    const { status } = await world.http.send(world.people.administrator, 'POST', '/people/invitations', {
      body: {
        name: 'Demonstration invited person',
        email: 'demonstration.invited@example.gov.uk',
        organisationId: world.organisations.department.id,
        role: 'submitter',
      },
    });
    expect(status).toBe(201);
    const ofNoCase = 'from email where case_id is null';
    expect(await world.owner.count('email', 'case_id is null and parameters ? $1', 'token')).toBe(1);
    for (const part of ['reviewer', 'decider', 'auditor', 'administrator', 'submitter'] as const) {
      const as = world.database.as(actor(part));
      expect(await as.query({ text: `select template, parameters ${ofNoCase}`, values: [] })).toEqual([]);
      await expect(
        as.query({
          text: `insert into email (id, occasion, template, recipient_name, recipient_address, recipient_role,
              parameters, status, attempts, created_at, next_attempt_at)
            values (gen_random_uuid(), $1, 'password-reset', 'Somebody', 'somebody@example.gov.uk', 'account', '{}',
              'queued', 0, now(), now())`,
          values: [`made-up:${part}`],
        }),
      ).rejects.toThrow('row-level security');
    }
    expect(await countAs(actor('auditor'), 'email')).toBeGreaterThan(0);
  });
});

/** Tries to give every row of a table its own values again; the number of rows that were allowed. */
async function touched(as: Actor, table: string, condition = 'true'): Promise<number> {
  const [column] = await world.owner.query<{ name: string }>({
    text: `select attname as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum limit 1`,
    values: [table],
  });
  const rows = await world.database.as(as).query<unknown>({
    text: `update ${table} t set ${column!.name} = ${column!.name} where ${condition} returning 1`,
    values: [],
  });
  return rows.length;
}

describe('an auditor', () => {
  const writable = TABLES.filter((table) => ['working', 'passing'].includes(TABLE_PRIVILEGES[table] ?? ''));

  it.each(writable.filter((table) => !ONES_OWN.includes(table)))('changes no row of %s', async (table) => {
    const auditor = actor('auditor');
    await expect(touched(auditor, table).catch(() => 0)).resolves.toBe(0);
  });

  it.each(['case_event', 'assessment', 'decision', 'point_evidence', 'comment', 'condition'] as const)(
    'adds nothing to %s',
    async (table) => {
      const before = await countAs(actor('auditor'), table);
      await expect(
        world.database.as(actor('auditor')).query({
          text: `insert into ${table} select * from ${table} limit 1`,
          values: [],
        }),
      ).rejects.toThrow('row-level security');
      expect(await countAs(actor('auditor'), table)).toBe(before);
    },
  );

  it('makes no case', async () => {
    await expect(
      world.database.as(actor('auditor')).query({
        text: `insert into spend_case select * from spend_case limit 1`,
        values: [],
      }),
    ).rejects.toThrow('row-level security');
  });
});

describe('a department', () => {
  it('changes nothing of another’s case, whatever the statement says', async () => {
    const submitter = actor('stranger');
    for (const table of ['point_evidence', 'legacy_exception', 'comment', 'condition', 'spend_case']) {
      const of = table === 'spend_case' ? 'id' : 'case_id';
      const condition = `${of} = (select id from spend_case where reference = '${driven.reference}')`;
      expect({ table, rows: await touched(submitter, table, condition) }).toEqual({ table, rows: 0 });
    }
  });

  it('adds nothing to another’s case even by its id', async () => {
    const [row] = await world.owner.query<{ id: string }>({
      text: 'select id from spend_case where reference = $1',
      values: [driven.reference],
    });
    await expect(
      world.database.as(actor('stranger')).query({
        text: `insert into log_pending (case_id, sequence) values ($1, 1000000)`,
        values: [row!.id],
      }),
    ).rejects.toThrow('row-level security');
  });

  it('cannot make a case for another organisation', async () => {
    await expect(
      world.database.as(actor('stranger')).query({
        text: `insert into spend_case select (jsonb_populate_record(null::spend_case, to_jsonb(c)
            || jsonb_build_object('id', gen_random_uuid(), 'reference', 'DT-STOLEN', 'organisation_id', $1::text))).*
          from spend_case c limit 1`,
        values: [world.organisations.department.id],
      }),
    ).rejects.toThrow('row-level security');
  });
});

describe('a pool shared by many people', () => {
  it('never shows one what another may see, under load, and remembers nobody afterwards', async () => {
    const people = ['submitter', 'stranger', 'auditor', 'administrator'] as const;
    const expected = Object.fromEntries(
      await Promise.all(people.map(async (part) => [part, await references(actor(part))] as const)),
    ) as Record<(typeof people)[number], readonly string[]>;
    expect(expected.submitter).not.toEqual(expected.stranger);
    const turns = Array.from({ length: 400 }, (_, turn) => people[(turn * 7) % people.length]!);
    const seen = await Promise.all(
      turns.map(async (part, turn) => {
        // Some fail on the way, some are transactions that are given up, some travel with others.
        if (turn % 5 === 0)
          await world.database
            .as(actor(part))
            .query({ text: 'select 1 / 0', values: [] })
            .catch(() => undefined);
        if (turn % 7 === 0)
          await world.database
            .as(actor(part))
            .transaction(() => Promise.reject(new Error('given up')))
            .catch(() => undefined);
        const reader = turn % 2 === 0 ? { ...actor(part), onlyReads: true } : actor(part);
        return { part, seen: await references(reader) };
      }),
    );
    for (const { part, seen: found } of seen)
      expect({ part, found }).toEqual({ part, found: expected[part] });
    for (let connection = 0; connection < 20; connection += 1)
      expect(await countAs(null, 'spend_case')).toBe(0);
  });
});
