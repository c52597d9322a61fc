import { HistoryUnprotectedError } from '#persistence';
import { AppLogger, ConfigError, loadConfig, refuseWeakSettings } from '#platform';
import { runWeb } from './run-web.js';

/** Runs until it is told to stop; requests in hand are finished first. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  refuseWeakSettings(config, true);
  await runWeb(config);
  // At the first signal the application closes itself, and raises the signal again once everything is closed.
  let closing = false;
  const onSignal = () => {
    if (closing) process.exit(0);
    closing = true;
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError || error instanceof HistoryUnprotectedError)
    process.stderr.write(`${error.message}\n`);
  else new AppLogger({ level: 'fatal' }).fatal({ error }, 'The pages could not start');
  process.exit(1);
});
