import { ProblemError, type FieldProblem } from '#platform';

/** A problem as the error summary shows it, linked to its field. */
export interface ShownProblem {
  readonly text: string;
  /** `#field`; absent where it is about no field. */
  readonly href?: string;
  /** Name of the field, to show the words beside it; empty where it is about none. */
  readonly field: string;
}

/** Name of the field that a pointer of a request is shown in; `null` where the form has none for it. */
export type FieldOf = (pointer: string) => string | null;

/** The field of the same name as the first part of the pointer. */
export const sameName: FieldOf = (pointer) => {
  const [, name = ''] = pointer.split('/');
  return name === '' ? null : name;
};

function shown({ pointer, detail }: FieldProblem, fieldOf: FieldOf): ShownProblem {
  const field = fieldOf(pointer);
  return field === null ? { text: detail, field: '' } : { text: detail, href: `#${field}`, field };
}

/**
 * What went wrong, for the error summary; `null` for what is no fault of the form and has a page of its own: not
 * signed in, not permitted, no such case, fault of the service.
 */
export function problemsOf(error: unknown, fieldOf: FieldOf = sameName): readonly ShownProblem[] | null {
  if (!(error instanceof ProblemError)) return null;
  const { status, detail, errors } = error.problem;
  if (status !== 400 && status !== 409 && status !== 422) return null;
  if (errors === undefined || errors.length === 0) return [{ text: detail, field: '' }];
  return errors.map((problem) => shown(problem, fieldOf));
}

/** Whether somebody else was quicker, so that what was looked at is not what is there. */
export function isStale(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 412;
}

/** Whether something is not possible as things stand, however it is filled in. */
export function isRefusedByState(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 409;
}
