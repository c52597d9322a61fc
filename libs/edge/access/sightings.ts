import type { FastifyRequest } from 'fastify';
import type { CaseSeen, Witness } from '#persistence';

/** What a request has been shown so far. */
export class Sightings implements Witness {
  /** The case something was read of. */
  seen: CaseSeen | null = null;
  /** Where two cases are shown beside one another, the other. */
  readonly others: CaseSeen[] = [];
  /** How many a list or count gave. */
  count: number | null = null;

  /** Whether a page was made of it, whatever its status: a form that is shown again says what it is about. */
  isShown = false;

  sawCase(seen: CaseSeen): void {
    if (this.seen === null || this.seen.caseId === seen.caseId) this.seen = seen;
    else if (this.others.every(({ caseId }) => caseId !== seen.caseId)) this.others.push(seen);
  }

  sawList(count: number): void {
    this.count = count;
  }
}

const SIGHTINGS = Symbol('what the request has been shown');

interface Seeing {
  [SIGHTINGS]?: Sightings | undefined;
}

/** Who hears what the request is shown. */
export function witnessOf(request: FastifyRequest): Sightings {
  const seeing = request as Seeing;
  return (seeing[SIGHTINGS] ??= new Sightings());
}
