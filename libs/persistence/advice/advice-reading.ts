import type {
  AdviceMessageKind,
  AdviceOutcome,
  AdviceState,
  AdviceSubject,
  AttachmentStatus,
  CaseState,
  GuidanceEnd,
  PointNumber,
  ProtectiveMarking,
  Role,
  Sight,
} from '#domain';
import { ATTACHMENT_FIELDS } from '../attachments/attachment-fragments.js';
import { withinSight } from '../cases/case-record.js';
import { ORGANISATION, utc } from '../cases/json-fragments.js';
import { shapeName, type ListPosition } from '../cases/text-page.js';
import { binder, type Bind } from '../database/binding.js';
import type { Queryable } from '../database/statement.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A request for advice as lists show it. */
export interface ListedAdvice {
  readonly reference: string;
  readonly title: string;
  readonly subject: AdviceSubject;
  readonly point: PointNumber | null;
  readonly state: AdviceState;
  readonly revision: number;
  readonly organisation: { readonly id: string; readonly key: string; readonly name: string };
  readonly asker: Named | null;
  readonly adviser: Named | null;
  readonly synthetic: boolean;
  readonly protectiveMarking: ProtectiveMarking;
  /** UTC. */
  readonly askedAt: string;
  readonly updatedAt: string;
  /** When the time for the first answer runs out, UTC; `null` once there is one, or it was closed. */
  readonly firstAnswerDueAt: string | null;
  /** How it ended; `null` while it is open. */
  readonly outcome: AdviceOutcome | null;
}

/** A message with the files that were attached to it. */
export interface AdviceMessage {
  readonly id: string;
  readonly kind: AdviceMessageKind;
  readonly body: string;
  readonly outcome: AdviceOutcome | null;
  readonly sentTo: string | null;
  /** `null` where the service itself wrote it. */
  readonly author: Named | null;
  readonly authorRole: Role | null;
  /** UTC. */
  readonly writtenAt: string;
  readonly attachments: readonly AdviceFile[];
}

/** A file of a message. */
export interface AdviceFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly status: AttachmentStatus;
}

/** Guidance made of an answer, as those who see the request see it. */
export interface AdviceGuidance {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly point: PointNumber | null;
  readonly publishedAt: string;
  readonly withdrawnAt: string | null;
  /** `null` while it is published. */
  readonly withdrawnBecause: GuidanceEnd | null;
}

/** A request for advice in full. */
export interface AdviceInFull extends ListedAdvice {
  readonly about: { readonly reference: string; readonly title: string } | null;
  readonly messages: readonly AdviceMessage[];
  readonly guidance: readonly AdviceGuidance[];
}

/** What to show of the queue. */
export const ADVICE_SHOWS = ['open', 'waiting', 'closed', 'all'] as const;
export type AdviceShow = (typeof ADVICE_SHOWS)[number];

/** Which requests for advice to list. */
export interface AdviceListRequest {
  readonly sight: Sight;
  readonly show: AdviceShow;
  /** Whose in hand: a person by id, or nobody's; `null` for anybody's. */
  readonly adviser: { readonly id: string } | 'nobody' | null;
  readonly subject: AdviceSubject | null;
  /** Only those whose first answer is late at this instant; `null` for all. */
  readonly lateAt: Date | null;
  readonly organisationId: string | null;
  readonly after: ListPosition | null;
  readonly limit: number;
}

/** A page of requests for advice. */
export interface AdvicePage {
  readonly items: readonly ListedAdvice[];
  readonly next: ListPosition | null;
}

const STATES: Readonly<Record<AdviceShow, string>> = {
  open: `('advice-asked', 'advice-answered')`,
  waiting: `('advice-asked')`,
  closed: `('advice-closed')`,
  all: `('advice-asked', 'advice-answered', 'advice-closed')`,
};

const NAMED = (id: string): string =>
  `(select jsonb_build_object('id', p.id, 'name', p.name) from person p where p.id = ${id})`;

/** Members of a `ListedAdvice` of the case `c`, its organisation `o` and its question `q`. */
const LISTED = `'reference', c.reference, 'title', c.title, 'subject', q.subject, 'point', q.point, 'state', c.state,
  'revision', c.revision, 'organisation', ${ORGANISATION}, 'asker', ${NAMED('c.created_by')},
  'adviser', ${NAMED('c.reviewer_id')}, 'synthetic', c.synthetic,
  'protectiveMarking', c.protective_marking, 'askedAt', ${utc('c.created_at')},
  'updatedAt', ${utc('c.updated_at')}, 'firstAnswerDueAt', ${utc('c.next_due_at')},
  'outcome', case when c.state = 'advice-closed' then (select m.outcome from advice_message m
    where m.case_id = c.id and m.kind = 'closure' order by m.sequence desc limit 1) end`;

const FILES = `(select coalesce(jsonb_agg(jsonb_build_object(${ATTACHMENT_FIELDS}, 'status', a.status)
  order by a.added_at, a.id), '[]'::jsonb) from attachment a where a.message_id = m.id and a.removed_at is null)`;

const MESSAGES = `(select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'body', m.body,
    'outcome', m.outcome, 'sentTo', m.sent_to, 'author', ${NAMED('m.author_id')}, 'authorRole', m.author_role,
    'writtenAt', ${utc('m.written_at')}, 'attachments', ${FILES}) order by m.sequence), '[]'::jsonb)
  from advice_message m where m.case_id = c.id)`;

const GUIDANCE = `(select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'title', g.title, 'body', g.body,
    'point', g.point, 'publishedAt', ${utc('g.published_at')}, 'withdrawnAt', ${utc('g.withdrawn_at')},
    'withdrawnBecause', g.withdrawn_because)
    order by s.sequence), '[]'::jsonb)
  from guidance_source s join guidance g on g.id = s.guidance_id where s.case_id = c.id)`;

function conditions(request: AdviceListRequest, bind: Bind): readonly string[] {
  const { sight, show, adviser, subject, lateAt, organisationId } = request;
  return [
    `c.state in ${STATES[show]}`,
    ...(sight.everything ? [] : [`c.organisation_id = any(${bind(sight.organisationIds, 'uuid[]')})`]),
    ...(organisationId === null ? [] : [`c.organisation_id = ${bind(organisationId, 'uuid')}`]),
    ...(adviser === null
      ? []
      : [adviser === 'nobody' ? 'c.reviewer_id is null' : `c.reviewer_id = ${bind(adviser.id, 'uuid')}`]),
    ...(subject === null ? [] : [`q.subject = ${bind(subject, 'text')}`]),
    ...(lateAt === null ? [] : [`c.next_due_at <= ${bind(lateAt, 'timestamptz')}`]),
  ];
}

/** Whether a list has the oldest first: what is open, in the order it was asked, is so also by when it is due. */
function isOldestFirst(show: AdviceShow): boolean {
  return show === 'open' || show === 'waiting';
}

/** Requests for advice a person may see: those that are open oldest first, others newest first; by keyset. */
export async function listAdvice(queryable: Queryable, request: AdviceListRequest): Promise<AdvicePage> {
  const { show, after, limit } = request;
  const { values, bind } = binder();
  const [than, order] = isOldestFirst(show) ? ['>', 'asc'] : ['<', 'desc'];
  const where = [
    ...conditions(request, bind),
    ...(after === null
      ? []
      : [`(c.created_at, c.id) ${than} (${bind(after.at, 'timestamptz')}, ${bind(after.id, 'uuid')})`]),
  ];
  const text = `select c.id, jsonb_build_object(${LISTED}) as advice
    from spend_case c join advice_request q on q.case_id = c.id join organisation o on o.id = c.organisation_id
    where ${where.join(' and ')}
    order by c.created_at ${order}, c.id ${order} limit ${bind(limit + 1, 'int')}`;
  const rows = await queryable.query<{ id: string; advice: ListedAdvice }>({
    name: shapeName('list_advice', text),
    text,
    values,
  });
  const given = rows.slice(0, limit);
  const last = given.at(-1);
  return {
    items: given.map(({ advice }) => advice),
    next: rows.length > limit && last !== undefined ? { at: last.advice.askedAt, id: last.id } : null,
  };
}

/** Requests for advice that wait for an answer. */
export interface AdviceWaiting {
  readonly waiting: number;
  /** Of them had no first answer in time. */
  readonly late: number;
  /** When the time for the next first answer runs out, UTC; `null` where none is due any more. */
  readonly nextDueAt: string | null;
}

/** Sums of the requests for advice within sight that wait for an answer; one round trip. */
export async function sumAdviceWaiting(
  queryable: Queryable,
  sight: Sight,
  now: Date,
): Promise<AdviceWaiting> {
  const [row] = await queryable.query<AdviceWaiting>({
    name: 'sum_advice_waiting',
    text: `select count(*)::int as waiting, count(*) filter (where c.next_due_at <= $3::timestamptz)::int as late,
        ${utc('min(c.next_due_at) filter (where c.next_due_at > $3::timestamptz)')} as "nextDueAt"
      from spend_case c where c.state in ${STATES.waiting} and ${withinSight('$1', '$2')}`,
    values: [sight.everything, sight.organisationIds, now],
  });
  return row ?? { waiting: 0, late: 0, nextDueAt: null };
}

/** One request for advice in full; `null` when there is none or the person may not see it. */
export async function readAdvice(
  queryable: Queryable,
  reference: string,
  sight: Sight,
): Promise<{ readonly caseId: string; readonly advice: AdviceInFull } | null> {
  const [row] = await queryable.query<{ caseId: string; advice: AdviceInFull }>({
    name: 'read_advice',
    text: `select c.id as "caseId", jsonb_build_object(${LISTED},
        'about', (select jsonb_build_object('reference', x.reference, 'title', x.title)
          from spend_case x where x.id = q.about_case_id),
        'messages', ${MESSAGES}, 'guidance', ${GUIDANCE}) as advice
      from spend_case c join advice_request q on q.case_id = c.id join organisation o on o.id = c.organisation_id
      where c.reference = $1 and ${withinSight('$2', '$3')}`,
    values: [reference, sight.everything, sight.organisationIds],
  });
  return row ?? null;
}

/** What was advised about a case: each request that was asked from it, with what was said. */
export interface AdviceOfCase {
  readonly reference: string;
  readonly title: string;
  readonly subject: AdviceSubject;
  readonly point: PointNumber | null;
  readonly state: AdviceState;
  readonly protectiveMarking: ProtectiveMarking;
  readonly askedAt: string;
  readonly messages: readonly AdviceMessage[];
}

/** What was advised about a case, in the order it was asked; nothing where there is no such case within sight. */
export async function adviceOfCase(
  queryable: Queryable,
  reference: string,
  sight: Sight,
): Promise<readonly AdviceOfCase[]> {
  const rows = await queryable.query<{ advice: AdviceOfCase }>({
    name: 'advice_of_case',
    text: `select jsonb_build_object('reference', c.reference, 'title', c.title, 'subject', q.subject, 'point', q.point,
        'state', c.state, 'protectiveMarking', c.protective_marking, 'askedAt', ${utc('c.created_at')},
        'messages', ${MESSAGES}) as advice
      from spend_case x join advice_request q on q.about_case_id = x.id join spend_case c on c.id = q.case_id
      where x.reference = $1 and ${withinSight('$2', '$3')} order by c.created_at, c.id`,
    values: [reference, sight.everything, sight.organisationIds],
  });
  return rows.map(({ advice }) => advice);
}

/** A case that advice is asked from. */
export interface AskedFrom {
  readonly id: string;
  readonly reference: string;
  readonly state: CaseState;
  readonly organisationId: string;
  readonly protectiveMarking: ProtectiveMarking;
}

/** The case advice is asked from; `null` when there is none or the person may not see it. */
export async function caseAskedFrom(
  queryable: Queryable,
  reference: string,
  sight: Sight,
): Promise<AskedFrom | null> {
  const [row] = await queryable.query<AskedFrom>({
    name: 'case_asked_from',
    text: `select c.id, c.reference, c.state, c.organisation_id as "organisationId",
        c.protective_marking as "protectiveMarking"
      from spend_case c where c.reference = $1 and ${withinSight('$2', '$3')}`,
    values: [reference, sight.everything, sight.organisationIds],
  });
  return row ?? null;
}
