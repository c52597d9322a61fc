import type { CaseEvent } from '#domain';
import { caseRow, eventRow, ofEvent, seesAll, type Asking, type Candidate } from './naive-facts.js';
import type { NaiveCase } from './naive-cases.js';

export function outcomesInPeriod(asking: Asking, c: NaiveCase): readonly Candidate[] {
  return c.events.flatMap((event) => {
    const kind =
      event.type === 'decided'
        ? event.payload.outcome === 'not-approved'
          ? 'declined'
          : null
        : event.type === 'withdrawn' || event.type === 'returned'
          ? event.type
          : null;
    if (kind === null) return [];
    const decision =
      event.type === 'decided' ? c.decisions.find(({ id }) => id === event.payload.decisionId) : undefined;
    const row = {
      ...caseRow(asking, c),
      kind,
      ...eventRow(asking, event),
      questions: event.type === 'returned' ? event.payload.points : null,
      decisionNumber: decision?.number ?? null,
      superseded: decision === undefined ? null : decision.supersededBy !== null,
      requestedPence: c.details.requestedPence,
      submittedAt: c.submittedAt,
      state: c.state,
    };
    return [ofEvent(c, event, row, kind)];
  });
}

function levelsOn({ history }: Asking, c: NaiveCase): readonly string[] {
  const { pinnedOn } = c;
  if (pinnedOn === null) return [];
  const levels = history.autonomies
    .filter(
      (grant) =>
        grant.organisation_id === c.organisationId &&
        grant.valid_from <= pinnedOn &&
        (grant.valid_to === null || grant.valid_to >= pinnedOn),
    )
    .flatMap((grant) => grant.levels);
  return [...new Set(levels)].sort();
}

export function triageAndAutonomy(asking: Asking, c: NaiveCase): readonly Candidate[] {
  return c.events.flatMap((event) => {
    const isOverride = event.type === 'rating-reviewed' && event.payload.computed !== event.payload.rating;
    if (!isOverride && event.type !== 'assured-by-department' && event.type !== 'called-in') return [];
    const kind = isOverride ? 'rating-overridden' : event.type;
    const row = {
      ...caseRow(asking, c),
      kind,
      ...eventRow(asking, event),
      computedRating: event.type === 'rating-reviewed' ? event.payload.computed : null,
      rating:
        event.type === 'rating-reviewed'
          ? event.payload.rating
          : event.type === 'assured-by-department'
            ? event.payload.triage.rating
            : null,
      route: 'triage' in event.payload ? event.payload.triage.route : null,
      autonomyLevels: levelsOn(asking, c),
      regimeVersion: c.regimeVersion,
      state: c.state,
    };
    return [ofEvent(c, event, row, kind)];
  });
}

function partOf(c: NaiveCase, event: CaseEvent): string | null {
  if (event.type === 'details-changed') return 'details';
  if (event.type === 'point-evidence-saved') return `point ${String(event.payload.evidence.point)}`;
  if (event.type === 'legacy-exception-added' || event.type === 'legacy-exception-changed')
    return `legacy exception ${event.payload.exception.system}`;
  if (event.type === 'legacy-exception-removed')
    return `legacy exception ${c.exceptions.get(event.payload.exceptionId)?.exception.system ?? ''}`;
  return null;
}

export function editsAfterSubmission(asking: Asking, c: NaiveCase): readonly Candidate[] {
  const first = c.events.findIndex(({ type }) => type === 'submitted' || type === 'assured-by-department');
  if (first === -1) return [];
  return c.events.slice(first).flatMap((event) => {
    const part = partOf(c, event);
    if (part === null) return [];
    const next = c.events.find(({ type, sequence }) => type === 'resubmitted' && sequence > event.sequence);
    const row = {
      ...caseRow(asking, c),
      ...eventRow(asking, event),
      type: event.type,
      part,
      stateThen: event.toState,
      enteredVersion: next?.version ?? null,
    };
    return [ofEvent(c, event, row, event.type)];
  });
}

export function events(asking: Asking, c: NaiveCase): readonly Candidate[] {
  return c.events
    .filter(({ audience }) => audience === 'shared' || seesAll(asking, c))
    .map((event) =>
      ofEvent(
        c,
        event,
        {
          ...caseRow(asking, c),
          ...eventRow(asking, event),
          type: event.type,
          audience: event.audience,
          actorOrganisationId: event.actorOrganisationId,
          fromState: event.fromState,
          toState: event.toState,
          payload: event.payload,
        },
        event.type,
      ),
    );
}
