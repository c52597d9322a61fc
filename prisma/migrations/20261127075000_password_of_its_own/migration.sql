-- The hash of a password in a table of its own, which nobody but the service's own work sees. Of a person it is still
-- known whether they have one.
SELECT set_config('spend_control.acting', 'service', true);

CREATE TABLE "person_password" (
    "person_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,

    CONSTRAINT "person_password_pkey" PRIMARY KEY ("person_id")
);

ALTER TABLE "person_password" ADD CONSTRAINT "person_password_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

INSERT INTO "person_password" ("person_id", "password_hash")
  SELECT "id", "password_hash" FROM "person" WHERE "password_hash" IS NOT NULL;

ALTER TABLE "person" ADD COLUMN "has_password" BOOLEAN NOT NULL DEFAULT false;
UPDATE "person" SET "has_password" = true WHERE "password_hash" IS NOT NULL;

ALTER TABLE "person" DROP CONSTRAINT "person_service_account_check";
ALTER TABLE "person" DROP COLUMN "password_hash";
ALTER TABLE "person" ADD CONSTRAINT "person_service_account_check" CHECK (NOT ("service_account" AND "has_password"));

ALTER TABLE "person_password" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "person_password" FORCE ROW LEVEL SECURITY;
CREATE POLICY "for_the_service" ON "person_password" USING (current_setting('spend_control.acting', true) = 'service');
