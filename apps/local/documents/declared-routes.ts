import 'reflect-metadata';
import type { DynamicModule, Type } from '@nestjs/common';
import { routesOf, type DeclaredRoute } from '#edge';

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
