import type { FastifyInstance } from 'fastify';
import { badRequest } from '#platform';

/** Deepest nesting of a body; no request of this service needs more than a handful of levels. */
export const DEEPEST_BODY = 20;

/** Whether a value is nested more deeply than `limit`. Without recursion, which a hostile body could exhaust. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    const next: unknown[] = [];
    for (const item of level)
      if (typeof item === 'object' && item !== null)
        for (const child of Object.values(item))
          if (typeof child === 'object' && child !== null) next.push(child);
    level = next;
  }
  return false;
}

/** The text of a body; `null` when its bytes are not UTF-8. Read more kindly, they would be kept as something else. */
function textOf(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

/** Makes JSON the only thing a body may be. Keys that would reach a prototype are refused. */
export function acceptOnlyJson(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = textOf(body as Buffer);
    if (text === null) {
      done(badRequest('The body is not valid UTF-8. Send JSON encoded in UTF-8.'));
      return;
    }
    void parse(request, text, (error, parsed) => {
      if (error === null && isDeeperThan(parsed, DEEPEST_BODY))
        done(badRequest(`The body is nested too deeply. Use at most ${DEEPEST_BODY} levels.`));
      else done(error, parsed);
    });
  });
}
