import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { TLSSocket, type CipherNameAndProtocol } from 'node:tls';
import { problemOf, type Problem } from '#platform';

/** The answer to what is not even HTTP. */
export interface BrokenAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const MALFORMED = problemOf('bad-request', 'This is not a request HTTP/1.1 can be read from.');

/** What was wrong with a request that could not be read, by Node.js's code. */
const BY_CODE: Readonly<Record<string, Problem>> = {
  HPE_HEADER_OVERFLOW: problemOf('headers-too-large', 'The headers are larger than this service accepts.'),
  ERR_HTTP_REQUEST_TIMEOUT: problemOf(
    'request-timeout',
    'The request took too long to arrive. Send it again.',
  ),
};

/** Answers what is not even HTTP, or came too slowly, before there is a request to speak of, and ends the connection. */
export function refuseBrokenRequest(answerOf: (problem: Problem) => BrokenAnswer) {
  return (error: { readonly code?: string }, socket: Socket): void => {
    // Who has not come through the handshake of TLS could not read an answer, and is owed none.
    const isStranger = socket instanceof TLSSocket && !hasComeThrough(socket);
    if (error.code === 'ECONNRESET' || !socket.writable || isStranger) {
      socket.destroy();
      return;
    }
    const problem = BY_CODE[error.code ?? ''] ?? MALFORMED;
    const { headers, body } = answerOf(problem);
    const lines = Object.entries({
      ...headers,
      connection: 'close',
      'content-length': String(Buffer.byteLength(body)),
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}\r\n${lines.join('')}\r\n${body}`,
    );
  };
}

function hasComeThrough(socket: TLSSocket): boolean {
  // There is none before.
  return (socket.getCipher() as CipherNameAndProtocol | undefined) !== undefined;
}
