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
