-- How a condition stands for who does not see the request it was carried over to: as it stood before, by the events that
-- they are told of. Nothing where whoever asks sees that request. A function, so that it is made ready only where a
-- condition was carried over; asked as whoever asks, under the policies.
CREATE FUNCTION "condition_as_shown"("the_condition" uuid, "the_case" uuid, "the_follower" text) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC
  SELECT jsonb_build_object(
    'status', coalesce((array_agg(e."status" ORDER BY e."sequence" DESC) FILTER (WHERE e."status" IS NOT NULL))[1], 'open'),
    'revision', 1 + count(e."sequence"),
    'changedAt', to_char(coalesce(max(e."occurred_at"), max(d."decided_at")) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  FROM "condition" k JOIN "decision" d ON d."id" = k."decision_id"
  LEFT JOIN LATERAL (
    SELECT v."sequence", v."occurred_at",
      CASE v."type" WHEN 'condition-evidence-submitted' THEN 'evidence-submitted'
        WHEN 'condition-changed' THEN v."payload" ->> 'status' END AS "status"
    FROM "case_event" v
    WHERE v."case_id" = "the_case" AND v."type" IN ('condition-evidence-submitted', 'condition-changed', 'condition-extended')
      AND v."payload" ->> 'conditionId' = "the_condition"::text
    UNION ALL
    SELECT v."sequence", v."occurred_at", p."of" ->> 'status'
    FROM "case_event" v CROSS JOIN LATERAL jsonb_array_elements(v."payload" -> 'promises') AS p("of")
    WHERE v."case_id" = "the_case" AND v."type" = 'promises-carried-over' AND p."of" ->> 'conditionId' = "the_condition"::text
      AND EXISTS (SELECT FROM "spend_case" f WHERE f."reference" = v."payload" ->> 'followingReference')) e ON true
  WHERE k."id" = "the_condition" AND NOT EXISTS (SELECT FROM "spend_case" c WHERE c."reference" = "the_follower")
  GROUP BY k."id";
END;
