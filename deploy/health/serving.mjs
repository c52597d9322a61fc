// Health check of what answers HTTP, the API and the pages: whether work can be sent to it. Where it serves HTTPS, it is
// asked by the name in its certificate, and by somebody who has that certificate.
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { get as getPlainly } from 'node:http';
import { get as getSecurely } from 'node:https';

const {
  HTTP_PORT: port = '3000',
  HTTP_TLS_CERTIFICATE,
  HTTP_TLS_KEY,
  HTTP_TLS_CLIENT_AUTHORITY,
} = process.env;
const at = { host: '127.0.0.1', port, path: '/health/ready', timeout: 4_000 };

function ask() {
  if (!HTTP_TLS_CERTIFICATE) return getPlainly(at);
  const cert = readFileSync(HTTP_TLS_CERTIFICATE, 'utf8');
  const [, servername] = /DNS:([^,\s]+)/.exec(new X509Certificate(cert).subjectAltName ?? '') ?? [];
  const ca = HTTP_TLS_CLIENT_AUTHORITY ? readFileSync(HTTP_TLS_CLIENT_AUTHORITY) : undefined;
  return getSecurely({ ...at, servername, cert, key: readFileSync(HTTP_TLS_KEY), ca });
}

const request = ask();
request.once('response', ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1));
request.once('timeout', () => process.exit(1));
request.once('error', () => process.exit(1));
