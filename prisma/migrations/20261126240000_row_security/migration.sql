-- Who may see and write which rows, held by the database itself. As whom a statement runs is said by a setting of its
-- transaction, `spend_control.acting`: `service` for work that is nobody's; for a person what `act_as` makes of who they
-- are. Where it is not set nothing is visible. It is forced: the owner of the tables, too, sees only what the setting
-- shows, so a later migration that looks at rows begins with
-- `SELECT set_config('spend_control.acting', 'service', true);`.
--
-- The rules are those of libs/domain/lifecycle/sight.ts; a test holds both against each other.

-- What the policies ask. Not in SQL: that would be read and put into the statement again whenever one is planned, which
-- took longer than most statements themselves.
CREATE FUNCTION "acts_as_service"() RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE COST 1 AS $$
BEGIN
  RETURN coalesce(current_setting('spend_control.acting', true), '') = 'service';
END
$$;

-- Says for the rest of the transaction that a person acts: `<id> <instant in UTC>`, the instant being the one as of which
-- their roles count, and ` official` after it where no more than OFFICIAL may be seen. What they may be is looked up
-- here, once, and kept with it, because the policies ask for it at every turn: `<sight> <id> <instant> <limit> <roles>
-- <ids of the organisations they speak for>`. Of sight there is `everything`, where no case need be looked at to know
-- that they may see all of it: who sees every case however it is marked, and speaks for no organisation; and `some`.
CREATE FUNCTION "act_as"("who" text) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  "person" uuid := split_part("who", ' ', 1);
  "at" timestamptz := split_part("who", ' ', 2);
  "limit" text := CASE split_part("who", ' ', 3) WHEN 'official' THEN 'official' ELSE 'any' END;
  "roles" text[];
  "organisations" uuid[];
BEGIN
  -- Whoever is signed in may look up what people are.
  PERFORM set_config('spend_control.acting', 'some ' || "who", true);
  SELECT coalesce(array_agg(r."role"), '{}'),
      coalesce(array_agg(r."organisation_id") FILTER (WHERE r."role" IN ('submitter', 'assurance-lead')), '{}')
    INTO "roles", "organisations"
    FROM "role_assignment" r JOIN "person" p ON p."id" = r."person_id"
    WHERE r."person_id" = "person" AND p."deactivated_at" IS NULL
      AND r."valid_from" <= "at" AND (r."valid_to" IS NULL OR r."valid_to" > "at");
  PERFORM set_config('spend_control.acting', concat_ws(' ',
    CASE WHEN "roles" && ARRAY['reviewer', 'decider', 'auditor'] AND "limit" = 'any' AND "organisations" = '{}'
      THEN 'everything' ELSE 'some' END,
    "person", split_part("who", ' ', 2), "limit", "roles", "organisations"), true);
END
$$;

CREATE FUNCTION "acting_person"() RETURNS uuid LANGUAGE plpgsql STABLE PARALLEL SAFE COST 1 AS $$
BEGIN
  RETURN CASE WHEN length(split_part(current_setting('spend_control.acting', true), ' ', 2)) = 36
    THEN split_part(current_setting('spend_control.acting', true), ' ', 2)::uuid END;
END
$$;

CREATE FUNCTION "acting_at"() RETURNS timestamptz LANGUAGE plpgsql STABLE PARALLEL SAFE COST 1 AS $$
BEGIN
  RETURN nullif(split_part(current_setting('spend_control.acting', true), ' ', 3), '')::timestamptz;
END
$$;

CREATE FUNCTION "acting_sees_only_official"() RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE COST 1 AS $$
BEGIN
  RETURN coalesce(split_part(current_setting('spend_control.acting', true), ' ', 4), '') = 'official';
END
$$;

-- Whether whoever acts holds one of some roles, anywhere, and has not been shut out.
CREATE FUNCTION "acting_holds"("wanted" text[]) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE COST 1 AS $$
BEGIN
  RETURN coalesce(nullif(split_part(current_setting('spend_control.acting', true), ' ', 5), '')::text[] && "wanted", false);
END
$$;

-- GDS Assurance and auditors see every case.
CREATE FUNCTION "acting_sees_every_case"() RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE COST 1 AS $$
BEGIN
  RETURN acting_holds(ARRAY['reviewer', 'decider', 'auditor']);
END
$$;

-- Organisations whoever acts speaks for.
CREATE FUNCTION "acting_organisations"() RETURNS uuid[] LANGUAGE plpgsql STABLE PARALLEL SAFE COST 1 AS $$
BEGIN
  RETURN coalesce(nullif(split_part(current_setting('spend_control.acting', true), ' ', 6), ''), '{}')::uuid[];
END
$$;

-- Whether no case need be looked at to know that whoever acts may write about it.
CREATE FUNCTION "acting_writes_everywhere"() RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE COST 1 AS $$
BEGIN
  RETURN acts_as_service() OR (acting_holds(ARRAY['reviewer', 'decider']) AND NOT acting_sees_only_official());
END
$$;

-- Whether whoever acts may write about a case. Auditors and administrators may not, whatever they see. It looks again at
-- every call, so that it finds a case the same statement has made.
CREATE FUNCTION "acting_may_write"("the_case" uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM "spend_case" c WHERE c."id" = "the_case"
    AND (acting_holds(ARRAY['reviewer', 'decider']) OR c."organisation_id" = ANY (acting_organisations())));
END
$$;

-- Everything, for the service itself. What is a word of the setting is asked of it at every row: that costs less than to
-- plan a question that is asked once.
DO $$
DECLARE
  "of_table" text;
BEGIN
  FOR "of_table" IN SELECT t.tablename FROM pg_tables t WHERE t.schemaname = 'public' AND t.tablename <> '_prisma_migrations'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', "of_table");
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', "of_table");
    EXECUTE format('CREATE POLICY "for_the_service" ON %I USING (
      current_setting(''spend_control.acting'', true) = ''service'')', "of_table");
  END LOOP;
END
$$;

-- Cases.
CREATE POLICY "one_sees_it" ON "spend_case" FOR SELECT USING (
  current_setting('spend_control.acting', true) = 'service'
  OR current_setting('spend_control.acting', true) ^@ 'everything '
  OR ((SELECT acting_sees_every_case()) OR "organisation_id" = ANY ((SELECT acting_organisations())::uuid[]))
    AND ("protective_marking" = 'OFFICIAL' OR NOT (SELECT acting_sees_only_official())));
CREATE POLICY "one_may_write_it" ON "spend_case" FOR INSERT WITH CHECK (
  "organisation_id" = ANY ((SELECT acting_organisations())::uuid[]));
CREATE POLICY "one_may_change_it" ON "spend_case" FOR UPDATE USING (
  (SELECT acting_holds(ARRAY['reviewer', 'decider'])) OR "organisation_id" = ANY ((SELECT acting_organisations())::uuid[]));

-- What belongs to a case goes with it. The case is looked up as whoever acts, so its own policies decide.
DO $$
DECLARE
  "of_table" text;
BEGIN
  FOREACH "of_table" IN ARRAY ARRAY['point_evidence', 'legacy_exception', 'condition', 'condition_evidence',
      'submission_version', 'assessment', 'exception_ruling', 'case_return', 'recommendation', 'decision',
      'rating_review', 'external_decision', 'case_relation', 'log_leaf', 'log_pending', 'email']
  LOOP
    EXECUTE format('CREATE POLICY "one_sees_its_case" ON %I FOR SELECT USING (
      current_setting(''spend_control.acting'', true) = ''service''
      OR current_setting(''spend_control.acting'', true) ^@ ''everything ''
      OR (SELECT true FROM "spend_case" c WHERE c."id" = "case_id"))', "of_table");
  END LOOP;
  FOREACH "of_table" IN ARRAY ARRAY['point_evidence', 'legacy_exception', 'comment', 'condition', 'condition_evidence',
      'submission_version', 'assessment', 'exception_ruling', 'case_return', 'recommendation', 'decision',
      'rating_review', 'external_decision', 'case_relation', 'log_pending', 'email', 'case_event']
  LOOP
    EXECUTE format('CREATE POLICY "one_may_write_of_its_case" ON %I FOR INSERT WITH CHECK (
      (SELECT acting_writes_everywhere()) OR acting_may_write("case_id"))', "of_table");
  END LOOP;
  FOREACH "of_table" IN ARRAY ARRAY['point_evidence', 'legacy_exception', 'comment', 'condition', 'case_relation']
  LOOP
    EXECUTE format('CREATE POLICY "one_may_change_of_its_case" ON %I FOR UPDATE USING (
      (SELECT acting_writes_everywhere()) OR acting_may_write("case_id"))', "of_table");
  END LOOP;
END
$$;

-- What GDS Assurance says among itself is not for who speaks for the case's organisation.
CREATE POLICY "one_sees_its_case" ON "comment" FOR SELECT USING (
  current_setting('spend_control.acting', true) = 'service'
  OR current_setting('spend_control.acting', true) ^@ 'everything '
  OR (SELECT "audience" = 'shared'
      OR ((SELECT acting_sees_every_case()) AND NOT c."organisation_id" = ANY ((SELECT acting_organisations())::uuid[]))
    FROM "spend_case" c WHERE c."id" = "case_id"));
CREATE POLICY "one_sees_its_comment" ON "comment_edit" FOR SELECT USING (
  (SELECT true FROM "comment" m WHERE m."id" = "comment_id"));
CREATE POLICY "one_may_write_of_its_comment" ON "comment_edit" FOR INSERT WITH CHECK (
  (SELECT acting_may_write(m."case_id") FROM "comment" m WHERE m."id" = "comment_id"));
-- Of the other events of GDS Assurance's own the department's view needs that they happened: the clock stops by some,
-- and a case as it stood is replayed from all. What is shown of them is the service's to hold back.
CREATE POLICY "one_sees_its_case" ON "case_event" FOR SELECT USING (
  current_setting('spend_control.acting', true) = 'service'
  OR current_setting('spend_control.acting', true) ^@ 'everything '
  OR (SELECT "audience" = 'shared' OR "type" NOT LIKE 'comment-%'
      OR ((SELECT acting_sees_every_case()) AND NOT c."organisation_id" = ANY ((SELECT acting_organisations())::uuid[]))
    FROM "spend_case" c WHERE c."id" = "case_id"));

-- What is one's own.
CREATE POLICY "it_is_ones_own" ON "idempotency_record" USING ("person_id" = (SELECT acting_person()));
CREATE POLICY "it_is_ones_own" ON "export_receipt" FOR SELECT USING (
  "person_id" = (SELECT acting_person()) OR (SELECT acting_holds(ARRAY['auditor'])));
CREATE POLICY "one_leaves_it" ON "export_receipt" FOR INSERT WITH CHECK ("person_id" = (SELECT acting_person()));
CREATE POLICY "one_sees_it" ON "saved_search" FOR SELECT USING (
  "owner_id" = (SELECT acting_person()) OR "organisation_id" IN (SELECT r."organisation_id" FROM "role_assignment" r
    WHERE r."person_id" = (SELECT acting_person()) AND r."valid_from" <= (SELECT acting_at())
      AND (r."valid_to" IS NULL OR r."valid_to" > (SELECT acting_at()))));
CREATE POLICY "it_is_ones_own" ON "saved_search" USING ("owner_id" = (SELECT acting_person()));
-- Who follows a search keeps it from being changed meanwhile, which to PostgreSQL is a kind of changing it.
CREATE POLICY "one_holds_it_still" ON "saved_search" FOR UPDATE USING (
  "organisation_id" IN (SELECT r."organisation_id" FROM "role_assignment" r
    WHERE r."person_id" = (SELECT acting_person()) AND r."valid_from" <= (SELECT acting_at())
      AND (r."valid_to" IS NULL OR r."valid_to" > (SELECT acting_at()))))
  WITH CHECK (false);
-- So does who is given the next case, with their own row.
CREATE POLICY "one_holds_oneself_still" ON "person" FOR UPDATE USING ("id" = (SELECT acting_person()))
  WITH CHECK (false);
-- Removing or changing a search takes its followers along, whoever they are.
CREATE POLICY "one_sees_its_search" ON "saved_search_subscription" FOR SELECT USING (
  "person_id" = (SELECT acting_person()) OR (SELECT true FROM "saved_search" s WHERE s."id" = "search_id"));
CREATE POLICY "one_follows" ON "saved_search_subscription" FOR INSERT WITH CHECK (
  "person_id" = (SELECT acting_person()));
CREATE POLICY "one_changes_ones_search" ON "saved_search_subscription" FOR UPDATE USING (
  (SELECT true FROM "saved_search" s WHERE s."id" = "search_id"));
CREATE POLICY "one_follows_no_more" ON "saved_search_subscription" FOR DELETE USING (
  "person_id" = (SELECT acting_person())
  OR (SELECT s."owner_id" = (SELECT acting_person()) FROM "saved_search" s WHERE s."id" = "search_id"));
CREATE POLICY "one_sees_its_search" ON "saved_search_match" FOR SELECT USING (
  "person_id" = (SELECT acting_person()) OR (SELECT true FROM "saved_search" s WHERE s."id" = "search_id"));
CREATE POLICY "one_follows" ON "saved_search_match" FOR INSERT WITH CHECK (
  (SELECT true FROM "saved_search" s WHERE s."id" = "search_id"));
CREATE POLICY "one_follows_no_more" ON "saved_search_match" FOR DELETE USING (
  "person_id" = (SELECT acting_person())
  OR (SELECT s."owner_id" = (SELECT acting_person()) FROM "saved_search" s WHERE s."id" = "search_id"));

-- Who looked at what is for auditors; it is written by the service, whoever looks.
CREATE POLICY "auditors_see_it" ON "access_record" FOR SELECT USING ((SELECT acting_holds(ARRAY['auditor'])));

-- Tokens of programs are their maker's and administrators'; clients are administrators'. No secret is in either.
CREATE POLICY "it_is_ones_own" ON "machine_token" FOR SELECT USING (
  "person_id" = (SELECT acting_person()) OR (SELECT acting_holds(ARRAY['administrator'])));
CREATE POLICY "administrators_see_it" ON "machine_client" FOR SELECT USING (
  (SELECT acting_holds(ARRAY['administrator'])));

-- What everybody who is signed in may know: who people are and what they may be, organisations, and the rules. Only the
-- service changes it, for administrators.
DO $$
DECLARE
  "of_table" text;
BEGIN
  FOREACH "of_table" IN ARRAY ARRAY['person', 'role_assignment', 'organisation', 'organisation_change', 'earned_autonomy',
      'regime', 'regime_adoption', 'working_calendar', 'reference_data_addition']
  LOOP
    EXECUTE format('CREATE POLICY "whoever_is_signed_in_sees_it" ON %I FOR SELECT USING (
      length(split_part(current_setting(''spend_control.acting'', true), '' '', 2)) = 36)', "of_table");
  END LOOP;
  -- Hashes and signatures say nothing of a case, and anybody may hold a copy of them against the log.
  FOREACH "of_table" IN ARRAY ARRAY['log_node', 'log_checkpoint', 'log_publication'] LOOP
    EXECUTE format('CREATE POLICY "whoever_is_signed_in_sees_it" ON %I FOR SELECT USING (
      length(split_part(current_setting(''spend_control.acting'', true), '' '', 2)) = 36)', "of_table");
  END LOOP;
END
$$;

-- What cannot be found through those policies as quickly as without: PostgreSQL lets no index of trigrams be used before
-- a policy has been asked, because the comparison could tell of rows one may not see. These functions look for it and
-- give ids alone; what is read by them is read under the policies.
DO $$ BEGIN CREATE ROLE "spend_control_finder" NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN
  IF NOT pg_has_role(current_user, 'spend_control_finder', 'SET') THEN
    EXECUTE format('GRANT "spend_control_finder" TO %I WITH SET TRUE, INHERIT FALSE', current_user);
  END IF;
END $$;
GRANT USAGE ON SCHEMA "public" TO "spend_control_finder";
GRANT SELECT ("id", "title", "description", "state", "current_version") ON "spend_case" TO "spend_control_finder";
GRANT SELECT ("case_id", "number", "content") ON "submission_version" TO "spend_control_finder";
GRANT SELECT ("id", "reason") ON "decision" TO "spend_control_finder";
GRANT SELECT ("case_id", "sequence", "reason", "occurred_at") ON "case_event" TO "spend_control_finder";
CREATE POLICY "it_is_looked_for" ON "spend_case" FOR SELECT TO "spend_control_finder" USING (true);
CREATE POLICY "it_is_looked_for" ON "submission_version" FOR SELECT TO "spend_control_finder" USING (true);
CREATE POLICY "it_is_looked_for" ON "decision" FOR SELECT TO "spend_control_finder" USING (true);
CREATE POLICY "it_is_looked_for" ON "case_event" FOR SELECT TO "spend_control_finder" USING (true);

CREATE FUNCTION "cases_titled_like"("pattern" text) RETURNS SETOF uuid ROWS 100
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s."id" FROM "spend_case" s WHERE s."title" ILIKE "pattern"
$$;

-- The description is looked for in the frozen version, whose index costs nothing when a case changes; and in the case
-- itself in those states in which it may differ from what was submitted last, or was never submitted.
CREATE FUNCTION "cases_saying"("pattern" text) RETURNS SETOF uuid ROWS 100
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s."id" FROM "spend_case" s WHERE s."title" ILIKE "pattern"
  UNION SELECT s."id" FROM "spend_case" s
    WHERE s."state" IN ('draft', 'signed-off', 'returned', 'withdrawn', 'closed-below-threshold')
      AND s."description" ILIKE "pattern"
  UNION SELECT s."id" FROM "spend_case" s
    WHERE s."state" NOT IN ('draft', 'signed-off', 'returned', 'withdrawn', 'closed-below-threshold')
      AND s."id" = ANY (ARRAY(SELECT v."case_id" FROM "submission_version" v
        WHERE (v."content" #>> '{details,description}') ILIKE "pattern"))
      AND (SELECT (v."content" #>> '{details,description}') ILIKE "pattern" FROM "submission_version" v
        WHERE v."case_id" = s."id" AND v."number" = s."current_version")
$$;

CREATE FUNCTION "decisions_giving_reason_like"("pattern" text) RETURNS SETOF uuid ROWS 100
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT d."id" FROM "decision" d WHERE d."reason" ILIKE "pattern"
$$;

CREATE FUNCTION "events_giving_reason_like"("pattern" text) RETURNS TABLE ("case_id" uuid, "sequence" integer) ROWS 100
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e."case_id", e."sequence" FROM "case_event" e WHERE e."reason" IS NOT NULL AND e."reason" ILIKE "pattern"
$$;

CREATE FUNCTION "cases_titled_similarly"("the_title" text, "most" integer) RETURNS SETOF uuid ROWS 50
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s."id" FROM "spend_case" s WHERE s."title" % "the_title"
  ORDER BY similarity(s."title", "the_title") DESC, s."id" LIMIT "most"
$$;

-- How far a case had come by an instant, whoever may know of what: a department's revision counts what GDS Assurance
-- said among itself, without a word of it.
CREATE FUNCTION "head_of_case"("the_case" uuid, "at" timestamptz) RETURNS TABLE ("sequence" integer, "occurred_at" timestamptz)
  ROWS 1 LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e."sequence", e."occurred_at" FROM "case_event" e WHERE e."case_id" = "the_case" AND e."occurred_at" <= "at"
  ORDER BY e."sequence" DESC LIMIT 1
$$;

DO $$
DECLARE
  "of_function" regprocedure;
BEGIN
  GRANT CREATE ON SCHEMA "public" TO "spend_control_finder";
  FOREACH "of_function" IN ARRAY ARRAY['cases_titled_like(text)', 'cases_saying(text)',
      'decisions_giving_reason_like(text)', 'events_giving_reason_like(text)', 'cases_titled_similarly(text, integer)',
      'head_of_case(uuid, timestamptz)']::regprocedure[]
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', "of_function");
    EXECUTE format('ALTER FUNCTION %s OWNER TO "spend_control_finder"', "of_function");
  END LOOP;
  REVOKE CREATE ON SCHEMA "public" FROM "spend_control_finder";
END
$$;

-- Counts are still answered out of the index: a policy asks whose a case is and how it is marked.
DROP INDEX "hot_reviewer_by_due";
CREATE INDEX "hot_reviewer_by_due" ON "spend_case" ("reviewer_id", "next_due_at", "created_at", "id")
  INCLUDE ("state", "rating", "organisation_id", "protective_marking") WHERE "reviewer_id" IS NOT NULL;
DROP INDEX "hot_organisation_by_due";
CREATE INDEX "hot_organisation_by_due" ON "spend_case" ("organisation_id", "next_due_at", "created_at", "id")
  INCLUDE ("state", "rating", "reviewer_id", "protective_marking");
DROP INDEX "hot_open_by_kind";
CREATE INDEX "hot_open_by_kind" ON "spend_case" ("state", "rating", "reviewer_id", "next_due_at")
  INCLUDE ("organisation_id", "route", "category", "requested_pence", "protective_marking")
  WHERE "state" IN ('submitted', 'acknowledged', 'in-review', 'returned', 'recommended');
-- The same for sessions that are over: a comparison of what `coalesce` gives is taken for one that could tell of rows.
DROP INDEX "hot_web_session_over";
CREATE INDEX "hot_web_session_over" ON "web_session" ((least("ended_at", "expires_at")));
