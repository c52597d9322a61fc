-- What a person writes names only what they see, is by themselves, and decides nothing they may not decide. Foreign keys are
-- not subject to row-level security, and a policy for writing was asked only of the row's own case. What is asked is asked
-- only where such a column is set: by conditions of triggers, for which no function is begun otherwise, and by words of the
-- setting. Where nobody acts the policies let nothing be written.
SELECT set_config('spend_control.acting', 'service', true);

GRANT SELECT ("follows_case_id") ON "spend_case" TO "spend_control_finder";
GRANT SELECT ("id", "case_id", "stored_id") ON "attachment" TO "spend_control_finder";
CREATE POLICY "it_is_looked_for" ON "attachment" FOR SELECT TO "spend_control_finder" USING (true);

DO $do$
DECLARE
  "owner" CONSTANT text := current_user;
  "acting" CONSTANT text := $$current_setting('spend_control.acting', true)$$;
  "options" CONSTANT text := 'LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';
  "of_function" text;
BEGIN
  GRANT CREATE ON SCHEMA "public" TO "spend_control_finder";
  SET LOCAL ROLE "spend_control_finder";

  -- Another case that a row names, in the column that the trigger gives, is one that whoever acts sees.
  EXECUTE format($f$CREATE FUNCTION "demand_seen_case"() RETURNS trigger %s AS $$
  BEGIN
    IF coalesce(%s, '') NOT IN ('', 'service') AND acting_sight_of((to_jsonb(NEW) ->> TG_ARGV[0])::uuid) IS NULL THEN
      RAISE EXCEPTION 'Only a case that is seen can be named'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'names_a_case_that_is_seen';
    END IF;
    RETURN NULL;
  END
  $$ $f$, "options", "acting");

  -- A request starts from an approval of its own organisation, and nothing else does; also where whoever acts does not see
  -- what else there is. The states in which nothing became of a request are those of openFollower in libs/domain.
  EXECUTE format($f$CREATE FUNCTION "demand_only_follower"() RETURNS trigger %s AS $$
  BEGIN
    IF coalesce(%s, '') IN ('', 'service') THEN
      RETURN NULL;
    END IF;
    IF NOT EXISTS (SELECT FROM "spend_case" f WHERE f."id" = NEW."follows_case_id"
        AND f."organisation_id" = NEW."organisation_id") THEN
      RAISE EXCEPTION 'A request starts from an approval of its own organisation'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'spend_case_follows_its_own';
    END IF;
    IF EXISTS (SELECT FROM "spend_case" f WHERE f."follows_case_id" = NEW."follows_case_id" AND f."id" <> NEW."id"
        AND f."state" NOT IN ('not-approved', 'withdrawn', 'closed-below-threshold')) THEN
      RAISE EXCEPTION 'Another request starts from this approval'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'spend_case_only_follower';
    END IF;
    RETURN NULL;
  END
  $$ $f$, "options", "acting");

  -- A file that lies under the id of another is one that a case of the same organisation has, which whoever acts sees.
  EXECUTE format($f$CREATE FUNCTION "demand_file_of_ones_own"() RETURNS trigger %s AS $$
  BEGIN
    IF coalesce(%s, '') NOT IN ('', 'service') AND NOT EXISTS (SELECT FROM "attachment" a
        JOIN "spend_case" f ON f."id" = a."case_id"
        JOIN "spend_case" c ON c."id" = NEW."case_id" AND c."organisation_id" = f."organisation_id"
        WHERE (a."id" = NEW."stored_id" OR a."stored_id" = NEW."stored_id") AND a."id" <> NEW."id"
          AND a."case_id" <> NEW."case_id" AND acting_sight_of(a."case_id") IS NOT NULL) THEN
      RAISE EXCEPTION 'A file is carried over from a case of the same organisation that is seen'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'attachment_stored_seen';
    END IF;
    RETURN NULL;
  END
  $$ $f$, "options", "acting");

  -- Nothing where nobody acts.
  EXECUTE format($f$CREATE OR REPLACE FUNCTION "case_is_marked"("the_case" uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT CASE WHEN %1$s = 'service' OR length(split_part(%1$s, ' ', 2)) = 36
      THEN EXISTS (SELECT FROM "spend_case" c WHERE c."id" = "the_case" AND c."protective_marking" <> 'OFFICIAL') END
  $$ $f$, "acting");

  FOREACH "of_function" IN ARRAY ARRAY['demand_seen_case', 'demand_only_follower', 'demand_file_of_ones_own'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %I() FROM PUBLIC', "of_function");
    EXECUTE format('GRANT EXECUTE ON FUNCTION %I() TO %I', "of_function", "owner");
  END LOOP;
  RESET ROLE;
  REVOKE CREATE ON SCHEMA "public" FROM "spend_control_finder";
END
$do$;

-- Who decides. Asked only where a case comes to be decided.
CREATE FUNCTION "demand_decider"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF coalesce(current_setting('spend_control.acting', true), '') NOT IN ('', 'service')
    AND NOT acting_holds(ARRAY['decider']) THEN
    RAISE EXCEPTION 'Only a decider decides' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION "demand_decider"() FROM PUBLIC;

CREATE TRIGGER "decided_by_a_decider" AFTER INSERT ON "spend_case" FOR EACH ROW
  WHEN (NEW."state" IN ('approved', 'approved-with-conditions', 'not-approved')) EXECUTE FUNCTION "demand_decider"();
CREATE TRIGGER "changed_by_a_decider" AFTER UPDATE OF "state" ON "spend_case" FOR EACH ROW
  WHEN (NEW."state" IS DISTINCT FROM OLD."state" AND NEW."state" IN ('approved', 'approved-with-conditions', 'not-approved'))
  EXECUTE FUNCTION "demand_decider"();

CREATE TRIGGER "starts_from_what_is_seen" AFTER INSERT OR UPDATE OF "follows_case_id" ON "spend_case" FOR EACH ROW
  WHEN (NEW."follows_case_id" IS NOT NULL) EXECUTE FUNCTION "demand_seen_case"('follows_case_id');
CREATE TRIGGER "starts_alone" AFTER INSERT OR UPDATE OF "follows_case_id" ON "spend_case" FOR EACH ROW
  WHEN (NEW."follows_case_id" IS NOT NULL) EXECUTE FUNCTION "demand_only_follower"();
CREATE TRIGGER "is_about_what_is_seen" AFTER INSERT OR UPDATE OF "about_case_id" ON "advice_request" FOR EACH ROW
  WHEN (NEW."about_case_id" IS NOT NULL) EXECUTE FUNCTION "demand_seen_case"('about_case_id');
CREATE TRIGGER "marks_what_is_seen" AFTER INSERT OR UPDATE OF "related_case_id" ON "case_relation" FOR EACH ROW
  EXECUTE FUNCTION "demand_seen_case"('related_case_id');
CREATE TRIGGER "carried_from_what_is_seen" AFTER INSERT ON "attachment" FOR EACH ROW
  WHEN (NEW."stored_id" IS NOT NULL) EXECUTE FUNCTION "demand_file_of_ones_own"();

-- An event is by whoever acts, or nobody, in a role they hold; that something was decided says only a decider. So does a
-- decision.
DO $do$
DECLARE
  "acting" CONSTANT text := $$current_setting('spend_control.acting', true)$$;
  "is_decider" CONSTANT text := format($$nullif(split_part(%s, ' ', 5), '')::text[] @> '{decider}'$$, "acting");
  "rule" record;
BEGIN
  FOR "rule" IN SELECT p.tablename, p.with_check FROM pg_policies p WHERE p.schemaname = 'public'
    AND p.policyname = 'one_may_write_of_its_case' AND p.tablename IN ('case_event', 'decision')
  LOOP
    EXECUTE format($$ALTER POLICY "one_may_write_of_its_case" ON %I WITH CHECK (%s AND (%s))$$, "rule".tablename,
      CASE "rule".tablename
        WHEN 'case_event' THEN format($$("actor_id" IS NULL OR "actor_id"::text = split_part(%1$s, ' ', 2))
          AND ("actor_role" IS NULL OR "actor_role" = ANY (nullif(split_part(%1$s, ' ', 5), '')::text[]))
          AND ("type" <> 'decided' OR %2$s)$$, "acting", "is_decider")
        ELSE format($$"decided_by"::text = split_part(%s, ' ', 2) AND %s$$, "acting", "is_decider")
      END, "rule".with_check);
  END LOOP;
END
$do$;
