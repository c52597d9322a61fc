-- Row-level security as before, at less cost. Policies ask the setting itself, by what PostgreSQL is made of, wherever
-- whole pages are read: a function in PL/pgSQL costs more to begin than the question it answers. What a person may be is
-- looked up by one statement, as the finder, for whom no policy has to be asked.
--
-- Of sight there are now three words at the beginning of the setting: `everything`, where no case need be looked at to
-- know that they may see all of it; `every-case`, who sees every case, but not all of each, or none marked higher than
-- OFFICIAL; and `some`. The rest is as it was: `<sight> <id> <instant> <limit> <roles> <organisations they speak for>`.

GRANT SELECT ("id", "deactivated_at") ON "person" TO "spend_control_finder";
GRANT SELECT ("person_id", "organisation_id", "role", "valid_from", "valid_to") ON "role_assignment" TO "spend_control_finder";
CREATE POLICY "it_is_looked_for" ON "person" FOR SELECT TO "spend_control_finder" USING (true);
CREATE POLICY "it_is_looked_for" ON "role_assignment" FOR SELECT TO "spend_control_finder" USING (true);

-- Says for the rest of the transaction that a person acts, with the roles they hold at an instant, and whether no more
-- than OFFICIAL may be seen.
DROP FUNCTION "act_as"(text);
CREATE FUNCTION "act_as"("who" uuid, "at" timestamptz, "only_official" boolean) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER BEGIN ATOMIC
  SELECT set_config('spend_control.acting', concat_ws(' ',
      CASE WHEN NOT h."roles" && ARRAY['reviewer', 'decider', 'auditor'] THEN 'some'
        WHEN NOT "only_official" AND h."organisations" IS NULL THEN 'everything' ELSE 'every-case' END,
      "who", replace("at"::text, ' ', 'T'), CASE WHEN "only_official" THEN 'official' ELSE 'any' END,
      h."roles", h."organisations"), true)
    FROM (SELECT coalesce(array_agg(r."role"), '{}') AS "roles",
        array_agg(r."organisation_id") FILTER (WHERE r."role" IN ('submitter', 'assurance-lead')) AS "organisations"
      FROM "role_assignment" r
      WHERE r."person_id" = "who" AND r."valid_from" <= "at" AND (r."valid_to" IS NULL OR r."valid_to" > "at")
        AND EXISTS (SELECT FROM "person" p WHERE p."id" = r."person_id" AND p."deactivated_at" IS NULL)) h;
END;

DO $$ BEGIN
  GRANT CREATE ON SCHEMA "public" TO "spend_control_finder";
  REVOKE ALL ON FUNCTION "act_as"(uuid, timestamptz, boolean) FROM PUBLIC;
  ALTER FUNCTION "act_as"(uuid, timestamptz, boolean) OWNER TO "spend_control_finder";
  REVOKE CREATE ON SCHEMA "public" FROM "spend_control_finder";
END $$;

DO $do$
DECLARE
  "acting" CONSTANT text := $$current_setting('spend_control.acting', true)$$;
  "sees_all_of_it" CONSTANT text := format($$%1$s = 'service' OR %1$s ^@ 'everything '$$, "acting");
  -- Asked once of a statement.
  "organisations" CONSTANT text := format($$(SELECT nullif(split_part(%s, ' ', 6), '')::uuid[])::uuid[]$$, "acting");
  -- Asked where there is nothing it could be asked once of.
  "speaks_for_its_organisation" CONSTANT text := format(
    $$coalesce(c."organisation_id" = ANY (nullif(split_part(%s, ' ', 6), '')::uuid[]), false)$$, "acting");
  "may_write_everywhere" CONSTANT text := format(
    $$(%1$s = 'service' OR (split_part(%1$s, ' ', 4) = 'any'
      AND split_part(%1$s, ' ', 5)::text[] && ARRAY['reviewer', 'decider']))$$, "acting");
  -- Whether a case there already is lets it be written about; one that the same statement makes is found by the function.
  "may_write" CONSTANT text := format($$(SELECT %s)
      OR (SELECT c."organisation_id" = ANY (%s) FROM "spend_case" c WHERE c."id" = "case_id")
      OR acting_may_write("case_id")$$, "may_write_everywhere", "organisations");
  "of_table" text;
BEGIN
  EXECUTE format($$ALTER POLICY "one_sees_it" ON "spend_case" USING (%s
    OR (%s ^@ 'every-case ' OR "organisation_id" = ANY (%s))
      AND ("protective_marking" = 'OFFICIAL' OR split_part(%2$s, ' ', 4) = 'any'))$$,
    "sees_all_of_it", "acting", "organisations");
  EXECUTE format($$ALTER POLICY "one_may_change_it" ON "spend_case" USING (
    (SELECT split_part(%1$s, ' ', 5) <> '' AND split_part(%1$s, ' ', 5)::text[] && ARRAY['reviewer', 'decider'])
      OR "organisation_id" = ANY (%2$s))$$, "acting", "organisations");

  FOREACH "of_table" IN ARRAY ARRAY['point_evidence', 'legacy_exception', 'condition', 'condition_evidence',
      'submission_version', 'assessment', 'exception_ruling', 'case_return', 'recommendation',
      'rating_review', 'external_decision', 'case_relation', 'log_leaf', 'log_pending', 'email', 'attachment']
  LOOP
    EXECUTE format($$ALTER POLICY "one_sees_its_case" ON %I USING (%s
      OR (SELECT true FROM "spend_case" c WHERE c."id" = "case_id"))$$, "of_table", "sees_all_of_it");
  END LOOP;
  -- A decision says itself whose it is.
  EXECUTE format($$ALTER POLICY "one_sees_its_case" ON "decision" USING (%s
    OR (split_part(%s, ' ', 4) = 'any' AND "organisation_id" = ANY (%s))
    OR (SELECT true FROM "spend_case" c WHERE c."id" = "case_id"))$$, "sees_all_of_it", "acting", "organisations");
  EXECUTE format($$ALTER POLICY "one_sees_its_case" ON "comment" USING (%s
    OR (SELECT "audience" = 'shared' OR (%s ^@ 'every' AND NOT %s)
      FROM "spend_case" c WHERE c."id" = "case_id"))$$, "sees_all_of_it", "acting", "speaks_for_its_organisation");
  EXECUTE format($$ALTER POLICY "one_sees_its_case" ON "case_event" USING (%s
    OR (SELECT "audience" = 'shared' OR "type" NOT LIKE 'comment-%%' OR (%s ^@ 'every' AND NOT %s)
      FROM "spend_case" c WHERE c."id" = "case_id"))$$, "sees_all_of_it", "acting", "speaks_for_its_organisation");

  FOREACH "of_table" IN ARRAY ARRAY['point_evidence', 'legacy_exception', 'comment', 'condition', 'condition_evidence',
      'submission_version', 'assessment', 'exception_ruling', 'case_return', 'recommendation', 'decision',
      'rating_review', 'external_decision', 'case_relation', 'log_pending', 'email', 'case_event', 'attachment']
  LOOP
    EXECUTE format($$ALTER POLICY "one_may_write_of_its_case" ON %I WITH CHECK (%s)$$, "of_table", "may_write");
  END LOOP;
  FOREACH "of_table" IN ARRAY ARRAY['point_evidence', 'legacy_exception', 'comment', 'condition', 'case_relation',
      'attachment']
  LOOP
    EXECUTE format($$ALTER POLICY "one_may_change_of_its_case" ON %I USING (%s)$$, "of_table", "may_write");
  END LOOP;

  -- Whoever acts is signed in, or is the service.
  FOREACH "of_table" IN ARRAY ARRAY['person', 'role_assignment', 'organisation', 'organisation_change', 'earned_autonomy',
      'regime', 'regime_adoption', 'working_calendar', 'reference_data_addition', 'log_node', 'log_checkpoint',
      'log_publication']
  LOOP
    EXECUTE format($$ALTER POLICY "whoever_is_signed_in_sees_it" ON %I USING (%s <> '')$$, "of_table", "acting");
  END LOOP;
  FOR "of_table" IN SELECT p.tablename FROM pg_policies p WHERE p.schemaname = 'public' AND p.policyname = 'for_the_service'
  LOOP
    EXECUTE format($$ALTER POLICY "for_the_service" ON %I USING (%s = 'service')$$, "of_table", "acting");
  END LOOP;
END
$do$;
