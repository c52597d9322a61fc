import { heldIn, type PostedFields } from '../forms/posted-form.js';

/** The revision the writer looked at; 0, which nothing has, where the form says none. */
export function revisionIn(fields: PostedFields): number {
  const text = heldIn(fields, 'revision');
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
