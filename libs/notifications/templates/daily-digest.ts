import { NOTICE_EVENTS, type NoticeEvent } from '#domain';
import { counted, formatDay, formatDayOf } from './days-in-words.js';
import { caseLink, NEXT_STEP, shortSubject, type Letter } from './letter.js';
import { NOTICE_TEMPLATES } from './notice-templates.js';
import { readNoticeParameters, type NoticeParameters } from './notice-parameters.js';
import { matchedCases, readSearchMatched, searchHeadline } from './search-matched.js';
import { isStored, line, lineOrNull, list, needed, optional } from './stored-values.js';

/** One email that was held, read so far that a few lines can be written of it. */
type Item = NoticeItem | SearchItem | UnreadableItem;

interface NoticeItem {
  readonly kind: 'notice';
  readonly at: Date;
  readonly event: NoticeEvent;
  readonly parameters: NoticeParameters;
}

interface SearchItem {
  readonly kind: 'search';
  readonly headline: string;
  readonly cases: readonly string[];
}

/** Parameters that cannot be used must not keep the reader from the rest. */
interface UnreadableItem {
  readonly kind: 'unreadable';
  readonly reference: string | null;
}

/** What happened in one case since the last digest. */
interface CaseGroup {
  readonly reference: string;
  readonly items: readonly NoticeItem[];
}

/**
 * Everything that was held for a reader, in one email: grouped by case, what is newest last.
 *
 * @param stored `{day, items: [{template, at, parameters}]}` in the order it happened; `day` a London date, `at` an
 *   instant, `parameters` those of the email that was held
 * @throws TypeError when the digest itself is not whole; of an item that is not, the digest says that much
 */
export function dailyDigest(stored: unknown, publicUrl: string): Letter {
  if (!isStored(stored)) throw new TypeError('The parameters of the email are not an object');
  const day = formatDay(line(needed(stored, 'day')));
  const items = list(stored['items']).map((item) => readItem(item, publicUrl));
  const notices = items.filter((item) => item.kind === 'notice');
  const groups = byCase(notices);
  const sections = [
    ...groups.map((group) => caseSection(group, publicUrl)),
    ...items.filter((item) => item.kind === 'search').map(searchSection),
    ...items.filter((item) => item.kind === 'unreadable').map((item) => unreadableSection(item, publicUrl)),
  ];
  const demonstration = notices.length > 0 && notices.length === items.length && notices.every(isSynthetic);
  const body = [
    demonstration ? 'This is demonstration data, none of it a real decision.' : null,
    `${counted(items.length, 'thing')} happened that you are told of, newest last within each case. What could not wait was sent to you at once and is not repeated here.`,
    ...sections,
    ...(notices.some(({ parameters }) => parameters.marking === 'OFFICIAL-SENSITIVE')
      ? ['Marking of this email: OFFICIAL-SENSITIVE']
      : []),
    'You get this email because you prefer a daily digest. You can change that in your email preference.',
  ].filter((paragraph) => paragraph !== null);
  const about = groups.length === 0 ? '' : ` about ${counted(groups.length, 'case')}`;
  const mark = demonstration ? ' (demonstration data)' : '';
  return {
    subject: shortSubject(line(`Your digest of ${day}: ${counted(items.length, 'notice')}${about}${mark}`)),
    body: `${body.join('\n\n')}\n`,
  };
}

function readItem(stored: unknown, publicUrl: string): Item {
  try {
    return readWholeItem(stored, publicUrl);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const parameters = isStored(stored) ? stored['parameters'] : null;
    return {
      kind: 'unreadable',
      reference: isStored(parameters) ? lineOrNull(optional(parameters, 'reference')) : null,
    };
  }
}

function readWholeItem(stored: unknown, publicUrl: string): NoticeItem | SearchItem {
  if (!isStored(stored)) throw new TypeError('The digest has an item that is not an object');
  const { template, parameters } = stored;
  if (template === 'search-matched') {
    const read = readSearchMatched(parameters);
    return { kind: 'search', headline: searchHeadline(read), cases: matchedCases(read, publicUrl) };
  }
  const event = NOTICE_EVENTS.find((known) => known === template);
  const at = new Date(needed(stored, 'at'));
  if (event === undefined || Number.isNaN(at.getTime()))
    throw new TypeError('The digest has an item without a known template or without an instant');
  return { kind: 'notice', at, event, parameters: readNoticeParameters(parameters) };
}

/** By case; the case something happened in last comes last. */
function byCase(items: readonly NoticeItem[]): readonly CaseGroup[] {
  const groups = new Map<string, NoticeItem[]>();
  for (const item of items) {
    const { reference } = item.parameters;
    const before = groups.get(reference) ?? [];
    // Put in anew, at the end: items come in the order they happened.
    groups.delete(reference);
    groups.set(reference, [...before, item]);
  }
  return [...groups].map(([reference, ofCase]) => ({ reference, items: ofCase }));
}

function isSynthetic({ parameters }: NoticeItem): boolean {
  return parameters.synthetic;
}

function caseSection({ reference, items }: CaseGroup, publicUrl: string): string {
  const latest = items.at(-1)?.parameters;
  const mark = items.some(isSynthetic) ? ' (demonstration data)' : '';
  return [
    `${reference}, ${latest?.title ?? ''}${mark}`,
    `Organisation: ${latest?.organisation ?? ''}`,
    ...(latest?.marking == null ? [] : [`Marking: ${latest.marking}`]),
    ...items.flatMap(linesOf),
    `Status then: ${latest?.state ?? ''}`,
    caseLink(publicUrl, reference),
  ].join('\n');
}

function linesOf({ at, event, parameters }: NoticeItem): readonly string[] {
  const { headline, paragraphs } = NOTICE_TEMPLATES[event](parameters);
  const next = paragraphs.find((paragraph) => paragraph?.startsWith(NEXT_STEP) === true);
  return [
    line(`${formatDayOf(at)}: ${headline}`),
    ...(next == null ? [] : [`What to do: ${next.slice(NEXT_STEP.length)}`]),
  ];
}

function searchSection({ headline, cases }: SearchItem): string {
  return [headline, ...cases].join('\n\n');
}

function unreadableSection({ reference }: UnreadableItem, publicUrl: string): string {
  return reference === null
    ? 'One more thing happened that could not be written here. Look through your cases.'
    : `One more thing happened that could not be written here. Look at the case ${reference}:\n${caseLink(publicUrl, reference)}`;
}
