/** Organisations there are about: departments and the bodies they answer for. */
const ORGANISATIONS = 113;
/** Open cases to a reviewer, whatever the size: a reviewer takes only so many, so a longer queue has more of them. */
const CASES_PER_REVIEWER = 50;

/** The instant the benchmark takes to be now. */
export const NOW = new Date('2026-11-24T10:00:00.000Z');

/**
 * Fills a migrated, empty database with open cases, and one decided case for every ten of them. The spread is made up,
 * and the same for every size: a third of the open cases wait for a reviewer, due times lie from ten days ago to four
 * weeks ahead, every sixth case is returned and so has none. Reviewers grow in number with the queue, organisations
 * do not.
 *
 * @param {import('../../dist/libs/persistence/database/database.js').Database} database
 * @param {number} open how many open cases
 * @returns ids to ask with: a reviewer, and an organisation with its fair share of cases
 */
export async function fillQueue(database, open) {
  const run = (text, values = []) => database.asNobody().query({ text, values });
  const reviewers = Math.max(8, Math.ceil(open / CASES_PER_REVIEWER));
  await run(
    `insert into regime (version, content, content_hash, loaded_at) values ('v6', '{}', 'none', now())
     on conflict (version) do nothing`,
  );
  await run(
    `insert into organisation (id, key, name, valid_from)
     select md5('organisation ' || n)::uuid, 'organisation-' || n, 'Organisation ' || n, '2020-01-01'
     from generate_series(1, $1::int) n`,
    [ORGANISATIONS],
  );
  await run(
    `insert into person (id, email, name, created_at)
     select md5('reviewer ' || n)::uuid, 'reviewer-' || n || '@bench.example', 'Reviewer ' || n, $2
     from generate_series(1, $1::int) n`,
    [reviewers, NOW],
  );
  // Numbers that look random and are the same in every run: each column reads other bytes of a hash of the row.
  await run(
    `insert into spend_case (id, reference, organisation_id, state, revision, regime_version, title, description,
       category, requested_pence, year_amounts, flags, protective_marking, details_revision, created_by, created_at,
       updated_at, submitted_at, current_version, reviewer_id, rating, rating_confirmed, route, review_depth, workload,
       next_due_at, next_due_target, department_hands, given_back_by, schedule_stale, synthetic)
     select r.id, 'B-' || r.n, md5('organisation ' || (1 + r.a % $2::int))::uuid, s.state, 10, 'v6',
       (array['Cloud hosting', 'Case management', 'Payroll', 'Passport records', 'Network', 'Laptops'])[1 + r.b % 6]
         || ' ' || (array['renewal', 'replacement', 'pilot', 'extension'])[1 + r.c % 4] || ' ' || r.n,
       repeat('What the money is for. ', 20),
       (array['digital-service', 'platform-or-common-component', 'commodity-technology-or-licences',
         'specialist-technology', 'resourcing-contract'])[1 + r.d % 5],
       (10 ^ (7 + (r.e % 1000) / 250.0))::bigint, '[]',
       jsonb_build_object('publicFacing', r.f % 2 = 0, 'cryptKey', r.g % 50 = 0, 'breach', r.h % 40 = 0),
       case when r.h % 10 = 0 then 'OFFICIAL-SENSITIVE' else 'OFFICIAL' end, 3, md5('reviewer 1')::uuid,
       $4::timestamptz - (r.e % 60) * interval '1 day' - r.n * interval '1 millisecond', $4, $4, 1,
       case when s.state = 'submitted' or (s.state in ('acknowledged', 'in-review') and r.c % 5 = 0) then null
         else md5('reviewer ' || (1 + r.b % $3::int))::uuid end,
       (array['low', 'low', 'low', 'medium', 'medium', 'high'])[1 + r.f % 6], r.g % 2 = 0, 'gds-assurance', 'standard',
       1 + r.f % 3,
       case when s.state in ('returned', 'approved') then null
         else $4::timestamptz + (r.d % 54720 - 14400) * interval '1 minute' end,
       case when s.state in ('returned', 'approved') then null else 'decide' end, array[md5('hand ' || r.a)::uuid],
       case when r.g % 20 = 0 then array[md5('reviewer ' || (1 + r.h % $3::int))::uuid] else '{}' end, false, true
     from (select n, md5('case ' || n)::uuid as id,
         ('x' || substr(md5('a' || n), 1, 7))::bit(28)::int as a, ('x' || substr(md5('b' || n), 1, 7))::bit(28)::int as b,
         ('x' || substr(md5('c' || n), 1, 7))::bit(28)::int as c, ('x' || substr(md5('d' || n), 1, 7))::bit(28)::int as d,
         ('x' || substr(md5('e' || n), 1, 7))::bit(28)::int as e, ('x' || substr(md5('f' || n), 1, 7))::bit(28)::int as f,
         ('x' || substr(md5('g' || n), 1, 7))::bit(28)::int as g, ('x' || substr(md5('h' || n), 1, 7))::bit(28)::int as h
       from generate_series(1, $1::int + $1::int / 10) n) r
     cross join lateral (select case when r.n > $1::int then 'approved'
       else (array['submitted', 'submitted', 'acknowledged', 'in-review', 'in-review', 'in-review', 'in-review',
         'returned', 'returned', 'recommended'])[1 + r.a / 113 % 10] end as state) s`,
    [open, ORGANISATIONS, reviewers, NOW],
  );
  // What the server does by itself once the tables have come to rest.
  await run('vacuum (analyze) spend_case');
  await run('analyze');
  const [ids] = await run(
    `select md5('reviewer 7')::uuid as "personId", md5('organisation 7')::uuid as "organisationId"`,
  );
  return ids;
}
