-- An email that is about no case is about somebody's account: it holds the secret of an invitation or of a new password
-- until it is sent. Nobody but the service sees one or writes one, whatever else they see. Of the emails of a case
-- everything is as it was.
DO $do$
DECLARE
  "acting" CONSTANT text := $$current_setting('spend_control.acting', true)$$;
BEGIN
  EXECUTE format($$ALTER POLICY "one_sees_its_case" ON "email" USING (%1$s = 'service'
    OR ("case_id" IS NOT NULL AND (%1$s ^@ 'everything '
      OR (SELECT "recipient_role" NOT IN ('named-reviewer', 'deciders', 'assurance-inbox') OR (%1$s ^@ 'every'
          AND NOT coalesce(c."organisation_id" = ANY (nullif(split_part(%1$s, ' ', 6), '')::uuid[]), false))
        FROM "spend_case" c WHERE c."id" = "case_id"))))$$, "acting");
  EXECUTE format($$ALTER POLICY "one_may_write_of_its_case" ON "email" WITH CHECK (%1$s = 'service'
    OR ("case_id" IS NOT NULL AND ((split_part(%1$s, ' ', 4) = 'any'
        AND split_part(%1$s, ' ', 5)::text[] && ARRAY['reviewer', 'decider']) OR acting_may_write("case_id"))))$$,
    "acting");
END
$do$;
