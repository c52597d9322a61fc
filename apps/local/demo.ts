import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDemonstrationPeople } from './demonstration/accounts.js';
import { Mailbox } from './demo/mailbox.js';
import { Demo } from './demo/play-demo.js';
import { Teller } from './demo/teller.js';
import { freePort } from './postgres/embedded-postgres.js';
import { startLocalService } from './service/local-service.js';

/** Plays the demonstration on a service of its own, which is gone afterwards; one that is running is left alone. */
async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'spend-control-demo-'));
  // The database server may run as another user, who must be able to reach the folder.
  await chmod(folder, 0o755);
  const teller = new Teller((text) => process.stdout.write(text), process.stdout.isTTY);
  teller.aside('Starting a service of its own for this demonstration');
  const service = await startLocalService(
    folder,
    {
      ...process.env,
      HTTP_PORT: String(await freePort()),
      MAIL_TRANSPORT: 'file',
      MAIL_DIRECTORY: join(folder, 'mail'),
    },
    async (database, config) => {
      await makeDemonstrationPeople(database, config);
    },
  );
  try {
    await new Demo(service.url, teller, new Mailbox(join(folder, 'mail'))).play();
  } finally {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(
      `The demonstration stopped: ${error instanceof Error ? error.message : 'unknown fault'}\n`,
    );
    process.exit(1);
  },
);
