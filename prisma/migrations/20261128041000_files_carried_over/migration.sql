-- A file that was carried over from an approval to a variation is a row of its own, of its own case, for bytes that lie
-- where they lay: under the id of the file they arrived with.
SELECT set_config('spend_control.acting', 'service', true);

ALTER TABLE "attachment" ADD COLUMN "stored_id" UUID;
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_stored_id_fkey" FOREIGN KEY ("stored_id") REFERENCES "attachment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
-- Bytes go when no file is left that has them.
CREATE INDEX "attachment_stored_id_idx" ON "attachment"("stored_id");

-- As before, and where its bytes lie stays.
CREATE OR REPLACE FUNCTION "demand_same_file"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- Who only says that a disposal is being carried out may not ask whether it is due, and is refused for that.
  IF OLD."case_id" = nullif(current_setting('spend_control.disposing_of', true), '')::uuid THEN
    PERFORM demand_disposal(OLD."case_id");
    RETURN NEW;
  END IF;
  IF (NEW."id", NEW."case_id", NEW."point", NEW."exception_id", NEW."condition_id", NEW."message_id", NEW."name", NEW."media_type",
      NEW."bytes", NEW."sha256", NEW."added_by", NEW."added_at", NEW."stored_id")
    IS DISTINCT FROM (OLD."id", OLD."case_id", OLD."point", OLD."exception_id", OLD."condition_id", OLD."message_id", OLD."name",
      OLD."media_type", OLD."bytes", OLD."sha256", OLD."added_by", OLD."added_at", OLD."stored_id")
    OR (OLD."evidence_id" IS NOT NULL AND NEW."evidence_id" IS DISTINCT FROM OLD."evidence_id")
    OR (OLD."removed_at" IS NOT NULL AND NEW."removed_at" IS DISTINCT FROM OLD."removed_at")
    OR (OLD."infected_at" IS NOT NULL AND NEW."infected_at" IS DISTINCT FROM OLD."infected_at")
    OR (OLD."status" IN ('infected', 'disposed') AND NEW."status" <> OLD."status") THEN
    RAISE EXCEPTION 'An attached file stays what it is' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
