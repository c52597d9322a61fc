import { lookup } from 'node:dns/promises';
import { request as requestPlain } from 'node:http';
import { request as requestSecure, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { AttemptResult } from '#persistence';

/** One address a name stands for. */
export interface Resolved {
  readonly address: string;
  readonly family: number;
}

/** Looks up what a name stands for. */
export abstract class NameResolution {
  /** @throws when the name stands for nothing */
  abstract addressesOf(host: string): Promise<readonly Resolved[]>;
}

/** As the machine itself does. */
export class SystemResolution extends NameResolution {
  override addressesOf(host: string): Promise<readonly Resolved[]> {
    return lookup(host, { all: true });
  }
}

/** A name stands for an address that is not on the public internet. */
class AddressRefused extends Error {}

/** Addresses in the public range at which a cloud answers its own machines. */
const NOT_PUBLIC: ReadonlySet<string> = new Set(['168.63.129.16']);

/** All that is given out of IPv6 for the public internet (RFC 4291, and IANA since): what lies outside is for other uses. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether an address is on the public internet: not one's own machine, network, cloud, or another address in disguise. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const known = ipaddr.process(address);
  return (
    known.range() === 'unicast' &&
    !NOT_PUBLIC.has(known.toNormalizedString()) &&
    (known instanceof ipaddr.IPv4 || known.match(GLOBAL_UNICAST))
  );
}

/** Ends of names that stand for one's own machine or network wherever they are looked up (RFC 6761, 6762, 8375). */
const LOCAL_ENDINGS = ['.localhost', '.local', '.internal', '.home.arpa'];
const THIS_MACHINE = '127.0.0.1';

/** Whether a name is one's own machine's, or its network's: a name without a dot is on no public network either. */
function isLocalName(host: string): boolean {
  const name = host.replace(/\.$/, '').toLowerCase();
  return !name.includes('.') || LOCAL_ENDINGS.some((ending) => name.endsWith(ending));
}

/** The address in the URL, where it has one in place of a name, or a name that can be no other machine's. */
function literalOf(url: URL): string | null {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return host;
  return isLocalName(host) ? THIS_MACHINE : null;
}

/**
 * What to do about an address that may not be called, as a sentence without a full stop, as far as that can be said
 * without looking up its name; `null` where it may be.
 * @param allowPrivate also plain HTTP
 */
export function whyNotCallable(text: string, allowPrivate: boolean): string | null {
  const schemes = allowPrivate ? ['https:', 'http:'] : ['https:'];
  if (!URL.canParse(text)) return `Enter a web address that begins with ${schemes.join('// or ')}//`;
  const url = new URL(text);
  if (text.includes('#')) return 'Take the “#” and what comes after it out of the address: it is never sent';
  if (url.username !== '' || url.password !== '')
    return 'Take the user name and password out of the address: messages are signed with a secret instead';
  if (!schemes.includes(url.protocol))
    return `Enter a web address that begins with ${schemes.join('// or ')}//`;
  const literal = literalOf(url);
  return allowPrivate || literal === null || isPublicAddress(literal)
    ? null
    : 'Enter an address on the public internet: addresses of private networks are not called';
}

/** Whether an address may be called at all, as far as can be said without looking up its name. */
export function isCallable(text: string, allowPrivate: boolean): boolean {
  return whyNotCallable(text, allowPrivate) === null;
}

/** How an address is called. */
export interface CallRules {
  /** Also plain HTTP. Only for one's own machine. */
  readonly allowPrivate: boolean;
  /** Longest for everything, from looking up the name to the status. */
  readonly timeoutMs: number;
  readonly resolution: NameResolution;
}

/** What came of a call, and when it asks to be called again: the header `Retry-After`. */
export interface CallResult extends AttemptResult {
  readonly retryAfter: string | null;
}

/**
 * Sends one message. The name is looked up once, and the connection goes to what was found and allowed: a name that
 * stands for something else a moment later changes nothing. Another address in the answer is never followed, and no more
 * of an answer is read than its status and when to try again. Never throws.
 */
export async function callWebhook(
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  rules: CallRules,
): Promise<CallResult> {
  const began = performance.now();
  const result = await send(address, headers, body, rules);
  return { ...result, milliseconds: Math.round(performance.now() - began) };
}

type Result = Omit<CallResult, 'milliseconds'>;

function send(
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  { allowPrivate, timeoutMs, resolution }: CallRules,
): Promise<Result> {
  if (!isCallable(address, allowPrivate))
    return Promise.resolve({ outcome: 'address-refused', statusCode: null, retryAfter: null });
  const url = new URL(address);
  const signal = AbortSignal.timeout(timeoutMs);
  const options: RequestOptions = {
    method: 'POST',
    // A connection of its own, so that the name is looked up, and looked at, every time.
    agent: false,
    signal,
    lookup: checkedLookup(resolution, allowPrivate),
    headers: {
      ...headers,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'spend-control-webhooks',
    },
  };
  return new Promise((resolve) => {
    const request = url.protocol === 'https:' ? requestSecure(url, options) : requestPlain(url, options);
    request.on('response', (response) => {
      const statusCode = response.statusCode ?? 0;
      const retryAfter = response.headers['retry-after'] ?? null;
      resolve({ outcome: outcomeOf(statusCode), statusCode, retryAfter });
      response.destroy();
    });
    request.on('error', (error) => {
      const outcome =
        error instanceof AddressRefused ? 'address-refused' : signal.aborted ? 'timed-out' : 'unreachable';
      resolve({ outcome, statusCode: null, retryAfter: null });
    });
    request.end(body);
  });
}

function outcomeOf(status: number): Result['outcome'] {
  if (status >= 200 && status < 300) return 'delivered';
  return status >= 300 && status < 400 ? 'redirected' : 'not-accepted';
}

/** Gives what a name stands for only where all of it may be called. */
function checkedLookup(resolution: NameResolution, allowPrivate: boolean): LookupFunction {
  return (host, { all }, done) => {
    resolution.addressesOf(host).then(
      (found) => {
        const [first] = found;
        if (first === undefined || (!allowPrivate && !found.every((one) => isPublicAddress(one.address))))
          done(new AddressRefused('The name stands for an address that is not public'), '', 0);
        else if (all === true) done(null, [...found]);
        else done(null, first.address, first.family);
      },
      (error: unknown) => {
        done(error instanceof Error ? error : new Error('The name could not be looked up'), '', 0);
      },
    );
  };
}
