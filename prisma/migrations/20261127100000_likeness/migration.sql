-- Cases of different organisations that look alike. What is here is worked out from the cases and can be worked out
-- again: how each is compared, how common each word is, and which pairs are alike. What people make of a pair is in the
-- events of both cases, as everything else that is done.

-- The words of a case by which it is compared.
CREATE TABLE "likeness_entry" (
    "case_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "title_words" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "words" TSVECTOR NOT NULL,

    CONSTRAINT "likeness_entry_pkey" PRIMARY KEY ("case_id")
);

-- In how many cases a word is; of the empty word, how many cases there are.
CREATE TABLE "likeness_word" (
    "word" TEXT NOT NULL,
    "cases" INTEGER NOT NULL,

    CONSTRAINT "likeness_word_pkey" PRIMARY KEY ("word")
);

-- Two cases that look alike, the one with the lesser id first.
CREATE TABLE "likeness_pair" (
    "case_id" UUID NOT NULL,
    "other_case_id" UUID NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "reasons" TEXT[],

    CONSTRAINT "likeness_pair_pkey" PRIMARY KEY ("case_id","other_case_id")
);

-- Changes after which a case has to be compared again.
CREATE TABLE "likeness_pending" (
    "case_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "likeness_pending_pkey" PRIMARY KEY ("case_id","revision")
);

CREATE INDEX "likeness_pair_other_case_id_idx" ON "likeness_pair"("other_case_id");
CREATE INDEX "likeness_pair_score_case_id_other_case_id_idx" ON "likeness_pair"("score" DESC, "case_id", "other_case_id");
CREATE INDEX "hot_likeness_titles" ON "likeness_entry" USING gin ("title_words" gin_trgm_ops);
CREATE INDEX "hot_likeness_words" ON "likeness_entry" USING gin ("words");
-- What people made of pairs, found without looking at the other events of a case.
CREATE INDEX "hot_likeness_verdicts" ON "case_event" ("case_id", "sequence")
  WHERE "type" IN ('put-in-touch', 'likeness-dismissed');

ALTER TABLE "likeness_entry" ADD CONSTRAINT "likeness_entry_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "likeness_pair" ADD CONSTRAINT "likeness_pair_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "likeness_pair" ADD CONSTRAINT "likeness_pair_other_case_id_fkey" FOREIGN KEY ("other_case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "likeness_pending" ADD CONSTRAINT "likeness_pending_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spend_case"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "likeness_pair" ADD CONSTRAINT "likeness_pair_order_check" CHECK ("case_id" < "other_case_id");
ALTER TABLE "likeness_pair" ADD CONSTRAINT "likeness_pair_score_check" CHECK ("score" BETWEEN 0 AND 1);

-- How common words are follows the entries, whoever writes them. Words are counted in one order, so that nobody waits
-- for one another in a circle.
CREATE FUNCTION "count_likeness_words"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "likeness_word" ("word", "cases")
    SELECT w."word", sum(w."more") FROM (
      SELECT unnest(tsvector_to_array(NEW."words")) AS "word", 1 AS "more" WHERE TG_OP <> 'DELETE'
      UNION ALL SELECT unnest(tsvector_to_array(OLD."words")), -1 WHERE TG_OP <> 'INSERT'
      UNION ALL SELECT '', 1 WHERE TG_OP = 'INSERT'
      UNION ALL SELECT '', -1 WHERE TG_OP = 'DELETE') w
    GROUP BY w."word" HAVING sum(w."more") <> 0 ORDER BY w."word"
    ON CONFLICT ("word") DO UPDATE SET "cases" = "likeness_word"."cases" + EXCLUDED."cases";
  -- A word no case has is nobody's to keep.
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM "likeness_word" WHERE "cases" <= 0 AND "word" = ANY (tsvector_to_array(OLD."words"));
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "words_are_counted" AFTER INSERT OR UPDATE OF "words" OR DELETE ON "likeness_entry"
  FOR EACH ROW EXECUTE FUNCTION "count_likeness_words"();

-- A case is compared again after any change to what is compared, by whichever way it was made. What a case no longer
-- says, as one that was disposed of, is gone from here in the same moment.
CREATE FUNCTION "note_likeness_pending"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."description" IS NOT NULL AND NEW."description" IS NULL THEN
    DELETE FROM "likeness_entry" WHERE "case_id" = NEW."id";
    UPDATE "likeness_pair" SET "reasons" = '{}' WHERE NEW."id" IN ("case_id", "other_case_id");
  END IF;
  INSERT INTO "likeness_pending" ("case_id", "revision") VALUES (NEW."id", NEW."revision") ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER "it_is_compared" AFTER INSERT ON "spend_case"
  FOR EACH ROW EXECUTE FUNCTION "note_likeness_pending"();
CREATE TRIGGER "it_is_compared_again" AFTER UPDATE OF "title", "description", "category", "supplier_keys",
    "spend_starts_on", "spend_ends_on" ON "spend_case"
  FOR EACH ROW WHEN ((OLD."title", OLD."description", OLD."category", OLD."supplier_keys", OLD."spend_starts_on",
      OLD."spend_ends_on") IS DISTINCT FROM (NEW."title", NEW."description", NEW."category", NEW."supplier_keys",
      NEW."spend_starts_on", NEW."spend_ends_on"))
  EXECUTE FUNCTION "note_likeness_pending"();

DO $do$
DECLARE
  "acting" CONSTANT text := $$current_setting('spend_control.acting', true)$$;
  "sees_all_of_it" CONSTANT text := format($$%1$s = 'service' OR %1$s ^@ 'everything '$$, "acting");
  "organisations" CONSTANT text := format($$(SELECT nullif(split_part(%s, ' ', 6), '')::uuid[])::uuid[]$$, "acting");
  "speaks_for" CONSTANT text := format(
    $$coalesce(%%1$I."organisation_id" = ANY (nullif(split_part(%s, ' ', 6), '')::uuid[]), false)$$, "acting");
  "may_write_everywhere" CONSTANT text := format(
    $$(%1$s = 'service' OR (split_part(%1$s, ' ', 4) = 'any'
      AND split_part(%1$s, ' ', 5)::text[] && ARRAY['reviewer', 'decider']))$$, "acting");
  "of_table" text;
BEGIN
  FOREACH "of_table" IN ARRAY ARRAY['likeness_entry', 'likeness_word', 'likeness_pair', 'likeness_pending']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', "of_table");
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', "of_table");
    EXECUTE format('CREATE POLICY "for_the_service" ON %I USING (%s = ''service'')', "of_table", "acting");
  END LOOP;
  -- Whoever changes a case has it compared again; what comes of that is the service's work.
  EXECUTE format($$CREATE POLICY "one_may_write_of_its_case" ON "likeness_pending" FOR INSERT WITH CHECK ((SELECT %s)
      OR (SELECT c."organisation_id" = ANY (%s) FROM "spend_case" c WHERE c."id" = "case_id")
      OR acting_may_write("case_id"))$$, "may_write_everywhere", "organisations");
  -- A likeness is of two cases, and for nobody who speaks for the organisation of either.
  EXECUTE format($$CREATE POLICY "one_sees_both_cases" ON "likeness_pair" FOR SELECT USING (%s
    OR (SELECT %s ^@ 'every' AND NOT %s AND NOT %s FROM "spend_case" c, "spend_case" o
      WHERE c."id" = "case_id" AND o."id" = "other_case_id"))$$,
    "sees_all_of_it", "acting", format("speaks_for", 'c'), format("speaks_for", 'o'));
  CREATE POLICY "it_is_looked_for" ON "likeness_entry" FOR SELECT TO "spend_control_finder" USING (true);
  GRANT SELECT ("case_id", "organisation_id", "title_words", "words") ON "likeness_entry" TO "spend_control_finder";

  -- Cases of other organisations worded alike: by title, and by words few cases have. For the service and for whoever
  -- sees all of every case; for everybody else there is nothing.
  GRANT CREATE ON SCHEMA "public" TO "spend_control_finder";
  SET LOCAL ROLE "spend_control_finder";
  EXECUTE format($$CREATE FUNCTION "cases_worded_alike"("the_title" text, "the_words" text, "not_of" uuid[], "past" text[],
      "most" integer) RETURNS SETOF uuid ROWS 80 LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $f$
    (SELECT e."case_id" FROM "likeness_entry" e
      WHERE e."title_words" %% "the_title" AND e."organisation_id" <> ALL ("not_of")
        AND (SELECT s."state" <> ALL ("past") FROM "spend_case" s WHERE s."id" = e."case_id") AND (SELECT %1$s)
      ORDER BY similarity(e."title_words", "the_title") DESC, e."case_id" LIMIT "most")
    UNION
    (SELECT e."case_id" FROM "likeness_entry" e
      WHERE e."words" @@ "the_words"::tsquery AND e."organisation_id" <> ALL ("not_of")
        AND (SELECT s."state" <> ALL ("past") FROM "spend_case" s WHERE s."id" = e."case_id") AND (SELECT %1$s)
      ORDER BY ts_rank(e."words", "the_words"::tsquery) DESC, e."case_id" LIMIT "most")
  $f$ $$, "sees_all_of_it");
  REVOKE ALL ON FUNCTION "cases_worded_alike"(text, text, uuid[], text[], integer) FROM PUBLIC;
  RESET ROLE;
  REVOKE CREATE ON SCHEMA "public" FROM "spend_control_finder";
END
$do$;

-- Cases there are already are compared by the worker.
SELECT set_config('spend_control.acting', 'service', true);
INSERT INTO "likeness_pending" ("case_id", "revision") SELECT c."id", c."revision" FROM "spend_case" c;
