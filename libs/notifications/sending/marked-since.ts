import type { ClaimedEmail } from '#persistence';
import { isStored } from '../templates/stored-values.js';

/** Why an email is not sent that names a case which was marked after it was written. It says nothing of the case. */
export const MARKED_SINCE = 'What it tells of may no longer be sent by email';

/**
 * What may be sent of an email by the markings there are now: whoever is put in touch is told nothing by email of a case
 * of others that was marked meanwhile, by itself or in a digest.
 * @returns its parameters; `null` where nothing is left to send
 */
export function sendableParameters({ parameters, markedOthers }: ClaimedEmail): unknown {
  if (markedOthers.length === 0 || !isStored(parameters)) return parameters;
  const { items } = parameters;
  if (!Array.isArray(items)) return null;
  const left = (items as readonly unknown[]).filter(
    (item) => !(isStored(item) && namesAny(item['parameters'], markedOthers)),
  );
  return left.length === 0 ? null : { ...parameters, items: left };
}

function namesAny(parameters: unknown, references: readonly string[]): boolean {
  const other = isStored(parameters) ? parameters['other'] : null;
  return isStored(other) && typeof other['reference'] === 'string' && references.includes(other['reference']);
}
