import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isAssuranceRole, type AdviceSubject, type GuidanceWords, type PointNumber } from '#domain';
import {
  Database,
  namesOfWhoAsked,
  organisationNames,
  publishGuidance,
  withdrawGuidance,
} from '#persistence';
import { notFound, together } from '#platform';
import type { Acting } from '../desk/acting.js';
import type { Answer } from '../desk/answer.js';
import { CaseDesk } from '../desk/case-desk.js';
import type { Instruction } from '../desk/plan.js';
import { ofCase } from '../desk/preconditions.js';
import { adviceIn } from './advice-in-case.js';

/** Names that no guidance may have in it. */
type NamesLookedFor = Pick<GuidanceWords, 'organisations' | 'ofTheOrganisation'>;

/** An answer as it is published to every department. */
export interface GuidanceGiven {
  readonly title: string;
  readonly body: string;
  readonly point: PointNumber | null;
  /** That of the question, where it is left out. */
  readonly subject?: AdviceSubject | undefined;
}

/** Answers published for every department, in words that name nobody. */
@Injectable()
export class GuidanceService {
  constructor(
    private readonly database: Database,
    private readonly desk: CaseDesk,
  ) {}

  /**
   * Looks whether an answer could be published in these words, so that it can be read through before it is.
   * @throws ProblemError as `publish`
   */
  async check(acting: Acting, reference: string, expected: number, given: GuidanceGiven): Promise<void> {
    await this.desk.check(
      acting,
      reference,
      publishing(expected, given, await this.looking(acting, reference, given)),
    );
  }

  /** Publishes an answer for every department, in words that name nobody. */
  async publish(acting: Acting, reference: string, expected: number, given: GuidanceGiven): Promise<Answer> {
    const { title, body, point } = given;
    const names = await this.looking(acting, reference, given);
    return this.desk.perform(acting, reference, {
      ...publishing(expected, given, names),
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

  /** What is looked for in the words of guidance. */
  private async looking(
    acting: Acting,
    reference: string,
    { title, body }: GuidanceGiven,
  ): Promise<NamesLookedFor> {
    const [organisations, ofTheOrganisation] = await together([
      this.organisationsElsewhere(acting),
      namesOfWhoAsked(this.database.asService(), reference, `${title}\n${body}`),
    ]);
    return { organisations, ofTheOrganisation };
  }

  /** Every organisation but the one that publishes, which tells nobody who asked. */
  private async organisationsElsewhere(acting: Acting): Promise<GuidanceWords['organisations']> {
    const own = acting.roles
      .filter(({ role }) => isAssuranceRole(role))
      .map(({ organisationId }) => organisationId);
    const all = await organisationNames(this.database.as(acting));
    return all.filter(({ id }) => !own.includes(id));
  }
}

/** What is looked at before an answer is published. */
function publishing(
  expected: number,
  { title, body }: GuidanceGiven,
  names: NamesLookedFor,
): Omit<Instruction, 'plan'> {
  return {
    action: 'publish-guidance',
    request: () => ({ advice: { words: { title, body, ...names } } }),
    precondition: ofCase(expected),
  };
}
