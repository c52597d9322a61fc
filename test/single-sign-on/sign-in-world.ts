import { freePort } from '../../apps/local/postgres/embedded-postgres.js';
import { startPagesWorld, type PagesWorld } from '../web/pages-world.js';
import { startConfiguredProvider } from './provider-clients.js';
import type { TestProvider } from './test-provider.js';

/** A world with an identity provider, and without passwords. */
export interface SignInWorld extends PagesWorld {
  readonly provider: TestProvider;
}

/** Settings of a service on this machine that takes no passwords, at a port of its own. */
export async function signInSettings(): Promise<{
  readonly url: string;
  readonly settings: Record<string, string>;
}> {
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  // An issuer without TLS is for one machine alone.
  const settings = { APP_MODE: 'local', PASSWORD_SIGN_IN: 'off', HTTP_PORT: String(port), PUBLIC_URL: url };
  return { url, settings };
}

/** Starts it; `environment` changes settings, `changes` the provider whose people are found in the records. */
export async function startSignInWorld(
  environment: Record<string, string> = {},
  changes: Readonly<Record<string, unknown>> = {},
): Promise<SignInWorld> {
  const { url, settings } = await signInSettings();
  const { provider, environment: providers } = await startConfiguredProvider(url, changes);
  const world = await startPagesWorld({ ...settings, ...providers, ...environment });
  return {
    ...world,
    provider,
    close: async () => {
      await world.close();
      await provider.close();
    },
  };
}
