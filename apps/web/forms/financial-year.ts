const AS_WRITTEN = /^(\d{4}) ?(?:-|–|\/|to) ?(?:\d{2})?(\d{2})$/;

/** `2026/27`, `2026 to 2027` and `2026-2027` are what people write for `2026-27`; anything else stays as it is. */
export function financialYearIn(text: string): string {
  return text.trim().replace(AS_WRITTEN, '$1-$2');
}
