-- What is kept says which algorithm it was made with, so that others can be chosen from a day on. libs/domain has the
-- list of them (cryptography/algorithms.ts).

-- The format an event is hashed in: 1 is spend-control-event/1 with SHA-256, 2 is spend-control-event/2 with SHA-384.
ALTER TABLE "case_event" ADD COLUMN "format" SMALLINT NOT NULL DEFAULT 1;

-- The hash of an event whose payload is its facts alone, in the event's own format; null where that is not known.
CREATE OR REPLACE FUNCTION "hash_of_facts"("e" "case_event") RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE "e"."format" WHEN 1 THEN sha256(f."text") WHEN 2 THEN sha384(f."text") END
  FROM (SELECT convert_to(canonical_json(jsonb_build_object('format', 'spend-control-event/' || "e"."format",
    'caseId', "e"."case_id",
    'sequence', "e"."sequence", 'type', "e"."type", 'audience', "e"."audience", 'actorId', "e"."actor_id",
    'actorRole', "e"."actor_role", 'actorOrganisationId', "e"."actor_organisation_id",
    'occurredAt', to_char("e"."occurred_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'fromState', "e"."from_state", 'toState', "e"."to_state", 'version', "e"."version", 'facts', "e"."payload",
    'private', encode("e"."private_hash", 'hex'), 'previous', encode("e"."previous_hash", 'hex'))), 'UTF8') AS "text") f
$$;

-- Each hash function makes a tree of its own over the same leaves, and a checkpoint is of one of them.
ALTER TABLE "log_node" ADD COLUMN "tree_hash" TEXT NOT NULL DEFAULT 'sha256';
ALTER TABLE "log_node" DROP CONSTRAINT "log_node_pkey",
  ADD CONSTRAINT "log_node_pkey" PRIMARY KEY ("level", "index", "tree_hash");
ALTER TABLE "log_checkpoint" ADD COLUMN "tree_hash" TEXT NOT NULL DEFAULT 'sha256';

-- What stands beside a leaf in one of the trees. As before, otherwise: see 20261127000000_hashes_beside_a_leaf.
GRANT SELECT ("tree_hash") ON "log_node" TO "spend_control_finder";
DO $do$
BEGIN
  GRANT CREATE ON SCHEMA "public" TO "spend_control_finder";
  SET LOCAL ROLE "spend_control_finder";
  DROP FUNCTION "hashes_beside_leaf"(bigint, bigint);
  CREATE FUNCTION "hashes_beside_leaf"("the_index" bigint, "the_size" bigint, "the_tree" text DEFAULT 'sha256')
    RETURNS TABLE ("level" integer, "index" bigint, "hash" bytea) ROWS 40
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $f$
    WITH "wanted" AS (
      SELECT g."level", ("the_index" >> g."level") # 1 AS "index" FROM generate_series(0, 62) g("level")
        WHERE "the_size" >> g."level" > 0
      UNION
      SELECT g."level", ("the_size" >> g."level") # 1 FROM generate_series(0, 62) g("level")
        WHERE ("the_size" >> g."level") & 1 = 1)
    SELECT w."level", w."index", f."hash" FROM "wanted" w CROSS JOIN LATERAL (
      SELECT l."hash" FROM "log_leaf" l WHERE w."level" = 0 AND l."index" = w."index"
      UNION ALL
      SELECT n."hash" FROM "log_node" n WHERE w."level" > 0 AND n."level" = w."level" AND n."index" = w."index"
        AND n."tree_hash" = "the_tree") f
    WHERE current_setting('spend_control.acting', true) <> ''
  $f$;
  REVOKE ALL ON FUNCTION "hashes_beside_leaf"(bigint, bigint, text) FROM PUBLIC;
  RESET ROLE;
  REVOKE CREATE ON SCHEMA "public" FROM "spend_control_finder";
END
$do$;

-- A hash of a token other than SHA-256 has the byte of its algorithm before it: 1 is SHA3-256. Nothing else is kept there.
ALTER TABLE "web_session" DROP CONSTRAINT "web_session_token_hash_check",
  ADD CONSTRAINT "web_session_token_hash_check" CHECK (octet_length("token_hash") = 32 OR octet_length("token_hash") = 33 AND get_byte("token_hash", 0) = 1);
ALTER TABLE "sign_in_journey" DROP CONSTRAINT "sign_in_journey_hash_check",
  ADD CONSTRAINT "sign_in_journey_hash_check"
  CHECK ((octet_length("state_hash") = 32 OR octet_length("state_hash") = 33 AND get_byte("state_hash", 0) = 1) AND (octet_length("browser_hash") = 32 OR octet_length("browser_hash") = 33 AND get_byte("browser_hash", 0) = 1));
ALTER TABLE "machine_token" DROP CONSTRAINT "machine_token_token_hash_check",
  ADD CONSTRAINT "machine_token_token_hash_check" CHECK (octet_length("token_hash") = 32 OR octet_length("token_hash") = 33 AND get_byte("token_hash", 0) = 1);
ALTER TABLE "password_reset" DROP CONSTRAINT "password_reset_token_hash_check",
  ADD CONSTRAINT "password_reset_token_hash_check" CHECK (octet_length("token_hash") = 32 OR octet_length("token_hash") = 33 AND get_byte("token_hash", 0) = 1);
