-- A decision names the organisation of its case, so that an organisation's decisions in a period are one range of one
-- index. Rows of decisions are never changed; this once the trigger that sees to it stands aside.
ALTER TABLE "decision" ADD COLUMN "organisation_id" UUID;
ALTER TABLE "decision" DISABLE TRIGGER "history_is_kept";
UPDATE "decision" d SET "organisation_id" = c."organisation_id" FROM "spend_case" c WHERE c."id" = d."case_id";
ALTER TABLE "decision" ENABLE TRIGGER "history_is_kept";
-- What the update has queued is checked now: a table cannot be altered while checks of it are waiting.
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE "decision" ALTER COLUMN "organisation_id" SET NOT NULL;

-- Whoever records a decision need not say whose case it is, and cannot say it wrongly: the key below refuses it. Who
-- records it together with a new case has to, because the case is not to be seen yet.
CREATE FUNCTION "name_organisation_of_decision"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."organisation_id" IS NULL THEN
    SELECT c."organisation_id" INTO NEW."organisation_id" FROM "spend_case" c WHERE c."id" = NEW."case_id";
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "decision_names_organisation" BEFORE INSERT ON "decision"
  FOR EACH ROW EXECUTE FUNCTION "name_organisation_of_decision"();

-- CreateIndex
CREATE UNIQUE INDEX "spend_case_id_organisation_id_key" ON "spend_case"("id", "organisation_id");

-- The organisation of a case with a decision can never be another one than its decisions name.
ALTER TABLE "decision" DROP CONSTRAINT "decision_case_id_fkey";
ALTER TABLE "decision" ADD CONSTRAINT "decision_case_id_organisation_id_fkey" FOREIGN KEY ("case_id", "organisation_id") REFERENCES "spend_case"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- CreateTable
CREATE TABLE "export_receipt" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "criteria" JSONB NOT NULL,
    "format" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "rows" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "checkpoint_size" BIGINT,
    "root" TEXT,
    "note" TEXT,

    CONSTRAINT "export_receipt_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "export_receipt" ADD CONSTRAINT "export_receipt_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "export_receipt" ADD CONSTRAINT "export_receipt_format_check" CHECK ("format" IN ('csv', 'jsonl'));
ALTER TABLE "export_receipt" ADD CONSTRAINT "export_receipt_rows_check" CHECK ("rows" >= 0);
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "export_receipt"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();

-- CreateIndex
CREATE INDEX "export_receipt_person_id_at_idx" ON "export_receipt"("person_id", "at");

-- The order of each question, and what it is narrowed by most.
DROP INDEX "case_event_occurred_at_idx";
CREATE INDEX "case_event_occurred_at_case_id_sequence_idx" ON "case_event"("occurred_at", "case_id", "sequence");
DROP INDEX "decision_decided_at_idx";
CREATE INDEX "decision_decided_at_id_idx" ON "decision"("decided_at", "id");
CREATE INDEX "decision_organisation_id_decided_at_id_idx" ON "decision"("organisation_id", "decided_at", "id");
CREATE INDEX "decision_decided_by_decided_at_id_idx" ON "decision"("decided_by", "decided_at", "id");
CREATE INDEX "assessment_assessed_at_id_idx" ON "assessment"("assessed_at", "id");
CREATE INDEX "condition_due_on_id_idx" ON "condition"("due_on", "id");
CREATE INDEX "legacy_exception_saved_at_id_idx" ON "legacy_exception"("saved_at", "id");

-- Events that one question is about, in its order; the conditions are those of the questions, word for word.
CREATE INDEX "hot_endings" ON "case_event" ("occurred_at", "case_id", "sequence")
  WHERE ("type" IN ('returned', 'withdrawn') OR ("type" = 'decided' AND "payload" ->> 'outcome' = 'not-approved'));
CREATE INDEX "hot_triage_events" ON "case_event" ("occurred_at", "case_id", "sequence")
  WHERE ("type" IN ('assured-by-department', 'called-in')
    OR ("type" = 'rating-reviewed' AND "payload" ->> 'computed' IS DISTINCT FROM "payload" ->> 'rating'));
CREATE INDEX "hot_edits_after_submission" ON "case_event" ("occurred_at", "case_id", "sequence")
  WHERE "version" IS NOT NULL AND "type" IN ('details-changed', 'point-evidence-saved', 'legacy-exception-added',
    'legacy-exception-changed', 'legacy-exception-removed');
CREATE INDEX "hot_points_not_met" ON "assessment" ("assessed_at", "id") WHERE "verdict" = 'not-met';
CREATE INDEX "hot_registers" ON "spend_case" ("created_at", "id")
  WHERE ("flags" @> '{"retrospective": true}' OR "flags" @> '{"breach": true}');
-- Parts of texts. Titles have an index already.
CREATE INDEX "hot_decision_reasons" ON "decision" USING gin ("reason" gin_trgm_ops);
CREATE INDEX "hot_event_reasons" ON "case_event" USING gin ("reason" gin_trgm_ops) WHERE "reason" IS NOT NULL;
-- What was submitted is looked for in its frozen version, so that a change of state does not write its description anew.
CREATE INDEX "hot_submitted_descriptions" ON "submission_version"
  USING gin (("content" #>> '{details,description}') gin_trgm_ops);
CREATE INDEX "hot_working_descriptions" ON "spend_case" USING gin ("description" gin_trgm_ops)
  WHERE "state" IN ('draft', 'signed-off', 'returned', 'withdrawn', 'closed-below-threshold');

-- The overall score of the Legacy IT Risk Assessment Framework times 168, so that it is a whole number: of seven
-- likelihood and six impact scores, (sum + 7 x greatest) x (sum + 6 x greatest). Null while a score is missing.
CREATE FUNCTION "legacy_risk_product"("scores" jsonb) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN l."n" = 7 AND i."n" = 6 THEN (l."sum" + 7 * l."max") * (i."sum" + 6 * i."max") END
  FROM (SELECT count(*) AS "n", sum(e."value"::int)::int AS "sum", max(e."value"::int) AS "max"
      FROM jsonb_each_text("scores" -> 'likelihood') e WHERE e."value" ~ '^[1-6]$') l,
    (SELECT count(*) AS "n", sum(e."value"::int)::int AS "sum", max(e."value"::int) AS "max"
      FROM jsonb_each_text("scores" -> 'impact') e WHERE e."value" ~ '^[1-5]$') i
$$;
