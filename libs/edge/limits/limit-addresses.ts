import { createHash } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { SHORT_LIVED_DIGEST, addressGroup } from '#domain';
import { countedByAddress } from './limit-guard.js';
import { RequestLimits } from './request-limits.js';

/** How requests of nobody are told apart. */
export interface AddressLimiting {
  /** The token or cookie a request carries; `undefined` for none. */
  readonly credentialOf: (request: FastifyRequest) => string | undefined;
  /** Addresses below which nothing is counted: files anybody may have, which cost next to nothing. */
  readonly free?: string;
  /** Addresses forms with a code from an email are sent to: how many are tried is counted apart. */
  readonly takesCodes?: readonly string[];
}

/**
 * Counts, by their address, requests of nobody who is signed in. Who carries no token or cookie is refused before
 * anything is looked up; so is who keeps sending ones that are nobody's. People who are signed in are not held up by what
 * others do at the same address. Call it before the routes are registered.
 */
export function limitAddresses(
  app: NestFastifyApplication,
  { credentialOf, free, takesCodes = [] }: AddressLimiting,
): void {
  const limits = app.get(RequestLimits, { strict: false });
  const recognised = new RecognisedLately();
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { url = '' } = request.routeOptions;
    if (free !== undefined && url.startsWith(free)) {
      done();
      return;
    }
    const credential = credentialOf(request);
    const from = addressGroup(request.ip);
    const isTry = request.method === 'POST' && takesCodes.includes(url);
    const work = isTry ? [limits.take('link', from)] : [];
    if (credential === undefined) {
      countedByAddress(request);
      work.push(limits.take('address', from));
    } else
      work.push(
        limits.refuseBeyond('unrecognised', from).catch((refusal: unknown) => {
          if (!recognised.has(credential)) throw refusal;
        }),
      );
    Promise.all(work).then(() => {
      done();
    }, done);
  });
  fastify.addHook('onResponse', (request, _reply, done) => {
    done();
    const credential = credentialOf(request);
    if (credential === undefined) return;
    const { person } = request as { person?: object };
    if (person !== undefined) recognised.add(credential);
    else limits.take('unrecognised', addressGroup(request.ip)).catch(() => undefined);
  });
}

/** Most tokens and cookies remembered; where there are more, all are learnt anew. */
const MOST_REMEMBERED = 10_000;

/**
 * Hashes of tokens and cookies that were somebody's a moment ago. It decides only who is refused without a look, never who
 * is let in.
 */
class RecognisedLately {
  private readonly known = new Set<string>();

  has(credential: string): boolean {
    return this.known.has(digestOf(credential));
  }

  add(credential: string): void {
    if (this.known.size >= MOST_REMEMBERED) this.known.clear();
    this.known.add(digestOf(credential));
  }
}

function digestOf(credential: string): string {
  return createHash(SHORT_LIVED_DIGEST).update(credential).digest('base64');
}
