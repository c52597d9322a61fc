import type { Actor } from '#persistence';

/**
 * What one request has asked for, so that it is asked for once however many parts of its answer rest on it. Only of a
 * request that merely reads: one that writes must see what it has just written, and asks anew each time.
 */
export class OncePerReading<Result> {
  private readonly asked = new WeakMap<Actor, Map<string, Promise<Result>>>();

  /** @param what it is that is asked for, among everything that is asked of this one by the same request */
  get(acting: Actor, what: string, ask: () => Promise<Result>): Promise<Result> {
    if (acting.onlyReads !== true) return ask();
    let ofRequest = this.asked.get(acting);
    if (ofRequest === undefined) {
      ofRequest = new Map();
      this.asked.set(acting, ofRequest);
    }
    const known = ofRequest.get(what);
    if (known !== undefined) return known;
    const promise = ask();
    ofRequest.set(what, promise);
    return promise;
  }
}
