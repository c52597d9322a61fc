import type { TriageOfCase } from '#casework';
import type { CaseDetails } from '#domain';
import type { FieldOf } from '../../forms/form-problems.js';
import type { PostedFields, PostedForm } from '../../forms/posted-form.js';
import type { Answer } from '../answer.js';

/** The pages that ask for the details of a request, in the order they are worked through; each has an address of its own. */
export const DETAILS_PAGE_NAMES = [
  'about',
  'kind',
  'suppliers',
  'facts',
  'dates',
  'owner',
  'marking',
  'money',
  'rating',
  'commitments',
] as const;
export type DetailsPageName = (typeof DETAILS_PAGE_NAMES)[number];

/** What the regime of the case asks, and what it makes of the answers. */
export type Asked = Pick<TriageOfCase, 'questions' | 'route' | 'threshold' | 'rating' | 'effectiveRating'>;

/** One page of the details: what it asks, how its form is read, and how its answers are shown. */
export interface DetailsPage {
  readonly title: string;
  /** Beginnings of the JSON pointers of a case's content that are answered here. */
  readonly covers: readonly string[];
  /** The boxes of its form, filled with what is saved. */
  boxes(details: CaseDetails, asked: Asked): PostedFields;
  /** What its form says, as a request to change the details; what cannot be read is noted in the form. */
  read(form: PostedForm, asked: Asked): Readonly<Record<string, unknown>>;
  /** Its answers, in order. */
  readonly said: (details: CaseDetails, asked: Asked) => readonly Answer[];
  /** The same with what is only asked where another answer is given, where there is any. */
  readonly compares?: (details: CaseDetails, asked: Asked) => readonly Answer[];
  /** Field of its form that shows a problem; the one of the same name unless given. */
  readonly fieldOf?: FieldOf;
  /** What to say where a field was not filled in. */
  readonly asks?: Readonly<Record<string, string>>;
}
