import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { MachineRule, Scope } from '#domain';

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
