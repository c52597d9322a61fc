import { RequestMethod, type Type } from '@nestjs/common';
import type { AccessRule, MachineRule } from '#domain';
import { ACCESS_METADATA, MACHINE_METADATA } from '#identity';

/** A way to ask for something, with what its handler declares. */
export interface DeclaredRoute {
  /** Names of the controller's class and of its method. */
  readonly controller: string;
  readonly handler: string;
  readonly method: string;
  /** With `:name` in the place of parameters. */
  readonly path: string;
  /** `undefined` where nothing is declared, which closes the route. */
  readonly rule: AccessRule | undefined;
  /** What a program needs; `undefined` where nothing is declared, which closes the route to programs. */
  readonly machineRule: MachineRule | undefined;
}

/** Every route of a controller, those of the class it extends too. */
export function routesOf(controller: Type): readonly DeclaredRoute[] {
  const found: DeclaredRoute[] = [];
  for (
    let made = controller.prototype as object;
    made !== Object.prototype;
    made = Object.getPrototypeOf(made) as object
  )
    for (const name of Object.getOwnPropertyNames(made)) {
      const handler: unknown = Object.getOwnPropertyDescriptor(made, name)?.value;
      if (name === 'constructor' || typeof handler !== 'function' || !Reflect.hasMetadata('method', handler))
        continue;
      const method = RequestMethod[Reflect.getMetadata('method', handler) as RequestMethod];
      for (const root of pathsOf(controller))
        for (const path of pathsOf(handler))
          found.push({
            controller: controller.name,
            handler: name,
            method,
            path: `/${root}/${path}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1'),
            rule: said(ACCESS_METADATA, handler, controller) as AccessRule | undefined,
            machineRule: said(MACHINE_METADATA, handler, controller) as MachineRule | undefined,
          });
    }
  return found;
}

function pathsOf(target: object): readonly string[] {
  return [Reflect.getMetadata('path', target) as string | readonly string[]].flat();
}

/** What a handler says, or its controller for all of them. */
function said(name: string, handler: object, controller: object): unknown {
  return Reflect.getMetadata(name, handler) ?? Reflect.getMetadata(name, controller);
}
