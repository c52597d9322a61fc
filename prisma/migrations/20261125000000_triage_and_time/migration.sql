-- AlterTable
ALTER TABLE "spend_case" ADD COLUMN     "commitment_answers" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "given_back_by" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "next_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "next_due_target" TEXT,
ADD COLUMN     "next_occasion_at" TIMESTAMPTZ(3),
ADD COLUMN     "pinned_on" DATE,
ADD COLUMN     "rating" TEXT,
ADD COLUMN     "rating_answers" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "rating_confirmed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "review_depth" TEXT,
ADD COLUMN     "route" TEXT,
ADD COLUMN     "schedule_stale" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "submitted_at" TIMESTAMPTZ(3),
ADD COLUMN     "supplier_keys" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "workload" SMALLINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "email" ADD COLUMN     "digest_id" UUID,
ADD COLUMN     "occasion" TEXT,
ADD COLUMN     "person_id" UUID,
ALTER COLUMN "case_id" DROP NOT NULL,
ALTER COLUMN "sequence" DROP NOT NULL;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "email_preference" TEXT NOT NULL DEFAULT 'each';

-- CreateTable
CREATE TABLE "case_relation" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "related_case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "related_by" UUID NOT NULL,
    "related_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "removed_by" UUID,

    CONSTRAINT "case_relation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_search" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "criteria" JSONB NOT NULL,
    "organisation_id" UUID,
    "revision" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_search_subscription" (
    "search_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "subscribed_at" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "saved_search_subscription_pkey" PRIMARY KEY ("search_id","person_id")
);

-- CreateTable
CREATE TABLE "saved_search_match" (
    "search_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "matched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_search_match_pkey" PRIMARY KEY ("search_id","person_id","case_id")
);

-- CreateTable
CREATE TABLE "rating_review" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "computed" TEXT,
    "rating" TEXT NOT NULL,
    "reason" TEXT,
    "reviewed_by" UUID NOT NULL,
    "reviewed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rating_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "external_decision" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "document_title" TEXT NOT NULL,
    "document_url" TEXT NOT NULL,
    "note" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "external_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "earned_autonomy" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "levels" TEXT[],
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "reason" TEXT NOT NULL,
    "document_title" TEXT NOT NULL,
    "document_url" TEXT NOT NULL,
    "supersedes_id" UUID,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "earned_autonomy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regime_adoption" (
    "id" UUID NOT NULL,
    "regime_version" TEXT NOT NULL,
    "adopted_from" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "regime_adoption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "working_calendar" (
    "id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "working_calendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regime" (
    "version" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "regime_pkey" PRIMARY KEY ("version")
);

-- CreateIndex
CREATE INDEX "case_relation_case_id_idx" ON "case_relation"("case_id");

-- CreateIndex
CREATE INDEX "case_relation_related_case_id_idx" ON "case_relation"("related_case_id");

-- CreateIndex
CREATE INDEX "saved_search_owner_id_idx" ON "saved_search"("owner_id");

-- CreateIndex
CREATE INDEX "saved_search_organisation_id_idx" ON "saved_search"("organisation_id");

-- CreateIndex
CREATE INDEX "saved_search_subscription_person_id_idx" ON "saved_search_subscription"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "rating_review_case_id_sequence_key" ON "rating_review"("case_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "external_decision_case_id_sequence_key" ON "external_decision"("case_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "earned_autonomy_supersedes_id_key" ON "earned_autonomy"("supersedes_id");

-- CreateIndex
CREATE INDEX "earned_autonomy_organisation_id_idx" ON "earned_autonomy"("organisation_id");

-- CreateIndex
CREATE INDEX "regime_adoption_adopted_from_recorded_at_idx" ON "regime_adoption"("adopted_from", "recorded_at");

-- CreateIndex
CREATE INDEX "working_calendar_loaded_at_idx" ON "working_calendar"("loaded_at");

-- CreateIndex
CREATE UNIQUE INDEX "email_occasion_key" ON "email"("occasion");

-- CreateIndex
CREATE INDEX "email_person_id_created_at_idx" ON "email"("person_id", "created_at");

-- What is known of cases made before these columns. Before the key to regimes is there: a row changed twice in one
-- transaction would be held against it, and the regimes are loaded only after this.
UPDATE "spend_case" c SET "submitted_at" = v.at, "pinned_on" = (v.at AT TIME ZONE 'Europe/London')::date
  FROM (SELECT "case_id", min("submitted_at") AS at FROM "submission_version" GROUP BY "case_id") v
  WHERE v."case_id" = c."id";
UPDATE "spend_case" SET "supplier_keys" = (
  SELECT coalesce(array_agg(DISTINCT lower(btrim(s)) ORDER BY lower(btrim(s))), '{}')
  FROM unnest("current_suppliers" || "proposed_suppliers") AS s WHERE btrim(s) <> '');

-- AddForeignKey
-- Cases made before regimes were rows name a regime that is loaded just after this; only new rows are checked until then.
ALTER TABLE "spend_case" ADD CONSTRAINT "spend_case_regime_version_fkey" FOREIGN KEY ("regime_version") REFERENCES "regime"("version") ON DELETE RESTRICT ON UPDATE RESTRICT NOT VALID;
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM "spend_case") THEN
    ALTER TABLE "spend_case" VALIDATE CONSTRAINT "spend_case_regime_version_fkey";
  END IF;
END
$$;

-- AddForeignKey
ALTER TABLE "email" ADD CONSTRAINT "email_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "email" ADD CONSTRAINT "email_digest_id_fkey" FOREIGN KEY ("digest_id") REFERENCES "email"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_relation" ADD CONSTRAINT "case_relation_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_relation" ADD CONSTRAINT "case_relation_related_case_id_fkey" FOREIGN KEY ("related_case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "saved_search_subscription" ADD CONSTRAINT "saved_search_subscription_search_id_fkey" FOREIGN KEY ("search_id") REFERENCES "saved_search"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "saved_search_subscription" ADD CONSTRAINT "saved_search_subscription_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "saved_search_match" ADD CONSTRAINT "saved_search_match_search_id_person_id_fkey" FOREIGN KEY ("search_id", "person_id") REFERENCES "saved_search_subscription"("search_id", "person_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "saved_search_match" ADD CONSTRAINT "saved_search_match_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "rating_review" ADD CONSTRAINT "rating_review_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "external_decision" ADD CONSTRAINT "external_decision_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "earned_autonomy" ADD CONSTRAINT "earned_autonomy_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "earned_autonomy" ADD CONSTRAINT "earned_autonomy_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "earned_autonomy"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "regime_adoption" ADD CONSTRAINT "regime_adoption_regime_version_fkey" FOREIGN KEY ("regime_version") REFERENCES "regime"("version") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Indexes Prisma cannot describe, for what is asked often; their names begin with hot_.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
-- Lists of cases by due time: of nobody's, of one reviewer's, of one organisation's, and of all.
CREATE INDEX "hot_unassigned_by_due" ON "spend_case" ("next_due_at", "created_at", "id")
  WHERE "reviewer_id" IS NULL AND "state" IN ('submitted', 'acknowledged', 'in-review');
CREATE INDEX "hot_reviewer_by_due" ON "spend_case" ("reviewer_id", "next_due_at", "created_at", "id")
  INCLUDE ("state", "rating") WHERE "reviewer_id" IS NOT NULL;
CREATE INDEX "hot_organisation_by_due" ON "spend_case" ("organisation_id", "next_due_at", "created_at", "id")
  INCLUDE ("state", "rating", "reviewer_id");
CREATE INDEX "hot_by_due" ON "spend_case" ("next_due_at", "created_at", "id");
-- Counts of open cases by what they are narrowed by, from the index alone.
CREATE INDEX "hot_open_by_kind" ON "spend_case" ("state", "rating", "reviewer_id", "next_due_at")
  INCLUDE ("organisation_id", "route", "category", "requested_pence")
  WHERE "state" IN ('submitted', 'acknowledged', 'in-review', 'returned', 'recommended');
CREATE INDEX "hot_next_occasion" ON "spend_case" ("next_occasion_at") WHERE "next_occasion_at" IS NOT NULL;
CREATE INDEX "hot_stale_schedule" ON "spend_case" ("id") WHERE "schedule_stale";
CREATE INDEX "hot_title_trigrams" ON "spend_case" USING gin ("title" gin_trgm_ops);
CREATE INDEX "hot_suppliers" ON "spend_case" USING gin ("supplier_keys");
-- One reminder for one occasion, whoever finds it.
CREATE UNIQUE INDEX "hot_occasion_once" ON "case_event" ("case_id", "type", ("payload" ->> 'occasion'))
  WHERE "payload" ? 'occasion';
-- Emails waiting to be put into somebody's digest.
CREATE INDEX "hot_held_emails" ON "email" ("person_id", "created_at") WHERE "status" = 'held';
-- A pair of cases is marked once at a time.
CREATE UNIQUE INDEX "hot_relation_once" ON "case_relation" ("case_id", "related_case_id", "kind")
  WHERE "removed_at" IS NULL;

-- What a column may say.
ALTER TABLE "email" DROP CONSTRAINT "email_status_check";
ALTER TABLE "email" ADD CONSTRAINT "email_status_check"
  CHECK ("status" IN ('queued', 'sending', 'sent', 'refused', 'technical-failure', 'held', 'in-digest'));
ALTER TABLE "email" ADD CONSTRAINT "email_about_check" CHECK (("case_id" IS NULL) = ("sequence" IS NULL));
ALTER TABLE "person" ADD CONSTRAINT "person_email_preference_check"
  CHECK ("email_preference" IN ('each', 'daily-digest'));
ALTER TABLE "case_relation" ADD CONSTRAINT "case_relation_kind_check"
  CHECK ("kind" IN ('duplicate', 'split', 'related', 'varies', 'extends'));
ALTER TABLE "case_relation" ADD CONSTRAINT "case_relation_other_check" CHECK ("case_id" <> "related_case_id");
ALTER TABLE "external_decision" ADD CONSTRAINT "external_decision_kind_check"
  CHECK ("kind" IN ('ministerial', 'treasury'));
ALTER TABLE "external_decision" ADD CONSTRAINT "external_decision_outcome_check"
  CHECK ("outcome" IN ('approved', 'approved-with-conditions', 'not-approved', 'noted'));
ALTER TABLE "spend_case" ADD CONSTRAINT "spend_case_review_depth_check"
  CHECK ("review_depth" IN ('light', 'standard', 'full'));
ALTER TABLE "spend_case" DROP CONSTRAINT "spend_case_state_check";
ALTER TABLE "spend_case" ADD CONSTRAINT "spend_case_state_check"
  CHECK ("state" IN ('draft', 'signed-off', 'assured-by-department', 'submitted', 'acknowledged', 'in-review',
    'returned', 'recommended', 'approved', 'approved-with-conditions', 'not-approved', 'withdrawn',
    'closed-below-threshold'));

-- A regime that a submission is pinned to is never altered.
CREATE FUNCTION "refuse_change_of_used_regime"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "submission_version" WHERE "regime_version" = OLD."version") THEN
    RAISE EXCEPTION 'Submissions are pinned to the regime %: it is never changed or removed', OLD."version"
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE TRIGGER "used_regime_is_kept" BEFORE UPDATE OR DELETE ON "regime"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_used_regime"();
CREATE TRIGGER "regimes_are_kept" BEFORE TRUNCATE ON "regime"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();

CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "rating_review"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "external_decision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "earned_autonomy"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "regime_adoption"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "working_calendar"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
