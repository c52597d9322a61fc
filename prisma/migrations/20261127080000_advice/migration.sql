-- Advice. A request for advice is a case of its own kind: it has its own states of the one lifecycle, and so its history, its
-- access, its clock and its emails are those of cases. What it asks on and what is said stand here; guidance that was made
-- of an answer stands apart from what it was made of, so that whoever may read it sees no more than its words.
ALTER TABLE "spend_case" DROP CONSTRAINT "spend_case_state_check";
ALTER TABLE "spend_case" ADD CONSTRAINT "spend_case_state_check"
  CHECK ("state" IN ('planned', 'draft', 'signed-off', 'assured-by-department', 'submitted', 'acknowledged', 'in-review',
    'returned', 'recommended', 'approved', 'approved-with-conditions', 'not-approved', 'withdrawn',
    'closed-below-threshold', 'advice-asked', 'advice-answered', 'advice-closed'));

CREATE TABLE "advice_request" (
    "case_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "point" SMALLINT,
    "about_case_id" UUID,

    CONSTRAINT "advice_request_pkey" PRIMARY KEY ("case_id")
);

CREATE TABLE "advice_message" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "outcome" TEXT,
    "sent_to" TEXT,
    "author_id" UUID,
    "author_role" TEXT,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "advice_message_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "guidance" (
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "point" SMALLINT,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "guidance_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "guidance_source" (
    "guidance_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "published_by" UUID,

    CONSTRAINT "guidance_source_pkey" PRIMARY KEY ("guidance_id")
);

ALTER TABLE "attachment" ADD COLUMN "message_id" UUID;

CREATE INDEX "advice_request_about_case_id_idx" ON "advice_request"("about_case_id");
CREATE UNIQUE INDEX "advice_message_case_id_sequence_key" ON "advice_message"("case_id", "sequence");
CREATE INDEX "guidance_published_at_id_idx" ON "guidance"("published_at", "id");
CREATE INDEX "guidance_source_case_id_idx" ON "guidance_source"("case_id");
CREATE INDEX "attachment_message_id_idx" ON "attachment"("message_id");
-- Questions are read in the order they were asked, of some organisations or of all.
CREATE INDEX "hot_advice" ON "spend_case" ("created_at", "id")
  WHERE "state" IN ('advice-asked', 'advice-answered', 'advice-closed');
CREATE INDEX "hot_open_advice" ON "spend_case" ("created_at", "id") WHERE "state" IN ('advice-asked', 'advice-answered');

ALTER TABLE "advice_request" ADD CONSTRAINT "advice_request_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "advice_request" ADD CONSTRAINT "advice_request_about_case_id_fkey" FOREIGN KEY ("about_case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "advice_message" ADD CONSTRAINT "advice_message_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "advice_request"("case_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "guidance_source" ADD CONSTRAINT "guidance_source_guidance_id_fkey" FOREIGN KEY ("guidance_id") REFERENCES "guidance"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "guidance_source" ADD CONSTRAINT "guidance_source_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "advice_request"("case_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "advice_message"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "advice_request" ADD CONSTRAINT "advice_request_subject_check" CHECK ("subject" IN ('implementing-the-code',
  'breaking-up-large-systems', 'maturity-of-the-market', 'common-platforms', 'buying-through-frameworks'));
ALTER TABLE "advice_request" ADD CONSTRAINT "advice_request_point_check" CHECK ("point" BETWEEN 1 AND 13);
ALTER TABLE "advice_message" ADD CONSTRAINT "advice_message_kind_check"
  CHECK ("kind" IN ('question', 'answer', 'referral', 'closure'));
ALTER TABLE "advice_message" ADD CONSTRAINT "advice_message_outcome_check"
  CHECK (("kind" = 'closure') = ("outcome" IS NOT NULL)
    AND "outcome" IN ('answered', 'referred', 'no-longer-needed', 'could-not-be-answered'));
ALTER TABLE "advice_message" ADD CONSTRAINT "advice_message_sent_to_check"
  CHECK (("kind" = 'referral') = ("sent_to" IS NOT NULL));
ALTER TABLE "guidance" ADD CONSTRAINT "guidance_subject_check" CHECK ("subject" IN ('implementing-the-code',
  'breaking-up-large-systems', 'maturity-of-the-market', 'common-platforms', 'buying-through-frameworks'));
ALTER TABLE "guidance" ADD CONSTRAINT "guidance_point_check" CHECK ("point" BETWEEN 1 AND 13);
ALTER TABLE "attachment" DROP CONSTRAINT "attachment_one_part_check";
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_one_part_check"
  CHECK (num_nonnulls("point", "exception_id", "condition_id", "message_id") = 1);

-- What was said stays, and so does what guidance was made of.
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "advice_request"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "advice_message"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
CREATE TRIGGER "only_text_goes" BEFORE UPDATE ON "advice_message"
  FOR EACH ROW EXECUTE FUNCTION "demand_redacted_row"();
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "guidance_source"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();

-- Published words stay what they are: guidance can be withdrawn, once, and nothing else.
CREATE FUNCTION "demand_same_guidance"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD."withdrawn_at" IS NOT NULL
    OR to_jsonb(NEW) - 'withdrawn_at' IS DISTINCT FROM to_jsonb(OLD) - 'withdrawn_at' THEN
    RAISE EXCEPTION 'Published guidance stays what it is' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION "demand_same_guidance"() FROM PUBLIC;
CREATE TRIGGER "same_guidance" BEFORE UPDATE ON "guidance" FOR EACH ROW EXECUTE FUNCTION "demand_same_guidance"();

-- As before, and which message a file belongs to stays.
CREATE OR REPLACE FUNCTION "demand_same_file"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- Who only says that a disposal is being carried out may not ask whether it is due, and is refused for that.
  IF OLD."case_id" = nullif(current_setting('spend_control.disposing_of', true), '')::uuid THEN
    PERFORM demand_disposal(OLD."case_id");
    RETURN NEW;
  END IF;
  IF (NEW."id", NEW."case_id", NEW."point", NEW."exception_id", NEW."condition_id", NEW."message_id", NEW."name", NEW."media_type",
      NEW."bytes", NEW."sha256", NEW."added_by", NEW."added_at")
    IS DISTINCT FROM (OLD."id", OLD."case_id", OLD."point", OLD."exception_id", OLD."condition_id", OLD."message_id", OLD."name",
      OLD."media_type", OLD."bytes", OLD."sha256", OLD."added_by", OLD."added_at")
    OR (OLD."evidence_id" IS NOT NULL AND NEW."evidence_id" IS DISTINCT FROM OLD."evidence_id")
    OR (OLD."removed_at" IS NOT NULL AND NEW."removed_at" IS DISTINCT FROM OLD."removed_at")
    OR (OLD."infected_at" IS NOT NULL AND NEW."infected_at" IS DISTINCT FROM OLD."infected_at")
    OR (OLD."status" IN ('infected', 'disposed') AND NEW."status" <> OLD."status") THEN
    RAISE EXCEPTION 'An attached file stays what it is' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

-- As before, and with what was said in requests for advice.
CREATE OR REPLACE FUNCTION "redaction_of"("of_table" text, "old" jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE "of_table"
    WHEN 'spend_case' THEN jsonb_build_object('description', null, 'current_suppliers', '[]'::jsonb,
      'proposed_suppliers', '[]'::jsonb, 'supplier_keys', '[]'::jsonb, 'retrospective_explanation', null,
      'senior_responsible_owner', null, 'commitment_answers', redacted_commitments("old" -> 'commitment_answers'),
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
    WHEN 'external_decision' THEN '{"document_title": "", "document_url": "", "note": ""}'
    WHEN 'case_relation' THEN '{"reason": ""}'
    WHEN 'access_record' THEN '{"criteria": null}'
    WHEN 'email' THEN jsonb_build_object('recipient_name', '',
      -- Addresses of one event differ.
      'recipient_address', 'disposed-' || ("old" ->> 'id'), 'parameters', '{}'::jsonb, 'last_error', null,
      'provider_reference', null)
  END
$$;

-- As before, and with what was said in requests for advice.
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
      'decision', 'external_decision', 'case_relation', 'advice_message', 'access_record'] LOOP
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

-- As before, and a question that was closed has ended.
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
        AND k."status" NOT IN ('met', 'waived'))) THEN
    RAISE EXCEPTION 'The case has not ended' USING ERRCODE = 'restrict_violation';
  END IF;
END
$$;

-- Who sees a case sees what it asks and what was answered; published guidance is for whoever is signed in.
DO $do$
DECLARE
  "acting" CONSTANT text := $$current_setting('spend_control.acting', true)$$;
  "sees_it_at_least" CONSTANT text := format(
    $$%1$s = 'service' OR %1$s ^@ 'everything ' OR (%1$s ^@ 'every-case ' AND split_part(%1$s, ' ', 4) = 'any')$$,
    "acting");
  "is_the_case" CONSTANT text := format($$"case_id"::text = split_part(%s, ' ', 7)$$, "acting");
  "may_write_everywhere" CONSTANT text := format(
    $$%1$s = 'service' OR (split_part(%1$s, ' ', 4) = 'any'
      AND split_part(%1$s, ' ', 5)::text[] && ARRAY['reviewer', 'decider'])$$, "acting");
  "is_of_gds_assurance" CONSTANT text := format(
    $$(split_part(%1$s, ' ', 5) <> '' AND split_part(%1$s, ' ', 5)::text[] && ARRAY['reviewer', 'decider'])$$,
    "acting");
  "of_table" text;
BEGIN
  FOREACH "of_table" IN ARRAY ARRAY['advice_request', 'advice_message', 'guidance', 'guidance_source'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', "of_table");
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', "of_table");
    EXECUTE format($$CREATE POLICY "for_the_service" ON %I USING (%s = 'service')$$, "of_table", "acting");
  END LOOP;
  FOREACH "of_table" IN ARRAY ARRAY['advice_request', 'advice_message', 'guidance_source'] LOOP
    EXECUTE format($$CREATE POLICY "one_sees_its_case" ON %I FOR SELECT USING (
      %s OR %s OR acting_sight_of("case_id") IS NOT NULL)$$, "of_table", "sees_it_at_least", "is_the_case");
    EXECUTE format($$CREATE POLICY "one_may_write_of_its_case" ON %I FOR INSERT WITH CHECK (
      %s OR acting_may_write("case_id"))$$, "of_table", "may_write_everywhere");
  END LOOP;
  -- What was withdrawn is for those who see every case, and for those who see what it was made of.
  EXECUTE format($$CREATE POLICY "whoever_is_signed_in_sees_it" ON "guidance" FOR SELECT USING (%1$s <> ''
    AND ("withdrawn_at" IS NULL OR %1$s = 'service' OR %1$s ^@ 'every'
      OR (SELECT true FROM "guidance_source" s WHERE s."guidance_id" = "id")))$$, "acting");
  EXECUTE format($$CREATE POLICY "gds_assurance_publishes_it" ON "guidance" FOR INSERT WITH CHECK (%s)$$,
    "is_of_gds_assurance");
  EXECUTE format($$CREATE POLICY "gds_assurance_withdraws_it" ON "guidance" FOR UPDATE USING (%s)$$,
    "is_of_gds_assurance");
END
$do$;
