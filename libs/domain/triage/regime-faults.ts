import { isIsoDate } from '../case/dates.js';
import { ruleFor } from '../lifecycle/actions.js';
import type { Condition } from './condition.js';
import type {
  QuestionSet,
  RatingQuestion,
  RatingScheme,
  Regime,
  Route,
  StrategicCommitments,
  Thresholds,
} from './regime.js';
import type { Turnaround } from '../working-time/turnaround.js';

/** What is wrong, after where: a JSON pointer and a sentence without a full stop. */
function fault(at: string, says: string): string {
  return `${at}: ${says}`;
}

function repeated(at: string, ids: readonly string[]): readonly string[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [fault(`${at}/${index}/id`, `“${id}” is there already`)],
  );
}

/** Dates of different precision are compared as far as both go. */
function isBackwards(from: string, to: string | null): boolean {
  if (to === null) return false;
  const length = Math.min(from.length, to.length);
  return to.slice(0, length) < from.slice(0, length);
}

const WHOLE_DATE = 10;

function datesOf(at: string, dates: { readonly validFrom: string; readonly validTo: string | null }) {
  const { validFrom, validTo } = dates;
  const impossible = Object.entries({ validFrom, validTo }).flatMap(([name, date]) =>
    date?.length === WHOLE_DATE && !isIsoDate(date)
      ? [fault(`${at}/${name}`, `${date} is not a date there is`)]
      : [],
  );
  return isBackwards(validFrom, validTo)
    ? [...impossible, fault(`${at}/validTo`, 'It ends before it begins')]
    : impossible;
}

function levelsIn(at: string, levels: readonly string[], scheme: RatingScheme): readonly string[] {
  return levels
    .filter((level) => !scheme.levels.some(({ id }) => id === level))
    .map((level) => fault(at, `“${level}” is not one of the levels`));
}

function condition(at: string, when: Condition, rating: Regime['rating']): readonly string[] {
  switch (when.kind) {
    case 'rating':
      return rating === 'not-known'
        ? [fault(at, 'The regime has no rating this could look at')]
        : levelsIn(`${at}/levels`, when.levels, rating);
    case 'earned-autonomy':
      return rating === 'not-known' ? [fault(at, 'The regime has no rating this could look at')] : [];
    case 'all':
    case 'any':
      return when.of.flatMap((one, index) => condition(`${at}/of/${index}`, one, rating));
    case 'always':
    case 'flag':
    case 'category':
    case 'over':
      return [];
  }
}

function incomplete(
  at: string,
  { complete, note }: { readonly complete: boolean; readonly note?: string },
  count: number,
): readonly string[] {
  if (complete) return count > 0 ? [] : [fault(`${at}/complete`, 'There is nothing that could be complete')];
  return note === undefined ? [fault(at, 'Say in a note what is not known, because it is not complete')] : [];
}

function thresholdFaults({ scoped, otherwise }: Thresholds): readonly string[] {
  return scoped.flatMap(({ thresholdPence, measure }, index) =>
    measure === otherwise.measure && thresholdPence >= otherwise.thresholdPence
      ? [
          fault(
            `/thresholds/scoped/${index}/thresholdPence`,
            'It never counts: the lowest that applies does, and that for everything else is no higher',
          ),
        ]
      : [],
  );
}

function questionFaults(at: string, question: RatingQuestion, scheme: RatingScheme): readonly string[] {
  const { options, workedOutFrom } = question;
  const limits = options.map(({ upToPence }) => upToPence);
  const last = limits.length - 1;
  const bands =
    workedOutFrom === undefined
      ? limits.flatMap((limit, index) =>
          limit === undefined
            ? []
            : [fault(`${at}/options/${index}/upToPence`, 'Somebody answers this, so it has no amounts')],
        )
      : limits.flatMap((limit, index) => {
          const here = `${at}/options/${index}/upToPence`;
          if (index === last) return limit === null ? [] : [fault(here, 'The last option must be null')];
          if (typeof limit !== 'number') return [fault(here, 'Only the last option has no largest amount')];
          const before = limits[index - 1];
          return typeof before === 'number' && limit <= before
            ? [fault(here, 'Amounts must ascend from option to option')]
            : [];
        });
  return [
    ...repeated(
      `${at}/options`,
      options.map(({ id }) => id),
    ),
    ...options.flatMap(({ level }, index) => levelsIn(`${at}/options/${index}/level`, [level], scheme)),
    ...bands,
  ];
}

function combinationFaults({ combination, ...scheme }: RatingScheme): readonly string[] {
  if (combination.kind === 'highest-answer') return [];
  const at = '/rating/combination';
  const { scores, bands } = combination;
  const levels = scheme.levels.map(({ id }) => id);
  const top = levels.at(-1);
  const unscored = levels.filter((level) => level !== top && !Object.hasOwn(scores, level));
  return [
    ...Object.keys(scores).flatMap((level) =>
      levelsIn(`${at}/scores/${level}`, [level], { combination, ...scheme }),
    ),
    ...unscored.map((level) => fault(`${at}/scores`, `“${level}” has no score`)),
    ...(top !== undefined && Object.hasOwn(scores, top)
      ? [fault(`${at}/scores/${top}`, 'The top level has no score: one such answer makes the whole')]
      : []),
    ...bands.flatMap(({ upTo, level }, index) => {
      const here = `${at}/bands/${index}`;
      const before = bands[index - 1];
      const isLast = index === bands.length - 1;
      return [
        ...levelsIn(`${here}/level`, [level], { combination, ...scheme }),
        ...(isLast === (upTo === null)
          ? []
          : [fault(`${here}/upTo`, 'The last band, and no other, must be null')]),
        ...(typeof upTo === 'number' && typeof before?.upTo === 'number' && upTo <= before.upTo
          ? [fault(`${here}/upTo`, 'Bands must ascend')]
          : []),
        ...(before !== undefined && levels.indexOf(level) < levels.indexOf(before.level)
          ? [fault(`${here}/level`, 'A higher sum must not make a lower level')]
          : []),
      ];
    }),
  ];
}

function overlap(one: QuestionSet, other: QuestionSet): boolean {
  const { validTo: end } = one;
  const { validTo: otherEnd } = other;
  return (
    one.categories.some((category) => other.categories.includes(category)) &&
    (otherEnd === null || one.validFrom <= otherEnd) &&
    (end === null || other.validFrom <= end)
  );
}

function ratingFaults(scheme: RatingScheme): readonly string[] {
  const { levels, questionSets } = scheme;
  return [
    ...repeated(
      '/rating/levels',
      levels.map(({ id }) => id),
    ),
    ...combinationFaults(scheme),
    ...repeated(
      '/rating/questionSets',
      questionSets.map(({ id }) => id),
    ),
    ...questionSets.flatMap((set, index) => {
      const at = `/rating/questionSets/${index}`;
      return [
        ...datesOf(at, set),
        ...incomplete(at, set, set.questions.length),
        ...questionSets
          .slice(0, index)
          .filter((earlier) => overlap(earlier, set))
          .map(({ id }) =>
            fault(at, `For some category and day both “${set.id}” and “${id}” would be asked`),
          ),
        ...repeated(
          `${at}/questions`,
          set.questions.map(({ id }) => id),
        ),
        ...set.questions.flatMap((question, number) =>
          questionFaults(`${at}/questions/${number}`, question, scheme),
        ),
      ];
    }),
  ];
}

function commitmentFaults(asked: StrategicCommitments, rating: Regime['rating']): readonly string[] {
  const at = '/strategicCommitments';
  return [
    ...condition(`${at}/askedWhen`, asked.askedWhen, rating),
    ...incomplete(at, asked, asked.commitments.length),
    ...repeated(
      `${at}/commitments`,
      asked.commitments.map(({ id }) => id),
    ),
  ];
}

/** A route names the roles the lifecycle lets do the work; any others would promise what the service does not do. */
function rolesOf({ assuredBy, roles }: Route, index: number): readonly string[] {
  const [assuring, deciding] =
    assuredBy === 'department'
      ? ([ruleFor('record-departmental-assurance'), ruleFor('record-departmental-assurance')] as const)
      : ([ruleFor('recommend'), ruleFor('approve')] as const);
  const at = `/routing/routes/${index}/roles`;
  return [
    ...(assuring.roles.includes(roles.assures)
      ? []
      : [fault(`${at}/assures`, `The role “${roles.assures}” cannot ${assuring.name}`)]),
    ...(deciding.roles.includes(roles.decides)
      ? []
      : [fault(`${at}/decides`, `The role “${roles.decides}” cannot ${deciding.name}`)]),
  ];
}

function routingFaults({ routing, rating }: Regime): readonly string[] {
  const { routes, rules, otherwise } = routing;
  const named = [
    ...rules.map(({ route }, index) => ({ at: `/routing/rules/${index}/route`, route })),
    { at: '/routing/otherwise/route', route: otherwise.route },
  ];
  return [
    ...repeated(
      '/routing/routes',
      routes.map(({ id }) => id),
    ),
    ...routes.flatMap(rolesOf),
    ...rules.flatMap(({ when }, index) => condition(`/routing/rules/${index}/when`, when, rating)),
    ...named
      .filter(({ route }) => !routes.some(({ id }) => id === route))
      .map(({ at, route }) => fault(at, `“${route}” is not one of the routes`)),
  ];
}

function turnaroundFaults({ stoppedBy, resumedBy, targets }: Turnaround): readonly string[] {
  return [
    ...(stoppedBy.length > 0 && resumedBy.length === 0
      ? [fault('/turnaround/resumedBy', 'Nothing starts the clock again that something stops')]
      : []),
    ...stoppedBy
      .filter((moment) => resumedBy.includes(moment))
      .map((moment) =>
        fault('/turnaround/resumedBy', `“${moment}” cannot both stop the clock and resume it`),
      ),
    ...repeated(
      '/turnaround/targets',
      targets.map(({ id }) => id),
    ),
    ...targets.flatMap(({ days, warnDaysBefore }, index) =>
      warnDaysBefore >= days
        ? [
            fault(
              `/turnaround/targets/${index}/warnDaysBefore`,
              'The warning would come before the time begins',
            ),
          ]
        : [],
    ),
  ];
}

/** Nothing where a part is not known, which is never a fault. */
function ifKnown<T>(part: T | 'not-known', faults: (part: T) => readonly string[]): readonly string[] {
  return part === 'not-known' ? [] : faults(part);
}

/**
 * What is wrong with a regime that has the right shape: what it names and does not have, what is there twice, what
 * runs backwards or overlaps, what could never happen.
 * @returns every fault as a JSON pointer and a sentence; empty when the regime is sound
 */
export function faultsOfRegime(regime: Regime): readonly string[] {
  const { rating, furtherSteps } = regime;
  return [
    ...datesOf('', regime),
    ...ifKnown(regime.thresholds, thresholdFaults),
    ...ifKnown(rating, ratingFaults),
    ...ifKnown(regime.strategicCommitments, (asked) => commitmentFaults(asked, rating)),
    ...routingFaults(regime),
    ...ifKnown(furtherSteps, (steps) =>
      steps.flatMap(({ when }, index) => condition(`/furtherSteps/${index}/when`, when, rating)),
    ),
    ...ifKnown(regime.turnaround, turnaroundFaults),
  ];
}
