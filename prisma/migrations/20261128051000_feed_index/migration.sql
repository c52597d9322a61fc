-- The feed of an organisation is read by its place in the log: each leaf whose event is a step of a case that everybody on
-- the case may see says whose case it is. Which organisation a case belongs to never changes.
SELECT set_config('spend_control.acting', 'service', true);

ALTER TABLE "log_leaf" ADD COLUMN "step_of" UUID;

CREATE FUNCTION "whose_step_it_is"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW."step_of" := (SELECT c."organisation_id" FROM "case_event" e JOIN "spend_case" c ON c."id" = e."case_id"
    WHERE e."case_id" = NEW."case_id" AND e."sequence" = NEW."sequence"
      AND e."audience" = 'shared' AND e."from_state" IS DISTINCT FROM e."to_state");
  RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION "whose_step_it_is"() FROM PUBLIC;
CREATE TRIGGER "whose_step_it_is" BEFORE INSERT ON "log_leaf" FOR EACH ROW EXECUTE FUNCTION "whose_step_it_is"();

-- What is in the log already. Nothing that was sealed is changed by it: neither place nor hash.
ALTER TABLE "log_leaf" DISABLE TRIGGER "history_is_kept";
UPDATE "log_leaf" l SET "step_of" = c."organisation_id" FROM "case_event" e JOIN "spend_case" c ON c."id" = e."case_id"
  WHERE e."case_id" = l."case_id" AND e."sequence" = l."sequence"
    AND e."audience" = 'shared' AND e."from_state" IS DISTINCT FROM e."to_state";
ALTER TABLE "log_leaf" ENABLE TRIGGER "history_is_kept";

CREATE INDEX "hot_feed" ON "log_leaf" ("step_of", "index" DESC) WHERE "step_of" IS NOT NULL;
