/** One SQL statement with its values; `name` makes it a prepared one, so its text must never vary under that name. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}
