import { AppLogger, SystemClock } from '#platform';
import { renewCertificates } from './certificates/renew-certificates.js';

/**
 * The job of a deployment that comes before all else: gives each part a certificate of the deployment's own authority.
 * Running it again renews those of which a third of their life has passed, and leaves the others as they are.
 */
async function main([folder = '/certificates']: readonly string[]): Promise<void> {
  const { authority, parts } = await renewCertificates({ folder, now: new SystemClock().now() });
  new AppLogger({ level: 'info' }).info(
    { authorityMade: authority, renewed: parts },
    'Certificates are there',
  );
}

main(process.argv.slice(2)).catch((error: unknown) => {
  new AppLogger({ level: 'fatal' }).fatal({ error }, 'Certificates could not be issued');
  process.exitCode = 1;
});
