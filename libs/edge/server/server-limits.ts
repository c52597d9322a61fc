import type { Config } from '#platform';
import { tlsOptions } from './server-tls.js';
import { trustedProxies } from './trusted-proxies.js';

/** Longest a handler may take to begin its answer, in milliseconds. */
const ANSWER_LIMIT_MS = 60_000;
/** Longest a connection may be silent in the middle of something, in milliseconds. */
const SILENCE_LIMIT_MS = 120_000;
/** Longest a connection is kept for another request, in milliseconds: a little longer than proxies do. */
const KEPT_OPEN_MS = 65_000;
/** Longest one part of a path may be, in characters. */
const LONGEST_PATH_PART = 200;
/** Most bytes all headers of a request may have. */
const LARGEST_HEADERS_BYTES = 16_384;
/** Most headers a request may have; Node.js passes over any beyond. */
const MOST_HEADERS = 100;
/** Most requests on one connection, so that none stays with one process for ever. */
const MOST_REQUESTS_A_CONNECTION = 10_000;
/** Late requests are looked for this often, in milliseconds. */
const LATE_LOOKED_FOR_MS = 2_000;

/** Limits of an HTTP server and its TLS, the same for the API and the pages. After the OWASP Denial of Service Cheat Sheet. */
export function serverLimits(config: Config) {
  const requestTimeout = config.requestTimeoutSeconds * 1_000;
  const headersTimeout = Math.min(config.headersTimeoutSeconds * 1_000, requestTimeout);
  const http = {
    headersTimeout,
    maxHeaderSize: LARGEST_HEADERS_BYTES,
    maxHeadersCount: MOST_HEADERS,
    connectionsCheckingInterval: Math.min(LATE_LOOKED_FOR_MS, headersTimeout),
  };
  const tls = tlsOptions(config);
  return {
    bodyLimit: config.bodyLimitBytes,
    trustProxy: trustedProxies(config),
    requestTimeout,
    handlerTimeout: ANSWER_LIMIT_MS,
    connectionTimeout: SILENCE_LIMIT_MS,
    keepAliveTimeout: KEPT_OPEN_MS,
    maxRequestsPerSocket: MOST_REQUESTS_A_CONNECTION,
    // Connections nothing is under way on are closed when the server is told to stop; the others first finish.
    forceCloseConnections: 'idle' as const,
    maxParamLength: LONGEST_PATH_PART,
    // Fastify takes the settings of the server from the one or the other.
    ...(tls === null ? { http } : { https: { ...http, ...tls } }),
  };
}
