-- Guidance whose question is marked is taken down from every department by the statement that marks the question. It says
-- of itself why it is no longer published; its text stays for who may see the question, and for nobody else.
SELECT set_config('spend_control.acting', 'service', true);

ALTER TABLE "guidance" ADD COLUMN "withdrawn_because" TEXT;
ALTER TABLE "guidance" DISABLE TRIGGER "same_guidance";
UPDATE "guidance" SET "withdrawn_because" = 'taken-back' WHERE "withdrawn_at" IS NOT NULL;
-- What was marked before: from the event on that marked it.
UPDATE "guidance" g SET "withdrawn_at" = m."occurred_at", "withdrawn_because" = 'marked'
  FROM "guidance_source" s, LATERAL (SELECT min(e."occurred_at") AS "occurred_at" FROM "case_event" e
    WHERE e."case_id" = s."case_id" AND e."sequence" > s."sequence" AND e."type" IN ('advice-marked', 'advice-tied')
      AND e."payload" ->> 'protectiveMarking' <> 'OFFICIAL') m
  WHERE s."guidance_id" = g."id" AND g."withdrawn_at" IS NULL AND m."occurred_at" IS NOT NULL;
ALTER TABLE "guidance" ENABLE TRIGGER "same_guidance";
ALTER TABLE "guidance" ADD CONSTRAINT "guidance_withdrawn_because_check"
  CHECK (("withdrawn_at" IS NULL) = ("withdrawn_because" IS NULL) AND "withdrawn_because" IN ('taken-back', 'marked'));

-- Published words stay what they are: guidance can be withdrawn, once, and nothing else.
CREATE OR REPLACE FUNCTION "demand_same_guidance"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD."withdrawn_at" IS NOT NULL
    OR to_jsonb(NEW) - ARRAY['withdrawn_at', 'withdrawn_because']
      IS DISTINCT FROM to_jsonb(OLD) - ARRAY['withdrawn_at', 'withdrawn_because'] THEN
    RAISE EXCEPTION 'Published guidance stays what it is' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

GRANT SELECT ("guidance_id", "case_id") ON "guidance_source" TO "spend_control_finder";
GRANT SELECT ("id", "withdrawn_at") ON "guidance" TO "spend_control_finder";
CREATE POLICY "it_is_looked_for" ON "guidance_source" FOR SELECT TO "spend_control_finder" USING (true);
CREATE POLICY "it_is_looked_for" ON "guidance" FOR SELECT TO "spend_control_finder" USING (true);

DO $do$
DECLARE
  "owner" CONSTANT text := current_user;
  "acting" CONSTANT text := $$current_setting('spend_control.acting', true)$$;
BEGIN
  -- What is no longer published is for those who see what it was made of.
  EXECUTE format($$ALTER POLICY "whoever_is_signed_in_sees_it" ON "guidance" USING (%1$s <> ''
    AND ("withdrawn_at" IS NULL OR %1$s = 'service' OR %1$s ^@ 'everything '
      OR (SELECT true FROM "guidance_source" s WHERE s."guidance_id" = "id")))$$, "acting");
  -- Whoever marks a question takes down what was made of it; that it is the question's is asked of its source.
  EXECUTE $$CREATE POLICY "it_goes_with_its_question" ON "guidance" FOR UPDATE
    USING ((SELECT acting_may_write(s."case_id") FROM "guidance_source" s WHERE s."guidance_id" = "id"))
    WITH CHECK ("withdrawn_because" = 'marked')$$;

  GRANT CREATE ON SCHEMA "public" TO "spend_control_finder";
  SET LOCAL ROLE "spend_control_finder";
  CREATE FUNCTION "demand_guidance_taken_down"() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $f$
  DECLARE
    "the_case" uuid := to_jsonb(NEW) ->> CASE TG_TABLE_NAME WHEN 'guidance_source' THEN 'case_id' ELSE 'id' END;
  BEGIN
    IF EXISTS (SELECT FROM "guidance_source" s
        JOIN "guidance" g ON g."id" = s."guidance_id" AND g."withdrawn_at" IS NULL
        JOIN "spend_case" c ON c."id" = s."case_id" AND c."protective_marking" <> 'OFFICIAL'
        WHERE s."case_id" = "the_case") THEN
      RAISE EXCEPTION 'Nothing is published of a marked question' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
  END
  $f$;
  REVOKE ALL ON FUNCTION "demand_guidance_taken_down"() FROM PUBLIC;
  EXECUTE format('GRANT EXECUTE ON FUNCTION "demand_guidance_taken_down"() TO %I', "owner");
  RESET ROLE;
  REVOKE CREATE ON SCHEMA "public" FROM "spend_control_finder";
END
$do$;

CREATE TRIGGER "nothing_marked_is_published" AFTER INSERT ON "guidance_source"
  FOR EACH ROW EXECUTE FUNCTION "demand_guidance_taken_down"();
CREATE TRIGGER "nothing_marked_is_published" AFTER UPDATE OF "protective_marking" ON "spend_case"
  FOR EACH ROW WHEN (NEW."protective_marking" IS DISTINCT FROM OLD."protective_marking")
  EXECUTE FUNCTION "demand_guidance_taken_down"();
