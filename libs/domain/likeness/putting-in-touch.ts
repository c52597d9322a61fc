import type { ProtectiveMarking } from '../case/case-content.js';

/** What people make of two cases that look alike: for good, either way. */
export const LIKENESS_VERDICTS = ['put-in-touch', 'dismissed'] as const;
export type LikenessVerdict = (typeof LIKENESS_VERDICTS)[number];

/** What people read for each. */
export const LIKENESS_VERDICT_NAMES: Readonly<Record<LikenessVerdict, string>> = {
  'put-in-touch': 'Put in touch',
  dismissed: 'Dismissed',
};

/** One of the two cases, as far as it matters to bringing their departments together. */
export interface OneOfTwo {
  readonly reference: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly title: string;
  readonly protectiveMarking: ProtectiveMarking;
  /** People of its department who can be told, in the order in which they are asked for. */
  readonly contacts: readonly DepartmentContact[];
}

/** Somebody of a department. */
export interface DepartmentContact {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly part: string;
}

/** Who speaks for a case to another department: who made it, otherwise an assurance lead. */
export function leadContactOf({ contacts }: Pick<OneOfTwo, 'contacts'>): DepartmentContact | null {
  return (
    contacts.find(({ part }) => part === 'submitter') ??
    contacts.find(({ part }) => part === 'assurance-lead') ??
    null
  );
}

/**
 * What is in the way of putting two departments in touch; empty where nothing is. What is marked higher than OFFICIAL
 * never goes to another department, and somebody must be there on either side. Sentences without full stops.
 */
export function inTheWayOfTouch(one: OneOfTwo, other: OneOfTwo): readonly string[] {
  return [one, other].flatMap((each) => [
    ...(each.protectiveMarking === 'OFFICIAL'
      ? []
      : [
          `${each.reference} is marked ${each.protectiveMarking}: nothing of it may go to another department`,
        ]),
    ...(leadContactOf(each) === null
      ? [`Nobody at ${each.organisation.name} can be told: it has no submitter and no assurance lead`]
      : []),
  ]);
}
