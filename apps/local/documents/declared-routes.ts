import 'reflect-metadata';
import { RequestMethod, type DynamicModule, type Type } from '@nestjs/common';
import type { AccessRule, MachineRule } from '#domain';
import { ACCESS_METADATA, MACHINE_METADATA } from '#identity';

/** A way to ask for something, with what its handler declares. */
export interface DeclaredRoute {
  readonly method: string;
  /** With `:name` in the place of parameters. */
  readonly path: string;
  /** `undefined` where nothing is declared, which closes the route. */
  readonly rule: AccessRule | undefined;
  readonly machineRule: MachineRule | undefined;
}

type Part = Type | DynamicModule | Promise<DynamicModule>;

/** Every route of an application, out of what its controllers declare: nothing of it is started. */
export async function declaredRoutes(root: DynamicModule): Promise<readonly DeclaredRoute[]> {
  const controllers = new Set<Type>();
  await gather(root, new Set(), controllers);
  return [...controllers]
    .flatMap(routesOf)
    .sort((one, other) => one.path.localeCompare(other.path, 'en') || one.method.localeCompare(other.method));
}

async function gather(part: Part, seen: Set<unknown>, controllers: Set<Type>): Promise<void> {
  const module = await part;
  if (seen.has(module)) return;
  seen.add(module);
  const metatype = 'module' in module ? module.module : module;
  const dynamic: Partial<DynamicModule> = 'module' in module ? module : {};
  for (const controller of [
    ...((Reflect.getMetadata('controllers', metatype) ?? []) as Type[]),
    ...(dynamic.controllers ?? []),
  ])
    controllers.add(controller);
  for (const imported of [
    ...((Reflect.getMetadata('imports', metatype) ?? []) as Part[]),
    ...((dynamic.imports ?? []) as Part[]),
  ])
    await gather(imported, seen, controllers);
}

function routesOf(controller: Type): readonly DeclaredRoute[] {
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
