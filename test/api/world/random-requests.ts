import { CASE_FLAGS, REVIEW_DEPTHS, type CaseAction, type DecidedState } from '#domain';
import type { Person, World } from './api-world.js';
import { ALL_POINTS, CONDITION, FINISHED_EXCEPTION, metEvidence } from './case-content.js';
import type { Json } from './http-client.js';

/** A request that does something to a case. */
export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly body?: Json;
  readonly ifMatch?: number | string;
}

/** A case as its answer gives it, as far as a life needs it. */
export interface CaseNow {
  readonly reference: string;
  readonly state: string;
  readonly revision: number;
  readonly currentVersion: number | null;
  readonly detailsRevision: number;
  readonly reviewer: { readonly id: string } | null;
  readonly points: readonly { readonly point: number; readonly revision: number }[];
  readonly legacyExceptions: readonly {
    readonly id: string;
    readonly system: string;
    readonly revision: number;
    readonly ruling: { readonly sequence: number } | null;
  }[];
  readonly decision: { readonly id: string } | null;
  readonly conditions: readonly {
    readonly id: string;
    readonly revision: number;
    readonly status: string;
    readonly kind: string;
  }[];
}

const OUTCOMES = ['approved', 'approved-with-conditions', 'not-approved'] as const;
const DAY = 86_400_000;

function inOrder<Item>(items: readonly Item[], key: (item: Item) => string): readonly Item[] {
  return items.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** Words the requests of a life by chance. */
export class RandomRequests {
  private count = 0;

  constructor(
    private readonly world: World,
    private readonly chance: () => number,
    private readonly reviewers: readonly Person[],
  ) {}

  /** One of a list. */
  one<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.chance() * items.length)];
    if (item === undefined) throw new Error('There is nothing to choose from');
    return item;
  }

  private words(): string {
    this.count += 1;
    return `Said ${this.count}: ${this.one(['é 計画', 'plain', '“quoted”', 'two\nlines'])}.`;
  }

  /** What to send for an action; more than one thing where one alone does not get far. */
  async asks(
    action: CaseAction,
    actor: Person,
    now: CaseNow,
    others: readonly string[],
  ): Promise<readonly Ask[]> {
    const version = now.currentVersion;
    const reason = this.words();
    const post = (path: string, body?: Json, ifMatch = now.revision): Ask => ({
      method: 'POST',
      path,
      ifMatch,
      ...(body === undefined ? {} : { body }),
    });
    switch (action) {
      case 'edit-content':
        return [this.edit(now)];
      case 'assess-point':
        return this.assessments(now);
      case 'rule-on-legacy-exception':
        return now.legacyExceptions.map(({ id, ruling }) => ({
          method: 'PUT',
          path: `legacy-exceptions/${id}/ruling`,
          body: { version, ruling: this.one(['accepted', 'refused']), reason },
          ifMatch: `"${ruling?.sequence ?? 0}"`,
        }));
      case 'begin-request':
      case 'sign-off':
      case 'submit':
      case 'start-review':
        return [post(action)];
      case 'acknowledge':
        return [post(action, this.chance() < 0.5 ? { reviewerId: this.one(this.reviewers).id } : undefined)];
      case 'take-back-sign-off':
      case 'resubmit':
      case 'withdraw':
      case 'close-draft-below-threshold':
      case 'close-submission-below-threshold':
      case 'record-departmental-assurance':
      case 'call-in':
      case 'unassign':
        return [post(action, { reason })];
      case 'return':
        return [
          post(action, { version, reason, points: [{ point: this.one(ALL_POINTS), question: reason }] }),
        ];
      case 'recommend':
        return [post(action, { version, outcome: this.one(OUTCOMES), reason })];
      case 'refer-back':
        return [post(action, { version, reason })];
      case 'approve':
        return [post(action, this.decision(now, 'approved'))];
      case 'approve-with-conditions':
        return [post(action, this.decision(now, 'approved-with-conditions'))];
      case 'not-approve':
        return [post(action, this.decision(now, 'not-approved'))];
      case 'supersede': {
        const outcome = this.one(OUTCOMES);
        return [
          post(action, { ...this.decision(now, outcome), outcome, supersedes: now.decision?.id ?? null }),
        ];
      }
      case 'review-rating':
        return [post(action, { version, rating: this.one(['low', 'medium', 'high']), reason })];
      case 'set-review-depth':
        return [post(action, { depth: this.one(REVIEW_DEPTHS) })];
      case 'relate-case': {
        const kind = this.one(['duplicate', 'split', 'related']);
        return [post('relations', { relatedReference: this.one(others), kind, reason })];
      }
      case 'unrelate-case':
        return this.unrelate(actor, now);
      case 'put-in-touch':
        return [post(`likenesses/${this.one(others)}/put-in-touch`, { reason })];
      case 'dismiss-likeness':
        return [post(`likenesses/${this.one(others)}/dismiss`, { reason })];
      case 'record-external-decision':
        return [
          post('external-decisions', {
            kind: this.one(['ministerial', 'treasury']),
            outcome: 'noted',
            decidedOn: '2026-05-01',
            documentTitle: reason.split('\n')[0],
            documentUrl: 'https://gds.example/submission',
          }),
        ];
      case 'extend-clock':
        return [post(action, { target: 'decide', days: 1 + Math.floor(this.chance() * 4), reason })];
      case 'assign-reviewer':
        return [post('assign', { reviewerId: this.one(this.reviewers).id })];
      case 'hand-over':
        return [post(action, { reviewerId: this.one(this.reviewers).id, reason })];
      case 'comment':
        return [await this.comment(actor, now, 'shared')];
      case 'comment-internally':
        return [await this.comment(actor, now, 'internal')];
      // Nobody asks for advice in these lives.
      case 'follow-up-advice':
      case 'answer-advice':
      case 'refer-advice':
      case 'close-advice':
      case 'reopen-advice':
      case 'tie-advice':
      case 'attach-to-advice':
      case 'mark-advice':
      case 'publish-guidance':
      case 'withdraw-guidance':
        return [];
      case 'submit-condition-evidence':
      case 'confirm-condition-met':
      case 'send-condition-back':
      case 'conclude-not-met':
      case 'waive-condition':
      case 'extend-condition':
        return this.onCondition(action, now);
      case 'record-spend':
        return [
          post('spend', {
            years: [{ financialYear: '2025-26', amountPence: 1_000 * (1 + Math.floor(this.chance() * 9)) }],
            note: this.words(),
          }),
        ];
      case 'start-variation':
        return [post('variations', { kind: this.one(['varies', 'extends']), whatChanges: this.words() })];
    }
  }

  private edit(now: CaseNow): Ask {
    // Not by their ids, which are others each time.
    const [exception] = inOrder(now.legacyExceptions, ({ system }) => system);
    const kind = this.one(['details', 'details', 'point', 'point', 'add', 'change', 'remove']);
    if (kind === 'add')
      return {
        method: 'POST',
        path: 'legacy-exceptions',
        body: { ...FINISHED_EXCEPTION, system: `System ${this.count}` },
      };
    if (kind === 'change' && exception !== undefined)
      return {
        method: 'PUT',
        path: `legacy-exceptions/${exception.id}`,
        body: { ...FINISHED_EXCEPTION, owner: `Owner ${this.count}` },
        ifMatch: exception.revision,
      };
    if (kind === 'remove' && exception !== undefined)
      return {
        method: 'DELETE',
        path: `legacy-exceptions/${exception.id}`,
        ifMatch: exception.revision,
      };
    if (kind === 'details')
      return { method: 'PATCH', path: 'details', body: this.details(), ifMatch: now.detailsRevision };
    const { point, revision } = this.one(now.points);
    const body = this.one<Json>([
      { ...metEvidence(point), narrative: this.words() },
      {
        selfAssessment: 'partially-met',
        narrative: this.words(),
        remediation: { action: 'Move it', owner: 'Owner', dueOn: '2027-03-31' },
      },
    ]);
    return { method: 'PUT', path: `points/${point}`, body, ifMatch: `"${revision}"` };
  }

  private details(): Json {
    return this.one<Json>([
      { title: `Title ${this.count}` },
      { description: this.words() },
      { proposedSuppliers: [`Supplier ${this.count}`, 'Acme Ltd'] },
      { protectiveMarking: this.one(['OFFICIAL', 'OFFICIAL-SENSITIVE']) },
      { ratingAnswers: { 'vulnerable-users': this.one(['yes', 'no']) } },
      { flags: { [this.one(CASE_FLAGS.filter((flag) => flag === 'usesOneLogin'))]: this.chance() < 0.5 } },
      { seniorResponsibleOwner: { name: `Owner ${this.count}`, email: 'owner@home-office.example' } },
    ]);
  }

  /** Some points one after the other, at one instant. */
  private async assessments(now: CaseNow): Promise<readonly Ask[]> {
    const { http, people } = this.world;
    const latest = new Map<number, number>();
    const path = `/cases/${now.reference}/assessments`;
    for (const { point, sequence } of await http.read<{ point: number; sequence: number }[]>(
      people.auditor,
      path,
    ))
      latest.set(point, sequence);
    const open = ALL_POINTS.filter((point) => !latest.has(point));
    const points = open.length > 0 && this.chance() < 0.8 ? open.slice(0, 7) : [this.one(ALL_POINTS)];
    return points.map((point) => {
      const verdict = this.chance() < 0.9 ? 'met' : 'partially-met';
      return {
        method: 'PUT',
        path: `assessments/${point}`,
        body: { version: now.currentVersion, verdict, explanation: verdict === 'met' ? null : this.words() },
        ifMatch: `"${latest.get(point) ?? 0}"`,
      };
    });
  }

  private decision(now: CaseNow, outcome: DecidedState): Json {
    const base = { version: now.currentVersion, reason: this.words() };
    if (outcome === 'not-approved') return base;
    const approvedPence = 1_000_000 + Math.floor(this.chance() * 1_000_000);
    const overrides = this.chance() < 0.3 ? [{ point: 1, reason: this.words() }] : [];
    if (outcome === 'approved') return { ...base, approvedPence, overrides };
    const dueOn = new Date(this.world.clock.now().getTime() + 20 * DAY).toISOString().slice(0, 10);
    const conditions = [CONDITION, { ...CONDITION, text: this.words() }].map((condition) => ({
      ...condition,
      dueOn,
    }));
    return { ...base, approvedPence, overrides, conditions };
  }

  private async unrelate(actor: Person, now: CaseNow): Promise<readonly Ask[]> {
    const relations = await this.world.http.read<
      { id: string; reason: string; direction: string; revision: number }[]
    >(actor, `/cases/${now.reference}/relations`);
    const own = inOrder(
      relations.filter(({ direction }) => direction === 'from'),
      ({ reason }) => reason,
    );
    return own.slice(0, 1).map(({ id, revision }) => ({
      method: 'POST',
      path: `relations/${id}/remove`,
      body: { reason: this.words() },
      ifMatch: revision,
    }));
  }

  /** A new comment, an answer to one, or something done to one there is. */
  private async comment(actor: Person, now: CaseNow, audience: string): Promise<Ask> {
    const all = await this.world.http.read<
      {
        id: string;
        revision: number;
        body: string;
        audience: string;
        resolvedAt: string | null;
        author: { id: string };
      }[]
    >(actor, `/cases/${now.reference}/comments`);
    const comments = inOrder(
      all.filter((comment) => comment.audience === audience),
      (comment) => comment.body,
    );
    const body = this.words();
    if (comments.length === 0 || this.chance() < 0.4)
      return {
        method: 'POST',
        path: 'comments',
        body: { audience, body, point: this.one([null, 1, 13]) },
      };
    const { id, revision, resolvedAt, author } = this.one(comments);
    if (author.id === actor.id && this.chance() < 0.5)
      return { method: 'PUT', path: `comments/${id}`, body: { body }, ifMatch: revision };
    if (this.chance() < 0.4)
      return { method: 'POST', path: 'comments', body: { audience, body, parentId: id } };
    const path = `comments/${id}/${resolvedAt === null ? 'resolve' : 'reopen'}`;
    return { method: 'POST', path, ifMatch: revision };
  }

  private onCondition(
    action:
      | 'submit-condition-evidence'
      | 'confirm-condition-met'
      | 'send-condition-back'
      | 'conclude-not-met'
      | 'waive-condition'
      | 'extend-condition',
    now: CaseNow,
  ): readonly Ask[] {
    const path = {
      'submit-condition-evidence': 'evidence',
      'confirm-condition-met': 'confirm',
      'send-condition-back': 'send-back',
      'conclude-not-met': 'not-met',
      'waive-condition': 'waive',
      'extend-condition': 'extend',
    }[action];
    const wanted = action === 'submit-condition-evidence' ? 'open' : 'evidence-submitted';
    const whichever = action === 'waive-condition' || action === 'extend-condition';
    const fitting = now.conditions.filter(
      ({ status, kind }) =>
        (status === wanted || whichever) && (action !== 'conclude-not-met' || kind !== 'condition'),
    );
    const bodies: Readonly<Record<string, Json | undefined>> = {
      evidence: { text: this.words(), links: [{ title: 'Page', url: 'https://home-office.example/page' }] },
      confirm: undefined,
      'send-back': { reason: this.words() },
      'not-met': { reason: this.words() },
      waive: { reason: this.words() },
      extend: { reason: this.words(), dueOn: `203${String(Math.floor(this.chance() * 10))}-04-01` },
    };
    const body = bodies[path];
    return fitting.slice(0, 1).map(({ id, revision }) => ({
      method: 'POST',
      path: `conditions/${id}/${path}`,
      ifMatch: revision,
      ...(body === undefined ? {} : { body }),
    }));
  }
}
