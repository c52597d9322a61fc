import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import { FOR_PEOPLE_ALONE, scopeMissing, type Scope } from '#domain';
import { notPermitted } from '#platform';
import type { ActingPerson } from '../acting-person.js';

/** What a program needs to use a route, or why none may. */
export type MachineRule = { readonly scope: Scope } | { readonly peopleOnly: string };

/** Where the declaration is kept, for the guard and for whoever lists the routes. */
export const MACHINE_METADATA = 'machine-rule';

/** Opens a controller or one of its routes to programs that have the scope, beside what `@Access` asks of the person. */
export function NeedsScope(scope: Scope): CustomDecorator {
  return SetMetadata<string, MachineRule>(MACHINE_METADATA, { scope });
}

/**
 * Says that no program may use a controller or one of its routes, whatever its scopes.
 * @param what a sentence about what it does, which the refusal begins with
 */
export function PeopleOnly(what: string): CustomDecorator {
  return SetMetadata<string, MachineRule>(MACHINE_METADATA, { peopleOnly: what });
}

/**
 * Lets people pass, and a program where the route is open to it. Where a route says nothing it is shut to every program.
 * @throws ProblemError 403 saying why
 */
export function refuseProgramUnlessAllowed(
  rule: MachineRule | undefined,
  { machine }: Pick<ActingPerson, 'machine'>,
): void {
  if (machine === undefined) return;
  if (rule === undefined) throw notPermitted(`This address is not for programs. ${FOR_PEOPLE_ALONE}`);
  if ('peopleOnly' in rule) throw notPermitted(`${rule.peopleOnly} ${FOR_PEOPLE_ALONE}`);
  if (!machine.scopes.includes(rule.scope)) throw notPermitted(scopeMissing(rule.scope));
}
