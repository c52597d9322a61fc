import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** Stands between the service and PostgreSQL, and can keep everything from passing, as when its process stands still. */
export interface StillDatabase {
  /** Address of the database by way of it. */
  readonly url: string;
  /** Lets nothing pass any more in either direction; connections are taken, and never answered. */
  stop(): void;
  goOn(): void;
  close(): Promise<void>;
}

/** @param url address of the database */
export async function stillDatabase(url: string): Promise<StillDatabase> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let isStill = false;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (bytes) => upstream.write(bytes));
    upstream.on('data', (bytes) => client.write(bytes));
    if (isStill) for (const socket of [client, upstream]) socket.pause();
  });
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', resume));
  const by = new URL(url);
  by.hostname = '127.0.0.1';
  by.port = String((server.address() as AddressInfo).port);
  return {
    url: by.href,
    stop: () => {
      isStill = true;
      for (const socket of sockets) socket.pause();
    },
    goOn: () => {
      isStill = false;
      for (const socket of sockets) socket.resume();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resume) => server.close(resume));
    },
  };
}
