-- What a delivery was of, as the other system was told it: administrators, who see no case, see it from here.
SELECT set_config('spend_control.acting', 'service', true);

ALTER TABLE "webhook_delivery" ADD COLUMN "event_type" TEXT, ADD COLUMN "reference" TEXT;
UPDATE "webhook_delivery" d SET "event_type" = v."type", "reference" = c."reference"
  FROM "case_event" v, "spend_case" c
  WHERE v."case_id" = d."case_id" AND v."sequence" = d."sequence" AND c."id" = d."case_id";
ALTER TABLE "webhook_delivery" ALTER COLUMN "event_type" SET NOT NULL, ALTER COLUMN "reference" SET NOT NULL;
