import 'reflect-metadata';
import openapiTypes, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { AppLogger, loadConfig } from '#platform';
import { createApi } from '../../api/run-api.js';
import { OpenApiDocument } from '../../api/openapi/openapi.controller.js';
import { NOTHING_STARTED } from './nothing-started.js';
import { stampedTypes, typesAreOf } from './types-stamp.js';

/**
 * `apps/client/api.d.ts`: types of everything the API takes and answers.
 * @param current what is there now; kept where it is of this description, because making it takes a while
 */
export async function apiTypes(current?: string): Promise<string> {
  const description = await describedApi();
  if (current !== undefined && typesAreOf(current, description)) return current;
  const types = astToString(await openapiTypes(JSON.parse(description) as OpenAPI3));
  return stampedTypes(description, types);
}

/** The description as the API gives it, out of an API that is put together and not started. */
async function describedApi(): Promise<string> {
  const app = await createApi(loadConfig(NOTHING_STARTED), { logger: new AppLogger({ level: 'fatal' }) });
  try {
    return app.get(OpenApiDocument).json();
  } finally {
    await app.close();
  }
}
