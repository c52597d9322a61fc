import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AdviceReadingService, AttachmentService, type Acting, type AdviceOpened } from '#casework';
import {
  ADVICE_SUBJECT_WORDS,
  FILE_CHOOSER_ACCEPTS,
  FILE_TYPES_IN_WORDS,
  parseCaseReference,
  sizeInWords,
  type CaseAction,
} from '#domain';
import { notFound } from '#platform';
import type { ShownProblem } from '../forms/form-problems.js';
import { heldIn, type PostedFields } from '../forms/posted-form.js';
import { inOwnWords } from '../forms/problem-words.js';
import { without } from '../review/review-pages.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { lastDayBefore, mayOf, messageViews } from './advice-model.js';
import { advicePath } from './advice-paths.js';

const OF_GDS_ASSURANCE: readonly CaseAction[] = [
  'answer-advice',
  'assign-reviewer',
  'hand-over',
  'publish-guidance',
];
const LEAVES_THE_SERVICE: readonly CaseAction[] = ['refer-advice', 'publish-guidance'];

const ASKS = { body: 'Write what you want to say', file: 'Choose a file that can be taken' };

/** What is said of who has a question that nobody has: of one that was answered, who did. */
function withNobody({ state, messages }: AdviceOpened['advice']): string {
  const answered = messages.findLast(({ kind }) => kind === 'answer');
  if (state === 'advice-asked' || answered?.author === undefined || answered.author === null)
    return state === 'advice-asked' ? 'Nobody at GDS Assurance yet' : 'Nobody at GDS Assurance';
  return `Nobody now: ${answered.author.name} answered it`;
}

/** What cannot be done with a marked question by who could do it otherwise, and why. */
function keptIn({ advice, actions }: AdviceOpened): AdviceOpened['actions'] {
  const isTheirs = actions.some(({ action, allowed }) => allowed && OF_GDS_ASSURANCE.includes(action));
  return advice.protectiveMarking === 'OFFICIAL' || !isTheirs
    ? []
    : actions.filter(({ action, allowed }) => !allowed && LEAVES_THE_SERVICE.includes(action));
}

/** What is told of what somebody is about to write. */
function hintOf({ advice, actions }: AdviceOpened): string {
  const isMarked = advice.protectiveMarking !== 'OFFICIAL';
  return actions.some(({ action, allowed }) => action === 'answer-advice' && allowed)
    ? `The department reads it here and ${isMarked ? 'is told by email that there is an answer' : 'gets it by email'}.`
    : 'GDS Assurance is told by email.';
}

/** What a form about a question is shown again with. */
export interface ShownAgain {
  readonly fields: PostedFields;
  readonly problems: readonly ShownProblem[];
}

/** What a form starts with. */
export const NOTHING_YET: ShownAgain = { fields: {}, problems: [] };

/** Shows requests for advice, and the forms about them. */
@Injectable()
export class AdvicePages {
  constructor(
    private readonly reading: AdviceReadingService,
    private readonly attachments: AttachmentService,
  ) {}

  /** The reference in its one form. @throws ProblemError 404 when it can be none */
  canonical(reference: string): string {
    const canonical = parseCaseReference(reference);
    if (canonical === null) throw notFound();
    return canonical;
  }

  /** @throws ProblemError 404 when there is none or the person may not see it */
  open(acting: Acting, reference: string): Promise<AdviceOpened> {
    return this.reading.read(acting, this.canonical(reference));
  }

  /** A question with its thread, and what the reader can say in it. */
  async thread(acting: Acting, reference: string, again: ShownAgain = NOTHING_YET): Promise<PageAnswer> {
    const opened = await this.open(acting, reference);
    const { advice, clock, overdue } = opened;
    const { fields, problems } = again;
    const may = mayOf(opened);
    const own = advice.messages.findLast(({ author }) => author?.id === acting.personId);
    return show(
      'advice/thread',
      {
        advice,
        overdue,
        subject: ADVICE_SUBJECT_WORDS[advice.subject].name,
        firstAnswer: clock?.targets[0] ?? null,
        dueOn: lastDayBefore(clock?.targets[0]?.dueAt ?? null),
        messages: messageViews(advice.messages, advice.reference),
        may,
        body: heldIn(fields, 'body'),
        hint: hintOf(opened),
        withNobody: withNobody(advice),
        keptIn: keptIn(opened),
        revision: advice.revision,
        attach:
          may['attach-to-advice'] === true && own !== undefined && this.attachments.isOn
            ? {
                messageId: own.id,
                hint: `Choose ${FILE_TYPES_IN_WORDS}, of up to ${sizeInWords(this.attachments.limits.fileBytes)}. It is attached to what you wrote last.`,
                accept: FILE_CHOOSER_ACCEPTS,
              }
            : null,
        problems: inOwnWords(problems, ASKS),
        once: randomUUID(),
      },
      problems.length > 0 ? 400 : 200,
    );
  }

  /**
   * A page with one form about a question; back to the question where the reader cannot do it.
   * @param model what the page shows beside the question
   */
  async form(
    acting: Acting,
    reference: string,
    action: CaseAction,
    template: string,
    { fields, problems }: ShownAgain,
    model: (opened: AdviceOpened) => Readonly<Record<string, unknown>> = () => ({}),
  ): Promise<PageAnswer> {
    const opened = await this.open(acting, reference);
    const { advice } = opened;
    if (problems.length === 0 && mayOf(opened)[action] !== true) return goTo(advicePath(advice.reference));
    return show(
      template,
      {
        advice,
        fields,
        revision: heldIn(fields, 'revision') || String(advice.revision),
        problems,
        once: randomUUID(),
        ...model(opened),
      },
      problems.length > 0 ? 400 : 200,
    );
  }

  /** What somebody is told who was overtaken, on the page as it is now with what they wrote. */
  overtaken(fields: PostedFields): ShownAgain {
    return {
      fields: without(fields, ['revision']),
      problems: [
        {
          text: 'Somebody wrote something after you opened this page. What you wrote is kept: read what is new, and send it again',
          field: '',
        },
      ],
    };
  }
}
