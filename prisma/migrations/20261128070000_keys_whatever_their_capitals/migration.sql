-- An organisation's own keys of planned spend that differ by capitals alone are the same key. Entries that have such keys
-- already keep them: the oldest of each keeps it to itself, and those made after it are left out of the index, by their
-- ids, because nobody but the organisation can say which is which. Nothing new comes beside them.
DO $do$
DECLARE
  "kept" uuid[];
BEGIN
  PERFORM set_config('spend_control.acting', 'service', true);
  SELECT coalesce(array_agg(d."id"), '{}') INTO "kept" FROM (
    SELECT c."id", row_number() OVER (PARTITION BY c."organisation_id", lower(c."pipeline_key")
      ORDER BY c."created_at", c."id") AS "place"
    FROM "spend_case" c WHERE c."pipeline_key" IS NOT NULL) d
    WHERE d."place" > 1;
  EXECUTE format('CREATE UNIQUE INDEX "hot_pipeline_key"
    ON "spend_case" ("organisation_id", lower("pipeline_key")) WHERE "pipeline_key" IS NOT NULL%s',
    CASE WHEN "kept" = '{}' THEN '' ELSE format(' AND "id" <> ALL (%L::uuid[])', "kept") END);
END
$do$;
