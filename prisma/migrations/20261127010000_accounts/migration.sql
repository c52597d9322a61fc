-- What was done to an account by which its sessions ended: an administrator ended them, or the password was changed or
-- set anew. Of whom is null where an administrator ended everybody's; by whom is null where a link from an email did it.
CREATE TABLE "account_change" (
    "id" UUID NOT NULL,
    "person_id" UUID,
    "what" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" UUID,

    CONSTRAINT "account_change_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "account_change_person_id_at_idx" ON "account_change"("person_id", "at");
ALTER TABLE "account_change" ADD CONSTRAINT "account_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "account_change" ADD CONSTRAINT "account_change_what_check"
  CHECK (("what" = 'sessions-ended' AND "by" IS NOT NULL)
    OR ("what" = 'password-changed' AND "by" IS NOT NULL AND "person_id" IS NOT NULL)
    OR ("what" = 'password-reset' AND "by" IS NULL AND "person_id" IS NOT NULL));
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "account_change"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();

-- A link by which somebody who forgot their password chooses another. A row is written for whatever address is asked
-- with, of nobody where it is nobody's, so that the time an answer takes says nothing; it is taken away once it is over.
CREATE TABLE "password_reset" (
    "id" UUID NOT NULL,
    "person_id" UUID,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "password_reset_token_hash_key" ON "password_reset"("token_hash");
CREATE INDEX "password_reset_person_id_idx" ON "password_reset"("person_id");
CREATE INDEX "password_reset_expires_at_idx" ON "password_reset"("expires_at");
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_token_hash_check" CHECK (octet_length("token_hash") = 32);

-- Both are the service's own.
DO $$
DECLARE
  "of_table" text;
BEGIN
  FOREACH "of_table" IN ARRAY ARRAY['account_change', 'password_reset'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', "of_table");
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', "of_table");
    EXECUTE format('CREATE POLICY "for_the_service" ON %I USING ((SELECT acts_as_service()))', "of_table");
  END LOOP;
END
$$;

-- People see their own sessions, and through which provider each began. Only the service ends one.
CREATE POLICY "it_is_ones_own" ON "web_session" FOR SELECT USING ("person_id" = (SELECT acting_person()));
CREATE POLICY "it_is_ones_own" ON "access_token" FOR SELECT USING ("person_id" = (SELECT acting_person()));
CREATE POLICY "it_is_ones_own" ON "external_identity" FOR SELECT USING ("person_id" = (SELECT acting_person()));
