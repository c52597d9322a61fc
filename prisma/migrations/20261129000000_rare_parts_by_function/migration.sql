-- To begin a statement PostgreSQL makes ready every policy of every table it names, whether a row is read or not. What most
-- cases lack is therefore looked for by a function, which is made ready when it is first called. Both run as whoever asks,
-- under the policies, and find what they name where they were made.

-- What a request for advice says beside what every case does.
CREATE FUNCTION "advice_record"("the_case" uuid, "asker" uuid, "acronym" text) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC
  SELECT jsonb_build_object(
    'subject', q."subject", 'point', q."point",
    'aboutReference', x."reference", 'aboutTitle', x."title",
    'authors', "thread"."authors", 'messages', "thread"."messages",
    'guidance', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', g."id", 'withdrawn', g."withdrawn_at" IS NOT NULL)
        ORDER BY s."sequence"), '[]'::jsonb)
      FROM "guidance_source" s JOIN "guidance" g ON g."id" = s."guidance_id" WHERE s."case_id" = "the_case"),
    'asker', (SELECT jsonb_build_object('name', p."name", 'email', p."email") FROM "person" p WHERE p."id" = "asker"),
    'organisationAcronym', "acronym")
  FROM "advice_request" q
  LEFT JOIN "spend_case" x ON x."id" = q."about_case_id"
  CROSS JOIN LATERAL (SELECT
      coalesce(jsonb_agg(DISTINCT p."name") FILTER (WHERE p."name" IS NOT NULL), '[]'::jsonb) AS "authors",
      coalesce(jsonb_agg(jsonb_build_object('id', m."id", 'kind', m."kind", 'body', m."body", 'authorId', m."author_id")
        ORDER BY m."sequence"), '[]'::jsonb) AS "messages"
    FROM "advice_message" m LEFT JOIN "person" p ON p."id" = m."author_id" WHERE m."case_id" = "the_case") AS "thread"
  WHERE q."case_id" = "the_case";
END;

-- What was approved where a variation or an extension starts from.
CREATE FUNCTION "starts_from"("the_case" uuid, "the_version" integer) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC
  SELECT jsonb_build_object('content', v."content", 'approvedPence', d."approved_pence")
  FROM "submission_version" v
  JOIN "spend_case" f ON f."id" = v."case_id"
  LEFT JOIN "decision" d ON d."id" = f."decision_id"
  WHERE v."case_id" = "the_case" AND v."number" = "the_version";
END;
