import { HistoryUnprotectedError } from '#persistence';
import { AppLogger, ConfigError, loadConfig, needLogKey, refuseWeakSettings } from '#platform';
import { WORKER_PARTS } from './worker-parts.js';
import { runWorker } from './run-worker.js';

/** Runs until it is told to stop; what is in hand is finished first. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  refuseWeakSettings(config);
  needLogKey(config);
  const worker = await runWorker(config, WORKER_PARTS);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    worker.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError || error instanceof HistoryUnprotectedError)
    process.stderr.write(`${error.message}\n`);
  else new AppLogger({ level: 'fatal' }).fatal({ error }, 'The worker could not start');
  process.exit(1);
});
