-- AlterTable
ALTER TABLE "spend_case" ADD COLUMN     "imported_hash" TEXT,
ADD COLUMN     "imported_reference" TEXT,
ADD COLUMN     "imported_source" TEXT,
ALTER COLUMN "created_by" DROP NOT NULL;

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "decided_in_source" TEXT,
ALTER COLUMN "decided_by" DROP NOT NULL,
ALTER COLUMN "decided_role" DROP NOT NULL;

-- AlterTable
ALTER TABLE "submission_version" ALTER COLUMN "submitted_by" DROP NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "spend_case_imported_source_imported_reference_key" ON "spend_case"("imported_source", "imported_reference");

-- A case was made here by somebody, or imported with all that says from where; a decision likewise.
ALTER TABLE "spend_case" ADD CONSTRAINT "spend_case_imported_check" CHECK (
  ("imported_source" IS NULL) = ("created_by" IS NOT NULL)
  AND ("imported_source" IS NULL) = ("imported_reference" IS NULL)
  AND ("imported_source" IS NULL) = ("imported_hash" IS NULL));
ALTER TABLE "decision" ADD CONSTRAINT "decision_decider_check" CHECK (
  ("decided_by" IS NULL) = ("decided_role" IS NULL)
  AND ("decided_by" IS NULL) = ("decided_in_source" IS NOT NULL));
