-- Benefits a department promises of putting a legacy system right: part of the legacy exception, and followed from the
-- approval on like its remediation. Either can end as not met.
SELECT set_config('spend_control.acting', 'service', true);

ALTER TABLE "legacy_exception" ADD COLUMN "benefits" JSONB;
ALTER TABLE "legacy_exception" ADD CONSTRAINT "legacy_exception_benefits_check"
  CHECK ("benefits" IS NULL OR jsonb_typeof("benefits") = 'array');

ALTER TABLE "condition" DROP CONSTRAINT "condition_kind_check";
ALTER TABLE "condition" ADD CONSTRAINT "condition_kind_check" CHECK (
  ("kind" = 'condition' AND "exception_id" IS NULL)
  OR ("kind" IN ('remediation', 'benefit') AND "exception_id" IS NOT NULL));
ALTER TABLE "condition" DROP CONSTRAINT "condition_status_check";
ALTER TABLE "condition" ADD CONSTRAINT "condition_status_check"
  CHECK ("status" IN ('open', 'evidence-submitted', 'met', 'not-met', 'waived'));
-- What the decider imposed is met, waived, or replaced with its decision.
ALTER TABLE "condition" ADD CONSTRAINT "condition_promise_check" CHECK ("status" <> 'not-met' OR "kind" <> 'condition');

-- Promised benefits without what they are: by when, and what they were to be worth, stays.
CREATE FUNCTION "redacted_benefits"("benefits" jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE jsonb_typeof("benefits") WHEN 'array' THEN (
      SELECT coalesce(jsonb_agg(b."item" || '{"benefit": "", "measure": null}' ORDER BY b."place"), '[]')
      FROM jsonb_array_elements("benefits") WITH ORDINALITY AS b("item", "place"))
    ELSE 'null' END
$$;

-- Disposal as before, whatever it takes away by now, and with those.
ALTER FUNCTION "redacted_content"(jsonb) RENAME TO "redacted_content_but_benefits";
CREATE FUNCTION "redacted_content"("content" jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT r."redacted" || jsonb_build_object('legacyExceptions', (
      SELECT coalesce(jsonb_agg(x."item" || CASE WHEN x."item" ? 'benefits'
          THEN jsonb_build_object('benefits', redacted_benefits(x."item" -> 'benefits')) ELSE '{}' END
        ORDER BY x."place"), '[]')
      FROM jsonb_array_elements(r."redacted" -> 'legacyExceptions') WITH ORDINALITY AS x("item", "place")))
  FROM (SELECT redacted_content_but_benefits("content") AS "redacted") r
$$;
ALTER FUNCTION "redaction_of"(text, jsonb) RENAME TO "redaction_of_all_but_benefits";
CREATE FUNCTION "redaction_of"("of_table" text, "old" jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT redaction_of_all_but_benefits("of_table", "old") || CASE "of_table"
    WHEN 'legacy_exception' THEN jsonb_build_object('benefits', redacted_benefits("old" -> 'benefits'))
    ELSE '{}' END
$$;

-- As before: what was found not met is settled as well.
CREATE OR REPLACE FUNCTION "demand_disposal"("the_case" uuid) RETURNS void
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  "latest" "case_event";
  "mark" "case_event";
  "hold" text;
  "waiting" timestamptz;
BEGIN
  SELECT * INTO "latest" FROM "case_event" e WHERE e."case_id" = "the_case" ORDER BY e."sequence" DESC LIMIT 1;
  IF "latest"."type" IS DISTINCT FROM 'disposed' OR "latest"."actor_id" IS NOT NULL THEN
    RAISE EXCEPTION 'The history of the case does not end with its disposal' USING ERRCODE = 'restrict_violation';
  END IF;
  SELECT * INTO "mark" FROM "case_event" e WHERE e."case_id" = "the_case" AND e."type" = 'disposal-marked'
    ORDER BY e."sequence" DESC LIMIT 1;
  IF "mark"."actor_role" IS DISTINCT FROM 'administrator' THEN
    RAISE EXCEPTION 'The case is not marked for disposal' USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (SELECT FROM "case_event" e WHERE e."case_id" = "the_case" AND e."sequence" > "mark"."sequence"
      AND e."sequence" < "latest"."sequence" AND e."type" NOT IN ('disposal-held', 'disposal-released')) THEN
    RAISE EXCEPTION 'Something has happened to the case since it was marked for disposal'
      USING ERRCODE = 'restrict_violation';
  END IF;
  SELECT e."type" INTO "hold" FROM "case_event" e WHERE e."case_id" = "the_case"
    AND e."type" IN ('disposal-held', 'disposal-released') ORDER BY e."sequence" DESC LIMIT 1;
  IF "hold" = 'disposal-held' THEN
    RAISE EXCEPTION 'The case is held back from disposal' USING ERRCODE = 'restrict_violation';
  END IF;
  SELECT max((e."payload" ->> 'notBefore')::timestamptz) INTO "waiting" FROM "case_event" e
    WHERE e."case_id" = "the_case" AND e."sequence" >= "mark"."sequence"
      AND e."type" IN ('disposal-marked', 'disposal-released');
  IF NOT coalesce("latest"."occurred_at" >= "waiting"
      AND ("latest"."occurred_at" AT TIME ZONE 'Europe/London')::date >= ("mark"."payload" ->> 'dueOn')::date, false) THEN
    RAISE EXCEPTION 'The disposal of the case is not due yet' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT EXISTS (SELECT FROM "spend_case" c WHERE c."id" = "the_case" AND c."state" IN ('approved',
      'approved-with-conditions', 'not-approved', 'assured-by-department', 'withdrawn', 'closed-below-threshold', 'advice-closed')
      AND NOT EXISTS (SELECT FROM "condition" k WHERE k."decision_id" = c."decision_id"
        AND k."status" IN ('open', 'evidence-submitted'))) THEN
    RAISE EXCEPTION 'The case has not ended' USING ERRCODE = 'restrict_violation';
  END IF;
END
$$;

REVOKE ALL ON FUNCTION "redacted_benefits"(jsonb), "redacted_content"(jsonb), "redaction_of"(text, jsonb) FROM PUBLIC;
