import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  DEFAULT_REGIME_VERSION,
  readRegime,
  readWorkingCalendar,
  type Regime,
  type WorkingCalendar,
} from '#domain';

/** The project's folder, whether this runs from the sources or from what was built. */
function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** Versions that are shipped, oldest first. */
const VERSIONS = ['v4', 'v5', DEFAULT_REGIME_VERSION, '2026-assurance'] as const;

function read(version: string): Regime {
  const path = join(projectFolder(), 'prisma', 'reference-data', 'regimes', `${version}.json`);
  const reading = readRegime(JSON.parse(readFileSync(path, 'utf8')));
  if (!reading.ok) throw new Error(`${path} is faulty:\n${reading.faults.join('\n')}`);
  return reading.regime;
}

/** The regimes as they are shipped, oldest first. */
export const SHIPPED_REGIMES: readonly Regime[] = VERSIONS.map(read);

/** The regime new cases come under unless another has been adopted. */
export const DEFAULT_REGIME: Regime = read(DEFAULT_REGIME_VERSION);

function readCalendar(): WorkingCalendar {
  const path = join(projectFolder(), 'prisma', 'reference-data', 'bank-holidays.json');
  const reading = readWorkingCalendar(JSON.parse(readFileSync(path, 'utf8')));
  if (!reading.ok) throw new Error(`${path} is faulty:\n${reading.faults.join('\n')}`);
  return reading.calendar;
}

/** The bank holidays as they are shipped. */
export const SHIPPED_CALENDAR: WorkingCalendar = readCalendar();
