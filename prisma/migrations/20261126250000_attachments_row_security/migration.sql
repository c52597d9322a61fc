-- Attached files go with their case, like everything else that belongs to one. Whether or not the policies of all tables
-- were there before the table was.
ALTER TABLE "attachment" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "attachment" FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS "for_the_service" ON "attachment";
CREATE POLICY "for_the_service" ON "attachment" USING ((SELECT acts_as_service()));
CREATE POLICY "one_sees_its_case" ON "attachment" FOR SELECT USING (
  (SELECT true FROM "spend_case" c WHERE c."id" = "case_id"));
CREATE POLICY "one_may_write_of_its_case" ON "attachment" FOR INSERT WITH CHECK (acting_may_write("case_id"));
CREATE POLICY "one_may_change_of_its_case" ON "attachment" FOR UPDATE USING (acting_may_write("case_id"));
