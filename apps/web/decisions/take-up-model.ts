import type { HistoryPage } from '#audit';
import {
  formatPounds,
  historyQuestion,
  pence,
  type CasesAndMoney,
  type FilterName,
  type HistoryQuestion,
  type PairInTouch,
  type TakeUp,
} from '#domain';
import { pairPath } from '../likeness/pair-model.js';
import type { ShownProblem } from '../forms/form-problems.js';
import type { PostedFields } from '../forms/posted-form.js';
import type { PageModel } from '../server/page.js';
import { filterGroups } from './filter-form.js';
import type { FilterOptions } from './filter-options.js';
import { filterTags } from './filter-tags.js';
import { answerAddress, TAKE_UP_PATH, withQuery, type GivenFilters } from './history-address.js';

const QUESTION = historyQuestion('components');
const NARROWED_HERE: readonly FilterName[] = ['from', 'to', 'organisation', 'children', 'component'];

/** The question with the filters its take-up is narrowed by; the rows have more of them. */
export const TAKE_UP_FORM: HistoryQuestion = { ...QUESTION, filters: NARROWED_HERE };

/** Filters that were set on the rows, which stay when the take-up is narrowed. */
export function narrowedElsewhere(given: GivenFilters): GivenFilters {
  return Object.fromEntries(
    Object.entries(given).filter(([name]) => !NARROWED_HERE.includes(name as FilterName)),
  );
}

/** Filter of the take-up, and what is asked. */
export function takeUpAsking(
  given: GivenFilters,
  fields: PostedFields,
  problems: readonly ShownProblem[],
  options: FilterOptions,
): PageModel {
  return {
    fields: filterGroups(TAKE_UP_FORM, fields, options).flatMap((group) => group.fields),
    // Taken away one by one on this page, not on that of the rows.
    tags:
      problems.length > 0
        ? []
        : filterTags(QUESTION, given, options, (left) => withQuery(TAKE_UP_PATH, left)),
    kept: Object.entries(narrowedElsewhere(given)).map(([name, value]) => ({ name, value })),
    rowsHref: answerAddress(QUESTION.name, problems.length > 0 ? {} : given),
    action: `${TAKE_UP_PATH}/narrow`,
    clearHref: TAKE_UP_PATH,
    problems,
  };
}

/** The figures, and what lies behind each. @param notUsed the latest answers “not used”; `null` where they are not asked for */
export function takeUpModel(found: TakeUp, notUsed: HistoryPage | null, given: GivenFilters): PageModel {
  const { asked, reuse, none, inTouch } = found;
  return {
    asked: { ...figureOf(asked), href: answerAddress(QUESTION.name, given) },
    reuse: { ...figureOf(reuse), href: answerAddress(QUESTION.name, { ...given, kinds: 'used,planned' }) },
    usingNone: { ...figureOf(none), href: answerAddress(QUESTION.name, { ...given, kinds: 'not-used' }) },
    components: found.components.map(({ component, name, ...of }) => ({
      name,
      asked: { ...figureOf(of.asked), href: hrefOf(given, component) },
      used: { ...figureOf(of.used), href: hrefOf(given, component, 'used') },
      planned: { ...figureOf(of.planned), href: hrefOf(given, component, 'planned') },
      notUsed: { ...figureOf(of.notUsed), href: hrefOf(given, component, 'not-used') },
    })),
    reasons: notUsed === null ? [] : (JSON.parse(notUsed.items) as readonly NotUsed[]),
    moreReasonsHref:
      notUsed?.next == null ? null : answerAddress(QUESTION.name, { ...given, kinds: 'not-used' }),
    inTouch:
      inTouch === null
        ? null
        : {
            pairs: inTouch.pairs,
            money: formatPounds(pence(inTouch.lesserPence)),
            latest: inTouch.latest.map(pairOf),
          },
  };
}

interface NotUsed {
  readonly reference: string;
  readonly title: string;
  readonly organisation: string;
  readonly componentName: string;
  readonly useReason: string | null;
}

function pairOf({ one, other, at, lesserPence }: PairInTouch): object {
  return {
    one,
    other,
    at,
    money: lesserPence === null ? '' : formatPounds(pence(lesserPence)),
    href: pairPath(one.reference, other.reference),
  };
}

/** The rows behind a figure. */
function hrefOf(given: GivenFilters, component: string, kinds?: string): string {
  return answerAddress(QUESTION.name, { ...given, component, ...(kinds === undefined ? {} : { kinds }) });
}

function figureOf({ cases, requestedPence }: CasesAndMoney): {
  readonly cases: number;
  readonly money: string;
} {
  return { cases, money: formatPounds(pence(requestedPence)) };
}
