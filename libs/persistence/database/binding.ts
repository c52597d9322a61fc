/** Names a value as a parameter of the statement being built, `$1`, `$2`, ..., with its type. */
export type Bind = (value: unknown, type: string) => string;

/** Gathers the values of a statement as its text is written. */
export function binder(): { readonly values: unknown[]; readonly bind: Bind } {
  const values: unknown[] = [];
  return { values, bind: (value, type) => `$${String(values.push(value))}::${type}` };
}

/** Bytes given in hexadecimal, for a column of them. */
export function bytesOf(hex: string | null): Buffer | null {
  return hex === null ? null : Buffer.from(hex, 'hex');
}
