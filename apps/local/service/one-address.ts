import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';

/** Addresses the API answers; all others are pages. */
const OF_THE_API = /^\/(api|health)(\/|\?|$)/;

/**
 * Serves the pages at the address of the API: what is not the API's is handed to them. The server keeps the limits and
 * time-outs the API gave it.
 */
export function serveBoth(
  server: Server,
  pages: (request: IncomingMessage, response: ServerResponse) => void,
): void {
  const answers = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse & { req: IncomingMessage }) => {
    if (!OF_THE_API.test(request.url ?? '/')) pages(request, response);
    else for (const answer of answers) answer(request, response);
  });
}
