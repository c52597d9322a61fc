-- Common components of government: the catalogue in its versions, none of which is ever changed, and what a department
-- says of each on point 8.
CREATE TABLE "component_catalogue" (
    "version" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "component_catalogue_pkey" PRIMARY KEY ("version")
);
CREATE INDEX "component_catalogue_valid_from_idx" ON "component_catalogue"("valid_from");
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "component_catalogue"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();

-- Whoever is signed in may read it; only the service adds to it, for administrators.
ALTER TABLE "component_catalogue" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "component_catalogue" FORCE ROW LEVEL SECURITY;
CREATE POLICY "for_the_service" ON "component_catalogue" USING (
  current_setting('spend_control.acting', true) = 'service');
CREATE POLICY "whoever_is_signed_in_sees_it" ON "component_catalogue" FOR SELECT USING (
  current_setting('spend_control.acting', true) <> '');

ALTER TABLE "reference_data_addition" DROP CONSTRAINT "reference_data_addition_kind_check";
ALTER TABLE "reference_data_addition" ADD CONSTRAINT "reference_data_addition_kind_check"
  CHECK ("kind" IN ('regimes', 'working-days', 'common-components'));

ALTER TABLE "point_evidence" ADD COLUMN "components" JSONB;
ALTER TABLE "point_evidence" ADD CONSTRAINT "point_evidence_components_check"
  CHECK ("components" IS NULL OR "point" = 8 AND jsonb_typeof("components") = 'array');
-- Take-up is asked of those that answered.
CREATE INDEX "hot_components" ON "point_evidence" ("case_id") WHERE "components" IS NOT NULL;

-- What is said of common components without the reasons: which are used stays.
CREATE FUNCTION "redacted_components"("components" jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE jsonb_typeof("components") WHEN 'array' THEN (
      SELECT coalesce(jsonb_agg(a."item" || '{"reason": null}' ORDER BY a."place"), '[]')
      FROM jsonb_array_elements("components") WITH ORDINALITY AS a("item", "place"))
    ELSE 'null' END
$$;

-- Disposal as before, whatever it takes away by now, and with those reasons.
ALTER FUNCTION "redacted_content"(jsonb) RENAME TO "redacted_content_but_components";
CREATE FUNCTION "redacted_content"("content" jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT r."redacted" || jsonb_build_object('points', (
      SELECT coalesce(jsonb_agg(p."item" || CASE WHEN p."item" ? 'components'
          THEN jsonb_build_object('components', redacted_components(p."item" -> 'components')) ELSE '{}' END
        ORDER BY p."place"), '[]')
      FROM jsonb_array_elements(r."redacted" -> 'points') WITH ORDINALITY AS p("item", "place")))
  FROM (SELECT redacted_content_but_components("content") AS "redacted") r
$$;
ALTER FUNCTION "redaction_of"(text, jsonb) RENAME TO "redaction_of_all_but_components";
CREATE FUNCTION "redaction_of"("of_table" text, "old" jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT redaction_of_all_but_components("of_table", "old") || CASE "of_table"
    WHEN 'point_evidence' THEN jsonb_build_object('components', redacted_components("old" -> 'components'))
    ELSE '{}' END
$$;

REVOKE ALL ON FUNCTION "redacted_components"(jsonb), "redacted_content"(jsonb), "redaction_of"(text, jsonb) FROM PUBLIC;
