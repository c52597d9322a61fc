-- A question is never less strictly marked than the case it is about. Marking a case marks its questions in the same
-- transaction, each with an event of its own; that it was done, also where somebody asks at that moment, is held here.
SELECT set_config('spend_control.acting', 'service', true);

GRANT SELECT ("case_id", "about_case_id") ON "advice_request" TO "spend_control_finder";
GRANT SELECT ("type") ON "case_event" TO "spend_control_finder";
CREATE POLICY "it_is_looked_for" ON "advice_request" FOR SELECT TO "spend_control_finder" USING (true);

DO $do$
DECLARE
  "owner" CONSTANT text := current_user;
BEGIN
  GRANT CREATE ON SCHEMA "public" TO "spend_control_finder";
  SET LOCAL ROLE "spend_control_finder";

  -- Whoever marks a case and whoever asks about it wait for one another: of the two that come second sees what was
  -- first. What was disposed of has no text that could be marked.
  CREATE FUNCTION "demand_strictest_marking"() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $f$
  DECLARE
    "the_case" uuid := to_jsonb(NEW) ->> CASE TG_TABLE_NAME WHEN 'advice_request' THEN 'about_case_id' ELSE 'id' END;
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('marking of ' || "the_case"::text, 0));
    IF EXISTS (SELECT FROM "advice_request" q
        JOIN "spend_case" x ON x."id" = q."about_case_id" AND x."protective_marking" <> 'OFFICIAL'
        JOIN "spend_case" c ON c."id" = q."case_id" AND c."protective_marking" = 'OFFICIAL'
        WHERE (q."about_case_id" = "the_case" OR q."case_id" = "the_case")
          AND NOT EXISTS (SELECT FROM "case_event" e WHERE e."case_id" = q."case_id" AND e."type" = 'disposed')) THEN
      RAISE EXCEPTION 'A question is marked at least as its case'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'advice_request_marking';
    END IF;
    RETURN NULL;
  END
  $f$;
  REVOKE ALL ON FUNCTION "demand_strictest_marking"() FROM PUBLIC;
  EXECUTE format('GRANT EXECUTE ON FUNCTION "demand_strictest_marking"() TO %I', "owner");

  RESET ROLE;
  REVOKE CREATE ON SCHEMA "public" FROM "spend_control_finder";
END
$do$;

CREATE TRIGGER "strictest_marking" AFTER INSERT OR UPDATE OF "about_case_id" ON "advice_request"
  FOR EACH ROW WHEN (NEW."about_case_id" IS NOT NULL) EXECUTE FUNCTION "demand_strictest_marking"();
CREATE TRIGGER "strictest_marking" AFTER UPDATE OF "protective_marking" ON "spend_case"
  FOR EACH ROW WHEN (NEW."protective_marking" IS DISTINCT FROM OLD."protective_marking")
  EXECUTE FUNCTION "demand_strictest_marking"();

-- What was reopened without ever having been answered is due again.
UPDATE "spend_case" SET "schedule_stale" = true WHERE "state" = 'advice-asked' AND "next_due_at" IS NULL;
