-- Files attached to evidence. Their bytes are kept elsewhere, under their ids; what is here says whose they are, what
-- they are called, how their bytes add up, and whether they were found clean.
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "point" SMALLINT,
    "exception_id" UUID,
    "condition_id" UUID,
    "evidence_id" UUID,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "added_by" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_by" UUID,
    "removed_at" TIMESTAMPTZ(3),
    "infected_at" TIMESTAMPTZ(3),
    "signature" TEXT,
    "status" TEXT NOT NULL,
    "scanned_at" TIMESTAMPTZ(3),
    "scan_attempts" INTEGER NOT NULL DEFAULT 0,
    "next_scan_at" TIMESTAMPTZ(3),
    "scan_error" TEXT,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "attachment_case_id_idx" ON "attachment"("case_id");
-- Those the scanner has still to look at.
CREATE INDEX "hot_scans" ON "attachment" ("next_scan_at") WHERE "status" = 'waiting';
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_exception_id_fkey" FOREIGN KEY ("exception_id") REFERENCES "legacy_exception"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_condition_id_fkey" FOREIGN KEY ("condition_id") REFERENCES "condition"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "condition_evidence"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_status_check" CHECK ("status" IN ('waiting', 'clean', 'infected', 'not-scanned', 'disposed'));
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_one_part_check" CHECK (num_nonnulls("point", "exception_id", "condition_id") = 1);
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_point_check" CHECK ("point" BETWEEN 1 AND 13);
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_evidence_check" CHECK ("evidence_id" IS NULL OR "condition_id" IS NOT NULL);
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_bytes_check" CHECK ("bytes" >= 0);
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_sha256_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$' OR ("sha256" = '' AND "status" = 'disposed'));

-- What a file is, whose and since when, is settled when it is attached. Only the disposal of its case takes its name and
-- checksum away.
CREATE FUNCTION "demand_same_file"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- Who only says that a disposal is being carried out may not ask whether it is due, and is refused for that.
  IF OLD."case_id" = nullif(current_setting('spend_control.disposing_of', true), '')::uuid THEN
    PERFORM demand_disposal(OLD."case_id");
    RETURN NEW;
  END IF;
  IF (NEW."id", NEW."case_id", NEW."point", NEW."exception_id", NEW."condition_id", NEW."name", NEW."media_type",
      NEW."bytes", NEW."sha256", NEW."added_by", NEW."added_at")
    IS DISTINCT FROM (OLD."id", OLD."case_id", OLD."point", OLD."exception_id", OLD."condition_id", OLD."name",
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
CREATE TRIGGER "same_file" BEFORE UPDATE ON "attachment" FOR EACH ROW EXECUTE FUNCTION "demand_same_file"();

-- The files of a part of a version without their names and checksums; nothing where it has none.
CREATE FUNCTION "redacted_attachments"("part" jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN "part" ? 'attachments' THEN jsonb_build_object('attachments', (
      SELECT coalesce(jsonb_agg(f."item" || '{"name": "", "sha256": ""}' ORDER BY f."place"), '[]')
      FROM jsonb_array_elements("part" -> 'attachments') WITH ORDINALITY AS f("item", "place")))
    ELSE '{}' END
$$;

-- As before, and files of points and legacy exceptions lose their names.
CREATE OR REPLACE FUNCTION "redacted_content"("content" jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object(
    'details', ("content" -> 'details') || '{"description": null, "currentSuppliers": [], "proposedSuppliers": [],
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

-- As before, and with attached files.
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

-- As before, and with attached files.
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
      'decision', 'external_decision', 'case_relation', 'access_record'] LOOP
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

REVOKE ALL ON FUNCTION "demand_same_file"(), "redacted_attachments"(jsonb) FROM PUBLIC;
