import { exceptionKey, type VersionFootprint } from '../lifecycle/standing.js';
import type { ExceptionRuling } from '../lifecycle/case-facts.js';
import type { CaseContent } from './case-content.js';
import { contentHashOf } from '../decision-log/canonical.js';
import { pointHashes } from './version-content.js';

/** The latest ruling on a legacy exception, as far as this needs it. */
interface LatestRuling {
  readonly exceptionId: string;
  readonly version: number;
  readonly ruling: ExceptionRuling;
}

/** A refused legacy exception of a returned request, and whether the department has put something in its place. */
export interface RefusedException {
  readonly exceptionId: string;
  readonly standing: 'open' | 'changed';
}

/**
 * The refused legacy exceptions a request still gives, and how far each is answered: not while it says what was refused.
 * This service's own rule, as for questions about points.
 * @param rulings the latest on each exception
 */
export function refusedExceptions(
  content: CaseContent,
  rulings: readonly LatestRuling[],
  versions: readonly VersionFootprint[],
): readonly RefusedException[] {
  const now = pointHashes(content);
  return rulings
    .filter(({ exceptionId, ruling }) => ruling === 'refused' && exceptionKey(exceptionId) in now)
    .map(({ exceptionId, version }) => {
      const key = exceptionKey(exceptionId);
      const refused = versions.find(({ number }) => number === version)?.pointHashes[key];
      // By whichever hash function the version has.
      const same = refused !== undefined && pointHashes(content, contentHashOf(refused))[key] === refused;
      return { exceptionId, standing: same ? 'open' : 'changed' };
    });
}
