-- What is found beyond a policy is now held back by the same rule: the functions give ids of what whoever acts sees, and
-- nothing where nobody acts. The rule is asked of what the index of trigrams gave, so its plan stays what it was; what is
-- the same for every row is asked once of a call.
GRANT SELECT ("organisation_id", "protective_marking") ON "spend_case" TO "spend_control_finder";
GRANT SELECT ("case_id", "organisation_id") ON "decision" TO "spend_control_finder";

DO $do$
DECLARE
  "acting" CONSTANT text := $$current_setting('spend_control.acting', true)$$;
  "sees_all_of_it" CONSTANT text := format($$%1$s = 'service' OR %1$s ^@ 'everything '$$, "acting");
  "of_organisation" CONSTANT text := format(
    $$((SELECT %1$s ^@ 'every-case ') OR %%1$I."organisation_id" = ANY ((SELECT nullif(split_part(%1$s, ' ', 6), '')::uuid[])::uuid[]))$$,
    "acting");
  "sees_any_marking" CONSTANT text := format($$(SELECT split_part(%s, ' ', 4) = 'any')$$, "acting");
  "speaks_for" CONSTANT text := format(
    $$coalesce(%%1$I."organisation_id" = ANY (nullif(split_part(%s, ' ', 6), '')::uuid[]), false)$$, "acting");
  -- Whether the case `s` is seen.
  "seen" CONSTANT text := format($$((SELECT %s) OR %s AND (s."protective_marking" = 'OFFICIAL' OR %s))$$,
    "sees_all_of_it", format("of_organisation", 's'), "sees_any_marking");
  -- Whether the case of an id is.
  "case_seen" CONSTANT text := format($$((SELECT %s) OR (SELECT true FROM "spend_case" s WHERE s."id" = %%s AND %s))$$,
    "sees_all_of_it", "seen");
  "options" CONSTANT text := 'LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';
BEGIN
  GRANT CREATE ON SCHEMA "public" TO "spend_control_finder";
  SET LOCAL ROLE "spend_control_finder";

  EXECUTE format($$CREATE OR REPLACE FUNCTION "cases_titled_like"("pattern" text) RETURNS SETOF uuid ROWS 100 %s AS $f$
    SELECT s."id" FROM "spend_case" s WHERE s."title" ILIKE "pattern" AND %s
  $f$ $$, "options", "seen");

  EXECUTE format($$CREATE OR REPLACE FUNCTION "cases_saying"("pattern" text) RETURNS SETOF uuid ROWS 100 %1$s AS $f$
    SELECT s."id" FROM "spend_case" s WHERE s."title" ILIKE "pattern" AND %2$s
    UNION SELECT s."id" FROM "spend_case" s
      WHERE s."state" IN ('draft', 'signed-off', 'returned', 'withdrawn', 'closed-below-threshold')
        AND s."description" ILIKE "pattern" AND %2$s
    UNION SELECT s."id" FROM "spend_case" s
      WHERE s."state" NOT IN ('draft', 'signed-off', 'returned', 'withdrawn', 'closed-below-threshold')
        AND s."id" = ANY (ARRAY(SELECT v."case_id" FROM "submission_version" v
          WHERE (v."content" #>> '{details,description}') ILIKE "pattern"))
        AND (SELECT (v."content" #>> '{details,description}') ILIKE "pattern" FROM "submission_version" v
          WHERE v."case_id" = s."id" AND v."number" = s."current_version")
        AND %2$s
  $f$ $$, "options", "seen");

  -- A decision says itself whose it is; its case is asked only how it is marked, where that matters.
  EXECUTE format($$CREATE OR REPLACE FUNCTION "decisions_giving_reason_like"("pattern" text) RETURNS SETOF uuid ROWS 100 %s AS $f$
    SELECT d."id" FROM "decision" d WHERE d."reason" ILIKE "pattern"
      AND ((SELECT %s) OR %s AND (%s
        OR (SELECT s."protective_marking" = 'OFFICIAL' FROM "spend_case" s WHERE s."id" = d."case_id")))
  $f$ $$, "options", "sees_all_of_it", format("of_organisation", 'd'), "sees_any_marking");

  EXECUTE format($$CREATE OR REPLACE FUNCTION "events_giving_reason_like"("pattern" text)
    RETURNS TABLE ("case_id" uuid, "sequence" integer) ROWS 100 %s AS $f$
    SELECT e."case_id", e."sequence" FROM "case_event" e
    WHERE e."reason" IS NOT NULL AND e."reason" ILIKE "pattern" AND %s
  $f$ $$, "options", format("case_seen", 'e."case_id"'));

  EXECUTE format($$CREATE OR REPLACE FUNCTION "cases_titled_similarly"("the_title" text, "most" integer)
    RETURNS SETOF uuid ROWS 50 %s AS $f$
    SELECT s."id" FROM "spend_case" s WHERE s."title" %% "the_title" AND %s
    ORDER BY similarity(s."title", "the_title") DESC, s."id" LIMIT "most"
  $f$ $$, "options", "seen");

  EXECUTE format($$CREATE OR REPLACE FUNCTION "head_of_case"("the_case" uuid, "at" timestamptz)
    RETURNS TABLE ("sequence" integer, "occurred_at" timestamptz) ROWS 1 %s AS $f$
    SELECT e."sequence", e."occurred_at" FROM "case_event" e
    WHERE e."case_id" = "the_case" AND e."occurred_at" <= "at" AND %s
    ORDER BY e."sequence" DESC LIMIT 1
  $f$ $$, "options", format("case_seen", '"the_case"'));

  -- Hashes stand beside a leaf of whatever cases, and anybody who is signed in may hold them against the log.
  EXECUTE format($$CREATE OR REPLACE FUNCTION "hashes_beside_leaf"("the_index" bigint, "the_size" bigint)
    RETURNS TABLE ("level" integer, "index" bigint, "hash" bytea) ROWS 40 %s AS $f$
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
    WHERE %s <> ''
  $f$ $$, "options", "acting");

  RESET ROLE;
  REVOKE CREATE ON SCHEMA "public" FROM "spend_control_finder";

  -- A mark between two cases is for who sees what GDS Assurance keeps to itself about both.
  EXECUTE format($$ALTER POLICY "one_sees_its_case" ON "case_relation" USING (%s
    OR (SELECT %s ^@ 'every' AND NOT %s AND NOT %s FROM "spend_case" c, "spend_case" o
      WHERE c."id" = "case_id" AND o."id" = "related_case_id"))$$,
    "sees_all_of_it", "acting", format("speaks_for", 'c'), format("speaks_for", 'o'));
  -- What is written to GDS Assurance gives recommendations and the reasons for them: it is for nobody who speaks for
  -- the case's organisation. The same recipients as INTERNAL_RECIPIENTS of libs/domain.
  EXECUTE format($$ALTER POLICY "one_sees_its_case" ON "email" USING (%s
    OR (SELECT "recipient_role" NOT IN ('named-reviewer', 'deciders', 'assurance-inbox') OR (%s ^@ 'every' AND NOT %s)
      FROM "spend_case" c WHERE c."id" = "case_id"))$$,
    "sees_all_of_it", "acting", format("speaks_for", 'c'));
END
$do$;
