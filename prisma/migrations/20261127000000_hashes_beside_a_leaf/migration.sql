-- The hashes a proof is made of are found with the event they prove. They stand beside the leaf, of whatever cases,
-- which whoever asks need not see; so they are looked for as the finder, who gives hashes and their places alone.
GRANT SELECT ("index", "hash") ON "log_leaf" TO "spend_control_finder";
GRANT SELECT ("level", "index", "hash") ON "log_node" TO "spend_control_finder";
CREATE POLICY "it_is_looked_for" ON "log_leaf" FOR SELECT TO "spend_control_finder" USING (true);

-- The siblings of a leaf and of what is above it, and the complete subtrees a tree of that size ends with: every node
-- the proof of the leaf can need (RFC 9162, section 2.1.3.1), at most two a level. Of level 0 it is the event's hash.
CREATE FUNCTION "hashes_beside_leaf"("the_index" bigint, "the_size" bigint)
  RETURNS TABLE ("level" integer, "index" bigint, "hash" bytea) ROWS 40
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH "wanted" AS (
    SELECT g."level", ("the_index" >> g."level") # 1 AS "index" FROM generate_series(0, 62) g("level")
      WHERE "the_size" >> g."level" > 0
    UNION
    SELECT g."level", ("the_size" >> g."level") # 1 FROM generate_series(0, 62) g("level")
      WHERE ("the_size" >> g."level") & 1 = 1)
  SELECT w."level", w."index", f."hash" FROM "wanted" w CROSS JOIN LATERAL (
    SELECT l."hash" FROM "log_leaf" l WHERE w."level" = 0 AND l."index" = w."index"
    UNION ALL
    SELECT n."hash" FROM "log_node" n WHERE w."level" > 0 AND n."level" = w."level" AND n."index" = w."index") f
$$;

DO $$ BEGIN
  GRANT CREATE ON SCHEMA "public" TO "spend_control_finder";
  REVOKE ALL ON FUNCTION "hashes_beside_leaf"(bigint, bigint) FROM PUBLIC;
  ALTER FUNCTION "hashes_beside_leaf"(bigint, bigint) OWNER TO "spend_control_finder";
  REVOKE CREATE ON SCHEMA "public" FROM "spend_control_finder";
END $$;
