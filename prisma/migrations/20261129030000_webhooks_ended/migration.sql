-- A webhook can be ended for good. What it was told and what was done to it stays; its secrets are removed.
ALTER TABLE "webhook_endpoint" ADD COLUMN "ended_at" TIMESTAMPTZ(3);
ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_ended_check"
  CHECK ("ended_at" IS NULL OR "disabled_at" IS NOT NULL);
ALTER TABLE "webhook_change" DROP CONSTRAINT "webhook_change_what_check";
ALTER TABLE "webhook_change" ADD CONSTRAINT "webhook_change_what_check"
  CHECK ("what" IN ('added', 'changed', 'secret-rotated', 'disabled', 'failing', 'enabled', 'ended'));

-- What has ended is never told anything again, nor has it a secret.
CREATE FUNCTION "demand_ended_webhook"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD."ended_at" IS NOT NULL THEN
    RAISE EXCEPTION 'This webhook has ended' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION "demand_ended_webhook"() FROM PUBLIC;
CREATE TRIGGER "ended_stays_ended" BEFORE UPDATE ON "webhook_endpoint"
  FOR EACH ROW EXECUTE FUNCTION "demand_ended_webhook"();
