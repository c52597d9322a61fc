-- CreateTable
CREATE TABLE "access_record" (
    "id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "case_id" UUID,
    "criteria" JSONB,
    "result_count" INTEGER,
    "outcome" TEXT NOT NULL,
    "request_id" TEXT,

    CONSTRAINT "access_record_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "access_record_person_id_occurred_at_id_idx" ON "access_record"("person_id", "occurred_at" DESC, "id" DESC);

-- Who saw a case, latest first. Searches name no case and are left out.
CREATE INDEX "hot_access_to_case" ON "access_record" ("case_id", "occurred_at" DESC, "id" DESC)
  WHERE "case_id" IS NOT NULL;

-- What a column may say.
ALTER TABLE "access_record" ADD CONSTRAINT "access_record_what_check" CHECK ("what" IN ('view', 'search', 'export'));
ALTER TABLE "access_record" ADD CONSTRAINT "access_record_outcome_check" CHECK ("outcome" IN ('given', 'refused'));

CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "access_record"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
