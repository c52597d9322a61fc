-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "spend_case" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "regime_version" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "category" TEXT,
    "phase" TEXT,
    "requested_pence" BIGINT,
    "whole_life_pence" BIGINT,
    "year_amounts" JSONB NOT NULL,
    "spend_starts_on" DATE,
    "spend_ends_on" DATE,
    "contract_ends_on" DATE,
    "current_suppliers" TEXT[],
    "proposed_suppliers" TEXT[],
    "commercial_approach" TEXT,
    "flags" JSONB NOT NULL,
    "retrospective_explanation" JSONB,
    "protective_marking" TEXT NOT NULL,
    "senior_responsible_owner" JSONB,
    "details_revision" INTEGER NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "signed_off_hash" TEXT,
    "current_version" INTEGER,
    "reviewer_id" UUID,
    "recommendation_id" UUID,
    "decision_id" UUID,
    "department_hands" UUID[],
    "synthetic" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "spend_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "point_evidence" (
    "case_id" UUID NOT NULL,
    "point" SMALLINT NOT NULL,
    "self_assessment" TEXT,
    "narrative" TEXT,
    "not_applicable_reason" TEXT,
    "links" JSONB NOT NULL,
    "remediation" JSONB,
    "revision" INTEGER NOT NULL,
    "saved_by" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "point_evidence_pkey" PRIMARY KEY ("case_id","point")
);

-- CreateTable
CREATE TABLE "legacy_exception" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "system" TEXT NOT NULL,
    "points" SMALLINT[],
    "explanation" TEXT,
    "remediation_plan" TEXT,
    "funded" BOOLEAN,
    "target_date" DATE,
    "owner" TEXT,
    "scores" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "saved_by" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "legacy_exception_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "point" SMALLINT,
    "version" INTEGER,
    "audience" TEXT NOT NULL,
    "parent_id" UUID,
    "body" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "author_id" UUID NOT NULL,
    "author_role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by" UUID,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "condition" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "text" TEXT NOT NULL,
    "point" SMALLINT,
    "owner_name" TEXT NOT NULL,
    "owner_email" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "condition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "template" TEXT NOT NULL,
    "recipient_name" TEXT NOT NULL,
    "recipient_address" TEXT NOT NULL,
    "recipient_role" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "first_attempt_at" TIMESTAMPTZ(3),
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "settled_at" TIMESTAMPTZ(3),
    "provider_reference" TEXT,

    CONSTRAINT "email_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_event" (
    "case_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_role" TEXT,
    "actor_organisation_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT NOT NULL,
    "version" INTEGER,
    "reason" TEXT,
    "payload" JSONB NOT NULL,

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("case_id","sequence")
);

-- CreateTable
CREATE TABLE "submission_version" (
    "case_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "point_hashes" JSONB NOT NULL,
    "regime_version" TEXT NOT NULL,
    "submitted_by" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "submission_version_pkey" PRIMARY KEY ("case_id","number")
);

-- CreateTable
CREATE TABLE "assessment" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "point" SMALLINT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "explanation" TEXT,
    "assessed_by" UUID NOT NULL,
    "assessed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exception_ruling" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "exception_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "ruling" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "ruled_by" UUID NOT NULL,
    "ruled_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "exception_ruling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_return" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "points" JSONB NOT NULL,
    "returned_by" UUID NOT NULL,
    "returned_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recommendation" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recommended_by" UUID NOT NULL,
    "recommended_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "version" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "requested_pence" BIGINT NOT NULL,
    "approved_pence" BIGINT,
    "reason" TEXT NOT NULL,
    "overrides" JSONB NOT NULL,
    "recommendation_id" UUID,
    "supersedes_id" UUID,
    "regime_version" TEXT NOT NULL,
    "decided_by" UUID NOT NULL,
    "decided_role" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "synthetic" BOOLEAN NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "condition_evidence" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "condition_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "links" JSONB NOT NULL,
    "submitted_by" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "condition_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_edit" (
    "comment_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "replaced_by" UUID NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comment_edit_pkey" PRIMARY KEY ("comment_id","revision")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "acronym" TEXT,
    "parent_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deactivated_at" TIMESTAMPTZ(3),
    "deactivated_by" UUID,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_assignment" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "given_by" UUID,
    "ended_by" UUID,

    CONSTRAINT "role_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_token" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_record" (
    "person_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "status" SMALLINT NOT NULL,
    "headers" JSONB NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_record_pkey" PRIMARY KEY ("person_id","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "spend_case_reference_key" ON "spend_case"("reference");

-- CreateIndex
CREATE INDEX "spend_case_organisation_id_created_at_id_idx" ON "spend_case"("organisation_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "spend_case_created_at_id_idx" ON "spend_case"("created_at", "id");

-- CreateIndex
CREATE INDEX "spend_case_organisation_id_state_created_at_id_idx" ON "spend_case"("organisation_id", "state", "created_at", "id");

-- CreateIndex
CREATE INDEX "spend_case_state_created_at_id_idx" ON "spend_case"("state", "created_at", "id");

-- CreateIndex
CREATE INDEX "legacy_exception_case_id_idx" ON "legacy_exception"("case_id");

-- CreateIndex
CREATE INDEX "comment_case_id_created_at_idx" ON "comment"("case_id", "created_at");

-- CreateIndex
CREATE INDEX "comment_parent_id_idx" ON "comment"("parent_id");

-- CreateIndex
CREATE INDEX "condition_case_id_idx" ON "condition"("case_id");

-- CreateIndex
CREATE INDEX "condition_status_due_on_idx" ON "condition"("status", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "condition_decision_id_number_key" ON "condition"("decision_id", "number");

-- CreateIndex
CREATE INDEX "email_status_next_attempt_at_idx" ON "email"("status", "next_attempt_at");

-- CreateIndex
CREATE INDEX "email_case_id_created_at_idx" ON "email"("case_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "email_case_id_sequence_recipient_address_key" ON "email"("case_id", "sequence", "recipient_address");

-- CreateIndex
CREATE INDEX "case_event_occurred_at_idx" ON "case_event"("occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_case_id_point_sequence_key" ON "assessment"("case_id", "point", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "exception_ruling_case_id_exception_id_sequence_key" ON "exception_ruling"("case_id", "exception_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "case_return_case_id_sequence_key" ON "case_return"("case_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "recommendation_case_id_sequence_key" ON "recommendation"("case_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "decision_supersedes_id_key" ON "decision"("supersedes_id");

-- CreateIndex
CREATE INDEX "decision_decided_at_idx" ON "decision"("decided_at");

-- CreateIndex
CREATE UNIQUE INDEX "decision_case_id_number_key" ON "decision"("case_id", "number");

-- CreateIndex
CREATE INDEX "condition_evidence_condition_id_idx" ON "condition_evidence"("condition_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_key_key" ON "organisation"("key");

-- CreateIndex
CREATE INDEX "organisation_parent_id_idx" ON "organisation"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "role_assignment_person_id_idx" ON "role_assignment"("person_id");

-- CreateIndex
CREATE INDEX "role_assignment_organisation_id_role_idx" ON "role_assignment"("organisation_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "access_token_token_hash_key" ON "access_token"("token_hash");

-- CreateIndex
CREATE INDEX "access_token_person_id_idx" ON "access_token"("person_id");

-- CreateIndex
CREATE INDEX "idempotency_record_created_at_idx" ON "idempotency_record"("created_at");

-- AddForeignKey
ALTER TABLE "spend_case" ADD CONSTRAINT "spend_case_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "point_evidence" ADD CONSTRAINT "point_evidence_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "legacy_exception" ADD CONSTRAINT "legacy_exception_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "condition" ADD CONSTRAINT "condition_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "condition" ADD CONSTRAINT "condition_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "email" ADD CONSTRAINT "email_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "submission_version" ADD CONSTRAINT "submission_version_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "exception_ruling" ADD CONSTRAINT "exception_ruling_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "exception_ruling" ADD CONSTRAINT "exception_ruling_exception_id_fkey" FOREIGN KEY ("exception_id") REFERENCES "legacy_exception"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_return" ADD CONSTRAINT "case_return_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "condition_evidence" ADD CONSTRAINT "condition_evidence_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "condition_evidence" ADD CONSTRAINT "condition_evidence_condition_id_fkey" FOREIGN KEY ("condition_id") REFERENCES "condition"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "comment_edit" ADD CONSTRAINT "comment_edit_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What a column may say. The lists are those of libs/domain; a test holds them against each other.
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_role_check"
  CHECK ("role" IN ('submitter', 'assurance-lead', 'reviewer', 'decider', 'auditor', 'administrator'));
ALTER TABLE "spend_case" ADD CONSTRAINT "spend_case_state_check"
  CHECK ("state" IN ('draft', 'signed-off', 'submitted', 'acknowledged', 'in-review', 'returned', 'recommended',
    'approved', 'approved-with-conditions', 'not-approved', 'withdrawn', 'closed-below-threshold'));
ALTER TABLE "spend_case" ADD CONSTRAINT "spend_case_amounts_check"
  CHECK ("requested_pence" BETWEEN 0 AND 100000000000000 AND "whole_life_pence" BETWEEN 0 AND 100000000000000);
ALTER TABLE "point_evidence" ADD CONSTRAINT "point_evidence_point_check" CHECK ("point" BETWEEN 1 AND 13);
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_point_check" CHECK ("point" BETWEEN 1 AND 13);
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_verdict_check"
  CHECK ("verdict" IN ('met', 'partially-met', 'not-met', 'not-applicable'));
ALTER TABLE "exception_ruling" ADD CONSTRAINT "exception_ruling_ruling_check"
  CHECK ("ruling" IN ('accepted', 'refused'));
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_outcome_check"
  CHECK ("outcome" IN ('approved', 'approved-with-conditions', 'not-approved'));
ALTER TABLE "decision" ADD CONSTRAINT "decision_outcome_check"
  CHECK ("outcome" IN ('approved', 'approved-with-conditions', 'not-approved'));
ALTER TABLE "decision" ADD CONSTRAINT "decision_amounts_check"
  CHECK ("requested_pence" >= 0 AND "approved_pence" BETWEEN 1 AND "requested_pence");
ALTER TABLE "condition" ADD CONSTRAINT "condition_status_check"
  CHECK ("status" IN ('open', 'evidence-submitted', 'met', 'waived'));
ALTER TABLE "comment" ADD CONSTRAINT "comment_audience_check" CHECK ("audience" IN ('shared', 'internal'));
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_audience_check" CHECK ("audience" IN ('shared', 'internal'));
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_sequence_check" CHECK ("sequence" > 0);
ALTER TABLE "email" ADD CONSTRAINT "email_status_check"
  CHECK ("status" IN ('queued', 'sending', 'sent', 'refused', 'technical-failure'));

-- History is written once. The triggers refuse the owner of the tables as well.
CREATE FUNCTION "refuse_change_of_history"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are history: they are never changed or removed', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "case_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "submission_version"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "assessment"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "exception_ruling"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "case_return"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "recommendation"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "decision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "condition_evidence"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "comment_edit"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
