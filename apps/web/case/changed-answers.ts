import { DETAIL_NAMES, EVIDENCE_NAMES, EXCEPTION_NAMES } from '#domain';
import type { EventText } from './event-texts.js';

function namesFor({ type }: EventText): Readonly<Record<string, string>> {
  if (type === 'details-changed') return DETAIL_NAMES;
  return type === 'point-evidence-saved' ? EVIDENCE_NAMES : EXCEPTION_NAMES;
}

/** Which answers an event changed, as the forms call them, in the order of the forms; nothing where it changed none. */
export function changedInWords(event: EventText): string {
  const { changed } = event;
  if (changed === null) return '';
  const names = Object.entries(namesFor(event)).flatMap(([key, name]) =>
    changed.includes(key) ? [name] : [],
  );
  return names.length === 0 ? 'Saved as it was before' : `Changed: ${names.join(', ')}`;
}
