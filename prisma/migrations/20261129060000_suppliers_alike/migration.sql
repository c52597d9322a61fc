-- The same supplier is written with and without its legal form, with "&" or "and", in capitals or not, with full stops or
-- not. What suppliers are compared by is the rule of `supplierKey` (libs/domain/likeness/supplier-key.ts); a test holds the
-- two against one another. Nothing is shown but what was written.
CREATE FUNCTION "supplier_key"("name" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN regexp_replace(btrim(regexp_replace(regexp_replace(
      replace(lower("name" COLLATE "pg_c_utf8"), '&', ' and '),
      '[.''’]', '', 'g'),
      '[\s\u00a0,;:()\[\]/"“”_–—-]+', ' ', 'g')),
    '( (limited liability partnership|public limited company|incorporated|limited|ltd|plc|llp|llc|inc))+$', '');

SELECT set_config('spend_control.acting', 'service', true);
UPDATE "spend_case" c SET "supplier_keys" = k."keys"
  FROM (SELECT o."id", (SELECT coalesce(array_agg(DISTINCT supplier_key(s) COLLATE "C"), '{}')
      FROM unnest(o."current_suppliers" || o."proposed_suppliers") AS s WHERE supplier_key(s) <> '') AS "keys"
    FROM "spend_case" o) k
  WHERE k."id" = c."id" AND c."supplier_keys" IS DISTINCT FROM k."keys";

-- The reasons of suggestions there are already are said anew.
INSERT INTO "likeness_pending" ("case_id", "revision")
  SELECT c."id", c."revision" FROM "spend_case" c
  WHERE EXISTS (SELECT FROM "likeness_pair" p WHERE c."id" IN (p."case_id", p."other_case_id"))
  ON CONFLICT DO NOTHING;
