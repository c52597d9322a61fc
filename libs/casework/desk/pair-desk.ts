import { Injectable } from '@nestjs/common';
import type { CaseAction, EventType } from '#domain';
import { findCase, type CaseRecord, type Queryable } from '#persistence';
import { conflict, notFound } from '#platform';
import { sightOf, type Acting } from './acting.js';
import type { Answer } from './answer.js';
import { CaseDesk, type Prepared } from './case-desk.js';
import type { Plan } from './plan.js';

/** One thing a person does to two cases at once. */
export interface PairInstruction<Type extends EventType> {
  /** Which row of the lifecycle it is, for both. */
  readonly action: CaseAction;
  readonly reason: string;
  /** Looks for what is in the way between the two, once both are loaded; throws it. */
  readonly check: (queryable: Queryable, one: CaseRecord, other: CaseRecord) => Promise<void>;
  /** Worked out for each of the two; `isFirst` for the one the person named first. */
  readonly plan: (record: CaseRecord, other: CaseRecord, at: Date, isFirst: boolean) => Plan<Type>;
}

/** Somebody else was quicker: what was worked out is given up, and worked out again. `check` may throw it. */
export class Overtaken extends Error {}

const ATTEMPTS = 20;

/**
 * Does one thing to two cases: each is changed as every case is, with the rules asked of both, and both changes are kept
 * or neither is.
 */
@Injectable()
export class PairDesk extends CaseDesk {
  /**
   * @returns the answer about the first
   * @throws ProblemError 404 when the person may not see one of the two, otherwise as `perform`
   */
  async performOnBoth<Type extends EventType>(
    acting: Acting,
    references: readonly [string, string],
    instruction: PairInstruction<Type>,
  ): Promise<Answer> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      try {
        const { answer, emailIds } = await this.database
          .as(acting)
          .transaction((transaction) => this.attemptBoth(transaction, acting, references, instruction));
        this.afterCommit.emailsQueued(emailIds);
        return answer;
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
      }
      await new Promise((resume) => setTimeout(resume, Math.random() * attempt * 4));
    }
    throw conflict('Many people are changing these cases at the same moment: try again');
  }

  private async attemptBoth<Type extends EventType>(
    transaction: Queryable,
    acting: Acting,
    [one, other]: readonly [string, string],
    { action, reason, check, plan }: PairInstruction<Type>,
  ): Promise<{ readonly answer: Answer; readonly emailIds: readonly string[] }> {
    const sight = sightOf(acting.roles);
    const [foundOne, foundOther] = [
      await findCase(transaction, one, sight),
      await findCase(transaction, other, sight),
    ];
    const first = await this.prepare(transaction, acting, one, {
      action,
      request: () => ({ reason, relatedCase: foundOther ?? undefined }),
    });
    if ('answer' in first) return { answer: first.answer, emailIds: [] };
    // Looked at only now: who may not do this is told that first.
    if (foundOne === null || foundOther === null) throw notFound();
    // The answer is kept with the first of the two changes.
    const unkept: Acting = { ...acting, idempotency: undefined };
    const second = await this.prepare(transaction, unkept, other, {
      action,
      request: () => ({ reason, relatedCase: foundOne }),
    });
    if ('answer' in second) throw new Error('A change that keeps no answer was answered before');
    await check(transaction, first.record, second.record);
    const at = first.at > second.at ? first.at : second.at;
    const changes = [
      { by: acting, of: first, plan: plan(first.record, second.record, at, true) },
      { by: unkept, of: second, plan: plan(second.record, first.record, at, false) },
      // In one order whichever was named first, so that nobody waits for one another.
    ].sort((a, b) => (a.of.record.id < b.of.record.id ? -1 : 1));
    const emailIds: string[] = [];
    let answer: Answer | null = null;
    for (const change of changes) {
      const done = await this.writeOne(transaction, change.by, change.of, change.plan, at);
      emailIds.push(...done.emailIds);
      if (change.of === first) answer = done.answer;
    }
    if (answer === null) throw new Error('Neither change was of the first case');
    return { answer, emailIds };
  }

  private async writeOne(
    transaction: Queryable,
    acting: Acting,
    { record, inForce, role }: Prepared,
    plan: Plan,
    at: Date,
  ): ReturnType<PairDesk['attemptBoth']> {
    const done = await this.write(transaction, acting, record, inForce, plan, role, at);
    if (done === null) throw new Overtaken();
    return done;
  }
}
