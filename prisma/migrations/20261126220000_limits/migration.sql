-- How many requests came from whom lately, where there is no Redis. Its shape is that of rate-limiter-flexible. What is
-- lost with a crash is a minute's counts, so it is not logged.
CREATE UNLOGGED TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");

-- Tries to sign in, by what they are counted by. Which account and which address is kept as a hash: what is typed as an
-- email address may be anything, and need not be anybody's.
CREATE TABLE "sign_in_tries" (
    "subject" BYTEA NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID,
    "tries" INTEGER NOT NULL,
    "counting_since" TIMESTAMPTZ(3) NOT NULL,
    "last_try_at" TIMESTAMPTZ(3) NOT NULL,
    "wait_until" TIMESTAMPTZ(3),
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_tries_pkey" PRIMARY KEY ("subject")
);

CREATE INDEX "sign_in_tries_person_id_idx" ON "sign_in_tries"("person_id");
CREATE INDEX "sign_in_tries_last_try_at_idx" ON "sign_in_tries"("last_try_at");
ALTER TABLE "sign_in_tries" ADD CONSTRAINT "sign_in_tries_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "sign_in_tries" ADD CONSTRAINT "sign_in_tries_kind_check"
  CHECK ("kind" IN ('account', 'known-address', 'address'));
ALTER TABLE "sign_in_tries" ADD CONSTRAINT "sign_in_tries_subject_check" CHECK (octet_length("subject") = 32);

-- Addresses people signed in from, as hashes with the person, so that the same address is not the same text for two.
CREATE TABLE "known_address" (
    "person_id" UUID NOT NULL,
    "address_hash" BYTEA NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "known_address_pkey" PRIMARY KEY ("person_id", "address_hash")
);

CREATE INDEX "known_address_last_used_at_idx" ON "known_address"("last_used_at");
ALTER TABLE "known_address" ADD CONSTRAINT "known_address_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Every time an account was locked, and who lifted it.
CREATE TABLE "sign_in_lock" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "by" UUID,

    CONSTRAINT "sign_in_lock_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "sign_in_lock_person_id_at_idx" ON "sign_in_lock"("person_id", "at");
ALTER TABLE "sign_in_lock" ADD CONSTRAINT "sign_in_lock_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "sign_in_lock" ADD CONSTRAINT "sign_in_lock_what_check"
  CHECK (("what" = 'locked' AND "until" IS NOT NULL AND "by" IS NULL)
    OR ("what" = 'lifted' AND "until" IS NULL AND "by" IS NOT NULL));
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "sign_in_lock"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();

-- Where row-level security is set up already: these tables are the service's own. Where it is not yet, what sets it up
-- finds them.
DO $$
DECLARE
  "of_table" text;
BEGIN
  IF to_regprocedure('acts_as_service()') IS NOT NULL THEN
    FOREACH "of_table" IN ARRAY ARRAY['rate_limit', 'sign_in_tries', 'known_address', 'sign_in_lock'] LOOP
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', "of_table");
      EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', "of_table");
      EXECUTE format('CREATE POLICY "for_the_service" ON %I USING ((SELECT acts_as_service()))', "of_table");
    END LOOP;
  END IF;
END
$$;
