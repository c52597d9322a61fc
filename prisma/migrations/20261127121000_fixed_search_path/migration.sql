-- Functions that security rests on find what they name in the schemas of the service alone, so that a table somebody makes
-- for a moment under the name of one of ours is not taken for it. What is written in words PostgreSQL has understood
-- already (BEGIN ATOMIC, RETURN) names nothing any more.
DO $do$
DECLARE
  "of_function" regprocedure;
BEGIN
  FOR "of_function" IN SELECT p.oid::regprocedure FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND p.proconfig IS NULL AND p.prosqlbody IS NULL
      AND p.proowner = current_user::regrole
      AND p.prolang IN (SELECT l.oid FROM pg_language l WHERE l.lanname IN ('plpgsql', 'sql'))
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
      -- An index is made by it, and nothing is named in it.
      AND p.proname <> 'legacy_risk_product'
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, public, pg_temp', "of_function");
  END LOOP;
END
$do$;

-- Where it is not said what somebody may be, or whether there is a limit, they are nothing, and there is one.
CREATE OR REPLACE FUNCTION "acting_words"("who" uuid, "at" timestamptz, "only_official" boolean, "roles" text[],
    "organisations" uuid[])
  RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN concat_ws(' ',
    CASE WHEN coalesce("roles" && ARRAY['reviewer', 'decider', 'auditor'], false) IS FALSE THEN 'some'
      WHEN "only_official" IS FALSE AND "organisations" = '{}' THEN 'everything' ELSE 'every-case' END,
    "who", replace("at"::text, ' ', 'T'), CASE WHEN "only_official" IS FALSE THEN 'any' ELSE 'official' END,
    coalesce("roles", '{}'), coalesce("organisations", '{}'));
