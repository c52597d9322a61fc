import type { IsoDate } from '#domain';
import { DATE_PARTS, dateBoxes, PostedForm, type PostedFields } from './posted-form.js';

/** A day as an address has it; `null` where there is none, or none that can be read from its boxes (which is noted). */
export function dayIn(form: PostedForm, name: string, what: string): IsoDate | null {
  return form.textOrNull(name) ?? form.date(name, what);
}

/**
 * Fields of a form that is sent as an address, with each day that its boxes name as one value, so that addresses are
 * short and the same whether they come from the form or from a link. Boxes that name none stay, to be shown again.
 */
export function withDays(fields: PostedFields, names: readonly string[]): PostedFields {
  return names.reduce<PostedFields>((all, name) => {
    const form = new PostedForm(all);
    const day = form.textOrNull(name) ?? form.date(name, name);
    if (form.problems.length > 0) return all;
    const boxes = new Set(DATE_PARTS.map((part) => `${name}-${part}`));
    const others = Object.entries(all).filter(([field]) => !boxes.has(field) && field !== name);
    return Object.fromEntries(day === null ? others : [...others, [name, day]]);
  }, fields);
}

/** What the boxes of a day show: what was written in them, or the day an address has. */
export function boxesOfDay(fields: PostedFields, name: string): readonly [string, string, string] {
  const form = new PostedForm(fields);
  const day = form.text(name);
  const shown = new PostedForm(day === '' ? fields : dateBoxes(name, day));
  return [shown.text(`${name}-day`), shown.text(`${name}-month`), shown.text(`${name}-year`)];
}
