import { Injectable } from '@nestjs/common';
import {
  audienceOf,
  checkAction,
  isDepartmentRole,
  ruleFor,
  type ActionRequest,
  type Audience,
  type CaseAction,
  type CaseFacts,
  type CaseState,
  type EventPayloads,
  type EventType,
  type HeldRole,
  londonDate,
} from '#domain';
import {
  Database,
  databaseErrorOf,
  KEPT_ANSWER_CONSTRAINT,
  loadCase,
  writeCaseChange,
  type AnswerOfBefore,
  type CaseChange,
  type CaseRecord,
  type Loaded,
  type Queryable,
  type Rider,
} from '#persistence';
import { Clock, Config, conflict, notFound, preconditionFailed, unprocessable } from '#platform';
import { sightOf, type Acting } from './acting.js';
import { disposedSentence } from './disposed-cases.js';
import { factsOf } from './facts.js';
import { noticesOf, type NoticeDetails } from './notices.js';
import { PolicyBook, type PolicyInForce } from '../policy/policy-book.js';
import { problemOf } from './refusals.js';
import { AfterCommit } from './after-commit.js';
import { scheduleColumns } from './schedule.js';

/** What a person is answered after a change. Sent as it is, so that it can be kept and given again. */
export interface Answer {
  readonly status: 200 | 201;
  /** `etag` and, for something new, `location`. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text. */
  readonly body: string;
}

/** Where a case stands after a change, and what the change made. */
export interface Receipt {
  readonly reference: string;
  readonly state: CaseState;
  /** The case's revision, and the sequence of the event the change left. */
  readonly revision: number;
  readonly version: number | null;
}

/** What a change does, worked out from the case as it stood. */
export interface Plan<Type extends EventType = EventType> {
  readonly type: Type;
  readonly payload: EventPayloads[Type];
  readonly toState: CaseState;
  readonly reason?: string | null;
  /** The version the event is about; the current one unless said otherwise. */
  readonly version?: number | null;
  readonly audience?: Audience;
  readonly set?: CaseChange['set'];
  readonly riders?: readonly Rider[];
  readonly notice?: NoticeDetails;
  readonly status?: 200 | 201;
  /** What the answer says beside the receipt. */
  readonly made?: Readonly<Record<string, unknown>>;
  /** What it says instead of the receipt and of any `ETag`, to somebody who may not see the case. */
  readonly toldInstead?: Readonly<Record<string, unknown>>;
  /** Revision of the part that was changed, for its `ETag`; the case's own when left out. */
  readonly etag?: number;
  readonly location?: string;
}

/** One thing a person does to one case. */
export interface Instruction<Type extends EventType = EventType> {
  /** Which row of the lifecycle it is; worked out from the case where that depends on what it is about. */
  readonly action: CaseAction | ((record: CaseRecord) => CaseAction);
  readonly request: (record: CaseRecord, moment: Moment) => Omit<ActionRequest, 'today'>;
  /** The comment it is about, to be loaded with the case. */
  readonly commentId?: string | null;
  /**
   * Which revision the person must have looked at. Left out for additions, which overwrite nothing. Throws `notFound`
   * when the part it looks for does not exist.
   */
  readonly precondition?: {
    readonly expected: number;
    readonly actual: (record: CaseRecord) => number;
    /** What has the revision, to follow “the”, and where it is read; left out for the case itself. */
    readonly part?: { readonly name: string; readonly field: string };
  };
  /** Must not touch the outside: it may be worked out again when somebody else was quicker. */
  readonly plan: (
    record: CaseRecord,
    by: HeldRole,
    facts: CaseFacts,
    at: Date,
    inForce: PolicyInForce,
  ) => Plan<Type>;
}

/** By which rules, and when, something is worked out. */
export interface Moment extends PolicyInForce {
  readonly at: Date;
}

/** What came of a change: its answer, and the emails that wait once it is committed. */
interface Done {
  readonly answer: Answer;
  readonly emailIds: readonly string[];
}

/** How often a change is worked out anew before the person is asked to try again. */
const ATTEMPTS = 60;

/**
 * The one way a case is changed. It loads the case, asks the rules, works out the change and writes it with its event
 * and its emails in one statement; when somebody else changed the case in between, it starts again from what is there
 * now, so that every rule holds of what was really written.
 */
@Injectable()
export class CaseDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly afterCommit: AfterCommit,
    private readonly policies: PolicyBook = new PolicyBook(),
  ) {}

  /**
   * Does one thing to one case.
   * @throws ProblemError 404 when the person may not see the case, 403, 409, 412 or 422 when something is in the way
   */
  async perform<Type extends EventType>(
    acting: Acting,
    reference: string,
    instruction: Instruction<Type>,
  ): Promise<Answer> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const done = await this.attempt(this.database, acting, reference, instruction);
      if (done !== null) {
        this.afterCommit.emailsQueued(done.emailIds);
        return done.answer;
      }
      // Somebody else was quicker. A short wait of uneven length keeps many writers from meeting again.
      await new Promise((resume) => setTimeout(resume, Math.random() * Math.min(attempt * 4, 60)));
    }
    throw conflict('Many people are changing this case at the same moment: try again');
  }

  /**
   * Picks a case and does one thing to it in one transaction, so that whatever is locked in picking it stays locked
   * until it is done.
   * @param pick finds the case's reference; `null` when there is none
   * @returns `null` when none was picked
   * @throws ProblemError as {@link perform}
   */
  async performOnPicked<Type extends EventType>(
    acting: Acting,
    pick: (queryable: Queryable) => Promise<{
      readonly reference: string;
      readonly instruction: Instruction<Type>;
    } | null>,
  ): Promise<Answer | null> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const outcome = await this.database.transaction(async (queryable) => {
        const picked = await pick(queryable);
        if (picked === null) return 'none' as const;
        return this.attempt(queryable, acting, picked.reference, picked.instruction);
      });
      if (outcome === 'none') return null;
      if (outcome !== null) {
        this.afterCommit.emailsQueued(outcome.emailIds);
        return outcome.answer;
      }
    }
    throw conflict('Many people are asking at the same moment: try again');
  }

  private async attempt<Type extends EventType>(
    queryable: Queryable,
    acting: Acting,
    reference: string,
    instruction: Instruction<Type>,
  ): Promise<Done | null> {
    const at = this.clock.now();
    const { record, answer: before } = await loadCase(queryable, {
      reference,
      sight: sightOf(acting.roles),
      personId: acting.personId,
      key: acting.idempotency?.key ?? null,
      at,
      withContacts: typeof instruction.action === 'string' && mayTell(instruction.action),
      commentId: instruction.commentId ?? null,
    });
    if (before !== null) return { answer: replay(acting, before), emailIds: [] };
    if (record === null) throw notFound();
    const disposed = disposedSentence(record);
    if (disposed !== null) throw conflict(disposed);

    const inForce = await this.policies.inForceFor(queryable, record);
    const facts = factsOf(record, inForce.policy);
    const action = typeof instruction.action === 'string' ? instruction.action : instruction.action(record);
    const permit = checkAction(action, facts, acting, {
      ...instruction.request(record, { ...inForce, at }),
      today: londonDate(at),
    });
    const { precondition } = instruction;
    // Words that do not fit what is there now may have fitted what the person looked at: that is told first.
    const isPersonal = !permit.allowed && permit.refusals.some(({ kind }) => kind !== 'bad-input');
    if (!isPersonal) refuseStale(record, precondition);
    if (!permit.allowed) throw problemOf(permit.refusals);

    const writtenAt = this.timeOfWriting(record);
    const plan = instruction.plan(record, permit.role, facts, writtenAt, inForce);
    return this.write(queryable, acting, record, inForce, plan, permit.role, writtenAt);
  }

  /**
   * Writes what the service itself found out about a case, with nobody acting.
   * @param plan works the change out; `null` when there is nothing to do
   * @returns whether anything was written
   */
  async note(reference: string, plan: (record: CaseRecord, moment: Moment) => Plan | null): Promise<boolean> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const { record } = await this.loadForService(this.database, reference, null);
      if (record?.disposedAt !== null) return false;
      const inForce = await this.policies.inForceFor(this.database, record);
      const planned = plan(record, { ...inForce, at: this.clock.now() });
      if (planned === null) return false;
      const writtenAt = this.timeOfWriting(record);
      const done = await this.write(this.database, null, record, inForce, planned, null, writtenAt);
      if (done === null) continue;
      this.afterCommit.emailsQueued(done.emailIds);
      return true;
    }
    return false;
  }

  /**
   * Writes what somebody does with the record of a case, whatever the case says: looking after records gives no sight
   * of a case and no say on it, so the lifecycle has no part in it.
   * @param role in which they act
   * @param plan works the change out; may read more of the case, and throws what is in the way
   * @throws ProblemError 404 when there is no such case, or whatever `plan` throws
   */
  async keepRecord(
    acting: Acting,
    role: HeldRole,
    reference: string,
    plan: (record: CaseRecord, at: Date) => Promise<Plan>,
  ): Promise<Answer> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const { record, answer: before } = await this.loadForService(this.database, reference, acting);
      if (before !== null) return replay(acting, before);
      if (record === null) throw notFound();
      const inForce = await this.policies.inForceFor(this.database, record);
      const writtenAt = this.timeOfWriting(record);
      const planned = await plan(record, writtenAt);
      const done = await this.write(this.database, acting, record, inForce, planned, role, writtenAt);
      if (done !== null) return done.answer;
    }
    throw conflict('Many people are changing this case at the same moment: try again');
  }

  /**
   * Writes what the service itself does with a case, as part of a transaction that does more.
   * @param plan as in {@link note}, and may read more of the case in the transaction
   * @returns the case as it was before; `null` when nothing was written, because there was nothing to do or somebody
   * else was quicker
   */
  async noteWithin(
    transaction: Queryable,
    reference: string,
    plan: (record: CaseRecord, at: Date) => Promise<Plan | null>,
  ): Promise<CaseRecord | null> {
    const { record } = await this.loadForService(transaction, reference, null);
    if (record?.disposedAt !== null) return null;
    const inForce = await this.policies.inForceFor(transaction, record);
    const writtenAt = this.timeOfWriting(record);
    const planned = await plan(record, writtenAt);
    if (planned === null) return null;
    const done = await this.write(transaction, null, record, inForce, planned, null, writtenAt);
    return done === null ? null : record;
  }

  private loadForService(queryable: Queryable, reference: string, acting: Acting | null): Promise<Loaded> {
    return loadCase(queryable, {
      reference,
      sight: { everything: true, organisationIds: [] },
      personId: acting?.personId ?? null,
      key: acting?.idempotency?.key ?? null,
      at: this.clock.now(),
      withContacts: acting === null,
      commentId: null,
    });
  }

  /** The one statement; what measures the cost of the chain leaves it out here. */
  protected put(queryable: Queryable, change: CaseChange): Promise<boolean> {
    return writeCaseChange(queryable, change);
  }

  /** Now, but never before the latest change: clocks of several machines differ, and a history must not run backwards. */
  private timeOfWriting(record: CaseRecord): Date {
    const now = this.clock.now();
    const latest = new Date(record.updatedAt);
    return now < latest ? latest : now;
  }

  private async write(
    queryable: Queryable,
    acting: Acting | null,
    record: CaseRecord,
    inForce: PolicyInForce,
    plan: Plan,
    role: HeldRole | null,
    at: Date,
  ): Promise<Done | null> {
    const answer = answerOf(record, plan);
    const emails = noticesOf(
      plan.type,
      record,
      plan.toState,
      acting?.personId ?? null,
      this.config.assuranceInbox,
      plan.notice ?? {},
    );
    const change: CaseChange = {
      caseId: record.id,
      fromRevision: record.revision,
      previousHash: record.headHash,
      set: [
        ['state', plan.toState, 'text'],
        ...handOf(record, acting, role),
        ...scheduleColumns(record, inForce, plan, at),
        ...(plan.set ?? []),
      ],
      riders: plan.riders ?? [],
      event: {
        type: plan.type,
        audience: plan.audience ?? audienceOf(plan.type),
        actorId: acting?.personId ?? null,
        actorRole: role?.role ?? null,
        actorOrganisationId: role?.organisationId ?? null,
        occurredAt: at,
        fromState: record.state,
        toState: plan.toState,
        version: plan.version === undefined ? record.currentVersion : plan.version,
        reason: plan.reason ?? null,
        payload: plan.payload,
      },
      emails,
      answer:
        acting?.idempotency === undefined
          ? undefined
          : { personId: acting.personId, ...acting.idempotency, ...answer },
    };
    const written = await writeUnlessAnswered(() => this.put(queryable, change));
    return written ? { answer, emailIds: emails.map((email) => email.id) } : null;
  }
}

function refuseStale(record: CaseRecord, precondition: Instruction['precondition']): void {
  if (precondition === undefined) return;
  const { expected, actual, part } = precondition;
  const now = actual(record);
  if (now === expected) return;
  throw preconditionFailed(
    part !== undefined && expected === record.revision
      ? `You sent “${String(expected)}”, which is the ETag of the case. The ${part.name} have one of their own, now “${String(now)}” (${part.field}): look at them again, and send that`
      : 'Somebody else has changed this since you looked at it. Look again, put your change to what is there now, and try again',
  );
}

/** Actions that leave the case's state alone and tell somebody all the same. */
const TELLING_ACTIONS: ReadonlySet<CaseAction> = new Set<CaseAction>([
  'review-rating',
  'extend-clock',
  'assign-reviewer',
  'hand-over',
  'unassign',
  'submit-condition-evidence',
  'confirm-condition-met',
  'send-condition-back',
  'waive-condition',
]);

/** Whether somebody may have to be told of an action: of every move, and of what happens to a condition. */
function mayTell(action: CaseAction): boolean {
  return ruleFor(action).to !== 'unchanged' || TELLING_ACTIONS.has(action);
}

/** Whoever does anything for the department is remembered, so that they never judge the case, whatever they become. */
function handOf(
  record: CaseRecord,
  acting: Acting | null,
  role: HeldRole | null,
): NonNullable<CaseChange['set']> {
  if (acting === null || role === null || !isDepartmentRole(role.role)) return [];
  if (record.departmentHands.includes(acting.personId)) return [];
  return [['department_hands', [...record.departmentHands, acting.personId], 'uuid[]']];
}

function answerOf(record: CaseRecord, plan: Plan): Answer {
  if (plan.toldInstead !== undefined)
    return { status: plan.status ?? 200, headers: {}, body: JSON.stringify(plan.toldInstead) };
  const revision = record.revision + 1;
  const receipt: Receipt = {
    reference: record.reference,
    state: plan.toState,
    revision,
    version: plan.version === undefined ? record.currentVersion : plan.version,
  };
  return {
    status: plan.status ?? 200,
    headers: {
      etag: `"${String(plan.etag ?? revision)}"`,
      ...(plan.location === undefined ? {} : { location: plan.location }),
    },
    body: JSON.stringify({ ...receipt, ...plan.made }),
  };
}

/**
 * Gives the answer given before.
 * @throws ProblemError 422 when the key came with another request
 */
export function replay(acting: Acting, before: AnswerOfBefore): Answer {
  if (acting.idempotency?.requestHash.toString('hex') !== before.requestHash)
    throw unprocessable(
      'This Idempotency-Key was used for another request. Send a new key with a new request',
      [],
    );
  const status = before.status === 201 ? 201 : 200;
  return {
    status,
    headers: { ...before.headers, 'idempotency-replayed': 'true' },
    body: before.body,
  };
}

/** Runs a write; false when a request with the same key was written first, so that its answer can be given. */
export async function writeUnlessAnswered(write: () => Promise<boolean>): Promise<boolean> {
  try {
    return await write();
  } catch (error) {
    if (databaseErrorOf(error)?.constraint === KEPT_ANSWER_CONSTRAINT) return false;
    throw error;
  }
}
