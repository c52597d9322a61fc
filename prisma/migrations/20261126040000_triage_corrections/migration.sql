-- AlterTable
-- What an organisation assured itself when a case was submitted, so that no later grant alters the case's route.
ALTER TABLE "spend_case" ADD COLUMN     "pinned_autonomy" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- Of cases submitted before: as it was recorded when they were. And what is with GDS Assurance is on its route, where
-- the regime says which that is. One update for a row: one changed twice in a transaction is held against the key to
-- regimes, which are loaded only after this.
UPDATE "spend_case" c SET
  "pinned_autonomy" = (SELECT coalesce(array_agg(DISTINCT l.level ORDER BY l.level), '{}')
    FROM "earned_autonomy" g CROSS JOIN LATERAL unnest(g."levels") AS l(level)
    WHERE g."organisation_id" = c."organisation_id" AND g."recorded_at" <= c."submitted_at"
      AND g."valid_from" <= c."pinned_on" AND (g."valid_to" IS NULL OR g."valid_to" >= c."pinned_on")
      AND NOT EXISTS (SELECT FROM "earned_autonomy" s
        WHERE s."supersedes_id" = g."id" AND s."recorded_at" <= c."submitted_at")),
  "route" = coalesce((SELECT r."content" -> 'routing' -> 'otherwise' ->> 'route' FROM "regime" r
    WHERE r."version" = c."regime_version" AND c."state" <> 'assured-by-department'
      AND r."content" -> 'routing' -> 'routes'
        @> jsonb_build_array(jsonb_build_object('id', c."route", 'assuredBy', 'department'))
      AND r."content" -> 'routing' -> 'routes' @> jsonb_build_array(jsonb_build_object(
        'id', r."content" -> 'routing' -> 'otherwise' ->> 'route', 'assuredBy', 'gds-assurance'))), c."route")
  WHERE c."pinned_on" IS NOT NULL;

-- Drafts that ended without a submission are kept under the regime of that day, as if it had been pinned then.
UPDATE "spend_case" c SET "pinned_on" = (e."at" AT TIME ZONE 'Europe/London')::date,
  "regime_version" = coalesce((SELECT a."regime_version" FROM "regime_adoption" a
    WHERE a."adopted_from" <= (e."at" AT TIME ZONE 'Europe/London')::date AND a."recorded_at" <= e."at"
    ORDER BY a."adopted_from" DESC, a."recorded_at" DESC, a."id" LIMIT 1), c."regime_version")
  FROM (SELECT "case_id", max("occurred_at") AS "at" FROM "case_event"
    WHERE "type" IN ('withdrawn', 'closed-below-threshold') GROUP BY "case_id") e
  WHERE e."case_id" = c."id" AND c."pinned_on" IS NULL AND c."state" IN ('withdrawn', 'closed-below-threshold');

-- A regime is in use once anything is pinned to it, also a draft that ended.
CREATE INDEX "hot_ended_draft_regime" ON "spend_case" ("regime_version")
  WHERE "pinned_on" IS NOT NULL AND "current_version" IS NULL;
CREATE OR REPLACE FUNCTION "refuse_change_of_used_regime"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "submission_version" WHERE "regime_version" = OLD."version")
    OR EXISTS (SELECT FROM "spend_case" WHERE "regime_version" = OLD."version"
      AND "pinned_on" IS NOT NULL AND "current_version" IS NULL) THEN
    RAISE EXCEPTION 'Cases are pinned to the regime %: it is never changed or removed', OLD."version"
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;

-- A pair of cases is marked once in each way, from whichever side. Of two marks that say the same or the reverse the
-- earlier stands.
UPDATE "case_relation" l SET "removed_at" = l."related_at", "removed_by" = l."related_by", "revision" = l."revision" + 1
  WHERE l."removed_at" IS NULL AND EXISTS (SELECT FROM "case_relation" o
    WHERE o."removed_at" IS NULL AND o."kind" = l."kind"
      AND o."case_id" = l."related_case_id" AND o."related_case_id" = l."case_id"
      AND (o."related_at", o."id") < (l."related_at", l."id"));
DROP INDEX "hot_relation_once";
CREATE UNIQUE INDEX "hot_relation_once" ON "case_relation"
  (least("case_id", "related_case_id"), greatest("case_id", "related_case_id"), "kind") WHERE "removed_at" IS NULL;

-- AlterTable
-- A decision made elsewhere that was recorded wrongly is corrected by a later record, never altered.
ALTER TABLE "external_decision" ADD COLUMN     "supersedes_id" UUID;
CREATE UNIQUE INDEX "external_decision_supersedes_id_key" ON "external_decision"("supersedes_id");
ALTER TABLE "external_decision" ADD CONSTRAINT "external_decision_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "external_decision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
