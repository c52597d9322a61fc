import { RouteConfig } from '@nestjs/platform-fastify';

/**
 * Declares settings of a route, beside those other decorators declare. What the server is told by one decorator it would
 * forget by the next.
 */
export function withRouteSettings(settings: Readonly<Record<string, unknown>>): MethodDecorator {
  return (target, key, descriptor) => {
    const { KEY } = RouteConfig({});
    const method = descriptor.value as object;
    const before = (Reflect.getMetadata(KEY, method) ?? {}) as Record<string, unknown>;
    RouteConfig({ ...before, ...settings })(target, key, descriptor);
  };
}
