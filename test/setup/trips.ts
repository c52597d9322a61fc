import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** One round trip: the statements that were sent before anything was waited for. */
export interface Trip {
  /** Names of the prepared statements, and the beginnings of texts of those without a name. */
  readonly statements: readonly string[];
}

/** Stands between the service and PostgreSQL and writes down every round trip. */
export interface TripCounter {
  /** Address of the database by way of the counter. */
  readonly url: string;
  /** Trips since this was asked last. */
  take(): readonly Trip[];
  close(): Promise<void>;
}

/**
 * Understands as much of PostgreSQL's protocol as tells round trips apart: whoever waits for answers has sent a Sync, or
 * a simple Query, before.
 *
 * @param url address of the database
 */
export async function countTrips(url: string): Promise<TripCounter> {
  const target = new URL(url);
  let trips: Trip[] = [];
  const sockets = new Set<Socket>();
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
    const reader = new FrontendReader((trip) => trips.push(trip));
    client.on('data', (bytes) => {
      reader.take(bytes);
    });
    client.pipe(upstream);
    upstream.pipe(client);
  });
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', resume));
  const counted = new URL(url);
  counted.hostname = '127.0.0.1';
  counted.port = String((server.address() as AddressInfo).port);
  return {
    url: counted.href,
    take: () => {
      const taken = trips;
      trips = [];
      return taken;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resume) => server.close(resume));
    },
  };
}

const LENGTH = 4;

/** Reads what a client sends: a start-up message without a type, then messages of a type and a length each. */
class FrontendReader {
  private rest = Buffer.alloc(0);
  private hasStarted = false;
  private statements: string[] = [];

  constructor(private readonly tell: (trip: Trip) => void) {}

  take(bytes: Buffer): void {
    this.rest = Buffer.concat([this.rest, bytes]);
    for (;;) {
      const head = this.hasStarted ? 1 : 0;
      if (this.rest.length < head + LENGTH) return;
      const length = head + this.rest.readUInt32BE(head);
      if (this.rest.length < length) return;
      const body = this.rest.subarray(head + LENGTH, length);
      if (this.hasStarted) this.message(String.fromCharCode(this.rest[0] ?? 0), body);
      // A request for encryption is answered with one byte, and the start-up message follows.
      else this.hasStarted = body.readUInt32BE(0) >>> 16 === 3;
      this.rest = this.rest.subarray(length);
    }
  }

  private message(type: string, body: Buffer): void {
    switch (type) {
      case 'B':
        this.statements.push(nameInBind(body) || '(without a name)');
        return;
      case 'Q':
        this.tell({ statements: [body.toString('utf8', 0, 60)] });
        return;
      case 'S':
        this.tell({ statements: this.statements });
        this.statements = [];
    }
  }
}

/** A Bind message names a portal and then the statement, each ended by a NUL. */
function nameInBind(body: Buffer): string {
  const portalEnd = body.indexOf(0);
  return body.toString('utf8', portalEnd + 1, body.indexOf(0, portalEnd + 1));
}
