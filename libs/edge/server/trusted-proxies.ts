import { proxiesOf, type Config } from '#platform';

/** Whose `X-Forwarded-For` is believed, as Fastify takes it: nobody's unless the configuration names them. */
export function trustedProxies({ trustedProxies: list }: Pick<Config, 'trustedProxies'>): false | string[] {
  return list === null ? false : [...proxiesOf(list)];
}
