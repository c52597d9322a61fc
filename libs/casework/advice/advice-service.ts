import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  ADVICE_OUTCOME_NAMES,
  ADVICE_SUBJECT_WORDS,
  higherMarking,
  referralText,
  type AdviceMessageKind,
  type AdviceOutcome,
  type AdviceSubject,
  type HeldRole,
  type PointNumber,
} from '#domain';
import {
  caseAskedFrom,
  Database,
  publishGuidance,
  tieAdvice,
  withdrawGuidance,
  writeMessage,
  type AdviceRecord,
  type CaseRecord,
  type Rider,
} from '#persistence';
import { Config, notFound, unavailable } from '#platform';
import { sightOf, type Acting } from '../desk/acting.js';
import type { Answer } from '../desk/answer.js';
import { CaseDesk } from '../desk/case-desk.js';
import type { NoticeDetails } from '../desk/notices.js';
import type { Plan } from '../desk/plan.js';
import { ofCase } from '../desk/preconditions.js';
import { noticeBy } from '../submission/submission-service.js';

/** An answer as it is published to every department. */
export interface GuidanceGiven {
  readonly title: string;
  readonly body: string;
  readonly point: PointNumber | null;
  /** That of the question, where it is left out. */
  readonly subject?: AdviceSubject | undefined;
}

/** What is done to a request for advice once it was asked. */
@Injectable()
export class AdviceService {
  constructor(
    private readonly desk: CaseDesk,
    private readonly config: Config,
    private readonly database: Database,
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
      plan: (record, by, _facts, at) => {
        const { messageId, rider } = message(acting, by, at, 'question', body);
        return {
          type: 'advice-reopened',
          payload: { messageId, body },
          toState: 'advice-asked',
          ...written(record, by, messageId, [rider], { message: body }),
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
        return {
          type: 'advice-answered',
          payload: { messageId, body },
          toState: 'advice-answered',
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
          ...written(record, by, messageId, [rider], { message: body, referredTo: sentTo }),
        };
      },
    });
  }

  /**
   * Sends a question on that is not for GDS Assurance to answer, as the service itself. Where no address is set up, or
   * the question is marked, it waits for GDS Assurance instead.
   */
  async sendOn(reference: string): Promise<void> {
    const sentTo = this.config.frameworksAddress;
    if (sentTo === null) return;
    await this.desk.note(reference, (record, { at }) => {
      if (record.state !== 'advice-asked' || record.details.protectiveMarking !== 'OFFICIAL') return null;
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
      return {
        type: 'advice-referred',
        payload: { messageId, body, sentTo },
        toState: 'advice-answered',
        riders: [rider],
        notice: { message: body, referredTo: sentTo },
      };
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
      plan: (record) => {
        if (found === null) throw notFound();
        const protectiveMarking = higherMarking(record.details.protectiveMarking, found.protectiveMarking);
        return {
          type: 'advice-tied',
          payload: { aboutCaseId: found.id, aboutReference: found.reference, point, protectiveMarking },
          toState: record.state,
          set: [['protective_marking', protectiveMarking, 'text']],
          riders: [tieAdvice(found.id, point)],
        };
      },
    });
  }

  /** Publishes an answer for every department, in words that name nobody. */
  publish(acting: Acting, reference: string, expected: number, given: GuidanceGiven): Promise<Answer> {
    const { title, body, point } = given;
    return this.desk.perform(acting, reference, {
      action: 'publish-guidance',
      request: () => ({ advice: { words: { title, body } } }),
      precondition: ofCase(expected),
      plan: (record, _by, _facts, at) => {
        const guidanceId = randomUUID();
        const subject = given.subject ?? adviceIn(record).subject;
        const guidance = { id: guidanceId, subject, point, title, body };
        return {
          type: 'guidance-published',
          payload: { guidanceId, subject, point, title, body },
          toState: record.state,
          riders: publishGuidance({ ...guidance, publishedBy: acting.personId, publishedAt: at }),
          status: 201,
          made: { guidanceId },
        };
      },
    });
  }

  /** Takes published guidance back. @throws ProblemError 404 when it was not made of this question */
  withdraw(
    acting: Acting,
    reference: string,
    expected: number,
    guidanceId: string,
    reason: string,
  ): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'withdraw-guidance',
      request: () => ({ reason, advice: { guidanceId } }),
      precondition: ofCase(expected),
      plan: (record, _by, _facts, at) => {
        if (!adviceIn(record).guidance.some(({ id }) => id === guidanceId)) throw notFound();
        return {
          type: 'guidance-withdrawn',
          payload: { guidanceId },
          toState: record.state,
          reason,
          riders: [withdrawGuidance(guidanceId, at)],
          made: { guidanceId },
        };
      },
    });
  }
}

/** @throws ProblemError 404 when the case asks for no advice, which the states of its actions rule out */
function adviceIn({ advice }: CaseRecord): AdviceRecord {
  if (advice === null) throw notFound();
  return advice;
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
