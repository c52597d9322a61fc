import type { CaseState } from '../lifecycle/states.js';
import type { Provenance, Route, Routing, WithGdsAssurance } from './regime.js';

/** States of a case that GDS Assurance has not been given. */
const WITH_THE_DEPARTMENT: ReadonlySet<CaseState> = new Set<CaseState>([
  'planned',
  'draft',
  'signed-off',
  'assured-by-department',
  'advice-asked',
  'advice-answered',
  'advice-closed',
]);

/**
 * How a case came to be with GDS Assurance; `null` while it is the department's own, or ended as that.
 * @param currentVersion `null` where nothing was ever submitted
 * @param eventTypes types of what happened to it, of calling in at least
 */
export function withGdsAssurance(
  state: CaseState,
  currentVersion: number | null,
  eventTypes: readonly string[],
): WithGdsAssurance | null {
  if (currentVersion === null || WITH_THE_DEPARTMENT.has(state)) return null;
  return eventTypes.includes('called-in') ? 'called-in' : 'submitted';
}

const OURS: Provenance = {
  whose: 'ours',
  source:
    'What was submitted stays with GDS Assurance, and what was called in goes to it: this service’s own reading',
};

/** The route of a case with GDS Assurance under a regime that has no such route. */
const GDS_ASSURANCE: Route = {
  id: 'gds-assurance',
  name: 'GDS Assurance',
  assuredBy: 'gds-assurance',
  roles: { assures: 'reviewer', decides: 'decider' },
  conditions: [],
  provenance: OURS,
};

const REASONS: Readonly<Record<WithGdsAssurance, string>> = {
  submitted: 'it was submitted to GDS Assurance, and what was submitted stays there',
  'called-in': 'GDS Assurance called the case in',
};

/** A route and why, as far as a case with GDS Assurance has another than its answers would give it. */
export interface KeptRoute {
  readonly route: Route;
  /** To follow "because". */
  readonly reason: string;
  readonly provenance: Provenance;
  /** A sentence without a full stop. */
  readonly note: string;
}

/**
 * The route of a case with GDS Assurance whose rules lead to its department: the one every other case takes, where
 * that is GDS Assurance's, else the first that is.
 */
export function keptRoute(
  { routes, otherwise }: Routing,
  byRules: Route,
  cameBy: WithGdsAssurance,
): KeptRoute {
  const theirs = routes.filter(({ assuredBy }) => assuredBy === 'gds-assurance');
  return {
    route: theirs.find(({ id }) => id === otherwise.route) ?? theirs[0] ?? GDS_ASSURANCE,
    reason: REASONS[cameBy],
    provenance: OURS,
    note: `By its rating alone it would take the route “${byRules.name}”`,
  };
}
