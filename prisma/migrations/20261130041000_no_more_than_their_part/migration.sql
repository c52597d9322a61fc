-- What no_more_than_one_may left open: a person writes no more than their own part also of events, conditions and saved
-- searches. Asked, as there, by words of the setting, or by triggers whose function is begun only where a row says what is
-- not everybody's to say.
SELECT set_config('spend_control.acting', 'service', true);

-- Whoever acts holds one of the roles that the trigger names, comma between them; refused with what else it says.
CREATE FUNCTION "demand_role"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF coalesce(current_setting('spend_control.acting', true), '') NOT IN ('', 'service')
    AND NOT acting_holds(string_to_array(TG_ARGV[0], ',')) THEN
    RAISE EXCEPTION '%', TG_ARGV[1] USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION "demand_role"() FROM PUBLIC;

DROP TRIGGER "decided_by_a_decider" ON "spend_case";
DROP TRIGGER "changed_by_a_decider" ON "spend_case";
DROP FUNCTION "demand_decider"();
CREATE TRIGGER "decided_by_a_decider" AFTER INSERT ON "spend_case" FOR EACH ROW
  WHEN (NEW."state" IN ('approved', 'approved-with-conditions', 'not-approved'))
  EXECUTE FUNCTION "demand_role"('decider', 'Only a decider decides');
CREATE TRIGGER "changed_by_a_decider" AFTER UPDATE OF "state" ON "spend_case" FOR EACH ROW
  WHEN (NEW."state" IS DISTINCT FROM OLD."state" AND NEW."state" IN ('approved', 'approved-with-conditions', 'not-approved'))
  EXECUTE FUNCTION "demand_role"('decider', 'Only a decider decides');
CREATE TRIGGER "assured_by_a_lead" AFTER UPDATE OF "state" ON "spend_case" FOR EACH ROW
  WHEN (NEW."state" IS DISTINCT FROM OLD."state" AND NEW."state" = 'assured-by-department')
  EXECUTE FUNCTION "demand_role"('assurance-lead', 'Only an assurance lead records assurance');
-- A department gives evidence for what is open, and changes nothing else of a condition.
CREATE TRIGGER "judged_by_assurance" AFTER UPDATE ON "condition" FOR EACH ROW
  WHEN (NEW."status" IS DISTINCT FROM OLD."status" AND NOT (OLD."status" = 'open' AND NEW."status" = 'evidence-submitted')
    OR (NEW."case_id", NEW."decision_id", NEW."number", NEW."text", NEW."kind", NEW."due_on", NEW."owner_name", NEW."owner_email")
      IS DISTINCT FROM (OLD."case_id", OLD."decision_id", OLD."number", OLD."text", OLD."kind", OLD."due_on", OLD."owner_name", OLD."owner_email"))
  EXECUTE FUNCTION "demand_role"('reviewer,decider', 'Only GDS Assurance judges a condition');

-- A search is shared with an organisation its owner holds a role in when they share it.
CREATE FUNCTION "demand_team_of_ones_own"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF coalesce(current_setting('spend_control.acting', true), '') NOT IN ('', 'service')
    AND NOT EXISTS (SELECT FROM "role_assignment" r WHERE r."person_id" = acting_person()
      AND r."organisation_id" = NEW."organisation_id" AND r."valid_from" <= acting_at()
      AND (r."valid_to" IS NULL OR r."valid_to" > acting_at())) THEN
    RAISE EXCEPTION 'A search is shared with an organisation of one''s own' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION "demand_team_of_ones_own"() FROM PUBLIC;
CREATE TRIGGER "shared_with_ones_own" AFTER INSERT ON "saved_search" FOR EACH ROW
  WHEN (NEW."organisation_id" IS NOT NULL) EXECUTE FUNCTION "demand_team_of_ones_own"();
CREATE TRIGGER "shared_again_with_ones_own" AFTER UPDATE OF "organisation_id" ON "saved_search" FOR EACH ROW
  WHEN (NEW."organisation_id" IS NOT NULL AND NEW."organisation_id" IS DISTINCT FROM OLD."organisation_id")
  EXECUTE FUNCTION "demand_team_of_ones_own"();

-- Events: what becomes of a text that was kept long enough is the service's to write; a case comes to be decided by a
-- decider and assured by an assurance lead, whatever the event is called; who speaks for an organisation speaks for one of
-- theirs. Conditions: only a decider imposes them.
DO $do$
DECLARE
  "acting" CONSTANT text := $$current_setting('spend_control.acting', true)$$;
  "roles" CONSTANT text := format($$nullif(split_part(%s, ' ', 5), '')::text[]$$, "acting");
  "rule" record;
BEGIN
  FOR "rule" IN SELECT p.tablename, p.with_check FROM pg_policies p WHERE p.schemaname = 'public'
    AND p.policyname = 'one_may_write_of_its_case' AND p.tablename IN ('case_event', 'condition')
  LOOP
    EXECUTE format($$ALTER POLICY "one_may_write_of_its_case" ON %I WITH CHECK (%s AND (%s))$$, "rule".tablename,
      CASE "rule".tablename
        WHEN 'case_event' THEN format($$"type" NOT IN ('disposal-marked', 'disposal-held', 'disposal-released', 'disposed')
          AND ("to_state" NOT IN ('approved', 'approved-with-conditions', 'not-approved') OR "from_state" = "to_state"
            OR %1$s @> '{decider}')
          AND ("to_state" <> 'assured-by-department' OR "from_state" = "to_state" OR %1$s @> '{assurance-lead}')
          AND ("actor_role" IS NULL OR "actor_role" NOT IN ('submitter', 'assurance-lead')
            OR "actor_organisation_id" = ANY (nullif(split_part(%2$s, ' ', 6), '')::uuid[]))$$, "roles", "acting")
        ELSE format($$%s @> '{decider}'$$, "roles")
      END, "rule".with_check);
  END LOOP;
END
$do$;
