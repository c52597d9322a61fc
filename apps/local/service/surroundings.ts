import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** Something the person at the terminal can put right. */
export class LocalStartError extends Error {}

/** The project's folder, wherever this file runs from. */
export function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/**
 * Makes sure that nothing else listens on a port.
 * @throws LocalStartError saying how to choose another
 */
export async function ensurePortIsFree(host: string, port: number): Promise<void> {
  await new Promise<void>((done, fail) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      fail(
        error.code === 'EADDRINUSE'
          ? new LocalStartError(
              `Port ${String(port)} is taken by another program (perhaps this one, started before).\nStop that program, or choose another port:  HTTP_PORT=${String(port + 1)} npm start`,
            )
          : new LocalStartError(`Port ${String(port)} cannot be used: ${error.message}`),
      );
    });
    server.listen(port, host, () => {
      server.close(() => {
        done();
      });
    });
  });
}
