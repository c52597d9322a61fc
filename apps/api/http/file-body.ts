import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sizeInWords } from '#domain';
import { ProblemError, problemOf } from '#platform';

/** Media type a file is sent as, whatever it is: what it is is told by its content. */
export const FILE_TYPE = 'application/octet-stream';

/** JSON is understood everywhere; the route says what it takes instead, to whom it may be said. */
const LEFT_TO_THE_ROUTE: ReadonlySet<string> = new Set([FILE_TYPE, 'application/json']);
/** What is told to who sends a file in another way. */
export const SEND_THE_FILE = `Send the file itself as the body, with “Content-Type: ${FILE_TYPE}” and its name in “File-Name”.`;

/** A body that is a file: read as it arrives, once, and never held whole. */
export class FileBody implements AsyncIterable<Uint8Array> {
  constructor(private readonly arriving: IncomingMessage) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      // Whoever stops reading must still be able to answer on the connection.
      yield* this.arriving.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    } finally {
      // A sender who is still sending would not look for the answer, so the rest is let through.
      this.arriving.resume();
    }
  }

  /** The body is not part of what names a request: its checksum is, once it has been read. */
  toJSON(): null {
    return null;
  }
}

function takesFiles({ method, routeOptions }: FastifyRequest): boolean {
  return method === 'POST' && routeOptions.url?.endsWith('/attachments') === true;
}

/** Lets the routes that attach files take them, up to so many bytes; all others go on taking what they take. */
export function acceptFiles(fastify: FastifyInstance, limit: number): void {
  // Whatever else is sent there is told what is taken: a form with the file in it, most often.
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    const sent = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    if (sent === undefined || LEFT_TO_THE_ROUTE.has(sent) || !takesFiles(request)) done(null, payload);
    else done(new ProblemError(problemOf('unsupported-media-type', SEND_THE_FILE)));
  });
  fastify.addContentTypeParser(FILE_TYPE, { bodyLimit: limit }, (request, payload, done) => {
    if (!takesFiles(request))
      done(
        new ProblemError(
          problemOf(
            'unsupported-media-type',
            'Send the body as JSON, with “Content-Type: application/json”.',
          ),
        ),
      );
    else if (Number(request.headers['content-length'] ?? 0) > limit)
      done(
        new ProblemError(
          problemOf(
            'body-too-large',
            `The file is larger than ${sizeInWords(limit)}, the most that can be attached. Send a smaller one.`,
          ),
        ),
      );
    else done(null, new FileBody(payload));
  });
}
