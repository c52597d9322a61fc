-- Nobody is an administrator and anything else at a time: whoever lets others in could otherwise let themselves into a
-- case, or have kept what an auditor looks for. It is said in libs/domain (areKeptApart), and a test holds both against
-- each other. Of two given at the same moment the second waits for the first, because the person is locked meanwhile. What
-- somebody held together before stays on record as it was, and may end.
CREATE FUNCTION "refuse_roles_kept_apart"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM "person" p WHERE p."id" = NEW."person_id" FOR NO KEY UPDATE;
  IF EXISTS (
    SELECT FROM "role_assignment" r
    WHERE r."person_id" = NEW."person_id" AND r."id" <> NEW."id"
      AND (r."role" = 'administrator') <> (NEW."role" = 'administrator')
      AND r."valid_from" < coalesce(NEW."valid_to", 'infinity') AND NEW."valid_from" < coalesce(r."valid_to", 'infinity')
      AND r."valid_from" < coalesce(r."valid_to", 'infinity') AND NEW."valid_from" < coalesce(NEW."valid_to", 'infinity')
  ) THEN
    RAISE EXCEPTION 'An administrator holds no other role at the same time'
      USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'role_assignment_kept_apart', TABLE = 'role_assignment';
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER "roles_are_kept_apart" AFTER INSERT ON "role_assignment"
  FOR EACH ROW EXECUTE FUNCTION "refuse_roles_kept_apart"();
-- Ending one, or ending it earlier, is always allowed.
CREATE TRIGGER "roles_stay_apart" AFTER UPDATE ON "role_assignment"
  FOR EACH ROW WHEN (NEW."role" <> OLD."role" OR NEW."person_id" <> OLD."person_id" OR NEW."valid_from" < OLD."valid_from"
    OR coalesce(NEW."valid_to", 'infinity') > coalesce(OLD."valid_to", 'infinity'))
  EXECUTE FUNCTION "refuse_roles_kept_apart"();
