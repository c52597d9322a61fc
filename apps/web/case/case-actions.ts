import {
  isAssuranceRole,
  isDepartmentRole,
  ruleFor,
  whyNotConcluded,
  type ActionOffer,
  type CaseAction,
} from '#domain';
import { ACTION_PAGES, ACTION_PATHS, actionPath, casePath, type ActionPage } from './action-paths.js';
import type { ListedConditionText } from './case-texts.js';
import type { ReaderKind } from './reader.js';

/** A page where the reader can do something. */
export interface OfferedPage {
  readonly text: string;
  readonly href: string;
}

/** What a reader can do with a case now; for onlookers nothing, and nothing that is in the way. */
export interface ReaderActions {
  /** What takes the case on, shown as a button. */
  readonly main: OfferedPage | null;
  readonly others: readonly OfferedPage[];
  readonly notNow: readonly { readonly name: string; readonly why: readonly string[] }[];
}

/** What takes a case on, first what is most likely wanted. */
const MAIN_PAGES: readonly ActionPage[] = [
  'acknowledge',
  'start-review',
  'decide',
  'recommend',
  'assess',
  'begin-request',
  'tasks',
  'check-answers',
];

/** Comments and conditions are acted on where they are shown; for some actions there is no page. */
function isOfferedHere(page: ActionPage | null): page is ActionPage {
  return page !== null && page !== 'comments' && !page.startsWith('conditions/');
}

/** Whether an action is one for people of the reader's kind. */
function isFor(kind: ReaderKind, action: CaseAction): boolean {
  const { roles } = ruleFor(action);
  switch (kind) {
    case 'department':
      return roles.some(isDepartmentRole);
    case 'assurance':
      return roles.some(isAssuranceRole);
    case 'onlooker':
      return false;
  }
}

/** What the reader can do now, page by page, and what not, with the reason. */
export function readerActions(
  reference: string,
  offers: readonly ActionOffer[],
  kind: ReaderKind,
  conditions: readonly ListedConditionText[] = [],
): ReaderActions {
  const relevant = offers.filter(({ action }) => isFor(kind, action) && isOfferedHere(ACTION_PATHS[action]));
  const pages = [
    ...new Set(relevant.filter(({ allowed }) => allowed).map(({ action }) => ACTION_PATHS[action])),
  ].filter((page) => page !== null);
  const main = MAIN_PAGES.find((page) => pages.includes(page)) ?? null;
  const offered = (page: ActionPage): OfferedPage => ({
    text: ACTION_PAGES[page],
    href: casePath(reference, page),
  });
  return {
    main: main === null ? null : offered(main),
    others: [
      ...actionsOnConditions(reference, offers, conditions),
      ...pages.filter((page) => page !== main).map(offered),
    ],
    notNow: relevant.filter(({ allowed }) => !allowed).map(({ name, why }) => ({ name, why })),
  };
}

const CONDITION_ACTIONS = {
  open: ['submit-condition-evidence', 'extend-condition', 'conclude-not-met', 'waive-condition'],
  'evidence-submitted': [
    'confirm-condition-met',
    'send-condition-back',
    'extend-condition',
    'conclude-not-met',
    'waive-condition',
  ],
  met: [],
  'not-met': [],
  waived: [],
  'carried-over': [],
} as const satisfies Readonly<Record<ListedConditionText['status'], readonly CaseAction[]>>;

/** What can come next of a condition, by its status; that something was not met is for promises whose time has come. */
function nextOf(condition: ListedConditionText): readonly CaseAction[] {
  const isTimely = whyNotConcluded(condition, condition.overdue) === null;
  return CONDITION_ACTIONS[condition.status].filter((action) => action !== 'conclude-not-met' || isTimely);
}

/** What is said of acting on one condition, and on one of several. */
const ON_CONDITIONS: Readonly<
  Partial<Record<CaseAction, { readonly one: string; readonly several: string }>>
> = {
  'confirm-condition-met': {
    one: 'Confirm that condition # is met',
    several: 'Confirm that one of # conditions is met',
  },
  'send-condition-back': {
    one: 'Send back the evidence for condition #',
    several: 'Send back the evidence for one of # conditions',
  },
  'submit-condition-evidence': {
    one: 'Give evidence for condition #',
    several: 'Give evidence for one of # conditions',
  },
  'extend-condition': {
    one: 'Give condition # more time',
    several: 'Give one of # conditions more time',
  },
  'conclude-not-met': {
    one: 'Conclude that promise # was not met',
    several: 'Conclude that one of # promises was not met',
  },
  'waive-condition': { one: 'Waive condition #', several: 'Waive one of # conditions' },
};

/** What the reader can do about the conditions: straight to it where it is about one, to the list where about several. */
function actionsOnConditions(
  reference: string,
  offers: readonly ActionOffer[],
  conditions: readonly ListedConditionText[],
): readonly OfferedPage[] {
  const allowed = new Set(offers.filter((offer) => offer.allowed).map(({ action }) => action));
  return Object.entries(ON_CONDITIONS).flatMap(([name, words]) => {
    const action = name as CaseAction;
    const about = conditions.filter((condition) => condition.inForce && nextOf(condition).includes(action));
    const [first] = about;
    if (!allowed.has(action) || first === undefined) return [];
    const isOne = about.length === 1;
    const text = isOne
      ? words.one.replace('#', String(first.number))
      : words.several.replace('#', String(about.length));
    const href = isOne ? actionPath(reference, action, first.id) : `${casePath(reference)}#conditions`;
    return href === null ? [] : [{ text, href }];
  });
}

/** What the reader can do about one condition now. */
export function conditionActions(
  reference: string,
  offers: readonly ActionOffer[],
  condition: ListedConditionText,
): readonly OfferedPage[] {
  if (!condition.inForce) return [];
  const allowed = new Set(offers.filter((offer) => offer.allowed).map(({ action }) => action));
  return nextOf(condition).flatMap((action) => {
    const href = allowed.has(action) ? actionPath(reference, action, condition.id) : null;
    const page = ACTION_PATHS[action];
    return href === null || page === null ? [] : [{ text: ACTION_PAGES[page], href }];
  });
}
