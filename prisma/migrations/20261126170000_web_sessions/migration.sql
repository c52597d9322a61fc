-- Sessions of people who use the pages. Not history: they are cleared away once they are over.
CREATE TABLE "web_session" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "web_session_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "web_session_token_hash_key" ON "web_session"("token_hash");
CREATE INDEX "web_session_person_id_idx" ON "web_session"("person_id");
ALTER TABLE "web_session" ADD CONSTRAINT "web_session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A token itself, kept by mistake, would not fit.
ALTER TABLE "web_session" ADD CONSTRAINT "web_session_token_hash_check" CHECK (octet_length("token_hash") = 32);

-- When a session is over at the latest, for clearing away. None of the indexes holds last_seen_at, so moving it forward
-- writes to no index.
CREATE INDEX "hot_web_session_over" ON "web_session" ((coalesce("ended_at", "expires_at")));
