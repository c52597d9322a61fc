-- Row-level security as before, at less cost. To begin a statement PostgreSQL makes ready every question its policies
-- could ask, although most are never asked: of a case that is read with all that belongs to it that took longer than to
-- look up who asks. So:
--
-- - What a person may be is not looked up again where the database said it a moment before in the same request, when it
--   found out who asks. Whatever is asked later in the request, and every long piece of work, looks again.
-- - A statement that is about one case says which. The case is then looked at once, under its own policy, and where it
--   is seen its id stands in the setting: `<sight> <id> <instant> <limit> <roles> <organisations> <id of a case that is
--   seen> <own or other>`, the last being whether whoever acts speaks for its organisation.
-- - For every other case the policies of what belongs to one ask a function, which costs nothing before it is called;
--   where whole pages are read (events, conditions, decisions, what is proved or sent) they look the case up themselves,
--   as before.

-- The words about a person in the setting. Plain, so that it is put into the statement that asks for it.
CREATE FUNCTION "acting_words"("who" uuid, "at" timestamptz, "only_official" boolean, "roles" text[], "organisations" uuid[])
  RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN concat_ws(' ',
    CASE WHEN NOT "roles" && ARRAY['reviewer', 'decider', 'auditor'] THEN 'some'
      WHEN NOT "only_official" AND "organisations" = '{}' THEN 'everything' ELSE 'every-case' END,
    "who", replace("at"::text, ' ', 'T'), CASE WHEN "only_official" THEN 'official' ELSE 'any' END,
    "roles", "organisations");

DO $do$
DECLARE
  "acting" CONSTANT text := $$current_setting('spend_control.acting', true)$$;
  "sees_all_of_it" CONSTANT text := format($$%1$s = 'service' OR %1$s ^@ 'everything '$$, "acting");
  -- Sees every case of whatever marking, though perhaps not all of it.
  "sees_it_at_least" CONSTANT text := format(
    $$%1$s = 'service' OR %1$s ^@ 'everything ' OR (%1$s ^@ 'every-case ' AND split_part(%1$s, ' ', 4) = 'any')$$,
    "acting");
  "is_the_case" CONSTANT text := format($$"case_id"::text = split_part(%s, ' ', 7)$$, "acting");
  "speaks_for_the_case" CONSTANT text := format($$split_part(%s, ' ', 8) = 'own'$$, "acting");
  "options" CONSTANT text := 'SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';
  "owner" CONSTANT text := current_user;
  "may_write_everywhere" CONSTANT text := format(
    $$%1$s = 'service' OR (split_part(%1$s, ' ', 4) = 'any'
      AND split_part(%1$s, ' ', 5)::text[] && ARRAY['reviewer', 'decider'])$$, "acting");
  "of_table" text;
  "of_command" text;
BEGIN
  GRANT CREATE ON SCHEMA "public" TO "spend_control_finder";
  SET LOCAL ROLE "spend_control_finder";

  -- Says for the rest of the transaction that a person acts, with what they may be as the database holds it now.
  CREATE OR REPLACE FUNCTION "act_as"("who" uuid, "at" timestamptz, "only_official" boolean) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER BEGIN ATOMIC
    SELECT set_config('spend_control.acting',
        acting_words("who", "at", "only_official", h."roles", h."organisations"), true)
      FROM (SELECT coalesce(array_agg(r."role"), '{}') AS "roles",
          coalesce(array_agg(r."organisation_id") FILTER (WHERE r."role" IN ('submitter', 'assurance-lead')), '{}')
            AS "organisations"
        FROM "role_assignment" r
        WHERE r."person_id" = "who" AND r."valid_from" <= "at" AND (r."valid_to" IS NULL OR r."valid_to" > "at")
          AND EXISTS (SELECT FROM "person" p WHERE p."id" = r."person_id" AND p."deactivated_at" IS NULL)) h;
  END;

  -- How whoever acts sees a case: `own`, `other`, or not at all.
  EXECUTE format($$CREATE FUNCTION "acting_sight_of"("the_case" uuid) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL SAFE %s AS $f$
    BEGIN
      RETURN (SELECT CASE WHEN s."own" THEN 'own' ELSE 'other' END
        FROM (SELECT coalesce(c."organisation_id" = ANY (nullif(split_part(%2$s, ' ', 6), '')::uuid[]), false) AS "own",
            c."protective_marking" FROM "spend_case" c WHERE c."id" = "the_case") s
        WHERE (s."own" OR %2$s ^@ 'every')
          AND (s."protective_marking" = 'OFFICIAL' OR split_part(%2$s, ' ', 4) = 'any'));
    END
  $f$ $$, "options", "acting");

  REVOKE ALL ON FUNCTION "acting_sight_of"(uuid) FROM PUBLIC;
  -- Policies ask it as whoever looks, also as the owner of the tables.
  EXECUTE format('GRANT EXECUTE ON FUNCTION "acting_sight_of"(uuid) TO %I', "owner");
  RESET ROLE;
  REVOKE CREATE ON SCHEMA "public" FROM "spend_control_finder";

  FOREACH "of_table" IN ARRAY ARRAY['point_evidence', 'legacy_exception', 'submission_version', 'assessment',
      'exception_ruling', 'case_return', 'recommendation', 'rating_review', 'attachment']
  LOOP
    EXECUTE format($$ALTER POLICY "one_sees_its_case" ON %I USING (%s OR %s OR acting_sight_of("case_id") IS NOT NULL)$$,
      "of_table", "sees_it_at_least", "is_the_case");
  END LOOP;
  FOREACH "of_table" IN ARRAY ARRAY['condition', 'condition_evidence'] LOOP
    EXECUTE format($$ALTER POLICY "one_sees_its_case" ON %I USING (%s OR %s
      OR (SELECT true FROM "spend_case" c WHERE c."id" = "case_id"))$$,
      "of_table", "sees_it_at_least", "is_the_case");
  END LOOP;
  EXECUTE format($$ALTER POLICY "one_sees_its_case" ON "comment" USING (%s
    OR (%s AND ("audience" = 'shared' OR %s ^@ 'every' AND NOT %s))
    OR CASE acting_sight_of("case_id") WHEN 'other' THEN "audience" = 'shared' OR %3$s ^@ 'every'
      WHEN 'own' THEN "audience" = 'shared' ELSE false END)$$,
    "sees_all_of_it", "is_the_case", "acting", "speaks_for_the_case");
  EXECUTE format($$ALTER POLICY "one_sees_its_case" ON "case_event" USING (%s
    OR (%s AND ("audience" = 'shared' OR "type" NOT LIKE 'comment-%%' OR %s ^@ 'every' AND NOT %s))
    OR (SELECT "audience" = 'shared' OR "type" NOT LIKE 'comment-%%' OR (%3$s ^@ 'every' AND NOT
        coalesce(c."organisation_id" = ANY (nullif(split_part(%3$s, ' ', 6), '')::uuid[]), false))
      FROM "spend_case" c WHERE c."id" = "case_id"))$$,
    "sees_all_of_it", "is_the_case", "acting", "speaks_for_the_case");
  -- A mark between two cases is for who sees what GDS Assurance keeps to itself about both.
  EXECUTE format($$ALTER POLICY "one_sees_its_case" ON "case_relation" USING (%s
    OR (%s ^@ 'every' AND acting_sight_of("case_id") = 'other' AND acting_sight_of("related_case_id") = 'other'))$$,
    "sees_all_of_it", "acting");

  -- Who may write: asked once more by the function only where it does not follow from what they are.
  FOR "of_table", "of_command" IN SELECT p.tablename, p.cmd FROM pg_policies p WHERE p.schemaname = 'public'
    AND p.policyname IN ('one_may_write_of_its_case', 'one_may_change_of_its_case')
  LOOP
    EXECUTE format($$ALTER POLICY %I ON %I %s (%s OR acting_may_write("case_id"))$$,
      CASE "of_command" WHEN 'INSERT' THEN 'one_may_write_of_its_case' ELSE 'one_may_change_of_its_case' END,
      "of_table", CASE "of_command" WHEN 'INSERT' THEN 'WITH CHECK' ELSE 'USING' END, "may_write_everywhere");
  END LOOP;
END
$do$;

-- No policy asks these any more.
DROP FUNCTION "acting_writes_everywhere"();
DROP FUNCTION "acting_sees_every_case"();
DROP FUNCTION "acting_sees_only_official"();
