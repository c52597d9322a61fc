import { codePoint, type Recipient } from '#domain';
import { line, type AskedPoint, type NoticeParameters, type ToldCondition } from './notice-parameters.js';

/** An email's words. */
export interface Letter {
  /** One line, beginning with the case's reference. */
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
  'assurance-inbox': 'it goes to the GDS Assurance team',
  'named-reviewer': 'you are the reviewer named on this case',
  deciders: 'you are a GDS Assurance decider',
  'senior-responsible-owner': 'the case names you as its senior responsible owner',
  'condition-owner': 'you own a condition of this case',
};

/** The parts played by people who need not have an account. */
const MAY_LACK_ACCOUNT: ReadonlySet<Recipient> = new Set(['senior-responsible-owner', 'condition-owner']);

/** Puts a template's words into the frame every email has. */
export function composeLetter(message: Message, parameters: NoticeParameters, publicUrl: string): Letter {
  const { reference, title, organisation, state, recipientPart } = parameters;
  const mark = parameters.synthetic ? ' (demonstration data)' : '';
  const subject = line(`${reference}: ${message.headline}${mark}`);
  const link = `${publicUrl}/cases/${encodeURIComponent(reference)}`;
  const body = [
    parameters.synthetic ? 'This is demonstration data, not a real decision.' : null,
    ...message.paragraphs.filter((paragraph) => paragraph !== null),
    [
      ...(parameters.marking === null ? [] : [`Marking: ${parameters.marking}`]),
      `Case: ${reference}, ${title}`,
      `Organisation: ${organisation}`,
      `Status: ${state}`,
    ].join('\n'),
    `See the case:\n${link}`,
    MAY_LACK_ACCOUNT.has(recipientPart)
      ? 'If you cannot sign in, ask your department’s digital spend team for the details.'
      : null,
    `You get this email because ${WHY_YOU[recipientPart]}.`,
  ].filter((paragraph) => paragraph !== null);
  return {
    subject: shorten(subject, LONGEST_SUBJECT),
    body: `${body.join('\n\n')}\n`,
  };
}

/** At most so many characters, and never half of one. */
function shorten(text: string, longest: number): string {
  return text.length <= longest ? text : text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
}

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

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `2027-01-31` as people read it, `31 January 2027`; anything that is not such a date stays as it is. */
export function formatDay(isoDate: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate) ?? [];
  const name = MONTHS[Number(month) - 1];
  return year === undefined || name === undefined ? isoDate : `${Number(day)} ${name} ${year}`;
}
