/** Kinds of reference data that come in versions; everything else changes only with the service itself. */
export const REFERENCE_DATA_KINDS = ['regimes', 'working-days', 'common-components'] as const;
export type ReferenceDataKind = (typeof REFERENCE_DATA_KINDS)[number];

/** What people read for each. */
export const REFERENCE_DATA_KIND_NAMES: Readonly<Record<ReferenceDataKind, string>> = {
  regimes: 'Versions of the spend control',
  'working-days': 'Bank holidays',
  'common-components': 'Common components',
};

/** Something wrong with a document: where, as a JSON pointer that is empty for the whole of it, and what. */
export interface DocumentFault {
  readonly pointer: string;
  readonly detail: string;
}

/** A place as the calendar's reader names it, `holidays[3].date`, as a JSON pointer. */
function pointerOf(path: string): string {
  return `/${path.replace(/\[(\d+)\]/g, '/$1').replaceAll('.', '/')}`;
}

/**
 * Takes apart what the readers of regimes, calendars and catalogues say is wrong: `/rating/levels: It must be …`, or
 * `holidays[3].date must be …`. What names no place is about the whole document.
 */
export function placedFault(fault: string): DocumentFault {
  const [, at, says] = /^(\/.*?|The whole file|): (.*)$/s.exec(fault) ?? [];
  if (at !== undefined && says !== undefined)
    return { pointer: at.startsWith('/') ? at : '', detail: withoutStop(says) };
  const [, path] = /^([a-z]\w*(?:\[\d+\])?(?:\.\w+)?)(?=,? )/.exec(fault) ?? [];
  return { pointer: path === undefined ? '' : pointerOf(path), detail: withoutStop(fault) };
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
