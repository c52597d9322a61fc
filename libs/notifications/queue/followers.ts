/** Finds what is new in the searches people follow. Whoever keeps saved searches implements it; the worker calls it. */
export abstract class Followers {
  /**
   * Queues, or holds for their digest, one email for each follower of a search with cases that newly match it.
   *
   * @returns how many followers were told
   */
  abstract tellFollowers(): Promise<number>;
}
