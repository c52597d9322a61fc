import type { Config } from '#platform';
import { ClamdScanner } from './clamd-scanner.js';
import { NoScanner, type Scanner } from './scanner.js';

/** The scanner the configuration names. */
export function chooseScanner({ malwareScanner, clamavHost, clamavPort, clamavSocket }: Config): Scanner {
  if (malwareScanner !== 'clamav') return new NoScanner();
  return new ClamdScanner(
    clamavSocket === null ? { host: clamavHost ?? '', port: clamavPort } : { path: clamavSocket },
  );
}
