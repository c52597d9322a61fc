-- Addresses of other systems that are told what happens to cases, what is told, and each attempt.
CREATE TABLE "webhook_endpoint" (
    "id" UUID NOT NULL,
    "organisation_id" UUID,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "event_types" TEXT[],
    "position" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "former_secret_until" TIMESTAMPTZ(3),
    "failing_since" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook_secret" (
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_secret_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook_change" (
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "after" JSONB NOT NULL,
    "changed_by" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_change_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "place" BIGINT NOT NULL,
    "case_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "tries" INTEGER NOT NULL,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook_attempt" (
    "delivery_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "status_code" INTEGER,
    "milliseconds" INTEGER NOT NULL,
    "attempted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY ("delivery_id","number")
);

CREATE INDEX "webhook_endpoint_organisation_id_idx" ON "webhook_endpoint"("organisation_id");
CREATE INDEX "webhook_secret_endpoint_id_idx" ON "webhook_secret"("endpoint_id");
CREATE INDEX "webhook_change_endpoint_id_changed_at_idx" ON "webhook_change"("endpoint_id", "changed_at");
CREATE UNIQUE INDEX "webhook_delivery_endpoint_id_place_key" ON "webhook_delivery"("endpoint_id", "place");
CREATE INDEX "webhook_delivery_case_id_sequence_idx" ON "webhook_delivery"("case_id", "sequence");
-- What is to be sent, or was left by who died.
CREATE INDEX "hot_webhook_delivery_due" ON "webhook_delivery" ("next_attempt_at", "id") WHERE "status" IN ('queued', 'sending');

ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "webhook_secret" ADD CONSTRAINT "webhook_secret_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoint"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "webhook_change" ADD CONSTRAINT "webhook_change_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoint"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoint"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "webhook_delivery"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_position_check" CHECK ("position" >= 0);
ALTER TABLE "webhook_change" ADD CONSTRAINT "webhook_change_what_check"
  CHECK ("what" IN ('added', 'changed', 'secret-rotated', 'disabled', 'failing', 'enabled'));
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_status_check"
  CHECK ("status" IN ('queued', 'sending', 'delivered', 'given-up', 'withheld'));
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_outcome_check"
  CHECK ("outcome" IN ('delivered', 'not-accepted', 'redirected', 'timed-out', 'unreachable', 'address-refused'));

CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "webhook_change"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "webhook_attempt"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();

-- Administrators see addresses and what became of what was sent, none of which says more of a case than its id. Secrets
-- are the service's alone.
DO $$
DECLARE
  "of_table" text;
BEGIN
  FOREACH "of_table" IN ARRAY ARRAY['webhook_endpoint', 'webhook_secret', 'webhook_change', 'webhook_delivery', 'webhook_attempt']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', "of_table");
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', "of_table");
    EXECUTE format('CREATE POLICY "for_the_service" ON %I USING (
      current_setting(''spend_control.acting'', true) = ''service'')', "of_table");
  END LOOP;
  FOREACH "of_table" IN ARRAY ARRAY['webhook_endpoint', 'webhook_change', 'webhook_delivery', 'webhook_attempt']
  LOOP
    EXECUTE format('CREATE POLICY "administrators_see_it" ON %I FOR SELECT USING (
      (SELECT acting_holds(ARRAY[''administrator''])))', "of_table");
  END LOOP;
END
$$;
