import { isOfTheDepartment, NOTHING, refuse, type Guard } from '../lifecycle/guard.js';
import type { CaseState } from '../lifecycle/states.js';
import type { PointNumber, ProtectiveMarking } from '../case/case-content.js';
import { lineTelling, tellingIn, type Telling } from './names-in-text.js';
import { isStricter } from './marking.js';
import { isAdvice, type AdviceMessageKind, type AdviceOutcome } from './advice-words.js';

/** A case a question may be about. */
export interface CaseAskedAbout {
  readonly reference: string;
  readonly state: CaseState;
  readonly organisationId: string;
}

/** What the rules need to know of a request for advice. */
export interface AdviceFacts {
  /** In order. Of a message the service wrote itself nobody is the author. */
  readonly messages: readonly {
    readonly id: string;
    readonly kind: AdviceMessageKind;
    readonly authorId: string | null;
  }[];
  /** Guidance made of its answers, in order. */
  readonly guidance: readonly { readonly id: string; readonly withdrawn: boolean }[];
  /** The point it is about, and the reference of the case; `null` where it is about none. */
  readonly point: PointNumber | null;
  readonly aboutReference: string | null;
  /** What would tell who asked: who wrote in the thread, whose question it is, and the case it is about. */
  readonly telling: Telling;
}

/** What a person asks for of a request for advice, as far as a guard looks at it. Absent parts were not given. */
export interface AdviceRequestPart {
  readonly outcome?: AdviceOutcome | undefined;
  /** Guidance to be published, and what every organisation is called, since no guidance names one. */
  readonly words?: GuidanceWords | undefined;
  /** How the question is to be marked. */
  readonly protectiveMarking?: ProtectiveMarking | undefined;
  /** The case it is to be about, and the point of it; of a case that cannot be seen there is `null`. */
  readonly about?: { readonly case: CaseAskedAbout | null; readonly point: PointNumber | null } | undefined;
  /** Guidance to be withdrawn. */
  readonly guidanceId?: string | undefined;
  /** The message a file is to be attached to. */
  readonly messageId?: string | undefined;
}

const NO_SUCH_CASE = 'Give the reference of a case you can see, like DT-3469-CDFH';
/** Guidance as somebody wants to publish it. */
export interface GuidanceWords {
  readonly title: string;
  readonly body: string;
  readonly organisations: Telling['organisations'];
  /**
   * People of the organisation that asked, and titles of its requests that stand in the words. Which of them was met is not
   * told: a title may be that of a request whoever publishes does not see.
   */
  readonly ofTheOrganisation: Pick<Telling, 'people' | 'titles'>;
}

function has(facts: Parameters<Guard>[0], kind: 'answer' | 'referral'): boolean {
  return facts.advice?.messages.some((message) => message.kind === kind) ?? false;
}

/** What stands in the way of something being done to a request for advice. All of it is this service's own. */
export const ADVICE_GUARDS = {
  'may-leave-the-service': ({ content }) =>
    content.details.protectiveMarking === 'OFFICIAL'
      ? NOTHING
      : refuse(
          'not-ready',
          `The question is marked ${content.details.protectiveMarking}: do not send it by email, and agree with the department how to ask`,
        ),

  'may-be-published': ({ content }) =>
    content.details.protectiveMarking === 'OFFICIAL'
      ? NOTHING
      : refuse(
          'not-ready',
          `The question is marked ${content.details.protectiveMarking}: nothing that was made of it goes to every department`,
        ),

  'marking-is-higher': ({ content }, _actor, { advice }) => {
    const now = content.details.protectiveMarking;
    const asked = advice?.protectiveMarking ?? 'OFFICIAL-SENSITIVE';
    if (isStricter(asked, now)) return NOTHING;
    return asked === now
      ? refuse('not-ready', `The question is marked ${now} already`)
      : refuse(
          'bad-input',
          `A question is never marked lower than it was: it is marked ${now}`,
          '/protectiveMarking',
        );
  },

  'advice-outcome-fits': (facts, _actor, { advice }) => {
    if (advice?.outcome === 'answered' && !has(facts, 'answer'))
      return refuse(
        'bad-input',
        'Nobody has answered yet: answer first, or choose another outcome',
        '/outcome',
      );
    if (advice?.outcome === 'referred' && !has(facts, 'referral'))
      return refuse(
        'bad-input',
        'It was not referred yet: refer it first, or choose another outcome',
        '/outcome',
      );
    return NOTHING;
  },

  'case-fits-the-question': (facts, actor, { advice }) => {
    const known = facts.advice?.aboutReference ?? null;
    // What was advised on a case is not taken from beside it by who asks for its approval.
    if (known !== null && isOfTheDepartment(facts, actor))
      return refuse(
        'not-permitted',
        `The question is about ${known} already: ask GDS Assurance where that is wrong`,
      );
    const about = advice?.about;
    if (about === undefined) return NOTHING;
    if (about.case === null) return refuse('bad-input', NO_SUCH_CASE, '/about');
    if (isAdvice(about.case.state))
      return refuse(
        'bad-input',
        'Name planned spend or a case that asks for money: this is a question itself',
        '/about',
      );
    if (about.case.organisationId !== facts.organisationId)
      return refuse('bad-input', 'Name a case of the organisation that asked', '/about');
    return about.case.reference === known && about.point === facts.advice?.point
      ? refuse('bad-input', 'The question is about that already', '/about')
      : NOTHING;
  },

  'answer-was-given': (facts) =>
    has(facts, 'answer')
      ? NOTHING
      : refuse('not-ready', 'Nobody has answered yet: there is nothing to publish'),

  'guidance-names-nobody': ({ advice: known }, _actor, { advice }) => {
    const words = advice?.words;
    if (words === undefined || known === null) return NOTHING;
    const telling = {
      ...known.telling,
      organisations: [...known.telling.organisations, ...words.organisations],
    };
    return (['title', 'body'] as const).flatMap((part) => {
      const found = tellingIn(words[part], telling);
      if (found.length > 0)
        return refuse(
          'bad-input',
          `Leave out what could tell who asked: take out ${found.map((name) => `“${name}”`).join(' and ')}`,
          `/${part}`,
        );
      const line = lineTelling(words[part], { ...words.ofTheOrganisation, organisations: [] });
      return line === null
        ? NOTHING
        : refuse(
            'bad-input',
            `The text names a person or a request of the organisation that asked: look at line ${String(line)}, and write it so that nobody can tell`,
            `/${part}`,
          );
    });
  },

  'guidance-is-published': ({ advice: known }, _actor, { advice }) => {
    if (advice?.guidanceId === undefined)
      return known?.guidance.some(({ withdrawn }) => !withdrawn)
        ? NOTHING
        : refuse('not-ready', 'No guidance that was made of it is published');
    const found = known?.guidance.find(({ id }) => id === advice.guidanceId);
    return found?.withdrawn === true ? refuse('not-ready', 'This guidance is withdrawn already') : NOTHING;
  },

  'message-is-own': ({ advice: known }, { personId }, { advice }) => {
    const found = known?.messages.find(({ id }) => id === advice?.messageId);
    return found === undefined || found.authorId === personId
      ? NOTHING
      : refuse('not-permitted', 'Only who wrote a message attaches files to it');
  },
} as const satisfies Record<string, Guard>;
