import { Injectable } from '@nestjs/common';
import {
  audienceOf,
  authorise,
  isDepartmentRole,
  ruleFor,
  type CaseAction,
  type CaseFacts,
  type EventType,
  type HeldRole,
  londonDate,
} from '#domain';
import {
  Database,
  loadCase,
  stirFollowed,
  writeCaseChange,
  writeCaseChanges,
  type CaseChange,
  type CaseRecord,
  type Loaded,
  type Queryable,
} from '#persistence';
import { Clock, Config, conflict, notFound, preconditionFailed } from '#platform';
import { sightOf, type Acting } from './acting.js';
import { answerOf, replay, writeUnlessAnswered, type Answer } from './answer.js';
import type { Instruction, Moment, Plan } from './plan.js';
import { disposedSentence } from './disposed-cases.js';
import { factsOf } from './facts.js';
import { payloadBy, refuseEveryMachine } from './machines.js';
import { noticesOf } from './notices.js';
import { questionsMarked, unlessMarkedMeanwhile } from './questions-marked.js';
import { PolicyBook, type PolicyInForce } from '../policy/policy-book.js';
import { problemOf } from './refusals.js';
import { AfterCommit } from './after-commit.js';
import { scheduleColumns } from './schedule.js';

/** What came of a change: its answer, and the emails that wait once it is committed. */
export interface Done {
  readonly answer: Answer;
  readonly emailIds: readonly string[];
}

/** A case somebody may do something to, with all that the change is worked out from. */
export interface Prepared {
  readonly record: CaseRecord;
  readonly facts: CaseFacts;
  readonly role: HeldRole;
  readonly inForce: PolicyInForce;
  /** When it is written. */
  readonly at: Date;
}

/** Somebody else was quicker, and the whole transaction is given up. */
class Overtaken extends Error {}

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
    protected readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    protected readonly afterCommit: AfterCommit,
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
      const done = await this.attempt(this.database.as(acting), acting, reference, instruction);
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
      const outcome = await this.database.as(acting).transaction(async (queryable) => {
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
    const prepared = await this.prepare(queryable, acting, reference, instruction);
    if ('answer' in prepared) return { answer: prepared.answer, emailIds: [] };
    const { record, role, facts, at, inForce } = prepared;
    const plan = await instruction.plan(record, role, facts, at, inForce);
    return this.write(queryable, acting, record, inForce, plan, role, at);
  }

  /** Loads a case and asks the rules; the answer where the request was answered before. */
  protected async prepare(
    queryable: Queryable,
    acting: Acting,
    reference: string,
    instruction: Omit<Instruction, 'plan'>,
  ): Promise<Prepared | { readonly answer: Answer }> {
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
    // What was answered about a case is given again only to who still sees the case.
    if (record === null) throw notFound();
    if (before !== null) return { answer: replay(acting, before) };
    const disposed = disposedSentence(record);
    if (disposed !== null) throw conflict(disposed);

    const inForce = await this.policies.inForceFor(queryable, record);
    const facts = factsOf(record, inForce.policy);
    const action = typeof instruction.action === 'string' ? instruction.action : instruction.action(record);
    const permit = authorise({
      kind: 'case-action',
      action,
      facts,
      actor: acting,
      request: { ...instruction.request(record, { ...inForce, at }), today: londonDate(at) },
    });
    const { precondition } = instruction;
    // Words that do not fit what is there now may have fitted what the person looked at: that is told first.
    const isPersonal = !permit.allowed && permit.refusals.some(({ kind }) => kind !== 'bad-input');
    if (!isPersonal) refuseStale(record, precondition);
    if (!permit.allowed) throw problemOf(permit.refusals);

    return { record, facts, role: permit.role, inForce, at: this.timeOfWriting(record) };
  }

  /**
   * Asks whether somebody could do something to a case now, and does nothing.
   * @throws ProblemError as {@link perform}
   */
  async check(acting: Acting, reference: string, instruction: Omit<Instruction, 'plan'>): Promise<void> {
    const unkept: Acting = { ...acting, idempotency: undefined };
    await this.prepare(this.database.as(acting), unkept, reference, instruction);
  }

  /**
   * Writes what the service itself found out about a case, with nobody acting.
   * @param plan works the change out; `null` when there is nothing to do
   * @returns whether anything was written
   */
  async note(reference: string, plan: (record: CaseRecord, moment: Moment) => Plan | null): Promise<boolean> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const { record } = await this.loadForService(this.database.asService(), reference, null);
      if (record?.disposedAt !== null) return false;
      const inForce = await this.policies.inForceFor(this.database.asService(), record);
      const writtenAt = this.timeOfWriting(record);
      const planned = plan(record, { ...inForce, at: writtenAt });
      if (planned === null) return false;
      const done = await this.write(
        this.database.asService(),
        null,
        record,
        inForce,
        planned,
        null,
        writtenAt,
      );
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
    refuseEveryMachine(acting);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const { record, answer: before } = await this.loadForService(
        this.database.asService(),
        reference,
        acting,
      );
      if (before !== null) return replay(acting, before);
      if (record === null) throw notFound();
      const inForce = await this.policies.inForceFor(this.database.asService(), record);
      const writtenAt = this.timeOfWriting(record);
      const planned = await plan(record, writtenAt);
      const done = await this.write(
        this.database.asService(),
        acting,
        record,
        inForce,
        planned,
        role,
        writtenAt,
      );
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

  /** All changes, or none. */
  private async putAll(acting: Acting, changes: readonly CaseChange[]): Promise<boolean> {
    try {
      await this.database.as(acting).transaction(async (transaction) => {
        if (!(await writeCaseChanges(transaction, changes))) throw new Overtaken();
      });
      return true;
    } catch (error) {
      if (error instanceof Overtaken) return false;
      throw error;
    }
  }

  /** Now, but never before the latest change: clocks of several machines differ, and a history must not run backwards. */
  private timeOfWriting(record: CaseRecord): Date {
    const now = this.clock.now();
    const latest = new Date(record.updatedAt);
    return now < latest ? latest : now;
  }

  protected async write(
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
      riders: [
        ...(plan.riders ?? []),
        // Whether an approval is about to be replaced decides who is reminded of it.
        ...(record.follows !== null && plan.toState !== record.state
          ? [stirFollowed(record.follows.caseId)]
          : []),
      ],
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
        payload: payloadBy(acting, plan.payload),
      },
      emails,
      answer:
        acting?.idempotency === undefined
          ? undefined
          : { personId: acting.personId, ...acting.idempotency, ...answer },
    };
    const alongside = [
      ...(await questionsMarked(queryable, acting, [{ caseId: record.id, marking: plan.marks }], at)),
      ...(plan.alongside === undefined ? [] : [plan.alongside]),
    ];
    const written = await unlessMarkedMeanwhile(() =>
      writeUnlessAnswered(() =>
        alongside.length === 0 || acting === null
          ? this.put(queryable, change)
          : this.putAll(acting, [...alongside, change]),
      ),
    );
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
  'conclude-not-met',
  'waive-condition',
  'put-in-touch',
  'extend-condition',
  'record-spend',
  'start-variation',
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
