import { ROLE_NAMES, ROLES_FOR, type AccessRule, type MachineRule } from '#domain';
import type { DeclaredRoute } from '#edge';
import { loadConfig } from '#platform';
import { AppModule } from '../../api/app.module.js';
import { WebModule } from '../../web/web.module.js';
import { generatedDocument, table } from '../../docs/markdown.js';
import { declaredRoutes } from './declared-routes.js';
import { NOTHING_STARTED } from './nothing-started.js';

const HEAD = `Every route of the API and every page and form, with whom it is for. What is not declared is closed to everybody. Whoever gets in meets the next two rules: a case one may not see is not there (404), for the database too ([who may see a row](decisions/0024-rows-by-the-database.md)), and what may be done to it is decided by [who may do what](permissions.md). Programs need a scope as well ([machine access](machine-access.md)).`;

/** `docs/routes.md`. */
export async function routesDocument(): Promise<string> {
  const config = loadConfig(NOTHING_STARTED);
  const api = await declaredRoutes(AppModule.forConfig(config));
  const pages = await declaredRoutes(WebModule.forConfig(config));
  return generatedDocument(
    'Who may ask for what',
    HEAD,
    '## The API',
    table(
      ['Method', 'Address', 'For', 'Programs'],
      api.map((route) => [...rowOf(route), programs(route.machineRule)]),
    ),
    '## Pages and forms',
    table(['Method', 'Address', 'For'], pages.map(rowOf)),
  );
}

function rowOf({ method, path, rule }: DeclaredRoute): readonly string[] {
  return [method, `\`${path}\``, whom(rule)];
}

function whom(rule: AccessRule | undefined): string {
  if (rule === undefined) return 'nobody';
  if (rule === 'anyone') return 'anyone';
  const roles = ROLES_FOR[rule];
  return roles === null ? 'whoever is signed in' : roles.map((role) => ROLE_NAMES[role]).join(', ');
}

function programs(rule: MachineRule | undefined): string {
  if (rule === undefined) return 'no';
  return 'scope' in rule ? `\`${rule.scope}\`` : 'no';
}
