import { lastChangeOf, standingOfAnswer, type AnswerStanding, type SavedRevision } from '#domain';
import type { Answer } from '../../request/answer.js';
import { show, type PageAnswer } from '../../server/page.js';
import type { ShownProblem } from '../form-problems.js';
import { heldIn, type PostedFields } from '../posted-form.js';
import { CHANGE_AGAIN } from '../take-form.js';
import { boxesOf, carriedBoxes } from './answer-boxes.js';
import { choiceOf, MERGE } from './settle.js';

/** Who saved something, and when, UTC. */
export interface SavedBy {
  readonly actor: { readonly name: string } | null;
  readonly occurredAt: string;
}

/** Two people wrote the same form: all that is needed to put both together, answer by answer. */
export interface Overtaken<Value> {
  /** What the form is about: “Point 3: Be open and use open source”. */
  readonly about: string;
  /** Where the form is sent to. */
  readonly action: string;
  /** Where to go to leave what is there. */
  readonly keepTheirs: string;
  /** Revision of what is there now, by which it can be written over knowingly. */
  readonly revision: number;
  /** Every saved state, oldest first. */
  readonly revisions: readonly SavedRevision<Value, SavedBy>[];
  /** The answers of a saved state. */
  readonly said: (value: Value) => readonly Answer[];
  /** The answers as the reader wrote them. */
  readonly mine: readonly Answer[];
  /** The answers as they are saved now. */
  readonly theirs: readonly Answer[];
  /** What a form opened now would hold. */
  readonly theirBoxes: PostedFields;
  /** What else the reader wrote that is no answer of the form, such as words to a reviewer. */
  readonly besides?: readonly Pick<Answer, 'label' | 'text'>[];
  /** Files that came with the form and are attached already. */
  readonly attached?: string | null;
}

/** One answer as the page that merges shows it. */
interface MergedAnswer {
  readonly field: string;
  readonly label: string;
  readonly standing: AnswerStanding;
  readonly base: string | null;
  readonly mine: string;
  readonly theirs: string;
  /** Who changed it last since the form was opened. */
  readonly by: { readonly name: string; readonly at: string } | null;
  readonly chosen: string | null;
}

function textIn(answers: readonly Answer[] | undefined, field: string): string {
  return answers?.find((answer) => answer.field === field)?.text ?? '';
}

function named({ actor, occurredAt }: SavedBy): { readonly name: string; readonly at: string } {
  return { name: actor?.name ?? 'The service', at: occurredAt };
}

/** The revision a form was opened at: before either wrote. */
function baseOf(fields: PostedFields): number {
  return Number(heldIn(fields, MERGE.base) || heldIn(fields, 'revision') || -1);
}

function mergedAnswers<Value>(
  { revisions, said, mine, theirs }: Overtaken<Value>,
  fields: PostedFields,
): readonly MergedAnswer[] {
  const base = baseOf(fields);
  const before = revisions.find(({ revision }) => revision === base);
  // Revision 0 is what nobody had saved anything of: nothing was answered.
  const answersBefore = base === 0 ? [] : before === undefined ? null : said(before.value);
  const asked = new Map([...theirs, ...mine].map(({ field, label }) => [field, label]));
  return [...asked].map(([field, label]) => {
    const thrice = {
      base: answersBefore === null ? null : textIn(answersBefore, field),
      mine: textIn(mine, field),
      theirs: textIn(theirs, field),
    };
    const change = lastChangeOf(revisions, base, (value) =>
      value === null ? '' : textIn(said(value), field),
    );
    return {
      field,
      label,
      standing: standingOfAnswer(thrice),
      ...thrice,
      by: change === null ? null : named(change.event),
      chosen: choiceOf(fields, field),
    };
  });
}

/** What the form carries on: everything the reader wrote, and what the other person wrote of what both could. */
function carried(fields: PostedFields, answers: readonly MergedAnswer[], theirBoxes: PostedFields) {
  const own = Object.fromEntries(
    Object.entries(fields).filter(
      ([name]) => (!name.startsWith('_') || name === '_then') && name !== 'revision',
    ),
  );
  const theirs = answers.flatMap(({ field }) =>
    Object.entries(boxesOf(theirBoxes, field)).map(([box, value]) => [`${MERGE.theirs}${box}`, value]),
  );
  return carriedBoxes({
    ...own,
    ...(Object.fromEntries(theirs) as PostedFields),
    [MERGE.base]: String(baseOf(fields)),
    [MERGE.answers]: answers.map(({ field }) => field),
    ...Object.fromEntries(
      answers
        .filter(({ standing }) => standing === 'theirs')
        .map(({ field }) => [`${MERGE.keep}${field}`, 'theirs']),
    ),
    ...Object.fromEntries(
      answers.flatMap(({ field, by }) => (by === null ? [] : [[`${MERGE.by}${field}`, by.name]])),
    ),
  });
}

/**
 * The page that tells who was overtaken what happened, answer by answer: what only one of both changed is put together
 * by itself and told, and what both changed they choose about. Nothing is saved before they have seen it. Status 409.
 * @param isAnsweredTo whether this page was answered without choosing about everything
 */
export function mergePage<Value>(
  overtaken: Overtaken<Value>,
  fields: PostedFields,
  once: string,
  isAnsweredTo: boolean,
): PageAnswer {
  const { revisions, theirBoxes, besides = [], ...rest } = overtaken;
  const answers = mergedAnswers(overtaken, fields);
  const of = (standing: AnswerStanding) => answers.filter((answer) => answer.standing === standing);
  const disputed = of('disputed');
  const problems: readonly ShownProblem[] = isAnsweredTo
    ? disputed
        .filter(({ chosen }) => chosen === null)
        .map(({ field, label }) => ({
          text: `Choose what to keep of “${label}”`,
          href: `#keep-${field}`,
          field: `${MERGE.keep}${field}`,
        }))
    : [];
  const latest = revisions.at(-1);
  return show(
    'forms/merge/merge',
    {
      about: rest.about,
      action: rest.action,
      keepTheirs: rest.keepTheirs,
      revision: rest.revision,
      attached: rest.attached ?? null,
      changed: latest === undefined ? null : named(latest.event),
      disputed,
      theirs: of('theirs'),
      mine: [
        ...of('mine').map(({ label, mine }) => ({ label, text: mine })),
        ...besides.filter(({ text }) => text !== ''),
      ],
      alike: of('alike'),
      carried: carried(fields, [...disputed, ...of('theirs')], theirBoxes),
      keep: MERGE.keep,
      changeAgain: CHANGE_AGAIN,
      problems,
      once,
    },
    409,
  );
}
