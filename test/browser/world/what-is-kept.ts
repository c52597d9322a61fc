import type { Visitor } from './visitor.js';

/** Everything a browser keeps of the service, as text: cookies and what scripts can keep. */
export interface Kept {
  readonly cookies: Readonly<Record<string, string>>;
  /** Names and values in `localStorage` and `sessionStorage`. */
  readonly storage: readonly (readonly [string, string])[];
  /** Names of databases and caches. */
  readonly stores: readonly string[];
}

/** Asked in the page, whose types are not ours. Caches are there where there is TLS, or on one's own machine. */
const ASKED = `(async () => ({
  storage: [...Object.entries(localStorage), ...Object.entries(sessionStorage)],
  stores: [
    ...(await indexedDB.databases()).map(({ name }) => String(name)),
    ...('caches' in window ? await caches.keys() : []),
  ],
}))()`;

/** Everything the browser of a visitor keeps, on the page they are on. */
export async function whatIsKept({ page }: Visitor): Promise<Kept> {
  const cookies = (await page.context().cookies()).map(({ name, value }) => [name, value] as const);
  const rest = await page.evaluate<Omit<Kept, 'cookies'>>(ASKED);
  return { cookies: Object.fromEntries(cookies), ...rest };
}
