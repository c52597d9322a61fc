import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An email GOV.UK Notify has taken. */
export interface TakenEmail {
  readonly id: string;
  readonly reference: string;
  readonly email_address: string;
  readonly template_id: string;
  readonly personalisation: { readonly subject: string; readonly body: string };
}

/**
 * What it answers to the next email: a status with the documented error; `lose-answer` takes the email and breaks the
 * connection before saying so; `hang` never answers; `elsewhere` sends to another address of the same server.
 */
export type NotifyBehaviour = 201 | 400 | 403 | 429 | 500 | 'lose-answer' | 'hang' | 'elsewhere';

/** Answers as GOV.UK Notify's REST documentation gives them (https://docs.notifications.service.gov.uk/rest-api.html). */
const ERRORS: Readonly<Record<400 | 403 | 429 | 500, { error: string; message: string }>> = {
  400: {
    error: 'ValidationError',
    message: 'email_address reader@home-office.example is not a valid email address',
  },
  403: { error: 'AuthError', message: 'Invalid token: API key not found' },
  429: { error: 'TooManyRequestsError', message: 'Exceeded send limits (50,000) for today' },
  500: { error: 'Exception', message: 'Internal server error' },
};

/** A small stand-in for GOV.UK Notify that checks who is asking. */
export interface NotifyServer {
  readonly url: string;
  readonly taken: readonly TakenEmail[];
  /** How many times somebody asked what it has by a reference. */
  lookUps(): number;
  script(...behaviours: NotifyBehaviour[]): void;
  close(): Promise<void>;
}

/** @param apiKey name, service id and secret, joined by hyphens, as GOV.UK Notify gives them out */
export async function startNotifyServer(apiKey: string): Promise<NotifyServer> {
  const secret = apiKey.slice(-36);
  const serviceId = apiKey.slice(-73, -37);
  const taken: TakenEmail[] = [];
  const script: NotifyBehaviour[] = [];
  let lookUps = 0;

  function answer(response: ServerResponse, status: number, body: object): void {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  function fail(response: ServerResponse, status: 400 | 403 | 429 | 500): void {
    answer(response, status, { status_code: status, errors: [ERRORS[status]] });
  }

  async function takeEmail(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const email = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Omit<TakenEmail, 'id'>;
    const behaviour = script.shift() ?? 201;
    if (behaviour === 'hang') return;
    if (behaviour === 'elsewhere') {
      response.writeHead(307, { location: request.url }).end();
      return;
    }
    if (behaviour !== 201 && behaviour !== 'lose-answer') {
      fail(response, behaviour);
      return;
    }
    const id = `740e5834-3a29-46b4-9a6f-16142fde53${String(taken.length).padStart(2, '0')}`;
    taken.push({ id, ...email });
    if (behaviour === 'lose-answer') request.socket.destroy();
    else
      answer(response, 201, {
        id,
        reference: email.reference,
        content: { ...email.personalisation, from_email: 'spend-control@notifications.example' },
        uri: `/v2/notifications/${id}`,
        template: { id: email.template_id, version: 1, uri: `/v2/template/${email.template_id}` },
      });
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (!isSigned(request.headers.authorization, secret, serviceId)) fail(response, 403);
    else if (request.method === 'POST' && url.pathname === '/v2/notifications/email')
      takeEmail(request, response).catch(() => response.destroy());
    else if (request.method === 'GET' && url.pathname === '/v2/notifications') {
      lookUps += 1;
      const reference = url.searchParams.get('reference');
      const found = taken.filter((email) => email.reference === reference);
      answer(response, 200, {
        notifications: found.map(({ id, reference: own }) => ({
          id,
          reference: own,
          type: 'email',
          status: 'sending',
        })),
        links: { current: request.url },
      });
    } else answer(response, 404, { status_code: 404, errors: [] });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    taken,
    lookUps: () => lookUps,
    script: (...behaviours) => {
      script.splice(0, script.length, ...behaviours);
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** Whether the token is a JWT signed by the secret (HS256) and issued by the service. */
function isSigned(authorization: string | undefined, secret: string, serviceId: string): boolean {
  const [header, claims, signature] = (authorization ?? '').replace('Bearer ', '').split('.');
  if (header === undefined || claims === undefined) return false;
  const expected = createHmac('sha256', secret).update(`${header}.${claims}`).digest('base64url');
  const { iss, iat } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as {
    iss?: string;
    iat?: number;
  };
  return signature === expected && iss === serviceId && typeof iat === 'number';
}
