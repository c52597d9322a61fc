import { parseCaseReference } from '#domain';
import { badRequest } from '#platform';
import { AfterQuery } from './list-query.js';
import { QueryDate, QueryText, QueryUuid } from '../fields/query-fields.js';

const LONGEST_REFERENCE = 40;

/** Which records of access to list. */
export class AccessRecordQuery extends AfterQuery {
  @QueryText({ max: LONGEST_REFERENCE, description: 'Who saw this case.' })
  reference?: string;

  @QueryUuid({ description: 'What this person looked at.' })
  personId?: string;

  @QueryDate({ description: 'First day, United Kingdom time.' })
  from?: string;

  @QueryDate({ description: 'Last day, included, United Kingdom time.' })
  to?: string;
}

/**
 * Checks the days a query names.
 * @throws ProblemError 400 when the first is after the last
 */
export function checkDays({ from, to }: AccessRecordQuery): void {
  if (from !== undefined && to !== undefined && from > to)
    throw badRequest('The first day is after the last.', [
      { pointer: '/from', detail: 'Give no more than “to”' },
    ]);
}

/**
 * The reference a query names, in its canonical form; `null` when it names a person alone.
 * @throws ProblemError 400 when it names neither, or what is no reference
 */
export function referenceOf({ reference, personId }: AccessRecordQuery): string | null {
  if (reference === undefined) {
    if (personId !== undefined) return null;
    throw badRequest('Say whose access you ask about.', [
      { pointer: '/reference', detail: 'Give the reference of a case, or a person as personId, or both' },
    ]);
  }
  const canonical = parseCaseReference(reference);
  if (canonical === null)
    throw badRequest('This is not the reference of a case.', [
      { pointer: '/reference', detail: 'Give the reference of a case, like DT-3HDJ-MFXJ' },
    ]);
  return canonical;
}
