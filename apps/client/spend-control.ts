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
    fetch: patientFetch,
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
