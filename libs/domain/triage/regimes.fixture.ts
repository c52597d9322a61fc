import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRegime } from './read-regime.js';
import type { Policy, Regime } from './regime.js';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'prisma', 'reference-data', 'regimes');

/** For tests: what a shipped file holds. */
export function shippedFile(version: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, `${version}.json`), 'utf8'));
}

function shipped(version: string): Regime {
  const reading = readRegime(shippedFile(version));
  if (!reading.ok) throw new Error(`${version}: ${reading.faults.join('; ')}`);
  return reading.regime;
}

/** For tests: the regimes as they are shipped. */
export const V4 = shipped('v4');
export const V5 = shipped('v5');
export const V6 = shipped('v6');
export const ASSURANCE_2026 = shipped('2026-assurance');
export const SHIPPED_REGIMES: readonly Regime[] = [V4, V5, V6, ASSURANCE_2026];

/** For tests: version 6 on a day whose second question set counts, without earned autonomy. */
export const UNDER_V6: Policy = { regime: V6, on: '2026-03-02', earnedAutonomy: [] };
