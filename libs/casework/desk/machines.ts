import {
  FOR_PEOPLE_ALONE,
  machineRefusal,
  markingRefusal,
  type CaseAction,
  type DoneByProgram,
  type ProtectiveMarking,
} from '#domain';
import { notPermitted } from '#platform';
import type { Acting } from './acting.js';

/**
 * Lets people pass, and a program where the action is one for programs and its scopes have it: whatever a route says,
 * and whatever the person it acts for may do.
 * @throws ProblemError 403 saying why
 */
export function refuseMachine({ machine }: Pick<Acting, 'machine'>, action: CaseAction): void {
  if (machine === undefined) return;
  const refusal = machineRefusal(machine, action);
  if (refusal !== null) throw notPermitted(refusal);
}

/**
 * Lets a program mark a case only as one that it may see.
 * @throws ProblemError 403 saying what to do
 */
export function refuseMarking(
  { machine }: Pick<Acting, 'machine'>,
  marking: ProtectiveMarking | undefined,
): void {
  const refusal = markingRefusal(machine, marking);
  if (refusal !== null) throw notPermitted(refusal);
}

/** Looking after records is for people alone. @throws ProblemError 403 where a program asks */
export function refuseEveryMachine({ machine }: Pick<Acting, 'machine'>): void {
  if (machine !== undefined)
    throw notPermitted(`Looking after records is for people alone. ${FOR_PEOPLE_ALONE}`);
}

/** A payload that says so where a program acts. @param acting `null` where the service itself acts */
export function payloadBy<Payload extends object>(
  acting: Pick<Acting, 'machine'> | null,
  payload: Payload,
): Payload & DoneByProgram {
  if (acting?.machine === undefined) return payload;
  const { kind, id } = acting.machine;
  return { ...payload, via: { kind, id } };
}
