import { connect, type NetConnectOpts, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { Scanner, ScannerError, type Verdict } from './scanner.js';

/** Longest clamd may be silent, in milliseconds, while it takes a file or thinks about it. */
const PATIENCE_MS = 60_000;
/** Longest a sign of life may take, in milliseconds. */
const PING_MS = 1_500;
/** Bytes sent in one piece, each with its length before it. */
const PIECE_BYTES = 65_536;
/** Longest answer that is read, in characters. */
const LONGEST_ANSWER = 4_096;

const NUL = '\0';

/**
 * Speaks to ClamAV's clamd, by the protocol of its manual (clamd(8)): `zINSTREAM`, pieces with their length in four
 * bytes before each, a length of nought at the end, and one answer that ends with a NUL.
 */
export class ClamdScanner extends Scanner {
  override readonly isThere = true;

  /** @param at host and port, or the path of a socket */
  constructor(
    private readonly at: NetConnectOpts,
    private readonly patienceMs = PATIENCE_MS,
  ) {
    super();
  }

  override async scan(content: Readable): Promise<Verdict> {
    try {
      return verdictOf(await this.talk('zINSTREAM', content, this.patienceMs));
    } finally {
      content.destroy();
    }
  }

  override async check(): Promise<void> {
    const answer = await this.talk('zPING', null, PING_MS);
    if (answer !== 'PONG') throw new ScannerError('clamd did not answer as it should');
  }

  /** Says one thing and reads the one answer. */
  private talk(command: string, content: Readable | null, patienceMs: number): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.at);
      let answer = '';
      const finish = (act: () => void): void => {
        socket.removeAllListeners();
        // What a closed connection still reports is of no interest.
        socket.on('error', () => undefined);
        socket.destroy();
        content?.destroy();
        act();
      };
      const fail = (why: string): void => {
        finish(() => {
          reject(new ScannerError(why));
        });
      };
      socket.setTimeout(patienceMs, () => {
        fail('clamd was silent for too long');
      });
      socket.on('error', (error: NodeJS.ErrnoException) => {
        fail(`clamd cannot be reached (${error.code ?? 'no reason given'})`);
      });
      socket.on('close', () => {
        fail('clamd closed the connection without an answer');
      });
      socket.on('data', (piece) => {
        answer += piece.toString('utf8');
        const end = answer.indexOf(NUL);
        if (end !== -1)
          finish(() => {
            resolve(answer.slice(0, end).trim());
          });
        else if (answer.length > LONGEST_ANSWER) fail('clamd answered at too great a length');
      });
      socket.once('connect', () => {
        socket.write(`${command}${NUL}`);
        if (content !== null)
          send(socket, content).catch(() => {
            fail('The file could not be read to its end');
          });
      });
    });
  }
}

async function send(socket: Socket, content: Readable): Promise<void> {
  for await (const whole of content as AsyncIterable<Buffer>)
    for (let from = 0; from < whole.length; from += PIECE_BYTES) {
      if (socket.destroyed) return;
      const piece = whole.subarray(from, from + PIECE_BYTES);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(piece.length);
      socket.write(length);
      if (!socket.write(piece)) await drained(socket);
    }
  if (!socket.destroyed) socket.write(Buffer.alloc(4));
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resume) => {
    const go = (): void => {
      clearInterval(watch);
      socket.off('drain', go);
      resume();
    };
    // Whoever is done with the connection takes every listener away, this one too.
    const watch = setInterval(() => {
      if (socket.destroyed) go();
    }, 200);
    socket.once('drain', go);
  });
}

/** @throws ScannerError for anything that is neither clean nor found */
function verdictOf(answer: string): Verdict {
  if (answer === 'stream: OK') return { clean: true };
  const found = /^stream: (.{1,200}) FOUND$/.exec(answer)?.[1];
  if (found !== undefined) return { clean: false, signature: found };
  throw new ScannerError(
    answer.includes('size limit exceeded')
      ? 'The file is larger than clamd takes (StreamMaxLength)'
      : 'clamd could not look at the file',
  );
}
