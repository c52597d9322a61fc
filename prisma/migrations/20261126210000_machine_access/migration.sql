-- Programs that use the API: tokens people make for them, and clients that authenticate at an issuer of OAuth 2.0.
-- Neither is ever removed: events and records of access name them.

-- A person-like account that only a client acts as. Nobody signs in as it.
ALTER TABLE "person" ADD COLUMN "service_account" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "person" ADD CONSTRAINT "person_service_account_check"
  CHECK (NOT ("service_account" AND "password_hash" IS NOT NULL));

-- CreateTable
CREATE TABLE "machine_token" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" UUID,

    CONSTRAINT "machine_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "machine_client" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" UUID,

    CONSTRAINT "machine_client_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "machine_token_token_hash_key" ON "machine_token"("token_hash");

-- CreateIndex
CREATE INDEX "machine_token_person_id_idx" ON "machine_token"("person_id");

-- CreateIndex
CREATE INDEX "machine_token_created_at_id_idx" ON "machine_token"("created_at", "id");

-- CreateIndex
CREATE INDEX "machine_client_person_id_idx" ON "machine_client"("person_id");

-- AddForeignKey
ALTER TABLE "machine_token" ADD CONSTRAINT "machine_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "machine_client" ADD CONSTRAINT "machine_client_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A token itself, kept by mistake, would not fit.
ALTER TABLE "machine_token" ADD CONSTRAINT "machine_token_token_hash_check" CHECK (octet_length("token_hash") = 32);
ALTER TABLE "machine_token" ADD CONSTRAINT "machine_token_revoked_check" CHECK (("revoked_at" IS NULL) = ("revoked_by" IS NULL));
ALTER TABLE "machine_client" ADD CONSTRAINT "machine_client_revoked_check" CHECK (("revoked_at" IS NULL) = ("revoked_by" IS NULL));

-- One client of an issuer acts as one account at a time.
CREATE UNIQUE INDEX "hot_machine_client_subject" ON "machine_client" ("issuer", "subject") WHERE "revoked_at" IS NULL;
-- Which end soon.
CREATE INDEX "hot_machine_token_ends" ON "machine_token" ("expires_at") WHERE "revoked_at" IS NULL;

-- By which token or client something was looked at; null where a person did so themselves.
ALTER TABLE "access_record" ADD COLUMN "machine_id" UUID;

-- Only the service itself reads and writes these, whoever asks. Where row-level security was there before, it does not
-- know them yet; where it comes later, it finds them.
DO $$
DECLARE
  "of_table" text;
BEGIN
  IF to_regprocedure('acts_as_service()') IS NULL THEN RETURN; END IF;
  FOREACH "of_table" IN ARRAY ARRAY['machine_token', 'machine_client'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', "of_table");
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', "of_table");
    EXECUTE format('CREATE POLICY "for_the_service" ON %I USING ((SELECT acts_as_service()))', "of_table");
  END LOOP;
END
$$;
