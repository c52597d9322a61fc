-- Whom an identity provider means by a subject. Made at the first sign-in, so that an address given to somebody else
-- later opens nothing; it ends with the person's deactivation, or when an administrator lets them sign in anew.
CREATE TABLE "external_identity" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,

    CONSTRAINT "external_identity_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "external_identity_person_id_idx" ON "external_identity"("person_id");
ALTER TABLE "external_identity" ADD CONSTRAINT "external_identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A subject is one person, and a person one subject, at a time.
CREATE UNIQUE INDEX "hot_external_identity_subject" ON "external_identity" ("issuer", "subject") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "hot_external_identity_person" ON "external_identity" ("person_id") WHERE "ended_at" IS NULL;

-- What it says stays; only its end is added, once.
CREATE FUNCTION "keep_external_identity"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."ended_at" IS NOT NULL
    OR (NEW."id", NEW."person_id", NEW."provider", NEW."issuer", NEW."subject", NEW."created_at")
      IS DISTINCT FROM (OLD."id", OLD."person_id", OLD."provider", OLD."issuer", OLD."subject", OLD."created_at") THEN
    RAISE EXCEPTION 'An external identity is kept as it was made; only its end may be added';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "external_identity_is_kept" BEFORE UPDATE ON "external_identity"
  FOR EACH ROW EXECUTE FUNCTION "keep_external_identity"();
CREATE TRIGGER "history_is_kept" BEFORE DELETE OR TRUNCATE ON "external_identity"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();

-- A sign-in under way at a provider. What it needs, and a form that waits for it, is sealed with a key that only the
-- browser has.
CREATE TABLE "sign_in_journey" (
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "state_hash" BYTEA NOT NULL,
    "browser_hash" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_journey_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "sign_in_journey_state_hash_key" ON "sign_in_journey"("state_hash");
CREATE INDEX "sign_in_journey_created_at_idx" ON "sign_in_journey"("created_at");
ALTER TABLE "sign_in_journey" ADD CONSTRAINT "sign_in_journey_hash_check"
  CHECK (octet_length("state_hash") = 32 AND octet_length("browser_hash") = 32);

-- Logout tokens that were obeyed, so that none is obeyed twice.
CREATE TABLE "logout_token" (
    "issuer" TEXT NOT NULL,
    "token_id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "logout_token_pkey" PRIMARY KEY ("issuer", "token_id")
);

CREATE INDEX "logout_token_received_at_idx" ON "logout_token"("received_at");

-- When the person of a session proved who they are (when it began, where this says nothing), and through whom.
ALTER TABLE "web_session"
  ADD COLUMN "authenticated_at" TIMESTAMPTZ(3),
  ADD COLUMN "external_identity_id" UUID,
  ADD COLUMN "provider_session" TEXT,
  ADD COLUMN "id_token_sealed" BYTEA;
CREATE INDEX "web_session_external_identity_id_idx" ON "web_session"("external_identity_id");
ALTER TABLE "web_session" ADD CONSTRAINT "web_session_external_identity_id_fkey" FOREIGN KEY ("external_identity_id") REFERENCES "external_identity"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A role that follows the claims of a provider: given, and ended, by it.
ALTER TABLE "role_assignment" ADD COLUMN "given_by_provider" TEXT;

-- All of this is the service's own. Where row-level security is there already, it is told here; where it comes later, it
-- covers every table there is by then.
DO $$
DECLARE
  "of_table" text;
BEGIN
  IF to_regproc('acts_as_service') IS NULL THEN RETURN; END IF;
  FOREACH "of_table" IN ARRAY ARRAY['external_identity', 'sign_in_journey', 'logout_token'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', "of_table");
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', "of_table");
    EXECUTE format('CREATE POLICY "for_the_service" ON %I USING ((SELECT acts_as_service()))', "of_table");
  END LOOP;
END
$$;
