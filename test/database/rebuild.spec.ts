import {
  canonicalJson,
  emptyPointEvidence,
  POINT_NUMBERS,
  type CaseContent,
  type CaseDetails,
  type CaseEvent,
  type LegacyException,
  type PointEvidence,
  type TriageRecord,
} from '#domain';
import { contentHash } from '#casework';
import { loadCase, type CaseRecord } from '#persistence';
import { loadConfig } from '#platform';
import { demonstrate } from '../../apps/local/demonstration/demonstrate.js';
import { freshDatabase, type FreshDatabase } from '../setup/fresh-database.js';

// A history is complete when the case can be built again from it alone. Every demonstration case is.

/** A case as its events tell it. */
interface Rebuilt {
  state: string;
  details: CaseDetails | null;
  readonly points: Map<number, PointEvidence>;
  readonly exceptions: Map<string, LegacyException>;
  readonly conditions: Map<string, { status: string; decisionId: string; text: string; dueOn: string }>;
  readonly verdicts: Map<number, string>;
  readonly rulings: Map<string, string>;
  readonly versions: Map<number, { content: CaseContent; hash: string }>;
  reviewerId: string | null;
  rating: string | null;
  route: string | null;
  ratingConfirmed: boolean;
  reviewDepth: string | null;
  version: number | null;
  decisionId: string | null;
  recommendationId: string | null;
}

function contentOf(rebuilt: Rebuilt): CaseContent {
  if (rebuilt.details === null) throw new Error('The first event gives the details');
  return {
    details: rebuilt.details,
    points: POINT_NUMBERS.map((point) => rebuilt.points.get(point) ?? emptyPointEvidence(point)),
    legacyExceptions: [...rebuilt.exceptions.values()],
  };
}

function apply(rebuilt: Rebuilt, event: CaseEvent): void {
  rebuilt.state = event.toState;
  rebuilt.version = event.version ?? rebuilt.version;
  switch (event.type) {
    case 'case-created':
    case 'details-changed':
      rebuilt.details = event.payload.details;
      return;
    case 'point-evidence-saved':
      rebuilt.points.set(event.payload.evidence.point, event.payload.evidence);
      return;
    case 'legacy-exception-added':
    case 'legacy-exception-changed':
      rebuilt.exceptions.set(event.payload.exception.id, event.payload.exception);
      return;
    case 'legacy-exception-removed':
      rebuilt.exceptions.delete(event.payload.exceptionId);
      return;
    case 'submitted':
    case 'assured-by-department':
    case 'resubmitted':
      rebuilt.versions.set(event.version ?? 0, {
        content: contentOf(rebuilt),
        hash: event.payload.contentHash,
      });
      takeTriage(rebuilt, event.payload.triage);
      rebuilt.ratingConfirmed = event.type === 'resubmitted' && event.payload.ratingConfirmed === true;
      return;
    case 'rating-reviewed':
      takeTriage(rebuilt, event.payload.triage);
      rebuilt.ratingConfirmed = true;
      return;
    case 'called-in':
      takeTriage(rebuilt, event.payload.triage);
      return;
    case 'review-depth-set':
      rebuilt.reviewDepth = event.payload.depth;
      return;
    case 'reviewer-assigned':
      rebuilt.reviewerId = event.payload.reviewerId;
      return;
    case 'reviewer-unassigned':
      rebuilt.reviewerId = null;
      return;
    case 'acknowledged':
      rebuilt.reviewerId = event.payload.reviewerId;
      return;
    case 'point-assessed':
      rebuilt.verdicts.set(event.payload.point, event.payload.verdict);
      return;
    case 'legacy-exception-ruled-on':
      rebuilt.rulings.set(event.payload.exceptionId, event.payload.ruling);
      return;
    case 'recommended':
      rebuilt.recommendationId = event.payload.recommendationId;
      return;
    case 'decided':
      rebuilt.decisionId = event.payload.decisionId;
      for (const { id, text, dueOn } of event.payload.conditions)
        rebuilt.conditions.set(id, { status: 'open', decisionId: event.payload.decisionId, text, dueOn });
      return;
    case 'condition-evidence-submitted':
      move(rebuilt, event.payload.conditionId, 'evidence-submitted');
      return;
    case 'condition-changed':
      move(rebuilt, event.payload.conditionId, event.payload.status);
      return;
    case 'signed-off':
    case 'sign-off-taken-back':
    case 'review-started':
    case 'returned':
    case 'referred-back':
    case 'withdrawn':
    case 'closed-below-threshold':
    case 'condition-due':
    case 'condition-due-soon':
    case 'condition-overdue':
    case 'return-unanswered':
    case 'target-near':
    case 'target-missed':
    case 'case-related':
    case 'case-unrelated':
    case 'external-decision-recorded':
    case 'clock-extended':
    case 'comment-added':
    case 'comment-edited':
    case 'comment-resolved':
    case 'comment-reopened':
      return;
  }
}

function takeTriage(rebuilt: Rebuilt, triage: TriageRecord | undefined): void {
  if (triage === undefined) return;
  rebuilt.rating = triage.rating;
  rebuilt.route = triage.route;
}

function move(rebuilt: Rebuilt, conditionId: string, status: string): void {
  const condition = rebuilt.conditions.get(conditionId);
  if (condition !== undefined) condition.status = status;
}

/** What the working tables say, in the same words. */
function said(record: CaseRecord): unknown {
  return {
    state: record.state,
    details: record.details,
    points: record.points.map((point) => point.selfAssessment),
    narratives: record.points.map((point) => point.narrative),
    exceptions: record.legacyExceptions.map(({ id, system, scores }) => ({ id, system, scores })),
    conditions: record.conditions.map(({ id, status, decisionId, text, dueOn }) => ({
      id,
      status,
      decisionId,
      text,
      dueOn,
    })),
    verdicts: record.assessments.map(({ point, verdict }) => [point, verdict]),
    rulings: record.legacyExceptions.flatMap(({ id, ruling }) =>
      ruling === null ? [] : [[id, ruling.ruling]],
    ),
    reviewerId: record.reviewerId,
    rating: record.triage.rating,
    route: record.triage.route,
    ratingConfirmed: record.triage.ratingConfirmed,
    reviewDepth: record.triage.reviewDepth,
    version: record.currentVersion,
    decisionId: record.decision?.id ?? null,
    recommendationId: record.recommendation?.id ?? null,
  };
}

function told(rebuilt: Rebuilt, record: CaseRecord): unknown {
  const content = contentOf(rebuilt);
  return {
    state: rebuilt.state,
    details: content.details,
    points: content.points.map((point) => point.selfAssessment),
    narratives: content.points.map((point) => point.narrative),
    exceptions: content.legacyExceptions.map(({ id, system, scores }) => ({ id, system, scores })),
    conditions: record.conditions.map(({ id }) => ({ id, ...rebuilt.conditions.get(id) })),
    verdicts: [...rebuilt.verdicts].sort(([one], [other]) => one - other),
    rulings: [...rebuilt.rulings],
    reviewerId: rebuilt.reviewerId,
    rating: rebuilt.rating,
    route: rebuilt.route,
    ratingConfirmed: rebuilt.ratingConfirmed,
    reviewDepth: rebuilt.reviewDepth,
    version: rebuilt.version,
    decisionId: rebuilt.decisionId,
    recommendationId: rebuilt.recommendationId,
  };
}

describe('the history of every demonstration case', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase(10);
    const config = loadConfig({
      DATABASE_URL: fresh.url,
      PUBLIC_URL: 'http://localhost',
      MAIL_TRANSPORT: 'file',
      MAIL_DIRECTORY: '/nowhere',
      MAIL_FROM: 'service@tests.example',
      ASSURANCE_INBOX: 'inbox@tests.example',
    });
    await demonstrate(fresh.database, config, new Date('2026-06-01T09:00:00.000Z'), () => undefined);
  }, 60_000);
  afterAll(() => fresh.close());

  async function historyOf(caseId: string): Promise<readonly CaseEvent[]> {
    return fresh.database.query<CaseEvent>({
      text: `select case_id as "caseId", sequence, type, occurred_at as "occurredAt", from_state as "fromState",
          to_state as "toState", version, reason, payload from case_event where case_id = $1 order by sequence`,
      values: [caseId],
    });
  }

  it('is enough to build the case, and each version it submitted, again', async () => {
    const references = await fresh.database.query<{ reference: string }>({
      text: 'select reference from spend_case order by reference',
      values: [],
    });
    expect(references).toHaveLength(67);
    const types = new Set<string>();
    let versions = 0;
    for (const { reference } of references) {
      const { record } = await loadCase(fresh.database, {
        reference,
        sight: { everything: true, organisationIds: [] },
        personId: null,
        key: null,
        at: new Date('2026-06-01T09:00:00.000Z'),
        withContacts: false,
        commentId: null,
      });
      if (record === null) throw new Error(`${reference} is not there`);
      const events = await historyOf(record.id);
      const rebuilt: Rebuilt = {
        state: '',
        details: null,
        points: new Map(),
        exceptions: new Map(),
        conditions: new Map(),
        verdicts: new Map(),
        rulings: new Map(),
        versions: new Map(),
        reviewerId: null,
        rating: null,
        route: null,
        ratingConfirmed: false,
        reviewDepth: null,
        version: null,
        decisionId: null,
        recommendationId: null,
      };
      let before: string | null = null;
      for (const event of events) {
        expect(event.fromState).toBe(before);
        before = event.toState;
        types.add(event.type);
        apply(rebuilt, event);
      }
      expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
      expect(told(rebuilt, record)).toEqual(said(record));
      const frozen = await fresh.database.query<{ number: number; content: CaseContent; hash: string }>({
        text: `select number, content, content_hash as hash from submission_version where case_id = $1`,
        values: [record.id],
      });
      for (const { number, content, hash } of frozen) {
        versions += 1;
        expect(canonicalJson(rebuilt.versions.get(number)?.content)).toBe(canonicalJson(content));
        expect(rebuilt.versions.get(number)?.hash).toBe(hash);
        expect(contentHash(content)).toBe(hash);
      }
    }
    expect(versions).toBeGreaterThan(40);
    expect(types.size).toBeGreaterThan(17);
  });

  it('never runs backwards', async () => {
    const [row] = await fresh.database.query<{ backwards: number }>({
      text: `select count(*) as backwards from case_event e join case_event n
        on n.case_id = e.case_id and n.sequence = e.sequence + 1 where n.occurred_at < e.occurred_at`,
      values: [],
    });
    expect(row?.backwards).toBe(0);
  });
});
