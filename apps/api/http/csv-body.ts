import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { badRequest, ProblemError, problemOf } from '#platform';

/** Media type of a body of comma-separated values. */
export const CSV_TYPE = 'text/csv';
/** JSON is understood everywhere; the route says what it takes instead, to whom it may be said. */
const LEFT_TO_THE_ROUTE: ReadonlySet<string> = new Set([CSV_TYPE, 'application/json']);
const SEND_CSV = `Send comma-separated values, with “Content-Type: ${CSV_TYPE}”.`;

/** A body of comma-separated values that is read as it arrives, once, and never held whole. */
export class CsvBody implements AsyncIterable<Uint8Array> {
  constructor(
    private readonly arriving: IncomingMessage,
    private readonly limit: number,
  ) {}

  /** @throws ProblemError 413 as soon as more than the limit has arrived */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    try {
      // Whoever stops reading must still be able to answer on the connection.
      for await (const piece of this.arriving.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        bytes += piece.length;
        if (bytes > this.limit) throw tooLarge(this.limit);
        yield piece;
      }
    } finally {
      // What nobody reads is let through, until the time a request may take is over: a sender who is still sending
      // would not look for the answer, and the connection would stay open.
      this.arriving.resume();
    }
  }

  /**
   * Lets it arrive in a temporary file, then does some work on that, so that the work neither waits for a slow sender,
   * with a transaction open, nor keeps a quick one waiting. The file is gone afterwards.
   * @throws ProblemError 413 when it is too large; whatever `work` throws
   */
  async onceArrived<Result>(work: (pieces: AsyncIterable<Uint8Array>) => Promise<Result>): Promise<Result> {
    const folder = await mkdtemp(join(tmpdir(), `spend-control-body-${String(process.pid)}-`));
    try {
      const file = join(folder, 'body');
      await pipeline(Readable.from(this), createWriteStream(file, { mode: 0o600 }));
      return await work(createReadStream(file) as AsyncIterable<Uint8Array>);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** The body is not part of what names a request: it is gone once it has been read. */
  toJSON(): null {
    return null;
  }
}

const MEBIBYTE = 1_048_576;

function tooLarge(limit: number): ProblemError {
  return new ProblemError(
    problemOf(
      'body-too-large',
      `The file is larger than the ${String(limit / MEBIBYTE)} MiB taken here. Cut it into several, or import it on the command line.`,
    ),
  );
}

/** The body of a request as comma-separated values. @throws ProblemError 400 or 415 where it is none */
export function csvOf({ body }: FastifyRequest): CsvBody {
  if (body instanceof CsvBody) return body;
  if (body === undefined || body === null)
    throw badRequest('The body is empty. Send the file as comma-separated values, with a header.');
  throw new ProblemError(problemOf('unsupported-media-type', SEND_CSV));
}

/**
 * Lets some routes take comma-separated values, up to so many bytes each; all others go on taking JSON alone.
 * @param limits bytes, by path
 */
export function acceptCsv(fastify: FastifyInstance, limits: Readonly<Record<string, number>>): void {
  const most = Math.max(...Object.values(limits));
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    const sent = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    const takesCsv = request.method === 'POST' && limits[request.routeOptions.url ?? ''] !== undefined;
    if (!takesCsv || sent === undefined || LEFT_TO_THE_ROUTE.has(sent)) done(null, payload);
    else done(new ProblemError(problemOf('unsupported-media-type', SEND_CSV)));
  });
  fastify.addContentTypeParser(CSV_TYPE, { bodyLimit: most }, (request, payload, done) => {
    const limit = limits[request.routeOptions.url ?? ''];
    if (limit === undefined)
      done(
        new ProblemError(
          problemOf(
            'unsupported-media-type',
            'Send the body as JSON, with “Content-Type: application/json”.',
          ),
        ),
      );
    else if (Number(request.headers['content-length'] ?? 0) > limit) done(tooLarge(limit));
    else done(null, new CsvBody(payload, limit));
  });
}
