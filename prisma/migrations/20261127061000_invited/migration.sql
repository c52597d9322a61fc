-- Administrators see who is invited and has not come yet, and so also who came through a provider instead. Only the
-- service invites, and lets in.
DO $$
DECLARE
  "of_table" text;
BEGIN
  FOREACH "of_table" IN ARRAY ARRAY['invitation', 'external_identity']
  LOOP
    EXECUTE format('CREATE POLICY "administrators_see_it" ON %I FOR SELECT USING (
      (SELECT acting_holds(ARRAY[''administrator''])))', "of_table");
  END LOOP;
END
$$;
