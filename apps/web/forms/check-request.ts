import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { flatten } from '#edge';
import { badRequest, type FieldProblem } from '#platform';
import type { PostedForm } from './posted-form.js';

/**
 * Checks what a form says by the same class that checks the API's request, so that both refuse the same things in the
 * same words.
 * @param noted what could not even be read
 * @throws ProblemError 400 naming every field that is wrong
 */
export function checkRequest<Request extends object>(
  type: new () => Request,
  values: Readonly<Record<string, unknown>>,
  noted: readonly FieldProblem[] = [],
): Request {
  const request = plainToInstance(type, values, {
    enableImplicitConversion: false,
    exposeUnsetFields: false,
  });
  const found = flatten(
    validateSync(request, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true }),
  );
  // What could not be read was taken as not given; to say so as well would only confuse.
  const read = new Set(noted.map(({ pointer }) => fieldOfPointer(pointer)));
  const problems = [...noted, ...found.filter(({ pointer }) => !read.has(fieldOfPointer(pointer)))];
  if (problems.length > 0) throw badRequest('Check what you entered.', problems);
  return request;
}

/**
 * Notes faults of one field in a form that is checked next, so that they are told together with what else is wrong.
 * @param pointer of the field
 */
export function noteFaults(form: PostedForm, faults: readonly FieldProblem[], pointer: string): void {
  form.problems.push(...faults.filter((fault) => fault.pointer === pointer));
}

/** First part of a pointer, without the box of a date: `/dueOn-day` and `/dueOn` are of one field. */
function fieldOfPointer(pointer: string): string {
  return (pointer.split('/')[1] ?? '').replace(/-(day|month|year)$/, '');
}
