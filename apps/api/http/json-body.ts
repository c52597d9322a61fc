import type { FastifyInstance } from 'fastify';
import { shapeFaultOf } from '#edge';
import { badRequest, ProblemError, problemOf } from '#platform';

/** The text of a body; `null` when its bytes are not UTF-8. Read more kindly, they would be kept as something else. */
function textOf(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

/** Whether a Content-Type says that the text is in another encoding than JSON has (RFC 8259, section 8.1). */
function isOtherwiseEncoded(contentType: string | undefined): boolean {
  const [, charset] = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(contentType ?? '') ?? [];
  return charset !== undefined && !/^utf-?8$/i.test(charset);
}

const OTHERWISE_ENCODED = problemOf('unsupported-media-type', 'Send JSON encoded in UTF-8.');

/**
 * Makes JSON the only thing a body may be. Keys that would reach a prototype are refused, and so are
 * bodies of a shape that would take long to check, before anything checks them.
 */
export function acceptOnlyJson(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (isOtherwiseEncoded(request.headers['content-type'])) {
      done(new ProblemError(OTHERWISE_ENCODED));
      return;
    }
    const text = textOf(body as Buffer);
    if (text === null) {
      done(badRequest('The body is not valid UTF-8. Send JSON encoded in UTF-8.'));
      return;
    }
    void parse(request, text, (error, parsed) => {
      const fault = error === null ? shapeFaultOf(parsed) : null;
      if (fault === null) done(error, parsed);
      else done(badRequest(fault));
    });
  });
}
