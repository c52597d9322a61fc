-- What a person looked at is read from the key itself, backwards: every record is kept in one index fewer.
DROP INDEX "access_record_person_id_occurred_at_id_idx";
ALTER TABLE "access_record" DROP CONSTRAINT "access_record_pkey",
  ADD CONSTRAINT "access_record_pkey" PRIMARY KEY ("person_id", "occurred_at", "id");
