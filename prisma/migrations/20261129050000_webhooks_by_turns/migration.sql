-- An address that does not take what it is sent waits as a whole, so that it holds up nobody else; what it says is gone is
-- disabled at once.
ALTER TABLE "webhook_endpoint" ADD COLUMN "failures" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "paused_until" TIMESTAMPTZ(3);
ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_failures_check" CHECK ("failures" >= 0);

ALTER TABLE "webhook_change" DROP CONSTRAINT "webhook_change_what_check";
ALTER TABLE "webhook_change" ADD CONSTRAINT "webhook_change_what_check"
  CHECK ("what" IN ('added', 'changed', 'secret-rotated', 'disabled', 'failing', 'gone', 'enabled', 'ended'));

-- What each address is to be sent, or was left by who died, in the order of the log.
DROP INDEX "hot_webhook_delivery_due";
CREATE INDEX "hot_webhook_delivery_of_endpoint" ON "webhook_delivery" ("endpoint_id", "place") WHERE "status" IN ('queued', 'sending');
