import type { CookieSerializeOptions } from '@fastify/cookie';
import type { Config } from '#platform';

/** Cookies of this service. They are needed for it to work, so nobody is asked about them. */
export interface CookieSettings {
  readonly session: string;
  readonly csrf: string;
  /** The key of sign-ins at identity providers that are under way. */
  readonly signIn: string;
  readonly options: Readonly<CookieSerializeOptions>;
}

/**
 * Names and settings of the cookies. `__Host-` keeps them from other hosts and paths, and asks for TLS, which one's own
 * machine has not.
 */
export function cookiesFor({ appMode }: Pick<Config, 'appMode'>): CookieSettings {
  const secure = appMode === 'server';
  const prefix = secure ? '__Host-' : '';
  return {
    session: `${prefix}session`,
    csrf: `${prefix}form`,
    signIn: `${prefix}sign-in`,
    // Lax, not strict: whoever follows the link of an email is signed in when they arrive. Forms are guarded apart.
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure },
  };
}
