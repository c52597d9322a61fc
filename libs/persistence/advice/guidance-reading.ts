import type { AdviceSubject, PointNumber } from '#domain';
import { utc } from '../cases/json-fragments.js';
import { shapeName, type ListPosition } from '../cases/text-page.js';
import { binder } from '../database/binding.js';
import type { Queryable } from '../database/statement.js';

/** Guidance made of an answer, as everybody reads it: of who asked there is nothing in it. */
export interface Guidance {
  readonly id: string;
  readonly subject: AdviceSubject;
  readonly point: PointNumber | null;
  readonly title: string;
  readonly body: string;
  /** UTC. */
  readonly publishedAt: string;
}

/** Which guidance to list. */
export interface GuidanceListRequest {
  readonly subject: AdviceSubject | null;
  readonly point: PointNumber | null;
  readonly after: ListPosition | null;
  readonly limit: number;
}

/** A page of guidance, newest first. */
export interface GuidancePage {
  readonly items: readonly Guidance[];
  readonly next: ListPosition | null;
}

/** Guidance that is published, newest first; one round trip, by keyset. */
export async function listGuidance(
  queryable: Queryable,
  { subject, point, after, limit }: GuidanceListRequest,
): Promise<GuidancePage> {
  const { values, bind } = binder();
  const where = ['g.withdrawn_at is null'];
  if (subject !== null) where.push(`g.subject = ${bind(subject, 'text')}`);
  if (point !== null) where.push(`g.point = ${bind(point, 'smallint')}`);
  if (after !== null)
    where.push(`(g.published_at, g.id) < (${bind(after.at, 'timestamptz')}, ${bind(after.id, 'uuid')})`);
  const text = `select g.id, g.subject, g.point, g.title, g.body, ${utc('g.published_at')} as "publishedAt"
    from guidance g where ${where.join(' and ')}
    order by g.published_at desc, g.id desc limit ${bind(limit + 1, 'int')}`;
  const rows = await queryable.query<Guidance>({ name: shapeName('guidance', text), text, values });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    next: rows.length > limit && last !== undefined ? { at: last.publishedAt, id: last.id } : null,
  };
}

/** Shortest title that is looked for in a text, in characters: shorter ones are words of every text. */
const SHORTEST_TITLE = 8;

/**
 * What of the organisation that asked stands in a text, or may: everybody who has or had a part in it, and titles of its other
 * requests that stand in the text, marked ones too.
 * @param queryable of the service: nobody is shown what comes of it
 */
export async function namesOfWhoAsked(
  queryable: Queryable,
  reference: string,
  text: string,
): Promise<{ readonly people: readonly string[]; readonly titles: readonly string[] }> {
  const [row] = await queryable.query<{ people: readonly string[]; titles: readonly string[] }>({
    name: 'names_of_who_asked',
    text: `with asking as (select id, organisation_id, title from spend_case where reference = $1)
      select (select coalesce(jsonb_agg(distinct p.name), '[]'::jsonb) from asking a
          join role_assignment r on r.organisation_id = a.organisation_id and r.role in ('submitter', 'assurance-lead')
          join person p on p.id = r.person_id) as people,
        (select coalesce(jsonb_agg(distinct c.title), '[]'::jsonb) from asking a
          join spend_case c on c.organisation_id = a.organisation_id
          where c.id <> a.id and length(c.title) >= ${String(SHORTEST_TITLE)}
            and position(lower(c.title) in lower($2)) > 0) as titles`,
    values: [reference, text],
  });
  return row ?? { people: [], titles: [] };
}
