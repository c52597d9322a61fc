import type { Answer } from '../../request/answer.js';
import type { FormModel, PageModel } from '../../server/page.js';
import { heldIn, type PostedFields } from '../posted-form.js';
import { MERGE } from './settle.js';

/**
 * The model of a form some of whose answers are written anew, with what the other person saved of each of them to stand
 * beside its field; any other model as it is. Where it was saved over again since the reader chose, the newest is what
 * stands there, and it is told: saving leads to both again.
 * @param revision of what is saved now
 * @param theirs the answers as they are saved now
 */
export function withBeside(
  model: FormModel,
  fields: PostedFields,
  revision: number,
  theirs: readonly Answer[],
): PageModel {
  const anew = heldIn(fields, MERGE.anew);
  if (anew === '') return model;
  const again = heldIn(fields, 'revision') !== String(revision);
  const names = anew.split(' ');
  const beside = theirs
    .filter(({ field }) => names.includes(field))
    .map(({ field, label, text }) => {
      const by = heldIn(fields, `${MERGE.by}${field}`);
      return [field, { label, text, by, again }] as const;
    });
  // Who it was is sent on with what is written anew, so that it is still said where that cannot be saved yet.
  const saidBy = beside.map(([field, { by }]) => [`${MERGE.by}${field}`, by] as const);
  return {
    ...model,
    fields: { ...fields, _beside: Object.fromEntries(beside) },
    hidden: { ...model.hidden, [MERGE.anew]: anew, ...Object.fromEntries(saidBy) },
  };
}
