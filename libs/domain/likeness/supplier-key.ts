/** Legal forms that companies are written with and without; the last first, where a name ends with several. */
export const LEGAL_FORMS = [
  'limited liability partnership',
  'public limited company',
  'incorporated',
  'limited',
  'ltd',
  'plc',
  'llp',
  'llc',
  'inc',
] as const;

/** What is neither letter nor digit but stands between words. The same characters as in `supplier_key` of the database. */
const BETWEEN_WORDS = /[\s\u00a0,;:()[\]/"“”_–—-]+/g;
const LEFT_AWAY = /[.'’]/g;

/**
 * What suppliers are compared by: the same company is written with and without its legal form, with `&` or “and”, in
 * capitals or not, with full stops or not. It is never shown. The database has the same rule as `supplier_key`.
 */
export function supplierKey(name: string): string {
  const words = name
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(LEFT_AWAY, '')
    .replaceAll(BETWEEN_WORDS, ' ')
    .trim();
  return withoutLegalForm(words);
}

function withoutLegalForm(words: string): string {
  const form = LEGAL_FORMS.find((one) => words.endsWith(` ${one}`));
  return form === undefined ? words : withoutLegalForm(words.slice(0, -form.length - 1));
}

/** What the suppliers of a case are compared by, each once. */
export function supplierKeysOf(names: readonly string[]): readonly string[] {
  return [...new Set(names.map(supplierKey).filter((key) => key !== ''))].sort();
}
