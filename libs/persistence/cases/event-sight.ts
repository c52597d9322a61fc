import { EVENTS_BETWEEN_CASES, NAMED_CASES } from '#domain';
import { LIMITED_TO_OFFICIAL } from '../database/acts-as.js';

const NAMING = Object.entries(NAMED_CASES).flatMap(([type, named]) =>
  named === null ? [] : [{ type, ...named }],
);

function quoted(types: readonly string[]): string {
  return types.map((type) => `'${type}'`).join(', ');
}

/** SQL of the reference an event names, at a path of its payload. */
function referenceAt(event: string, path: readonly string[]): string {
  return `${event}.payload #>> '{${path.join(',')}}'`;
}

/** SQL of the reference of the other case the event names; written with `case`, which an index can be asked with behind
 * row-level security; with `coalesce` it cannot. */
function namedBy(event: string): string {
  const branches = NAMING.map(
    ({ type, reference }) => `when '${type}' then ${referenceAt(event, reference)}`,
  );
  return `case ${event}.type ${branches.join(' ')} end`;
}

/**
 * SQL of whether an event of a mark or a likeness between two cases is kept from somebody who speaks for the other case's
 * organisation; the rule for its own case is asked beside it.
 * @param organisationIds SQL of the organisations the reader speaks for
 */
function marksNoneOfOnesOwn(event: string, organisationIds: string): string {
  return `(${event}.type not in (${quoted(EVENTS_BETWEEN_CASES)}) or not exists (select from spend_case marked
    where marked.reference = ${event}.payload ->> 'relatedReference'
      and marked.organisation_id = any(${organisationIds})))`;
}

/** SQL of whether an event names no other case, or none this time. */
function namesNone(event: string): string {
  const unnamed = NAMING.filter(({ always }) => !always).map(
    ({ type, reference }) => ` or (${event}.type = '${type}' and ${referenceAt(event, reference)} is null)`,
  );
  return `${event}.type not in (${quoted(NAMING.map(({ type }) => type))})${unnamed.join('')}`;
}

/**
 * SQL of whether an event names no case that is marked higher than OFFICIAL; for who is told of no such case, and is asked
 * as the service, which sees them all.
 */
export function namesOnlyOfficial(event: string): string {
  return `(${namesNone(event)} or exists (select from spend_case named
    where named.reference = ${namedBy(event)} and named.protective_marking = 'OFFICIAL'))`;
}

/**
 * SQL of whether an event names no other case, or one that is seen by whoever acts: a reference tells that there is a case
 * marked higher than OFFICIAL. Of being put in touch a department is told about a case it does not see, as long
 * as that is not marked itself; who may see nothing marked higher than OFFICIAL is told only of what they see.
 */
function namesOnlySeen(event: string): string {
  return `(${namesNone(event)}
    or (${event}.type = 'put-in-touch'
      and not (${LIMITED_TO_OFFICIAL})
      and not case_is_marked((${event}.payload ->> 'relatedCaseId')::uuid))
    or exists (select from spend_case named where named.reference = ${namedBy(event)}))`;
}

/** What an event is asked against. */
export interface EventReader {
  /** SQL of whether the reader may see what GDS Assurance keeps to itself about the event's case. */
  readonly internal: string;
  /** SQL of the organisations the reader speaks for, an array; `null` where they speak for none. */
  readonly organisationIds: string | null;
}

/**
 * SQL of whether a reader is told of an event of a case they see. Whatever gives events to somebody asks this, and
 * nothing less: who it is for, whether it is about a case of their own organisation, and whether it names one they do not
 * see.
 * @param event what the event is called
 */
export function toldOf(event: string, { internal, organisationIds }: EventReader): string {
  return [
    ...(internal === 'true' ? [] : [`(${event}.audience = 'shared' or ${internal})`]),
    ...(organisationIds === null ? [] : [marksNoneOfOnesOwn(event, organisationIds)]),
    namesOnlySeen(event),
  ].join(' and ');
}
