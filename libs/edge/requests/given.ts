/** What was given, without the fields that were left out: a class's instance has those too, undefined. */
export type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Takes the fields that were left out from an instance of a request's class. */
export function given<T extends object>(request: T): Given<T> {
  return Object.fromEntries(
    Object.entries(request).filter(([, value]: [string, unknown]) => value !== undefined),
  ) as Given<T>;
}
