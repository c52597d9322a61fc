-- Who acted for the department on an approval has written what a request that starts from it carries over. Asked of the
-- approvals as they are, so that requests started before this, and hands laid on an approval since, count as well. Whoever
-- judges may see less than the whole line, so it is looked for as the finder; where nobody acts it gives nothing.
SELECT set_config('spend_control.acting', 'service', true);

GRANT SELECT ("department_hands") ON "spend_case" TO "spend_control_finder";

DO $do$
DECLARE
  "owner" CONSTANT text := current_user;
BEGIN
  GRANT CREATE ON SCHEMA "public" TO "spend_control_finder";
  SET LOCAL ROLE "spend_control_finder";
  CREATE FUNCTION "hands_before"("the_approval" uuid) RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp BEGIN ATOMIC
    WITH RECURSIVE "line" AS (
      SELECT c."id", c."follows_case_id", c."department_hands" FROM "spend_case" c
        WHERE c."id" = "the_approval" AND coalesce(current_setting('spend_control.acting', true), '') <> ''
      UNION
      SELECT f."id", f."follows_case_id", f."department_hands" FROM "line" JOIN "spend_case" f ON f."id" = "line"."follows_case_id")
    SELECT coalesce(array_agg(DISTINCT h."hand"), '{}') FROM "line" CROSS JOIN LATERAL unnest("line"."department_hands") AS h("hand");
  END;
  REVOKE ALL ON FUNCTION "hands_before"(uuid) FROM PUBLIC;
  EXECUTE format('GRANT EXECUTE ON FUNCTION "hands_before"(uuid) TO %I', "owner");
  RESET ROLE;
  REVOKE CREATE ON SCHEMA "public" FROM "spend_control_finder";
END
$do$;
