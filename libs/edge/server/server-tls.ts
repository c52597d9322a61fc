import { constants } from 'node:crypto';
import type { Server as HttpServer } from 'node:http';
import type { ServerOptions } from 'node:https';
import { Server as TlsServer, type PeerCertificate, type TLSSocket } from 'node:tls';
import { httpTls, OLDEST_TLS, type Config } from '#platform';

/** What Fastify is given where HTTPS is served; null for plain HTTP. */
export function tlsOptions(config: Config): ServerOptions | null {
  const files = httpTls(config);
  if (files === null) return null;
  const asksWho = config.httpTlsClientAuthority !== null;
  return {
    ...files,
    minVersion: OLDEST_TLS,
    requestCert: asksWho,
    rejectUnauthorized: asksWho,
    // A session that is taken up again shows no certificate, and would outlive the one it began with. Without tickets
    // there is nothing to take up: Node.js keeps no sessions by itself.
    ...(asksWho ? { secureOptions: constants.SSL_OP_NO_TICKET } : {}),
  };
}

/**
 * Where HTTPS is served and only some may connect, ends the connection of everybody else before they are listened to.
 * That the authority vouches for them has been seen to in the handshake.
 */
export function admitOnlyNamed(server: HttpServer, { httpTlsClients }: Config): void {
  if (httpTlsClients === null || !(server instanceof TlsServer)) return;
  const named = new Set(httpTlsClients.split(/\s+/));
  server.prependListener('secureConnection', (socket: TLSSocket) => {
    const { subject } = socket.getPeerCertificate() as Partial<PeerCertificate>;
    if (typeof subject?.CN !== 'string' || !named.has(subject.CN)) socket.destroy();
  });
}
