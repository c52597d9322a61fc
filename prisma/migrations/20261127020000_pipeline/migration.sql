-- Planned spend is a case of which no request was begun. It has its own state, and may have a key of its organisation's
-- own by which an import finds it again.
ALTER TABLE "spend_case" DROP CONSTRAINT "spend_case_state_check";
ALTER TABLE "spend_case" ADD CONSTRAINT "spend_case_state_check"
  CHECK ("state" IN ('planned', 'draft', 'signed-off', 'assured-by-department', 'submitted', 'acknowledged', 'in-review',
    'returned', 'recommended', 'approved', 'approved-with-conditions', 'not-approved', 'withdrawn',
    'closed-below-threshold'));
ALTER TABLE "spend_case" ADD COLUMN "pipeline_key" TEXT;
CREATE UNIQUE INDEX "spend_case_organisation_id_pipeline_key_key" ON "spend_case"("organisation_id", "pipeline_key");

-- A pipeline is read by the day spending starts, of some organisations or of all.
CREATE INDEX "hot_pipeline_of_organisation" ON "spend_case" ("organisation_id", "spend_starts_on", "created_at", "id")
  WHERE "state" = 'planned';
CREATE INDEX "hot_pipeline" ON "spend_case" ("spend_starts_on", "created_at", "id") WHERE "state" = 'planned';
-- Contracts that end in some months' time, whoever's.
CREATE INDEX "hot_contracts_ending" ON "spend_case" ("contract_ends_on", "id")
  WHERE "contract_ends_on" IS NOT NULL AND "state" NOT IN ('not-approved', 'withdrawn');
