import {
  EXCEPTION_RULING_NAMES,
  namePoint,
  POINT_NUMBERS,
  RELATION_NAMES,
  REVIEW_DEPTH_NAMES,
  STATE_NAMES,
  VERDICT_NAMES,
} from '#domain';
import { DATE_PARTS, heldIn, type PostedFields } from '../forms/posted-form.js';

/** Something that was written in a form which cannot be sent any more, as its reader knows it. */
export interface WrittenAnswer {
  readonly label: string;
  readonly value: string;
}

/** Names of what a form let choose by an id: reviewers, targets, ratings, legacy exceptions. */
export type NamesOfChoices = ReadonlyMap<string, string>;

/** Words for what is sent as a code, by the name of the field and the code. In maps: whoever sends a form names its fields. */
type WordsOfCodes = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What the fields of other forms than those of a review are called, and what is sent as a code in them. */
export interface FormWords {
  readonly labels: ReadonlyMap<string, string>;
  /** Boxes that are repeated, by their name before the dash and the number. */
  readonly rows: ReadonlyMap<string, string>;
  readonly codes: WordsOfCodes;
}

/** Of a form with no words of its own, as those of a review are. */
export const NO_WORDS: FormWords = { labels: new Map(), rows: new Map(), codes: new Map() };

/** A table as a map, which has nothing but what is written in it. */
export function mapOf<Value>(table: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(table));
}

/** Fields that carry nothing anybody wrote or chose. */
const CARRIED =
  /^(_.*|revision|version|sequence(-.*)?|has|do|then|chosen|shownAt|conditionCount|supersedes|seen|from|component-\d+)$/;

/** What fields of one name are called, wherever in the review they stand. */
const LABELS = mapOf({
  approvedPence: 'Approved amount',
  reason: 'Reason',
  outcome: 'Outcome',
  reviewerId: 'Reviewer',
  target: 'Target',
  days: 'Days more',
  dueOn: 'New due date',
  kind: 'How the cases are related',
  relatedReference: 'Reference of the other case',
  points: 'Points asked about',
  verdict: 'How far the point is met',
  explanation: 'Explanation',
  comment: 'Comment',
  rating: 'Rating',
  'rating-reason': 'Reason for the rating',
  depth: 'Depth',
  'depth-reason': 'Reason for the depth',
  'call-in-reason': 'Why GDS Assurance takes the case',
  'close-reason': 'Why the spending needs no approval',
});

/** Parts of a condition, after `condition-<number>-`. */
const CONDITION_LABELS = mapOf({
  text: 'what must be done',
  point: 'the point it makes good',
  ownerName: 'name of its owner',
  ownerEmail: 'email address of its owner',
  dueOn: 'when it must be met',
});

/** Words for what is sent as a code, by the name of the field. */
const CODES: WordsOfCodes = new Map([
  ['outcome', mapOf(STATE_NAMES)],
  ['verdict', mapOf(VERDICT_NAMES)],
  ['depth', mapOf(REVIEW_DEPTH_NAMES)],
  ['ruling', mapOf(EXCEPTION_RULING_NAMES)],
]);

const RELATIONS = mapOf(RELATION_NAMES);

/** The point of a number out of a form; what was sent where there is no such point. */
function pointIn(text: string): string {
  const number = POINT_NUMBERS.find((one) => String(one) === text);
  return number === undefined ? text : namePoint(number);
}

/** A name with a number behind it, as repeated boxes have: the name, and the number from 1. */
function rowOf(name: string): readonly [string, string] {
  const [, row = '', index = ''] = /^([a-zA-Z]+)-(\d+)$/.exec(name) ?? [];
  return [row, index === '' ? '' : String(Number(index) + 1)];
}

function labelOf(name: string, names: NamesOfChoices, words: FormWords): string {
  const given = words.labels.get(name);
  if (given !== undefined) return given;
  const [row, count] = rowOf(name);
  const repeated = words.rows.get(row);
  if (repeated !== undefined) return `${repeated.charAt(0).toUpperCase()}${repeated.slice(1)} ${count}`;
  const [, number = '', part = ''] = /^condition-(\d+)-(\w+)$/.exec(name) ?? [];
  if (part !== '') return `Condition ${number}: ${CONDITION_LABELS.get(part) ?? part}`;
  const own = LABELS.get(name);
  if (own !== undefined) return own;
  const [, kind = '', of = ''] = /^(\w+?)-(.+)$/.exec(name) ?? [];
  const exception = names.get(of) ?? 'the legacy exception';
  switch (kind) {
    case 'question':
      return `Question about ${pointIn(of)}`;
    case 'override':
      return `Why to approve although ${pointIn(of)} is not met`;
    case 'ruling':
      return `Ruling on ${exception}`;
    case 'reason':
      return `Reason for the ruling on ${exception}`;
    default:
      return name;
  }
}

function valueOf(name: string, value: string, names: NamesOfChoices, words: FormWords): string {
  const given = (words.codes.get(name) ?? words.codes.get(rowOf(name)[0]))?.get(value);
  if (given !== undefined) return given;
  if (name === 'points' || /^condition-\d+-point$/.test(name)) return pointIn(value);
  if (name === 'approvedPence') return value.startsWith('£') ? value : `£${value}`;
  if (name === 'kind') {
    const relation = RELATIONS.get(value);
    return relation === undefined ? value : `This case ${relation} the other`;
  }
  const codes = CODES.get(name.startsWith('ruling-') ? 'ruling' : name);
  return codes?.get(value) ?? names.get(value) ?? value;
}

/** Fields with the boxes of a date made one, where its first box stood. */
function withWholeDates(fields: PostedFields): readonly (readonly [string, string])[] {
  return Object.entries(fields).flatMap(([name, value]): (readonly [string, string])[] => {
    const [, date, part] = /^(.+)-(day|month|year)$/.exec(name) ?? [];
    if (date === undefined || part === undefined) return [value].flat().map((one) => [name, one] as const);
    const boxes = DATE_PARTS.filter((one) => Object.hasOwn(fields, `${date}-${one}`));
    if (part !== boxes[0]) return [];
    return [[date, boxes.map((one) => heldIn(fields, `${date}-${one}`).trim()).join(' ')]];
  });
}

/**
 * Everything that was written or chosen in a form of a review, in the order of the form, each with what it answers. No
 * field is left out: one that has no label of its own is given back under its name.
 * @param words of the form, where it is none of a review
 */
export function writtenAnswers(
  fields: PostedFields,
  names: NamesOfChoices = new Map(),
  words: FormWords = NO_WORDS,
): readonly WrittenAnswer[] {
  const byLabel = new Map<string, string[]>();
  for (const [name, value] of withWholeDates(fields)) {
    if (CARRIED.test(name) || value.trim() === '') continue;
    const label = labelOf(name, names, words);
    const said = valueOf(name, value.trim(), names, words);
    const values = byLabel.get(label);
    if (values === undefined) byLabel.set(label, [said]);
    else values.push(said);
  }
  return [...byLabel].map(([label, values]) => ({ label, value: values.join('\n') }));
}
