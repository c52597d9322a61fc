-- What was promised is followed once: with the request that took the place of the approval it was promised for.
SELECT set_config('spend_control.acting', 'service', true);

ALTER TABLE "condition" ADD COLUMN "carried_over_to" TEXT;
ALTER TABLE "condition" DROP CONSTRAINT "condition_status_check";
ALTER TABLE "condition" ADD CONSTRAINT "condition_status_check"
  CHECK ("status" IN ('open', 'evidence-submitted', 'met', 'not-met', 'waived', 'carried-over'));
-- What the decider imposed is met, waived, or replaced with its decision.
ALTER TABLE "condition" DROP CONSTRAINT "condition_promise_check";
ALTER TABLE "condition" ADD CONSTRAINT "condition_promise_check"
  CHECK ("status" NOT IN ('not-met', 'carried-over') OR "kind" <> 'condition');
ALTER TABLE "condition" ADD CONSTRAINT "condition_carried_over_check"
  CHECK (("status" = 'carried-over') = ("carried_over_to" IS NOT NULL));
