-- What somebody was writing when their session ended is sealed by the page for the service alone: with the public key of
-- the session it was shown in. The other half outlives the session, so that it can be opened once they sign in again.
CREATE TABLE "writing_key" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "public_key" BYTEA NOT NULL,
    "private_key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "writing_key_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "writing_key_person_id_idx" ON "writing_key"("person_id");
CREATE INDEX "writing_key_created_at_idx" ON "writing_key"("created_at");
ALTER TABLE "writing_key" ADD CONSTRAINT "writing_key_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
-- A point of P-256, uncompressed, and a number below its order.
ALTER TABLE "writing_key" ADD CONSTRAINT "writing_key_public_key_check" CHECK (octet_length("public_key") = 65);
ALTER TABLE "writing_key" ADD CONSTRAINT "writing_key_private_key_check" CHECK (octet_length("private_key") <= 32);

-- Nobody but the service's own work sees it.
ALTER TABLE "writing_key" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "writing_key" FORCE ROW LEVEL SECURITY;
CREATE POLICY "the_service_does_all" ON "writing_key" USING (current_setting('spend_control.acting', true) = 'service');
