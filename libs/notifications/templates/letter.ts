import { codePoint, type Recipient } from '#domain';
import { formatDay, formatDeadline } from './days-in-words.js';
import type { AskedPoint, NoticeParameters, ToldCondition, ToldTarget } from './notice-parameters.js';
import { line } from './stored-values.js';

/** An email's words. */
export interface Letter {
  /** One line; where the email is about one case it begins with the case's reference. */
  readonly subject: string;
  /** Plain text, lines ended by `\n`. */
  readonly body: string;
}

/** What one template says; the frame around it is the same for all. */
export interface Message {
  /** What happened, for the subject line: a few words that follow the reference. */
  readonly headline: string;
  /** Paragraphs: what happened, why, what to do next. Those that are `null` are left out. */
  readonly paragraphs: readonly (string | null)[];
}

/** Words for one event, by the reader's part in the case. */
export type Template = (parameters: NoticeParameters) => Message;

const LONGEST_SUBJECT = 150;

/** Why the reader gets the email; said at its foot. */
const WHY_YOU: Readonly<Record<Recipient, string>> = {
  submitter: 'you created this case or submit for its organisation',
  'assurance-lead': 'you are an assurance lead of this organisation',
  uploader: 'you attached a file to this case',
  'assurance-inbox': 'it goes to the GDS Assurance team',
  'named-reviewer': 'you are the reviewer named on this case',
  deciders: 'you are a GDS Assurance decider',
  'senior-responsible-owner': 'the case names you as its senior responsible owner',
  'condition-owner': 'you own a condition of this case',
  'crown-commercial-service':
    'questions about buying through frameworks are for the Crown Commercial Service',
};

/** Of a question they are told as what they are to it. */
const WHY_YOU_OF_A_QUESTION: Partial<Readonly<Record<Recipient, string>>> = {
  submitter: 'you asked this question or submit for the organisation that asks',
  uploader: 'you attached a file to this question',
  'named-reviewer': 'you have this question in hand',
};

function whyYou({ advice, recipientPart }: NoticeParameters): string {
  return (advice ? WHY_YOU_OF_A_QUESTION[recipientPart] : undefined) ?? WHY_YOU[recipientPart];
}

/** The parts played by people who need not have an account. */
const MAY_LACK_ACCOUNT: ReadonlySet<Recipient> = new Set(['senior-responsible-owner', 'condition-owner']);

/** Those who have no account at all: for them there is nothing to see here. */
const HAS_NO_ACCOUNT: ReadonlySet<Recipient> = new Set(['crown-commercial-service']);

/** Puts a template's words into the frame every email has. */
export function composeLetter(message: Message, parameters: NoticeParameters, publicUrl: string): Letter {
  const { reference, title, organisation, state, recipientPart } = parameters;
  const mark = parameters.synthetic ? ' (demonstration data)' : '';
  const subject = line(`${reference}: ${message.headline}${mark}`);
  const body = [
    parameters.synthetic ? 'This is demonstration data, not a real decision.' : null,
    ...message.paragraphs.filter((paragraph) => paragraph !== null),
    parameters.withheld
      ? 'The question is marked, so nothing that was written stands in this email. Sign in to read it.'
      : null,
    [
      ...(parameters.marking === null ? [] : [`Marking: ${parameters.marking}`]),
      `${parameters.advice ? 'Question' : 'Case'}: ${reference}${parameters.withheld ? '' : `, ${title}`}`,
      `Organisation: ${organisation}`,
      `Status: ${state}`,
    ].join('\n'),
    HAS_NO_ACCOUNT.has(recipientPart)
      ? null
      : parameters.advice
        ? `See the question:\n${adviceLink(publicUrl, reference)}`
        : `See the case:\n${caseLink(publicUrl, reference)}`,
    MAY_LACK_ACCOUNT.has(recipientPart)
      ? 'If you cannot sign in, ask your department’s digital spend team for the details.'
      : null,
    `You get this email because ${whyYou(parameters)}.`,
  ].filter((paragraph) => paragraph !== null);
  return {
    subject: shortSubject(subject),
    body: `${body.join('\n\n')}\n`,
  };
}

/** A subject that fits: at most so many characters, and never half of one. */
export function shortSubject(text: string): string {
  return text.length <= LONGEST_SUBJECT
    ? text
    : text.slice(0, LONGEST_SUBJECT).replace(/[\ud800-\udbff]$/, '');
}

/** Address of a case's page. */
export function caseLink(publicUrl: string, reference: string): string {
  return `${publicUrl}/cases/${encodeURIComponent(reference)}`;
}

/** Address of the page of a request for advice. */
export function adviceLink(publicUrl: string, reference: string): string {
  return `${publicUrl}/advice/${encodeURIComponent(reference)}`;
}

/** How a paragraph begins that says what the reader is to do. */
export const NEXT_STEP = 'What you need to do next: ';

/** The reason somebody gave, under a heading of its own; nothing where none was given. */
export function given(heading: string, text: string | null): string | null {
  return text === null ? null : `${heading}:\n${text}`;
}

/** ` by the GDS Assurance reviewer`, or nothing where the service acted by itself. */
export function byRole({ actorRole }: NoticeParameters): string {
  return actorRole === null ? '' : ` by the ${actorRole}`;
}

/** Each point with the question about it. */
export function questions(points: readonly AskedPoint[]): string | null {
  if (points.length === 0) return null;
  const items = points.map(({ point, question }) =>
    [`Point ${point}, ${codePoint(point).title}`, ...(question === '' ? [] : [question])].join('\n'),
  );
  return `What we need to know, point by point:\n\n${items.join('\n\n')}`;
}

/** Each condition with its owner and when it is due. */
export function conditionList(conditions: readonly ToldCondition[]): string | null {
  if (conditions.length === 0) return null;
  const items = conditions.map(
    ({ number, text, ownerName, dueOn }) =>
      `${number}. ${text}\nOwner: ${ownerName}\nDue: ${formatDay(dueOn)}`,
  );
  return `Conditions:\n\n${items.join('\n\n')}`;
}

/** ` by the end of 4 March 2027`, or nothing where no time is set. */
export function byDeadline(target: ToldTarget | null): string {
  const dueAt = target?.dueAt ?? null;
  return dueAt === null ? '' : ` by ${formatDeadline(dueAt)}`;
}

/** By when GDS Assurance aims to do what; nothing where it was not said. */
export function aim(target: ToldTarget | null): string | null {
  return target?.dueAt == null ? null : `GDS Assurance aims to ${target.name}${byDeadline(target)}.`;
}
