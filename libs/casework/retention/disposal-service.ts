import { Injectable } from '@nestjs/common';
import {
  disposalRefusal,
  disposalStanding,
  endOfWaiting,
  londonDate,
  splitPayload,
  type DisposalAct,
  type DisposalStanding,
  type HeldRole,
  type Role,
} from '#domain';
import {
  Database,
  databaseErrorOf,
  disposalsToCarryOut,
  disposeOfCase,
  listDisposals,
  readDisposal,
  sealedEventsOfCase,
  type DisposalListRequest,
  type DisposalPosition,
  type Queryable,
  type TextPage,
} from '#persistence';
import { AppLogger, Clock, conflict, notFound, notPermitted } from '#platform';
import { AttachmentKeepingService } from '../attachments/attachment-keeping-service.js';
import type { Acting } from '../desk/acting.js';
import { CaseDesk } from '../desk/case-desk.js';
import type { Answer } from '../desk/answer.js';
import type { Plan } from '../desk/plan.js';

/** Cases looked at in one go. */
const BATCH = 100;

/** SQLSTATE of what the database refuses of a disposal. */
const REFUSED_BY_DATABASE = '23001';

/**
 * The end of a case's life: marking it when its period has passed, holding it back, and taking away what could be
 * personal while the log still verifies. It is work on records, not on cases: whoever does it sees no case by it.
 */
@Injectable()
export class DisposalService {
  constructor(
    private readonly desk: CaseDesk,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: AppLogger,
    private readonly keeping: AttachmentKeepingService,
  ) {}

  /**
   * Cases that are due for disposal, marked, held or disposed of. The acting person is told what records management
   * needs and nothing of what a case says.
   */
  async list(
    acting: Acting,
    request: Omit<DisposalListRequest, 'today'>,
  ): Promise<TextPage<DisposalPosition>> {
    const page = await listDisposals(this.database.asService(), {
      ...request,
      today: londonDate(this.clock.now()),
    });
    acting.witness?.sawList(page.count);
    return page;
  }

  /**
   * Marks a case for disposal. It is carried out when the waiting time is over, unless it is held or anything else
   * happens to the case.
   * @throws ProblemError 404 when there is no such case, 409 when it has not ended or its period has not passed
   */
  async mark(acting: Acting, reference: string, reason: string): Promise<Answer> {
    return this.keep(acting, reference, 'mark', ({ end, held }, state, at) => {
      const notBefore = endOfWaiting(at).toISOString();
      return {
        type: 'disposal-marked',
        payload: { ...end, notBefore },
        toState: state,
        reason,
        toldInstead: receiptOf(reference, { end, marked: true, held, notBefore }),
      };
    });
  }

  /**
   * Holds a case that has ended back from disposal, marked or not, until the hold is lifted.
   * @throws ProblemError 404 when there is no such case, 409 when it has not ended, is held or disposed of already
   */
  async hold(acting: Acting, reference: string, reason: string): Promise<Answer> {
    return this.keep(acting, reference, 'hold', ({ end, marked, notBefore }, state) => ({
      type: 'disposal-held',
      payload: {},
      toState: state,
      reason,
      toldInstead: receiptOf(reference, { end, marked, held: true, notBefore }),
    }));
  }

  /**
   * Lifts a hold. Where the case is marked, the waiting time begins anew.
   * @throws ProblemError 404 when there is no such case, 409 when it has not ended or is not held
   */
  async release(acting: Acting, reference: string, reason: string): Promise<Answer> {
    return this.keep(acting, reference, 'release', ({ end, marked }, state, at) => {
      const notBefore = endOfWaiting(at).toISOString();
      return {
        type: 'disposal-released',
        payload: { notBefore },
        toState: state,
        reason,
        toldInstead: receiptOf(reference, { end, marked, held: false, notBefore: marked ? notBefore : null }),
      };
    });
  }

  /**
   * Disposes of every case that is marked and whose waiting time is over. A case that cannot be disposed of is left as
   * it is, said in the log of the service, and looked at again next time.
   * @returns how many were disposed of
   */
  async carryOutDue(): Promise<number> {
    let done = 0;
    let after = '';
    for (;;) {
      const references = await disposalsToCarryOut(this.database.asService(), this.clock.now(), after, BATCH);
      for (const reference of references) if (await this.carryOutOrSay(reference)) done += 1;
      const last = references.at(-1);
      if (last === undefined) return done;
      after = last;
    }
  }

  /** One case that cannot be disposed of must not keep the others. */
  private async carryOutOrSay(reference: string): Promise<boolean> {
    try {
      return await this.carryOut(reference);
    } catch (error) {
      if (databaseErrorOf(error)?.code === REFUSED_BY_DATABASE)
        this.logger.warn({ reference, error }, 'The database refused to dispose of a case');
      else this.logger.error({ reference, error }, 'A case could not be disposed of');
      return false;
    }
  }

  /** One case in one transaction: the event that says so, and everything the case held; then its files. */
  private async carryOut(reference: string): Promise<boolean> {
    const caseId = await this.database.asService().transaction(async (transaction) => {
      const record = await this.desk.noteWithin(transaction, reference, async (found, at) => {
        const standing = await standingOfCase(transaction, found.id);
        if (standing.end === null || disposalRefusal('carry-out', standing, at) !== null) return null;
        return { type: 'disposed', payload: standing.end, toState: found.state };
      });
      if (record === null) return null;
      const events = await sealedEventsOfCase(transaction, record.id);
      const redacted = events.map(({ sequence, payload, reason }) => ({
        sequence,
        payload: splitPayload(payload, reason).facts,
      }));
      await disposeOfCase(transaction, record.id, redacted);
      return record.id;
    });
    if (caseId === null) return false;
    // Only what is committed may be destroyed for good; what is left behind here, the sweep of files finds.
    await this.keeping.destroyOfCase(caseId);
    return true;
  }

  private async keep(
    acting: Acting,
    reference: string,
    act: DisposalAct,
    plan: (standing: EndedStanding, state: Plan['toState'], at: Date) => Plan,
  ): Promise<Answer> {
    return this.desk.keepRecord(acting, roleOf(acting, ['administrator']), reference, async (record, at) => {
      const standing = await standingOfCase(this.database.asService(), record.id);
      const refusal = disposalRefusal(act, standing, at);
      if (refusal !== null) throw conflict(refusal);
      // Of a case that has not ended all of it was refused.
      const { end } = standing;
      if (end === null) throw notFound();
      return plan({ ...standing, end }, record.state, at);
    });
  }
}

/** How a case that has ended stands. */
type EndedStanding = DisposalStanding & { readonly end: NonNullable<DisposalStanding['end']> };

/** All that whoever looks after records is told of a case: its reference, and where its disposal stands. */
function receiptOf(
  reference: string,
  { end, marked, held, notBefore }: Omit<EndedStanding, 'disposedAt'>,
): NonNullable<Plan['toldInstead']> {
  return { reference, marked, held, dueOn: end.dueOn, notBefore };
}

async function standingOfCase(queryable: Queryable, caseId: string): Promise<DisposalStanding> {
  const record = await readDisposal(queryable, caseId);
  if (record === null) throw notFound();
  return disposalStanding(record);
}

/** The first of the roles the person holds. @throws ProblemError 403 when they hold none */
function roleOf({ roles }: Acting, wanted: readonly Role[]): HeldRole {
  const held = wanted.flatMap((role) => roles.filter((one) => one.role === role)).at(0);
  if (held === undefined) throw notPermitted('Looking after records is for administrators.');
  return held;
}
