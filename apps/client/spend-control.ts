import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './api.js';
import { patientFetch } from './patient-fetch.js';

/** The API, every route with the types of what it takes and answers. */
export type SpendControl = Client<paths>;

/** What the API answers, by the name its description gives it. */
export type Schemas = components['schemas'];

/** Where the API is, and who asks. */
export interface SpendControlAccess {
  /** Of the service, without `/api/v1`. */
  readonly url: string;
  /** One made under “Your tokens”, or given by an issuer of OAuth 2.0. */
  readonly token: string;
}

/** A client of the API, made from its description. Comes back by itself when the service asks it to (429, 503). */
export function spendControl({ url, token }: SpendControlAccess): SpendControl {
  return createClient<paths>({
    baseUrl: url,
    headers: { authorization: `Bearer ${token}` },
    fetch: async (request: Request) => fromTheService(await patientFetch(request), url),
  });
}

/** The service did not do what it was asked. */
export class AnswerError extends Error {
  constructor(
    readonly status: number,
    problem: Schemas['Problem'] | undefined,
  ) {
    super(`The service answered ${String(status)}: ${problem?.detail ?? 'it did not say why'}`);
    this.name = 'AnswerError';
  }
}

/** What answers at an address is another program, or stands before the service and answers for it. */
export class AnotherProgramError extends Error {
  constructor(url: string, answered: string) {
    super(
      `What answers at ${url} is not this service: it answered ${answered}. Give the address of the service as it stands in a browser, without a path.`,
    );
    this.name = 'AnotherProgramError';
  }
}

/** What the service answers with: JSON, or a file. */
const OF_THE_SERVICE = /^(application\/|text\/csv|text\/plain)/;
const SERVER_FAULT = 500;

/** The answer, where it can be one of the service. What fails further on says so by its status. @throws AnotherProgramError */
async function fromTheService(answer: Response, url: string): Promise<Response> {
  const type = answer.headers.get('content-type') ?? '';
  const isEmpty = answer.status === 204 || answer.status === 304;
  if (isEmpty || answer.status >= SERVER_FAULT || answer.status === 429 || OF_THE_SERVICE.test(type))
    return answer;
  await answer.body?.cancel();
  throw new AnotherProgramError(
    url,
    `${String(answer.status)} with ${type === '' ? 'nothing this client knows' : type}`,
  );
}
