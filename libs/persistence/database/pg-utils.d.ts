declare module 'pg/lib/utils.js' {
  /** A value as it is sent. @throws Error for a value that holds itself */
  export function prepareValue(value: unknown): Buffer | string | null;
}
