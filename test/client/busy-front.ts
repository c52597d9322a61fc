import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before a service and has requests come again later. */
export interface BusyFront {
  readonly url: string;
  /** What the next requests are answered with instead of being passed on, one for each. */
  readonly refusals: { readonly status: 429 | 503; readonly retryAfter: string }[];
  /** How many requests came, refused or not. */
  asked: number;
  close(): Promise<void>;
}

/** @param url of the service behind it */
export async function startBusyFront(url: string): Promise<BusyFront> {
  const server = createServer((asked, answer) => {
    front.asked += 1;
    const refusal = front.refusals.shift();
    if (refusal !== undefined) {
      answer.writeHead(refusal.status, { 'retry-after': refusal.retryAfter }).end();
      return;
    }
    const { method, headers } = asked;
    const passedOn = request(new URL(asked.url ?? '/', url), { method, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 500, answered.headers);
      answered.pipe(answer);
    });
    passedOn.once('error', () => answer.destroy());
    asked.pipe(passedOn);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const front: BusyFront = {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    refusals: [],
    asked: 0,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return front;
}
