import { isAssuranceRole, isDepartmentRole, ruleFor, type ActionOffer, type CaseAction } from '#domain';
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
    others: pages.filter((page) => page !== main).map(offered),
    notNow: relevant.filter(({ allowed }) => !allowed).map(({ name, why }) => ({ name, why })),
  };
}

const CONDITION_ACTIONS = {
  open: ['submit-condition-evidence', 'waive-condition'],
  'evidence-submitted': ['confirm-condition-met', 'send-condition-back', 'waive-condition'],
  met: [],
  waived: [],
} as const satisfies Readonly<Record<ListedConditionText['status'], readonly CaseAction[]>>;

/** What the reader can do about one condition now. */
export function conditionActions(
  reference: string,
  offers: readonly ActionOffer[],
  { id, status, inForce }: ListedConditionText,
): readonly OfferedPage[] {
  if (!inForce) return [];
  const allowed = new Set(offers.filter((offer) => offer.allowed).map(({ action }) => action));
  return CONDITION_ACTIONS[status].flatMap((action: CaseAction) => {
    const href = allowed.has(action) ? actionPath(reference, action, id) : null;
    const page = ACTION_PATHS[action];
    return href === null || page === null ? [] : [{ text: ACTION_PAGES[page], href }];
  });
}
