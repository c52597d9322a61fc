/** Decided cases an organisation has in a year, whatever the size: a longer history is more organisations and more years. */
const CASES_PER_ORGANISATION_AND_YEAR = 50;
const EVENTS_PER_CASE = 10;
const LAST_YEAR = 2026;

/**
 * Fills a migrated, empty database with decided cases, ten events each. The spread is made up, and the same for every
 * size: organisations and years grow with the history, a year of one organisation does not.
 *
 * @param {import('../../dist/libs/persistence/database/database.js').Database} database
 * @param {number} events how many events
 * @returns what to ask with: a case and an organisation
 */
export async function fillHistory(database, events) {
  const cases = events / EVENTS_PER_CASE;
  const groups = cases / CASES_PER_ORGANISATION_AND_YEAR;
  const years = groups <= 20 ? 2 : 10;
  const organisations = groups / years;
  const run = (text, values = []) => database.asNobody().query({ text, values });
  await run(
    `insert into regime (version, content, content_hash, loaded_at) values ('v6', '{}', 'none', now())
     on conflict (version) do nothing`,
  );
  await run(
    `insert into organisation (id, key, name, valid_from)
     select md5('organisation ' || n)::uuid, 'organisation-' || n, 'Organisation ' || n, '2010-01-01'
     from generate_series(0, $1::int - 1) n`,
    [organisations],
  );
  await run(
    `insert into person (id, email, name, created_at)
     select md5('person ' || n)::uuid, 'person-' || n || '@bench.example', 'Person ' || n, '2010-01-01'
     from generate_series(0, 19) n`,
  );
  // Numbers that look random and are the same in every run: each column reads other bytes of a hash of the row.
  await run(
    `insert into spend_case (id, reference, organisation_id, state, revision, regime_version, title, description,
       category, requested_pence, whole_life_pence, year_amounts, flags, protective_marking, details_revision, created_by,
       created_at, updated_at, submitted_at, current_version, reviewer_id, rating, rating_confirmed, route, supplier_keys,
       schedule_stale, synthetic)
     select md5('case ' || r.n)::uuid, 'H-' || r.n, md5('organisation ' || r.n % $2::int)::uuid,
       (array['approved', 'approved', 'approved-with-conditions', 'not-approved'])[1 + r.a % 4], ${EVENTS_PER_CASE}, 'v6',
       (array['Cloud hosting', 'Case management', 'Payroll', 'Passport records', 'Network', 'Laptops'])[1 + r.b % 6]
         || ' ' || r.n,
       repeat('What the money is for. ', 5), 'digital-service', (10 ^ (7 + (r.c % 1000) / 250.0))::bigint, 1, '[]',
       jsonb_build_object('publicFacing', r.d % 2 = 0, 'directAward', r.d % 3 = 0, 'breach', r.d % 40 = 0), 'OFFICIAL', 3,
       md5('person 1')::uuid, t.at, t.at, t.at, 1, md5('person ' || r.a % 20)::uuid,
       (array['low', 'medium', 'high'])[1 + r.b % 3], true, 'gds-assurance', array['supplier ' || r.c % 500], false, true
     from (select n,
         ('x' || substr(md5('a' || n), 1, 7))::bit(28)::int as a, ('x' || substr(md5('b' || n), 1, 7))::bit(28)::int as b,
         ('x' || substr(md5('c' || n), 1, 7))::bit(28)::int as c, ('x' || substr(md5('d' || n), 1, 7))::bit(28)::int as d
       from generate_series(0, $1::int - 1) n) r
     cross join lateral (select make_timestamptz(${LAST_YEAR} - r.n / $2::int % $3::int, 1, 1, 9, 0, 0, 'UTC')
       + (r.c % 360) * interval '1 day' + r.n % 1000 * interval '1 second' as at) t`,
    [cases, organisations, years],
  );
  await run(
    `insert into case_event (case_id, sequence, type, audience, actor_id, actor_role, occurred_at, from_state, to_state,
       version, reason, payload, hash, previous_hash)
     select c.id, s, case s when 1 then 'case-created' when 4 then 'submitted' when 10 then 'decided'
         when 7 then 'returned' else 'point-evidence-saved' end,
       'shared', c.created_by, 'submitter', c.created_at + s * interval '1 hour', 'draft',
       case s when 10 then c.state else 'draft' end, case when s >= 4 then 1 end,
       case when s in (7, 10) then 'Why it was so, in words.' end,
       case s when 10 then jsonb_build_object('outcome', c.state) else '{}'::jsonb end, sha256(c.id::text::bytea),
       case when s > 1 then sha256(c.id::text::bytea) end
     from spend_case c cross join generate_series(1, ${EVENTS_PER_CASE}) s`,
  );
  await run(
    `insert into decision (id, case_id, number, version, sequence, outcome, requested_pence, approved_pence, reason,
       overrides, recommendation_id, regime_version, decided_by, decided_role, decided_at, synthetic)
     select md5('decision ' || c.id)::uuid, c.id, 1, 1, ${EVENTS_PER_CASE}, c.state, c.requested_pence,
       case when c.state <> 'not-approved' then c.requested_pence * 9 / 10 end, 'Why it was so, in words.', '[]',
       md5('recommendation ' || c.id)::uuid, 'v6', c.reviewer_id, 'decider', c.created_at + interval '10 hours', true
     from spend_case c`,
  );
  await run(`update spend_case c set decision_id = d.id from decision d where d.case_id = c.id`);
  await run(
    `insert into recommendation (id, case_id, version, sequence, outcome, reason, recommended_by, recommended_at)
     select md5('recommendation ' || c.id)::uuid, c.id, 1, 9, c.state, 'Why it was so, in words.', c.reviewer_id,
       c.created_at + interval '9 hours'
     from spend_case c`,
  );
  await run(
    `insert into condition (id, case_id, decision_id, number, text, owner_name, owner_email, due_on, status, revision,
       changed_at)
     select md5('condition ' || c.id)::uuid, c.id, c.decision_id, 1, 'Publish it.', 'Owner', 'owner@bench.example',
       c.created_at::date + 60, (array['open', 'met', 'waived'])[1 + c.requested_pence % 3], 1, c.created_at
     from spend_case c where c.state = 'approved-with-conditions'`,
  );
  await run(
    `insert into submission_version (case_id, number, content, content_hash, point_hashes, regime_version, submitted_by,
       submitted_at)
     select c.id, 1, jsonb_build_object('details', jsonb_build_object('description', c.description)), 'none', '{}', 'v6',
       c.created_by, c.created_at + interval '4 hours'
     from spend_case c`,
  );
  await run(
    `insert into assessment (id, case_id, version, point, sequence, verdict, assessed_by, assessed_at)
     select md5('assessment ' || p || c.id)::uuid, c.id, 1, p, 5 + p,
       case when (c.requested_pence + p) % 11 = 0 then 'not-met' else 'met' end, c.reviewer_id,
       c.created_at + interval '8 hours'
     from spend_case c cross join generate_series(1, 3) p`,
  );
  // What the server does by itself once the tables have come to rest.
  await run('vacuum (analyze)');
  const [ids] = await run(`select reference as case, organisation_id as organisation from spend_case
    where reference = 'H-77'`);
  return { ...ids, from: `${LAST_YEAR}-01-01`, to: `${LAST_YEAR}-12-31` };
}
