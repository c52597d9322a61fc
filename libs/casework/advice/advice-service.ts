import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  ADVICE_OUTCOME_NAMES,
  ADVICE_SUBJECT_WORDS,
  FIRST_ANSWER_NAME,
  isSentOn,
  referralText,
  strictestMarking,
  type AdviceMessageKind,
  type AdviceOutcome,
  type AdviceSubject,
  type HeldRole,
  type PointNumber,
  type ProtectiveMarking,
  type Role,
} from '#domain';
import {
  caseAskedFrom,
  Database,
  takeGuidanceDown,
  tieAdvice,
  writeMessage,
  type CaseRecord,
  type Queryable,
  type Rider,
} from '#persistence';
import { Config, notFound, unavailable } from '#platform';
import { sightOf, type Acting } from '../desk/acting.js';
import type { Answer } from '../desk/answer.js';
import { CaseDesk } from '../desk/case-desk.js';
import type { NoticeDetails } from '../desk/notices.js';
import { standingAfter } from '../desk/schedule.js';
import type { Plan } from '../desk/plan.js';
import { ofCase } from '../desk/preconditions.js';
import { noticeBy } from '../submission/submission-service.js';
import { adviceIn } from './advice-in-case.js';

/** Cases are in the hand of reviewers, and so are questions. */
const TAKES_QUESTIONS_ON: Role = 'reviewer';

/** What is done to a request for advice once it was asked. */
@Injectable()
export class AdviceService {
  constructor(
    private readonly database: Database,
    private readonly desk: CaseDesk,
    private readonly config: Config,
  ) {}

  /** The department writes again: the question is with GDS Assurance once more. */
  followUp(acting: Acting, reference: string, body: string): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'follow-up-advice',
      request: () => ({}),
      plan: (record, by, _facts, at) => {
        const { messageId, rider } = message(acting, by, at, 'question', body);
        return {
          type: 'advice-followed-up',
          payload: { messageId, body },
          toState: 'advice-asked',
          ...written(record, by, messageId, [rider], { message: body }),
        };
      },
    });
  }

  /** The department opens a question again that was closed. */
  reopen(acting: Acting, reference: string, body: string): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'reopen-advice',
      request: () => ({}),
      plan: (record, by, _facts, at, inForce) => {
        const { messageId, rider } = message(acting, by, at, 'question', body);
        const event = { type: 'advice-reopened' as const, payload: { messageId, body } };
        const nextDue = standingAfter(record, inForce, event, at)?.nextDue ?? null;
        return {
          ...event,
          toState: 'advice-asked',
          ...written(record, by, messageId, [rider], {
            message: body,
            ...(nextDue === null ? {} : { target: firstAnswerBy(nextDue.dueAt) }),
          }),
        };
      },
    });
  }

  /** GDS Assurance answers. `expected` is the revision that was read, so that nobody answers past another. */
  answer(acting: Acting, reference: string, expected: number, body: string): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'answer-advice',
      request: () => ({}),
      precondition: ofCase(expected),
      plan: (record, by, _facts, at) => {
        const { messageId, rider } = message(acting, by, at, 'answer', body);
        // Who answers has it in hand from then on, unless somebody has.
        const takesItOn =
          record.reviewerId === null && acting.roles.some(({ role }) => role === TAKES_QUESTIONS_ON);
        return {
          type: 'advice-answered',
          payload: { messageId, body, ...(takesItOn ? { takenOn: true as const } : {}) },
          toState: 'advice-answered',
          ...(takesItOn ? { set: [['reviewer_id', acting.personId, 'uuid']] } : {}),
          ...written(record, by, messageId, [rider], { message: body }),
        };
      },
    });
  }

  /**
   * GDS Assurance sends the question to the Crown Commercial Service.
   * @param note what is said with it; `null` for nothing
   * @throws ProblemError 503 when no address is set up
   */
  refer(acting: Acting, reference: string, expected: number, note: string | null): Promise<Answer> {
    const sentTo = this.config.frameworksAddress;
    return this.desk.perform(acting, reference, {
      action: 'refer-advice',
      request: () => ({}),
      precondition: ofCase(expected),
      plan: (record, by, _facts, at) => {
        if (sentTo === null)
          throw unavailable(
            'No address of the Crown Commercial Service is set up, so nothing can be sent there.',
          );
        const body = referral(record, note);
        const { messageId, rider } = message(acting, by, at, 'referral', body, { sentTo });
        return {
          type: 'advice-referred',
          payload: { messageId, body, sentTo },
          toState: 'advice-answered',
          ...written(record, by, messageId, [rider], referralNotice(record, body, sentTo)),
        };
      },
    });
  }

  /**
   * Whether a question is sent on as soon as it is asked, because it is not for GDS Assurance to answer. Where no address
   * is set up, or the question is marked, it waits for GDS Assurance instead.
   */
  isSentOn(subject: AdviceSubject, marking: ProtectiveMarking): boolean {
    return isSentOn(subject) && marking === 'OFFICIAL' && this.config.frameworksAddress !== null;
  }

  /** Sends a question on that is just being asked, as the service itself and in the transaction in which it is asked. */
  async sendOn(transaction: Queryable, reference: string): Promise<void> {
    const sentTo = this.config.frameworksAddress;
    if (sentTo === null) return;
    await this.desk.noteWithin(transaction, reference, (record, at) => {
      const body = referral(record, null);
      const messageId = randomUUID();
      const rider = writeMessage({
        id: messageId,
        kind: 'referral',
        body,
        sentTo,
        authorId: null,
        authorRole: null,
        writtenAt: at,
      });
      return Promise.resolve({
        type: 'advice-referred',
        payload: { messageId, body, sentTo },
        toState: 'advice-answered',
        riders: [rider],
        notice: referralNotice(record, body, sentTo),
      } satisfies Plan);
    });
  }

  /** Either side closes it, saying how it ended. @param body what is said with it; empty for nothing */
  close(
    acting: Acting,
    reference: string,
    expected: number,
    outcome: AdviceOutcome,
    body: string,
  ): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'close-advice',
      request: () => ({ advice: { outcome } }),
      precondition: ofCase(expected),
      plan: (record, by, _facts, at) => {
        const { messageId, rider } = message(acting, by, at, 'closure', body, { outcome });
        return {
          type: 'advice-closed',
          payload: { messageId, outcome, body },
          toState: 'advice-closed',
          ...written(record, by, messageId, [rider], {
            status: ADVICE_OUTCOME_NAMES[outcome],
            ...(body === '' ? {} : { message: body }),
          }),
        };
      },
    });
  }

  /**
   * Says which case a question is about, and which point of it: from then on what was advised stands beside that. A
   * question is marked as high as the case.
   * @param about reference of the case
   */
  async tie(
    acting: Acting,
    reference: string,
    expected: number,
    about: string,
    point: PointNumber | null,
  ): Promise<Answer> {
    const found = await caseAskedFrom(this.database.as(acting), about, sightOf(acting.roles));
    return this.desk.perform(acting, reference, {
      action: 'tie-advice',
      request: () => ({ advice: { about: { case: found, point } } }),
      precondition: ofCase(expected),
      plan: (record, _by, _facts, at) => {
        if (found === null) throw notFound();
        const protectiveMarking = strictestMarking(record.details.protectiveMarking, found.protectiveMarking);
        return {
          type: 'advice-tied',
          payload: { aboutCaseId: found.id, aboutReference: found.reference, point, protectiveMarking },
          toState: record.state,
          set: [['protective_marking', protectiveMarking, 'text']],
          riders: [tieAdvice(found.id, point), ...takeGuidanceDown(protectiveMarking, at)],
        };
      },
    });
  }

  /**
   * Marks a question more strictly than it is, at any time: from then on it is a marked case in everything, and what was
   * published of it is taken down.
   */
  mark(acting: Acting, reference: string, protectiveMarking: ProtectiveMarking): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'mark-advice',
      request: () => ({ advice: { protectiveMarking } }),
      plan: (record, _by, _facts, at) => ({
        type: 'advice-marked',
        payload: { protectiveMarking },
        toState: record.state,
        set: [['protective_marking', protectiveMarking, 'text']],
        riders: takeGuidanceDown(protectiveMarking, at),
      }),
    });
  }
}

function message(
  acting: Acting,
  by: HeldRole,
  at: Date,
  kind: AdviceMessageKind,
  body: string,
  more: { readonly outcome?: AdviceOutcome; readonly sentTo?: string } = {},
): { readonly messageId: string; readonly rider: Rider } {
  const messageId = randomUUID();
  const rider = writeMessage({
    id: messageId,
    kind,
    body,
    ...more,
    authorId: acting.personId,
    authorRole: by.role,
    writtenAt: at,
  });
  return { messageId, rider };
}

/** What is told of the first answer. @param dueAt when its time runs out */
export function firstAnswerBy(dueAt: Date): NonNullable<NoticeDetails['target']> {
  return { name: FIRST_ANSWER_NAME, dueAt: dueAt.toISOString() };
}

/** What every message has in its plan. */
function written(
  record: CaseRecord,
  by: HeldRole,
  messageId: string,
  riders: readonly Rider[],
  notice: NoticeDetails,
): Pick<Plan, 'riders' | 'notice' | 'status' | 'location' | 'made'> {
  const { subject } = adviceIn(record);
  return {
    riders,
    notice: { ...noticeBy(by), subject: ADVICE_SUBJECT_WORDS[subject].name, ...notice },
    status: 201,
    location: `/api/v1/advice/${record.reference}`,
    made: { messageId },
  };
}

/** What is told of a referral; whoever gets it answers who asks. */
function referralNotice(record: CaseRecord, body: string, sentTo: string): NoticeDetails {
  const { asker } = adviceIn(record);
  return { message: body, referredTo: sentTo, ...(asker === null ? {} : { answerTo: asker.email }) };
}

/** The email that sends a question on. */
function referral(record: CaseRecord, note: string | null): string {
  const { asker, messages } = adviceIn(record);
  return referralText({
    reference: record.reference,
    title: record.details.title,
    organisation: record.organisation.name,
    asker,
    questions: messages.filter(({ kind }) => kind === 'question').map(({ body }) => body),
    note,
  });
}
