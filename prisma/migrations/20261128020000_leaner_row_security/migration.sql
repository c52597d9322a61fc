-- Row-level security as before, at less cost. To begin a statement PostgreSQL makes ready every function and every
-- question of every policy on every table of it, whether or not it is then asked; a statement about a case names up to
-- fifty tables. So each policy names as little as says the same:
--
-- - That the service may do everything is said by its own policy alone, and no second time by the others.
-- - What follows from fewer words of the setting is asked of those. Who sees every case, but not all of each, or none
--   marked higher than OFFICIAL, is asked of the one case as everybody else is, and of others by the function.
-- - A decision says itself whose it is; its case is looked up only for whoever may see no more than OFFICIAL.
-- - Who writes about the case that is named in the setting as their own is not asked about it again.
-- - What most cases lack is looked for by a function.
-- - What is only an expression is one: it is put into the statement, and no function is begun for it. Such functions
--   name nothing any more, so they need no path to find it by.

-- What whoever acts is and may, out of the setting.
CREATE OR REPLACE FUNCTION "acting_person"() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN length(split_part(current_setting('spend_control.acting', true), ' ', 2)) = 36
    THEN split_part(current_setting('spend_control.acting', true), ' ', 2)::uuid END;
CREATE OR REPLACE FUNCTION "acting_at"() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(split_part(current_setting('spend_control.acting', true), ' ', 3), '')::timestamptz;
CREATE OR REPLACE FUNCTION "acting_holds"("wanted" text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(nullif(split_part(current_setting('spend_control.acting', true), ' ', 5), '')::text[] && "wanted", false);
CREATE OR REPLACE FUNCTION "acting_organisations"() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(nullif(split_part(current_setting('spend_control.acting', true), ' ', 6), ''), '{}')::uuid[];
ALTER FUNCTION "acting_person"() RESET ALL;
ALTER FUNCTION "acting_at"() RESET ALL;
ALTER FUNCTION "acting_holds"(text[]) RESET ALL;
ALTER FUNCTION "acting_organisations"() RESET ALL;

-- The words as before; the instant is written as the service writes it.
CREATE OR REPLACE FUNCTION "acting_words"("who" uuid, "at" timestamptz, "only_official" boolean, "roles" text[],
    "organisations" uuid[])
  RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN concat_ws(' ',
    CASE WHEN coalesce("roles" && ARRAY['reviewer', 'decider', 'auditor'], false) IS FALSE THEN 'some'
      WHEN "only_official" IS FALSE AND "organisations" = '{}' THEN 'everything' ELSE 'every-case' END,
    "who", to_char("at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    CASE WHEN "only_official" IS FALSE THEN 'any' ELSE 'official' END,
    coalesce("roles", '{}'), coalesce("organisations", '{}'));

-- Who acts and, in the same question, the one case that is asked about, by its reference or its id: noted where it is
-- seen by the rule of its policy, which the roles just looked up decide.
GRANT SELECT ("reference") ON "spend_case" TO "spend_control_finder";
DO $do$
DECLARE
  "of_type" text;
BEGIN
  GRANT CREATE ON SCHEMA "public" TO "spend_control_finder";
  SET LOCAL ROLE "spend_control_finder";
  FOREACH "of_type" IN ARRAY ARRAY['text', 'uuid'] LOOP
    EXECUTE format($$CREATE FUNCTION "act_as"("who" uuid, "at" timestamptz, "only_official" boolean, "about" %s) RETURNS void
      LANGUAGE sql VOLATILE SECURITY DEFINER BEGIN ATOMIC
      SELECT set_config('spend_control.acting',
          concat_ws(' ', acting_words("who", "at", "only_official", h."roles", h."organisations"), c."seen"), true)
        FROM (SELECT coalesce(array_agg(r."role"), '{}') AS "roles",
            coalesce(array_agg(r."organisation_id") FILTER (WHERE r."role" IN ('submitter', 'assurance-lead')), '{}')
              AS "organisations"
          FROM "role_assignment" r
          WHERE r."person_id" = "who" AND r."valid_from" <= "at" AND (r."valid_to" IS NULL OR r."valid_to" > "at")
            AND EXISTS (SELECT FROM "person" p WHERE p."id" = r."person_id" AND p."deactivated_at" IS NULL)) h
        LEFT JOIN LATERAL (SELECT s."id" || CASE WHEN s."own" THEN ' own' ELSE ' other' END AS "seen"
          FROM (SELECT s."id", s."organisation_id" = ANY (h."organisations") AS "own", s."protective_marking"
            FROM "spend_case" s WHERE s.%I = "about") s
          WHERE (s."own" OR h."roles" && ARRAY['reviewer', 'decider', 'auditor'])
            AND (s."protective_marking" = 'OFFICIAL' OR "only_official" IS FALSE)) c ON true;
    END $$, "of_type", CASE "of_type" WHEN 'text' THEN 'reference' ELSE 'id' END);
    EXECUTE format('REVOKE ALL ON FUNCTION "act_as"(uuid, timestamptz, boolean, %s) FROM PUBLIC', "of_type");
  END LOOP;
  RESET ROLE;
  REVOKE CREATE ON SCHEMA "public" FROM "spend_control_finder";
END
$do$;

DO $do$
DECLARE
  "acting" CONSTANT text := $$current_setting('spend_control.acting', true)$$;
  "sees_all_of_it" CONSTANT text := format($$%s ^@ 'everything '$$, "acting");
  "organisations" CONSTANT text := format($$nullif(split_part(%s, ' ', 6), '')::uuid[]$$, "acting");
  -- Asked apart where lists are read: PostgreSQL then expects as many rows for whoever asks, and plans them alike.
  "asked_organisations" CONSTANT text := format($$(SELECT %s)::uuid[]$$, "organisations");
  "is_the_case" CONSTANT text := format($$"case_id"::text = split_part(%s, ' ', 7)$$, "acting");
  "sees_any_marking" CONSTANT text := format($$split_part(%s, ' ', 4) = 'any'$$, "acting");
  "looked_up" CONSTANT text := $$(SELECT true FROM "spend_case" c WHERE c."id" = "case_id")$$;
  -- What GDS Assurance says among itself.
  "sees_internal" CONSTANT text := format($$(%s ^@ 'every' AND acting_sight_of("case_id") = 'other')$$, "acting");
  "may_write" CONSTANT text := format($$(%1$s AND split_part(%2$s, ' ', 5)::text[] && ARRAY['reviewer', 'decider'])
      OR (%3$s AND split_part(%2$s, ' ', 8) = 'own') OR acting_may_write("case_id")$$,
    "sees_any_marking", "acting", "is_the_case");
  "of_table" text;
  "of_command" text;
BEGIN
  EXECUTE format($$ALTER POLICY "one_sees_it" ON "spend_case" USING (%s
    OR (%s ^@ 'every-case ' OR "organisation_id" = ANY (%s)) AND ("protective_marking" = 'OFFICIAL' OR %s))$$,
    "sees_all_of_it", "acting", "asked_organisations", "sees_any_marking");

  -- Of one case at a time.
  FOR "of_table" IN SELECT p.tablename FROM pg_policies p WHERE p.schemaname = 'public'
    AND p.policyname = 'one_sees_its_case' AND p.tablename IN ('point_evidence', 'legacy_exception',
      'submission_version', 'assessment', 'exception_ruling', 'case_return', 'recommendation', 'rating_review',
      'attachment', 'advice_request', 'advice_message', 'guidance_source', 'spend_report')
  LOOP
    EXECUTE format($$ALTER POLICY "one_sees_its_case" ON %I USING (%s OR %s OR acting_sight_of("case_id") IS NOT NULL)$$,
      "of_table", "sees_all_of_it", "is_the_case");
  END LOOP;
  -- Of many cases as well, which are looked up: that costs more to begin than the function, and less at each row.
  FOREACH "of_table" IN ARRAY ARRAY['condition', 'condition_evidence', 'external_decision', 'log_leaf', 'log_pending'] LOOP
    EXECUTE format($$ALTER POLICY "one_sees_its_case" ON %I USING (%s OR %s OR %s)$$,
      "of_table", "sees_all_of_it", "is_the_case", "looked_up");
  END LOOP;
  EXECUTE format($$ALTER POLICY "one_sees_its_case" ON "case_event" USING (%s
    OR CASE WHEN "audience" = 'shared' OR "type" NOT LIKE 'comment-%%' THEN %s OR %s ELSE %s END)$$,
    "sees_all_of_it", "is_the_case", "looked_up", "sees_internal");
  EXECUTE format($$ALTER POLICY "one_sees_its_case" ON "comment" USING (%s
    OR CASE "audience" WHEN 'shared' THEN %s OR acting_sight_of("case_id") IS NOT NULL ELSE %s END)$$,
    "sees_all_of_it", "is_the_case", "sees_internal");
  EXECUTE format($$ALTER POLICY "one_sees_its_case" ON "decision" USING (%s OR %s
    OR CASE WHEN %s THEN %s ^@ 'every-case ' OR "organisation_id" = ANY (%s)
      ELSE %s END)$$,
    "sees_all_of_it", "is_the_case", "sees_any_marking", "acting", "asked_organisations", "looked_up");
  EXECUTE format($$ALTER POLICY "one_sees_its_case" ON "case_relation" USING (%s
    OR (%s ^@ 'every' AND acting_sight_of("case_id") = 'other' AND acting_sight_of("related_case_id") = 'other'))$$,
    "sees_all_of_it", "acting");

  FOR "of_table", "of_command" IN SELECT p.tablename, p.cmd FROM pg_policies p WHERE p.schemaname = 'public'
    AND p.policyname IN ('one_may_write_of_its_case', 'one_may_change_of_its_case') AND p.tablename <> 'email'
  LOOP
    EXECUTE format($$ALTER POLICY %I ON %I %s (%s)$$,
      CASE "of_command" WHEN 'INSERT' THEN 'one_may_write_of_its_case' ELSE 'one_may_change_of_its_case' END,
      "of_table", CASE "of_command" WHEN 'INSERT' THEN 'WITH CHECK' ELSE 'USING' END, "may_write");
  END LOOP;
  EXECUTE format($$ALTER POLICY "one_may_write_of_its_case" ON "email" WITH CHECK ("case_id" IS NOT NULL AND (%s))$$,
    "may_write");

  -- What everybody who is signed in may know the service may as well, which need not be asked again: its own policy is
  -- for changing it.
  FOR "of_table" IN SELECT p.tablename FROM pg_policies p WHERE p.schemaname = 'public'
    AND p.policyname = 'whoever_is_signed_in_sees_it' AND p.tablename <> 'guidance'
  LOOP
    EXECUTE format('DROP POLICY "for_the_service" ON %I', "of_table");
    EXECUTE format($$CREATE POLICY "for_the_service_to_add" ON %I FOR INSERT WITH CHECK (%s = 'service')$$, "of_table", "acting");
    EXECUTE format($$CREATE POLICY "for_the_service_to_change" ON %I FOR UPDATE USING (%s = 'service')$$, "of_table", "acting");
    EXECUTE format($$CREATE POLICY "for_the_service_to_remove" ON %I FOR DELETE USING (%s = 'service')$$, "of_table", "acting");
  END LOOP;

  FOREACH "of_table" IN ARRAY ARRAY['idempotency_record', 'access_token', 'web_session'] LOOP
    EXECUTE format($$ALTER POLICY "it_is_ones_own" ON %I USING ("person_id"::text = split_part(%s, ' ', 2))$$,
      "of_table", "acting");
  END LOOP;
END
$do$;

-- Whether whoever acts may write about a case, which is asked of one that the same statement makes. It looks again at every
-- call, so that it finds it.
CREATE OR REPLACE FUNCTION "acting_may_write"("the_case" uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM "spend_case" c WHERE c."id" = "the_case"
    AND (acting_holds(ARRAY['reviewer', 'decider']) OR c."organisation_id" = ANY (acting_organisations())));
END
$$;

-- Of several policies PostgreSQL asks those first whose names come last. That the service acts is asked before anything
-- else, so that nothing is looked up for it.
DO $do$
DECLARE
  "of_table" text;
BEGIN
  FOR "of_table" IN SELECT p.tablename FROM pg_policies p WHERE p.schemaname = 'public' AND p.policyname = 'for_the_service'
  LOOP
    EXECUTE format('ALTER POLICY "for_the_service" ON %I RENAME TO "the_service_does_all"', "of_table");
  END LOOP;
END
$do$;

-- When the text of a case was disposed of, as whoever asks may see it. A function, so that it is begun only for a case that
-- may have been.
CREATE FUNCTION "disposed_at"("the_case" uuid) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC
  SELECT e."occurred_at" FROM "case_event" e WHERE e."case_id" = "the_case" AND e."type" = 'disposed' LIMIT 1;
END;
