-- What comes after a decision. A request may start from an approval, to vary or extend it; what was spent of an approval
-- is recorded; and what a department promised in its legacy exceptions is followed like the conditions of its approval.
SELECT set_config('spend_control.acting', 'service', true);

ALTER TABLE "spend_case" ADD COLUMN "follows_case_id" UUID,
  ADD COLUMN "follows_kind" TEXT,
  ADD COLUMN "follows_version" INTEGER,
  ADD COLUMN "what_changes" TEXT;
CREATE INDEX "spend_case_follows_case_id_idx" ON "spend_case"("follows_case_id");
ALTER TABLE "spend_case" ADD CONSTRAINT "spend_case_follows_case_id_fkey" FOREIGN KEY ("follows_case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "spend_case" ADD CONSTRAINT "spend_case_follows_check" CHECK (
  ("follows_case_id" IS NULL AND "follows_kind" IS NULL AND "follows_version" IS NULL)
  OR ("follows_case_id" IS NOT NULL AND "follows_kind" IN ('varies', 'extends') AND "follows_version" IS NOT NULL));
-- Approvals by the day they end.
CREATE INDEX "hot_approvals_ending" ON "spend_case" (least("spend_ends_on", "contract_ends_on"), "id")
  WHERE "state" IN ('approved', 'approved-with-conditions');

ALTER TABLE "condition" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'condition', ADD COLUMN "exception_id" UUID;
ALTER TABLE "condition" ADD CONSTRAINT "condition_kind_check" CHECK (
  ("kind" = 'condition' AND "exception_id" IS NULL) OR ("kind" = 'remediation' AND "exception_id" IS NOT NULL));

CREATE TABLE "spend_report" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "decision_id" UUID NOT NULL,
    "approved_pence" BIGINT,
    "years" JSONB NOT NULL,
    "total_pence" BIGINT NOT NULL,
    "note" TEXT,
    "final" BOOLEAN NOT NULL,
    "ended_on" DATE,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "spend_report_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "spend_report_case_id_sequence_key" ON "spend_report"("case_id", "sequence");
ALTER TABLE "spend_report" ADD CONSTRAINT "spend_report_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "spend_report" ADD CONSTRAINT "spend_report_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "spend_report" ADD CONSTRAINT "spend_report_amounts_check" CHECK ("total_pence" >= 0 AND "total_pence" <= 100000000000000);
ALTER TABLE "spend_report" ADD CONSTRAINT "spend_report_end_check" CHECK ("final" = ("ended_on" IS NOT NULL));

CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "spend_report"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
CREATE TRIGGER "only_text_goes" BEFORE UPDATE ON "spend_report"
  FOR EACH ROW EXECUTE FUNCTION "demand_redacted_row"();

-- Like everything else that belongs to a case: who sees the case sees it, who may write about the case may add to it.
DO $do$
DECLARE
  "acting" CONSTANT text := $$current_setting('spend_control.acting', true)$$;
BEGIN
  ALTER TABLE "spend_report" ENABLE ROW LEVEL SECURITY;
  ALTER TABLE "spend_report" FORCE ROW LEVEL SECURITY;
  EXECUTE format($$CREATE POLICY "for_the_service" ON "spend_report" USING (%s = 'service')$$, "acting");
  EXECUTE format($$CREATE POLICY "one_sees_its_case" ON "spend_report" FOR SELECT USING (
    %1$s = 'service' OR %1$s ^@ 'everything ' OR (%1$s ^@ 'every-case ' AND split_part(%1$s, ' ', 4) = 'any')
    OR "case_id"::text = split_part(%1$s, ' ', 7) OR acting_sight_of("case_id") IS NOT NULL)$$, "acting");
  EXECUTE format($$CREATE POLICY "one_may_write_of_its_case" ON "spend_report" FOR INSERT WITH CHECK (
    %1$s = 'service' OR (split_part(%1$s, ' ', 4) = 'any'
      AND split_part(%1$s, ' ', 5)::text[] && ARRAY['reviewer', 'decider'])
    OR acting_may_write("case_id"))$$, "acting");
END
$do$;

-- As before, and without what a variation says of itself.
CREATE OR REPLACE FUNCTION "redacted_content"("content" jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object(
    'details', ("content" -> 'details') - 'whatChanges' || '{"description": null, "currentSuppliers": [], "proposedSuppliers": [],
      "retrospectiveExplanation": null, "seniorResponsibleOwner": null}'
      || jsonb_build_object('commitmentAnswers', redacted_commitments("content" #> '{details,commitmentAnswers}')),
    'points', (SELECT coalesce(jsonb_agg(p."item" || '{"narrative": null, "notApplicableReason": null, "links": []}'
      || jsonb_build_object('remediation', redacted_remediation(p."item" -> 'remediation'))
      || redacted_attachments(p."item") ORDER BY p."place"), '[]')
      FROM jsonb_array_elements("content" -> 'points') WITH ORDINALITY AS p("item", "place")),
    'legacyExceptions', (SELECT coalesce(jsonb_agg(x."item" || '{"explanation": null, "remediationPlan": null,
      "owner": null}' || redacted_attachments(x."item") ORDER BY x."place"), '[]')
      FROM jsonb_array_elements("content" -> 'legacyExceptions') WITH ORDINALITY AS x("item", "place")))
$$;

-- As before, with what a variation says of itself and what was said of spending.
CREATE OR REPLACE FUNCTION "redaction_of"("of_table" text, "old" jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE "of_table"
    WHEN 'spend_case' THEN jsonb_build_object('description', null, 'current_suppliers', '[]'::jsonb,
      'proposed_suppliers', '[]'::jsonb, 'supplier_keys', '[]'::jsonb, 'retrospective_explanation', null,
      'senior_responsible_owner', null, 'what_changes', null, 'commitment_answers', redacted_commitments("old" -> 'commitment_answers'),
      'signed_off_hash', CASE WHEN "old" ->> 'signed_off_hash' IS NOT NULL THEN '' END,
      'imported_hash', CASE WHEN "old" ->> 'imported_hash' IS NOT NULL THEN '' END)
    WHEN 'point_evidence' THEN '{"narrative": null, "not_applicable_reason": null, "links": []}'
      || jsonb_build_object('remediation', redacted_remediation("old" -> 'remediation'))
    WHEN 'legacy_exception' THEN '{"explanation": null, "remediation_plan": null, "owner": null}'
    WHEN 'attachment' THEN jsonb_build_object('name', '', 'sha256', '', 'status', 'disposed', 'scan_error', null,
      'signature', CASE WHEN "old" ->> 'signature' IS NOT NULL THEN '' END)
    WHEN 'comment' THEN '{"body": ""}'
    WHEN 'advice_message' THEN jsonb_build_object('body', '',
      'sent_to', CASE WHEN "old" ->> 'sent_to' IS NOT NULL THEN '' END)
    WHEN 'comment_edit' THEN '{"body": ""}'
    WHEN 'condition' THEN '{"text": "", "owner_name": "", "owner_email": ""}'
    WHEN 'condition_evidence' THEN '{"text": "", "links": []}'
    WHEN 'submission_version' THEN jsonb_build_object('content', redacted_content("old" -> 'content'),
      'content_hash', '', 'point_hashes', '{}'::jsonb)
    WHEN 'rating_review' THEN '{"reason": ""}'
    WHEN 'assessment' THEN '{"explanation": null}'
    WHEN 'exception_ruling' THEN '{"reason": ""}'
    WHEN 'case_return' THEN jsonb_build_object('reason', '', 'points', (
      SELECT coalesce(jsonb_agg(p."item" || '{"question": ""}' ORDER BY p."place"), '[]')
      FROM jsonb_array_elements("old" -> 'points') WITH ORDINALITY AS p("item", "place")))
    WHEN 'recommendation' THEN '{"reason": ""}'
    WHEN 'decision' THEN jsonb_build_object('reason', '', 'overrides', (
      SELECT coalesce(jsonb_agg(p."item" || '{"reason": ""}' ORDER BY p."place"), '[]')
      FROM jsonb_array_elements("old" -> 'overrides') WITH ORDINALITY AS p("item", "place")),
      'decided_in_source', CASE WHEN "old" ->> 'decided_in_source' IS NOT NULL THEN '' END)
    WHEN 'spend_report' THEN '{"note": null}'
    WHEN 'external_decision' THEN '{"document_title": "", "document_url": "", "note": ""}'
    WHEN 'case_relation' THEN '{"reason": ""}'
    WHEN 'access_record' THEN '{"criteria": null}'
    WHEN 'email' THEN jsonb_build_object('recipient_name', '',
      -- Addresses of one event differ.
      'recipient_address', 'disposed-' || ("old" ->> 'id'), 'parameters', '{}'::jsonb, 'last_error', null,
      'provider_reference', null)
  END
$$;

-- As before, with reports of what was spent.
CREATE OR REPLACE FUNCTION "dispose_of_case"("the_case" uuid, "redacted" jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  "its_reference" text;
  "of_table" text;
BEGIN
  SELECT c."reference" INTO "its_reference" FROM "spend_case" c WHERE c."id" = "the_case" FOR UPDATE;
  PERFORM demand_disposal("the_case");
  IF EXISTS (SELECT FROM "email" m LEFT JOIN "email" d ON d."id" = m."digest_id" WHERE m."case_id" = "the_case"
      AND (m."status" IN ('queued', 'sending', 'held') OR d."status" IN ('queued', 'sending'))) THEN
    RAISE EXCEPTION 'Emails about the case still wait to be sent' USING ERRCODE = 'restrict_violation';
  END IF;
  PERFORM set_config('spend_control.disposing_of', "the_case"::text, true);

  UPDATE "case_event" e SET "payload" = r."payload", "reason" = NULL, "salt" = NULL
    FROM jsonb_to_recordset("redacted") AS r("sequence" integer, "payload" jsonb)
    WHERE e."case_id" = "the_case" AND e."sequence" = r."sequence";
  IF EXISTS (SELECT FROM "case_event" e WHERE e."case_id" = "the_case"
      AND (e."salt" IS NOT NULL OR e."reason" IS NOT NULL)) THEN
    RAISE EXCEPTION 'Every event of the case must be given without its text' USING ERRCODE = 'restrict_violation';
  END IF;

  PERFORM redact_rows('spend_case', 'id = $1', "the_case");
  FOREACH "of_table" IN ARRAY ARRAY['point_evidence', 'legacy_exception', 'attachment', 'comment', 'condition',
      'condition_evidence', 'submission_version', 'rating_review', 'assessment', 'exception_ruling', 'case_return', 'recommendation',
      'decision', 'spend_report', 'external_decision', 'case_relation', 'advice_message', 'access_record'] LOOP
    PERFORM redact_rows("of_table", 'case_id = $1', "the_case");
  END LOOP;
  PERFORM redact_rows('comment_edit', 'comment_id IN (SELECT id FROM comment WHERE case_id = $1)', "the_case");
  -- A digest tells of several cases in one; it was sent long ago.
  UPDATE "email" d SET "parameters" = '{}', "last_error" = NULL
    WHERE d."id" IN (SELECT m."digest_id" FROM "email" m WHERE m."case_id" = "the_case");
  PERFORM redact_rows('email', 'case_id = $1', "the_case");
  -- Answers are kept for days only; those that name the case go at once.
  DELETE FROM "idempotency_record" i
    WHERE strpos(i."body", "its_reference") > 0 OR strpos(i."headers"::text, "its_reference") > 0;

  PERFORM set_config('spend_control.disposing_of', '', true);
END
$$;

-- Approvals there are already have reminders now.
UPDATE "spend_case" SET "schedule_stale" = true WHERE "state" IN ('approved', 'approved-with-conditions');
