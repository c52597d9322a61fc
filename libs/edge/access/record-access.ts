import { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest, onSendHookHandler } from 'fastify';
import { AccessLog, type Access } from '#audit';
import { parseCaseReference, type AccessKind, type AccessOutcome } from '#domain';
import type { ActingPerson } from '#identity';
import { problemOf, type Problem } from '#platform';
import type { ReadingRule, RouteSettings } from './recorded.js';
import { witnessOf } from './sightings.js';

/** Longest text of an address or a query that is kept, in characters. */
const LONGEST_KEPT = 300;

/** Where the routes begin, and how an answer that may not leave is made into a refusal. */
export interface RecordingSettings {
  /** With a slash at both ends. */
  readonly root: string;
  /** Sets status and headers of the refusal; gives its body. */
  readonly refuse: (request: FastifyRequest, reply: FastifyReply, problem: Problem) => string;
}

/**
 * Records every answer of the routes that are declared with `Recorded`, just before it leaves. Of a case that is not
 * known to be unrestricted nothing leaves before its record is committed; other answers do not wait. Call it before
 * the routes are registered.
 */
export function recordAccess(app: NestFastifyApplication, { root, refuse }: RecordingSettings): void {
  const log = app.get(AccessLog);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route) => {
      const { reading } = (route.config ?? {}) as RouteSettings;
      if (reading === undefined || !('what' in reading)) return;
      route.onSend = [
        recorderOf(log, reading, partNamer(root, route.url), refuse),
        route.onSend ?? [],
      ].flat();
    });
}

const UNRECORDED = problemOf(
  'unavailable',
  'Who looks at this is recorded, and the record cannot be written just now, so it is not shown. Nothing is wrong with your request: try again in a little while.',
);

type ReadingRoute = Extract<ReadingRule, { what: AccessKind }>;

function recorderOf(
  log: AccessLog,
  route: ReadingRoute,
  partOf: PartNamer,
  refuse: RecordingSettings['refuse'],
): onSendHookHandler {
  return (request, reply, payload, done) => {
    const access = accessOf(request, reply.statusCode, route, partOf);
    if (access === null) {
      done(null, payload);
      return;
    }
    const { others } = witnessOf(request);
    const accesses = [access, ...others.map(({ caseId }) => ({ ...access, caseId }))];
    const waits = mustWait(access, request);
    const written = accesses.flatMap((one) =>
      waits ? log.writeBeforeAnswering(one) : (log.write(one) ?? []),
    );
    if (written.length === 0) done(null, payload);
    else
      Promise.all(written).then(
        () => {
          done(null, payload);
        },
        () => {
          // An export that is not given must not go on counting as one that runs.
          if (payload instanceof Readable) payload.destroy();
          done(null, refuse(request, reply, UNRECORDED));
        },
      );
  };
}

function accessOf(
  request: FastifyRequest,
  status: number,
  { what, caseFilter }: ReadingRoute,
  partOf: PartNamer,
): Access | null {
  // Nothing is taken out by who asks for the headers of an export.
  if (what === 'export' && request.method === 'HEAD') return null;
  const outcome = outcomeOf(request, status);
  const { person } = request as { person?: ActingPerson };
  if (outcome === null || person === undefined) return null;
  const { seen, count } = witnessOf(request);
  const params = request.params as PathParameters;
  const asked = params['reference'] ?? caseAskedFor(request, caseFilter);
  return {
    personId: person.personId,
    what: what === 'search' && asked !== undefined ? 'view' : what,
    part: partOf(params),
    caseId: seen?.caseId ?? null,
    // Which case it was is known already where one was read.
    reference: seen !== null || asked === undefined ? null : parseCaseReference(asked),
    criteria: criteriaOf(request, outcome === 'refused' ? params['reference'] : undefined),
    resultCount: outcome === 'given' ? count : null,
    outcome,
    requestId: request.id,
    machineId: person.machine?.id ?? null,
  };
}

/** The case a search is narrowed to. */
function caseAskedFor(request: FastifyRequest, filter: string | undefined): string | undefined {
  if (filter === undefined) return undefined;
  const asked = (request.query as Readonly<Record<string, unknown>>)[filter];
  return typeof asked === 'string' ? asked : undefined;
}

/**
 * A page shows what was read for it also where it tells of a mistake (400, 409, 422) or refuses what was asked (403). A
 * form that is answered with a page does so even where nobody heard what was read. All else that was not understood
 * (400), asked by nobody (401) or not answered for other reasons showed nothing of a case; nor does the way to another
 * page, which is what a form that was taken is answered with.
 */
function outcomeOf(request: FastifyRequest, status: number): AccessOutcome | null {
  const { isShown, seen, count } = witnessOf(request);
  if (isShown && (request.method === 'POST' || seen !== null || count !== null)) return 'given';
  if ((status >= 200 && status < 300) || status === 304) return 'given';
  return status === 403 || status === 404 ? 'refused' : null;
}

/**
 * A list is of several cases, and does not wait; its record has what was searched for. Most lists show no more of a case
 * than that it is there; those of the decision history show texts of it too. All else waits unless the marking allows it,
 * so also a search narrowed to one case, of which the marking is not known here.
 */
function mustWait({ what, outcome }: Access, request: FastifyRequest): boolean {
  if (outcome === 'refused') return false;
  const waits: Readonly<Record<AccessKind, boolean>> = { view: true, search: false, export: true };
  const { seen, others } = witnessOf(request);
  return waits[what] && [seen, ...others].some((one) => one?.protectiveMarking !== 'OFFICIAL');
}

type PathParameters = Readonly<Record<string, string>>;
/** Names the part of a case, or the list, that an address of a route is of. */
type PartNamer = (params: PathParameters) => string;

/** `points/3` of `/api/v1/cases/DT-…/points/3`; `case` for the case itself; `decisions` of `/api/v1/decisions`. */
function partNamer(root: string, url: string): PartNamer {
  const ofCase = `${root}cases/:reference`;
  const isOfCase = url === ofCase || url.startsWith(`${ofCase}/`);
  const part = url.slice(isOfCase ? ofCase.length + 1 : root.length);
  if (part === '') return () => 'case';
  if (!part.includes(':')) return () => part;
  return (params) => part.replaceAll(/:(\w+)/g, (_, name: string) => kept(params[name] ?? ''));
}

/** The query as it was sent; and of what was refused the reference as it was sent, which may name no case. */
function criteriaOf(request: FastifyRequest, reference: string | undefined): Access['criteria'] {
  const query = Object.entries(request.query as Readonly<Record<string, unknown>>);
  if (query.length === 0 && reference === undefined) return null;
  const criteria = Object.fromEntries(
    query.map(([name, value]) => [
      kept(name),
      typeof value === 'string' ? kept(value) : kept(JSON.stringify(value)),
    ]),
  );
  if (reference !== undefined) criteria['reference'] = kept(reference);
  return criteria;
}

/** Cut to what is worth keeping; NULs and halves of characters are text to HTTP, and none to PostgreSQL. */
function kept(text: string): string {
  return text.slice(0, LONGEST_KEPT).replaceAll(/\0|\p{Surrogate}/gu, '\ufffd');
}
