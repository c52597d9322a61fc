import { HistoryUnprotectedError } from '#persistence';
import { AppLogger, ConfigError, loadConfig, needLogKey, refuseWeakSettings } from '#platform';
import { AddressError, runApi } from './run-api.js';

/** Runs until it is told to stop; requests in hand are finished first. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  refuseWeakSettings(config, true);
  needLogKey(config);
  await runApi(config);
  // At the first signal the application closes itself, and raises the signal again once everything is closed.
  let closing = false;
  const onSignal = () => {
    if (closing) process.exit(0);
    closing = true;
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

function isForTheOperator(error: unknown): error is Error {
  return (
    error instanceof ConfigError || error instanceof AddressError || error instanceof HistoryUnprotectedError
  );
}

main().catch((error: unknown) => {
  if (isForTheOperator(error)) process.stderr.write(`${error.message}\n`);
  else new AppLogger({ level: 'fatal' }).fatal({ error }, 'The API could not start');
  process.exit(1);
});
