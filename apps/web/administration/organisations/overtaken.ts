import type { Organisation } from '#identity';
import { conflict } from '#platform';
import type { PostedForm } from '../../forms/posted-form.js';
import { dayInWords } from '../../views/page-filters.js';

type Part = 'name' | 'acronym' | 'validTo';

/** Fields that say what the form was shown with. */
const SHOWN_WITH: readonly (readonly [Part, string])[] = [
  ['name', 'wasName'],
  ['acronym', 'wasAcronym'],
  ['validTo', 'wasEnd'],
];

function nowIs(part: Part, value: string): string {
  switch (part) {
    case 'name':
      return `It is called “${value}” now`;
    case 'acronym':
      return value === '' ? 'It has no acronym now' : `Its acronym is “${value}” now`;
    case 'validTo':
      return value === '' ? 'It has no end now' : `It ends on ${dayInWords(value)} now`;
  }
}

/**
 * Organisations have no revision: the form says what it was shown with. It is shown again with what is there now, so
 * that what is sent next is written knowingly.
 * @throws ProblemError 409 when somebody has changed the organisation since the form was shown
 */
export function refuseOvertaken(organisation: Organisation, form: PostedForm): void {
  const problems = SHOWN_WITH.flatMap(([part, field]) => {
    const now = organisation[part] ?? '';
    if (form.fields[field] === undefined || form.text(field) === now) return [];
    const detail = `Somebody else has changed this meanwhile. ${nowIs(part, now)}. Save again to write over it`;
    return [{ pointer: `/${part}`, detail }];
  });
  if (problems.length > 0) throw conflict('Somebody else has changed this organisation.', problems);
}
