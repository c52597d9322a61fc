import type { HeldRole, Machine } from '#domain';
import type { Recognised } from '../database/recognised.js';

/** Who a program asks for, with the roles valid at the instant asked about, and the program itself. */
export interface MachineHolderRow {
  readonly machineId: string;
  readonly scopes: Machine['scopes'];
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly HeldRole[];
  readonly recognised: Recognised;
}

/** When something is used, and how much of that is noted. */
export interface MachineUse {
  readonly now: Date;
  /** This use is noted where the last one that is noted was before. */
  readonly notedBefore: Date;
}

/** SQL of whether the last use of a row is noted anew. @param row alias of the row */
export function isNotedAnew(row: string, notedBefore: string): string {
  return `(${row}.last_used_at is null or ${row}.last_used_at < ${notedBefore})`;
}
