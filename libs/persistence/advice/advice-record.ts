import type { AdviceMessageKind, AdviceSubject, PointNumber } from '#domain';

/** What a request for advice says beside what every case does, as far as the rules look at it. */
export interface AdviceRecord {
  readonly subject: AdviceSubject;
  readonly point: PointNumber | null;
  readonly aboutReference: string | null;
  readonly aboutTitle: string | null;
  readonly messages: readonly {
    readonly id: string;
    readonly kind: AdviceMessageKind;
    readonly body: string;
    readonly authorId: string | null;
  }[];
  readonly guidance: readonly { readonly id: string; readonly withdrawn: boolean }[];
  /** Who asks; `null` where they can no longer be told. */
  readonly asker: { readonly name: string; readonly email: string } | null;
  /** Names of everybody who wrote in the thread. */
  readonly authors: readonly string[];
  readonly organisationAcronym: string | null;
}

/** SQL of the `AdviceRecord` of the case `c` of the organisation `o`; null for every other case. */
export const ADVICE_RECORD = `case when c.state like 'advice-%' then (select jsonb_build_object(
      'subject', q.subject, 'point', q.point,
      'aboutReference', (select x.reference from spend_case x where x.id = q.about_case_id),
      'aboutTitle', (select x.title from spend_case x where x.id = q.about_case_id),
      'authors', (select coalesce(jsonb_agg(distinct p.name), '[]'::jsonb) from advice_message m
        join person p on p.id = m.author_id where m.case_id = c.id),
      'messages', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'body', m.body,
        'authorId', m.author_id) order by m.sequence), '[]'::jsonb) from advice_message m where m.case_id = c.id),
      'guidance', (select coalesce(jsonb_agg(jsonb_build_object('id', g.id,
        'withdrawn', g.withdrawn_at is not null) order by s.sequence), '[]'::jsonb)
        from guidance_source s join guidance g on g.id = s.guidance_id where s.case_id = c.id),
      'asker', (select jsonb_build_object('name', p.name, 'email', p.email) from person p where p.id = c.created_by),
      'organisationAcronym', o.acronym)
    from advice_request q where q.case_id = c.id) end`;
