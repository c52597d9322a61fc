-- A case is disposed of when its period has passed: text that could be personal goes, the fact of it stays. History may
-- be changed in this one way only, and the database itself sees to that, whoever asks.

-- The steps of a case towards its disposal, found without looking at its other events.
CREATE INDEX "hot_disposals" ON "case_event" ("case_id", "sequence")
  WHERE "type" IN ('disposal-marked', 'disposal-held', 'disposal-released', 'disposed');

-- Canonical JSON (RFC 8785), as far as facts of events use it: keys are plain ASCII, numbers whole or short.
CREATE FUNCTION "canonical_json"("value" jsonb) RETURNS text
  LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  CASE jsonb_typeof("value")
    WHEN 'object' THEN RETURN '{' || coalesce((SELECT string_agg(to_json(m."key")::text || ':' || canonical_json(m."value"), ','
      ORDER BY m."key" COLLATE "C") FROM jsonb_each("value") m), '') || '}';
    WHEN 'array' THEN RETURN '[' || coalesce((SELECT string_agg(canonical_json(i."value"), ',' ORDER BY i."place")
      FROM jsonb_array_elements("value") WITH ORDINALITY AS i("value", "place")), '') || ']';
    WHEN 'string' THEN RETURN to_json("value" #>> '{}')::text;
    ELSE RETURN "value"::text;
  END CASE;
END
$$;

-- The hash of an event whose payload is its facts alone.
CREATE FUNCTION "hash_of_facts"("e" "case_event") RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT sha256(convert_to(canonical_json(jsonb_build_object('format', 'spend-control-event/1', 'caseId', "e"."case_id",
    'sequence', "e"."sequence", 'type', "e"."type", 'audience', "e"."audience", 'actorId', "e"."actor_id",
    'actorRole', "e"."actor_role", 'actorOrganisationId', "e"."actor_organisation_id",
    'occurredAt', to_char("e"."occurred_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'fromState', "e"."from_state", 'toState', "e"."to_state", 'version', "e"."version", 'facts', "e"."payload",
    'private', encode("e"."private_hash", 'hex'), 'previous', encode("e"."previous_hash", 'hex'))), 'UTF8'))
$$;

-- How a gap is to be closed: only by when.
CREATE FUNCTION "redacted_remediation"("remediation" jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE jsonb_typeof("remediation") WHEN 'object'
    THEN "remediation" || '{"action": null, "owner": null}' ELSE 'null' END
$$;

-- What is said of strategic commitments: only yes and no.
CREATE FUNCTION "redacted_commitments"("answers" jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(jsonb_object_agg(a."key", a."value" || '{"explanation": null}'), '{}') FROM jsonb_each("answers") a
$$;

-- What a department said, without what could be personal; libs/domain says the same of events.
CREATE FUNCTION "redacted_content"("content" jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object(
    'details', ("content" -> 'details') || '{"description": null, "currentSuppliers": [], "proposedSuppliers": [],
      "retrospectiveExplanation": null, "seniorResponsibleOwner": null}'
      || jsonb_build_object('commitmentAnswers', redacted_commitments("content" #> '{details,commitmentAnswers}')),
    'points', (SELECT coalesce(jsonb_agg(p."item" || '{"narrative": null, "notApplicableReason": null, "links": []}'
      || jsonb_build_object('remediation', redacted_remediation(p."item" -> 'remediation')) ORDER BY p."place"), '[]')
      FROM jsonb_array_elements("content" -> 'points') WITH ORDINALITY AS p("item", "place")),
    'legacyExceptions', (SELECT coalesce(jsonb_agg(x."item" || '{"explanation": null, "remediationPlan": null,
      "owner": null}' ORDER BY x."place"), '[]')
      FROM jsonb_array_elements("content" -> 'legacyExceptions') WITH ORDINALITY AS x("item", "place")))
$$;

-- What takes the place of text in a row of a table: every column that holds some, and hashes of text, from which it
-- could be guessed. Its keys are the columns; what it leaves out stays.
CREATE FUNCTION "redaction_of"("of_table" text, "old" jsonb) RETURNS jsonb
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

-- The case whose disposal this transaction carries out; null otherwise.
CREATE FUNCTION "case_being_disposed_of"() RETURNS uuid
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT nullif(current_setting('spend_control.disposing_of', true), '')::uuid
$$;

-- Refuses unless the case has ended, its history ends with its disposal, and that is marked, due and not held, by the
-- time that event itself says. Told by the chained events alone.
CREATE FUNCTION "demand_disposal"("the_case" uuid) RETURNS void
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
      'approved-with-conditions', 'not-approved', 'assured-by-department', 'withdrawn', 'closed-below-threshold')
      AND NOT EXISTS (SELECT FROM "condition" k WHERE k."decision_id" = c."decision_id"
        AND k."status" NOT IN ('met', 'waived'))) THEN
    RAISE EXCEPTION 'The case has not ended' USING ERRCODE = 'restrict_violation';
  END IF;
END
$$;

-- Still refuses everybody, the owner of the tables as well, unless a disposal that is due is being carried out; what it
-- may then do to a row is up to the triggers below.
CREATE OR REPLACE FUNCTION "refuse_change_of_history"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND case_being_disposed_of() IS NOT NULL
    AND (TG_TABLE_NAME = 'case_event' OR redaction_of(TG_TABLE_NAME, '{}') IS NOT NULL) THEN
    PERFORM demand_disposal(case_being_disposed_of());
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'Rows of % are history: they are never changed or removed', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END
$$;

-- Of an event, text and salt may go and nothing else may change: what is left must still make the event's own hash.
CREATE FUNCTION "demand_redacted_event"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD."case_id" IS DISTINCT FROM case_being_disposed_of()
    OR to_jsonb(NEW) - '{payload,reason,salt}'::text[] <> to_jsonb(OLD) - '{payload,reason,salt}'::text[]
    OR NEW."reason" IS NOT NULL OR NEW."salt" IS NOT NULL
    OR hash_of_facts(NEW) IS DISTINCT FROM NEW."hash" THEN
    RAISE EXCEPTION 'Event % of the case would be more, or less, than its own without private text', OLD."sequence"
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "only_text_goes" BEFORE UPDATE ON "case_event"
  FOR EACH ROW EXECUTE FUNCTION "demand_redacted_event"();

-- Of every other row exactly its text may go.
CREATE FUNCTION "demand_redacted_row"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  "of_case" uuid := to_jsonb(OLD) ->> 'case_id';
BEGIN
  IF TG_TABLE_NAME = 'comment_edit' THEN
    SELECT m."case_id" INTO "of_case" FROM "comment" m WHERE m."id" = (to_jsonb(OLD) ->> 'comment_id')::uuid;
  END IF;
  IF "of_case" IS DISTINCT FROM case_being_disposed_of()
    OR to_jsonb(NEW) <> to_jsonb(OLD) || redaction_of(TG_TABLE_NAME, to_jsonb(OLD)) THEN
    RAISE EXCEPTION 'A row of % would be more, or less, than its own without private text', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "only_text_goes" BEFORE UPDATE ON "submission_version"
  FOR EACH ROW EXECUTE FUNCTION "demand_redacted_row"();
CREATE TRIGGER "only_text_goes" BEFORE UPDATE ON "rating_review"
  FOR EACH ROW EXECUTE FUNCTION "demand_redacted_row"();
CREATE TRIGGER "only_text_goes" BEFORE UPDATE ON "assessment"
  FOR EACH ROW EXECUTE FUNCTION "demand_redacted_row"();
CREATE TRIGGER "only_text_goes" BEFORE UPDATE ON "exception_ruling"
  FOR EACH ROW EXECUTE FUNCTION "demand_redacted_row"();
CREATE TRIGGER "only_text_goes" BEFORE UPDATE ON "case_return"
  FOR EACH ROW EXECUTE FUNCTION "demand_redacted_row"();
CREATE TRIGGER "only_text_goes" BEFORE UPDATE ON "recommendation"
  FOR EACH ROW EXECUTE FUNCTION "demand_redacted_row"();
CREATE TRIGGER "only_text_goes" BEFORE UPDATE ON "decision"
  FOR EACH ROW EXECUTE FUNCTION "demand_redacted_row"();
CREATE TRIGGER "only_text_goes" BEFORE UPDATE ON "condition_evidence"
  FOR EACH ROW EXECUTE FUNCTION "demand_redacted_row"();
CREATE TRIGGER "only_text_goes" BEFORE UPDATE ON "comment_edit"
  FOR EACH ROW EXECUTE FUNCTION "demand_redacted_row"();
CREATE TRIGGER "only_text_goes" BEFORE UPDATE ON "external_decision"
  FOR EACH ROW EXECUTE FUNCTION "demand_redacted_row"();
CREATE TRIGGER "only_text_goes" BEFORE UPDATE ON "access_record"
  FOR EACH ROW EXECUTE FUNCTION "demand_redacted_row"();

-- Puts in the place of a table's text what `redaction_of` says, in the rows a column tells to belong to the case.
CREATE FUNCTION "redact_rows"("of_table" text, "belonging" text, "the_case" uuid) RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  "columns" text;
BEGIN
  SELECT string_agg(quote_ident(k), ', ' ORDER BY k) INTO "columns" FROM jsonb_object_keys(redaction_of("of_table", '{}')) k;
  EXECUTE format('UPDATE %1$I t SET (%2$s) = (SELECT %2$s FROM jsonb_populate_record(NULL::%1$I,
      redaction_of(%1$L, to_jsonb(t)))) WHERE %3$s', "of_table", "columns", "belonging") USING "the_case";
END
$$;

-- Carries out the disposal of a case: the one way in which history loses anything. The application may call it and
-- nothing more; everything is checked here, in its own transaction.
-- `redacted` is a list of the case's events, each {"sequence", "payload"}, the payload being the facts alone.
CREATE FUNCTION "dispose_of_case"("the_case" uuid, "redacted" jsonb) RETURNS void
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
  FOREACH "of_table" IN ARRAY ARRAY['point_evidence', 'legacy_exception', 'comment', 'condition', 'condition_evidence',
      'submission_version', 'rating_review', 'assessment', 'exception_ruling', 'case_return', 'recommendation',
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

REVOKE ALL ON FUNCTION "redacted_remediation"(jsonb), "redacted_commitments"(jsonb), "canonical_json"(jsonb), "hash_of_facts"("case_event"), "redacted_content"(jsonb),
  "redaction_of"(text, jsonb), "case_being_disposed_of"(), "demand_disposal"(uuid), "refuse_change_of_history"(),
  "demand_redacted_event"(), "demand_redacted_row"(), "redact_rows"(text, text, uuid),
  "dispose_of_case"(uuid, jsonb) FROM PUBLIC;
