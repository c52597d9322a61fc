-- Of being put in touch a department is told about a case it does not see. Where that case was marked higher than OFFICIAL
-- since, the event that names it is for who sees the case; that needs to be known of a case that is not seen, and nothing
-- else of it is told.
DO $do$
BEGIN
  GRANT CREATE ON SCHEMA "public" TO "spend_control_finder";
  SET LOCAL ROLE "spend_control_finder";
  CREATE FUNCTION "case_is_marked"("the_case" uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM "spend_case" c WHERE c."id" = "the_case" AND c."protective_marking" <> 'OFFICIAL')
  $$;
  REVOKE ALL ON FUNCTION "case_is_marked"(uuid) FROM PUBLIC;
  RESET ROLE;
  REVOKE CREATE ON SCHEMA "public" FROM "spend_control_finder";
END
$do$;
