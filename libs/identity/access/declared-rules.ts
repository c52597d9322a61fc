import type { ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { AccessRule, MachineRule } from '#domain';
import type { AppLogger } from '#platform';
import { MACHINE_METADATA } from '../machine-access/machine-scope.js';
import { ACCESS_METADATA } from './access.js';

/** What a route declares of who may use it. */
export interface DeclaredRules {
  readonly rule: AccessRule | undefined;
  readonly machineRule: MachineRule | undefined;
}

/** Looks up what the handler that is about to answer declares, or its controller; one that says nothing is logged. */
export function declaredRules(
  reflector: Reflector,
  context: ExecutionContext,
  logger: AppLogger,
): DeclaredRules {
  const targets = [context.getHandler(), context.getClass()];
  const rule = reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_METADATA, targets);
  if (rule === undefined)
    logger.error(
      { handler: `${context.getClass().name}.${context.getHandler().name}` },
      'A route declares no access rule, so nobody may use it',
    );
  return {
    rule,
    machineRule: reflector.getAllAndOverride<MachineRule | undefined>(MACHINE_METADATA, targets),
  };
}
