/** SQL of a text in small letters, of whatever alphabet and whatever the database's own locale. */
export function small(text: string): string {
  return `lower(${text} collate "pg_c_utf8")`;
}
