import type { INestApplication, Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { routesOf, type DeclaredRoute } from '#edge';
import { completeDocument, type Node } from './complete-document.js';

function operationId(controller: string, method: string): string {
  return `${controller.replace(/Controller$/, '')}.${method}`;
}

/** One route handler and who it is for. */
export interface DescribedRoute extends Pick<DeclaredRoute, 'rule' | 'machineRule'> {
  /** `Sessions.create`: also its id in the description of the API. */
  readonly operationId: string;
}

/** Every handler of every controller, once, with its access rule. */
export function declaredRoutes(app: INestApplication): readonly DescribedRoute[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].map(({ metatype }) => metatype as Type),
  );
  const routes = controllers.flatMap(routesOf).map(({ controller, handler, rule, machineRule }) => ({
    operationId: operationId(controller, handler),
    rule,
    machineRule,
  }));
  return [...new Map(routes.map((route) => [route.operationId, route])).values()];
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
