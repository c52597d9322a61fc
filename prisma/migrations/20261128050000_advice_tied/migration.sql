-- A question can be put beside a case later: which case it is about, and which point of it, are said by its events and
-- stand here as they are now. Everything else of it stays as it was asked.
DROP TRIGGER "history_is_kept" ON "advice_request";
CREATE TRIGGER "history_is_kept" BEFORE DELETE OR TRUNCATE ON "advice_request"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();

CREATE FUNCTION "demand_same_question"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF to_jsonb(NEW) - ARRAY['about_case_id', 'point'] IS DISTINCT FROM to_jsonb(OLD) - ARRAY['about_case_id', 'point']
    OR NEW."about_case_id" IS NULL THEN
    RAISE EXCEPTION 'A question stays what it is: it can be put beside a case and a point' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION "demand_same_question"() FROM PUBLIC;
CREATE TRIGGER "same_question" BEFORE UPDATE ON "advice_request" FOR EACH ROW EXECUTE FUNCTION "demand_same_question"();

DO $do$
DECLARE
  "acting" CONSTANT text := $$current_setting('spend_control.acting', true)$$;
BEGIN
  EXECUTE format($$CREATE POLICY "one_may_change_of_its_case" ON "advice_request" FOR UPDATE USING (
    %1$s = 'service' OR (split_part(%1$s, ' ', 4) = 'any'
      AND split_part(%1$s, ' ', 5)::text[] && ARRAY['reviewer', 'decider'])
    OR acting_may_write("case_id"))$$, "acting");
END
$do$;
