import 'reflect-metadata';
import { RouteConfig } from '@nestjs/platform-fastify';
import { withRouteSettings } from './route-settings.js';

class Routes {
  @withRouteSettings({ reading: 'view', limit: 1 })
  @withRouteSettings({ limit: 2, timeout: 5 })
  both(): void {
    return;
  }

  @withRouteSettings({ limit: 3 })
  one(): void {
    return;
  }
}

function settingsOf(route: keyof Routes): unknown {
  const method = Object.getOwnPropertyDescriptor(Routes.prototype, route)?.value as object;
  return Reflect.getMetadata(RouteConfig({}).KEY, method);
}

describe('settings of a route', () => {
  it('are kept beside those that another decorator declared, and the outermost has the last word', () => {
    expect(settingsOf('both')).toEqual({ reading: 'view', limit: 1, timeout: 5 });
  });

  it('are those of one route and of no other', () => {
    expect(settingsOf('one')).toEqual({ limit: 3 });
  });
});
