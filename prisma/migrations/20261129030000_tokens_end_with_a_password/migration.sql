-- Tokens somebody made for programs end with the password they forgot, and with the one they change where they ask for it.
-- By whom is null where a link from an email did it, as on the record of that itself, which is named.
ALTER TABLE "machine_token" ADD COLUMN "revoked_with" UUID;
ALTER TABLE "machine_token" ADD CONSTRAINT "machine_token_revoked_with_fkey" FOREIGN KEY ("revoked_with") REFERENCES "account_change"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "machine_token" DROP CONSTRAINT "machine_token_revoked_check";
ALTER TABLE "machine_token" ADD CONSTRAINT "machine_token_revoked_check"
  CHECK (("revoked_at" IS NULL) = ("revoked_by" IS NULL AND "revoked_with" IS NULL));
