import passport from 'passport';

const { Authenticator } = passport;
export type Authenticator = InstanceType<typeof Authenticator>;

/** What a strategy reads of a request. */
export interface StrategyRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Network address it comes from. */
  readonly from?: string;
}

/** A Passport of one's own; the process-wide one would mix up two applications in one process. */
export function newAuthenticator(): Authenticator {
  return new Authenticator();
}

/**
 * The one bridge between Fastify and Passport. Passport's middleware writes on the request and, to redirect, on the
 * reply, in Express's way. None of the strategies here redirects, so they get a small request of their own and no
 * reply: a token in a query string or a body, which logs and caches would keep, cannot reach them either.
 *
 * @returns what the strategy's `validate` gave, or `null` when it refused
 */
export async function authenticateWith<Identity>(
  authenticator: Authenticator,
  strategy: string,
  request: StrategyRequest,
): Promise<Identity | null> {
  return new Promise((resolve, reject) => {
    const settle = (error: unknown, identity?: Identity | false | null): void => {
      if (error === null || error === undefined) resolve(identity === false ? null : (identity ?? null));
      else reject(error instanceof Error ? error : new Error('Passport failed', { cause: error }));
    };
    const middleware = authenticator.authenticate(strategy, { session: false }, settle) as (
      request: unknown,
      response: unknown,
      next: (error?: unknown) => void,
    ) => void;
    middleware({ ...request, query: {} }, {}, (error) => {
      settle(error ?? new Error(`The ${strategy} strategy passed the request on`));
    });
  });
}
