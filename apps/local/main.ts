import { join } from 'node:path';
import { ConfigError, SystemClock } from '#platform';
import { DEMONSTRATION_PASSWORD, demonstrationEmail } from './demonstration/accounts.js';
import { demonstrate } from './demonstration/demonstrate.js';
import { stopOnlyWhenTold } from './postgres/embedded-postgres.js';
import { startLocalService, type LocalService } from './service/local-service.js';
import { ensurePortIsFree, LocalStartError, projectFolder } from './service/surroundings.js';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function welcome(service: LocalService): void {
  const accounts: readonly (readonly [string, string])[] = [
    ['submitter', demonstrationEmail('home-office', 'submitter')],
    ['departmental assurance lead', demonstrationEmail('home-office', 'assurance-lead')],
    ['GDS Assurance reviewer', demonstrationEmail('government-digital-service', 'reviewer')],
    ['GDS Assurance decider', demonstrationEmail('government-digital-service', 'decider')],
    ['auditor', demonstrationEmail('government-digital-service', 'auditor')],
    ['administrator', demonstrationEmail('government-digital-service', 'administrator')],
  ];
  say('');
  say(`Spend control cases is running at ${service.config.publicUrl}`);
  say(`  API description   ${service.config.publicUrl}/api/v1/openapi.json`);
  if (service.config.mailDirectory !== null) say(`  Emails written to ${service.config.mailDirectory}`);
  say('');
  say(`Sign in with any of these; the password of each is ${DEMONSTRATION_PASSWORD}`);
  for (const [role, email] of accounts) say(`  ${role.padEnd(28)}${email}`);
  say('');
  say('Programmes are real; every request, decision and account here is demonstration data.');
  say('Stop with Ctrl+C. To watch one request from draft to decision:  npm run demo');
}

async function main(): Promise<void> {
  stopOnlyWhenTold();
  const port = Number(process.env['HTTP_PORT'] ?? '3000');
  if (Number.isInteger(port) && port > 0) await ensurePortIsFree('127.0.0.1', port);
  say('Starting PostgreSQL and bringing the database up to date');
  const service = await startLocalService(
    process.env['LOCAL_DIRECTORY'] ?? join(projectFolder(), '.local'),
    process.env,
    async (database, config) => {
      await demonstrate(database, config, new SystemClock().now(), (done, of) => {
        if (done % 20 === 0 || done === of)
          say(`Loading demonstration data: ${String(done)} of ${String(of)}`);
      });
    },
    say,
  );
  welcome(service);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    service.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
}

main().catch((error: unknown) => {
  if (error instanceof LocalStartError || error instanceof ConfigError)
    process.stderr.write(`${error.message}\n`);
  else
    process.stderr.write(
      `The service could not start: ${error instanceof Error ? error.message : 'unknown fault'}\n`,
    );
  // Fire and forget: what was started is stopped by its own exit hook.
  setTimeout(() => process.exit(1), 200);
});
