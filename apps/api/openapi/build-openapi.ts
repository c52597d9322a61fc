import type { INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { AccessRule, MachineRule } from '#domain';
import { ACCESS_METADATA, MACHINE_METADATA } from '#identity';
import { completeDocument, type Node } from './complete-document.js';

function operationId(controller: string, method: string): string {
  return `${controller.replace(/Controller$/, '')}.${method}`;
}

/** One route handler and who it is for. */
export interface DeclaredRoute {
  /** `Sessions.create`: also its id in the description of the API. */
  readonly operationId: string;
  /** `undefined` when nothing is declared, which closes the route. */
  readonly rule: AccessRule | undefined;
  /** What a program needs; `undefined` when nothing is declared, which closes the route to programs. */
  readonly machineRule: MachineRule | undefined;
}

/** Every handler of every controller, with its access rule. */
export function declaredRoutes(app: INestApplication): readonly DeclaredRoute[] {
  const routes: DeclaredRoute[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const prototype = metatype.prototype as Record<string, unknown>;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const handler = prototype[name];
        if (
          name === 'constructor' ||
          typeof handler !== 'function' ||
          !Reflect.hasMetadata('method', handler)
        )
          continue;
        const rule = (Reflect.getMetadata(ACCESS_METADATA, handler) ??
          Reflect.getMetadata(ACCESS_METADATA, metatype)) as AccessRule | undefined;
        const machineRule = (Reflect.getMetadata(MACHINE_METADATA, handler) ??
          Reflect.getMetadata(MACHINE_METADATA, metatype)) as MachineRule | undefined;
        routes.push({ operationId: operationId(metatype.name, name), rule, machineRule });
      }
    }
  }
  return routes;
}

/** Describes the API as OpenAPI 3.1, from the controllers and their classes. */
export function buildOpenApi(app: INestApplication): OpenAPIObject {
  const outline = new DocumentBuilder()
    .setOpenAPIVersion('3.1.1')
    .setTitle('Spend control cases')
    .setDescription(
      'Requests by departments to spend on digital and technology, and what becomes of them. Amounts are whole ' +
        'pence; dates are ISO 8601, instants in UTC. Changes name the version they change (If-Match). What goes ' +
        'wrong is told as problem details (RFC 9457).',
    )
    .setVersion('1')
    .addServer('/', 'This service')
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        description:
          'Token from POST /api/v1/sessions; of a program, one from POST /api/v1/me/tokens or of an issuer that is trusted.',
      },
      'bearer',
    )
    .build();
  const document = SwaggerModule.createDocument(app, outline, { operationIdFactory: operationId });
  const routes = new Map(declaredRoutes(app).map((route) => [route.operationId, route]));
  completeDocument(document as unknown as Node, (id) => routes.get(id));
  return document;
}
