import { randomInt, randomUUID } from 'node:crypto';
import { makeCaseReference, roleFor, ruleFor, type HeldRole } from '#domain';
import { detailColumns, newCase, type CaseChange } from '#persistence';
import type { Acting } from '../desk/acting.js';
import { payloadBy } from '../desk/machines.js';
import type { PlanToAdd, PlanToChange } from './plan-sorting.js';

/** In which role somebody changes what planned spend of an organisation says. */
export function planningRole(acting: Acting, organisationId: string): HeldRole | undefined {
  return roleFor(acting, organisationId, ruleFor('edit-content').roles);
}

/** The change that makes an entry of a row, as every case is made. */
export function changeToAdd(
  acting: Acting,
  { row, details }: PlanToAdd,
  {
    reference,
    regimeVersion,
    at,
  }: { readonly reference: string; readonly regimeVersion: string; readonly at: Date },
): CaseChange {
  const id = randomUUID();
  const { organisationId, key: pipelineKey } = row;
  return {
    caseId: id,
    fromRevision: null,
    previousHash: null,
    create: newCase({
      id,
      reference,
      organisationId,
      state: 'planned',
      pipelineKey,
      regimeVersion,
      details,
      createdBy: acting.personId,
      createdAt: at,
      synthetic: false,
    }),
    event: {
      type: 'case-created',
      audience: 'shared',
      actorId: acting.personId,
      actorRole: planningRole(acting, organisationId)?.role ?? null,
      actorOrganisationId: organisationId,
      occurredAt: at,
      fromState: null,
      toState: 'planned',
      version: null,
      reason: null,
      payload: payloadBy(acting, {
        reference,
        organisationId,
        regimeVersion,
        details,
        synthetic: false,
        pipelineKey,
      }),
    },
    emails: [],
  };
}

/** The change that puts a row into its entry, as every change of details is made. @param now never before the latest change */
export function changeOfDetails(acting: Acting, { record, details }: PlanToChange, now: Date): CaseChange {
  const { id, revision, headHash, state, organisationId, departmentHands, currentVersion } = record;
  const latest = new Date(record.updatedAt);
  return {
    caseId: id,
    fromRevision: revision,
    previousHash: headHash,
    set: [
      ...detailColumns(details),
      ['details_revision', record.detailsRevision + 1, 'int'],
      ['department_hands', [...new Set([...departmentHands, acting.personId])], 'uuid[]'],
    ],
    event: {
      type: 'details-changed',
      audience: 'shared',
      actorId: acting.personId,
      actorRole: planningRole(acting, organisationId)?.role ?? null,
      actorOrganisationId: organisationId,
      occurredAt: now < latest ? latest : now,
      fromState: state,
      toState: state,
      version: currentVersion,
      reason: null,
      payload: payloadBy(acting, { details }),
    },
    emails: [],
  };
}

/** References for new cases, no two alike. That one is taken already the database says, and they are made anew. */
export function newReferences(count: number): readonly string[] {
  const made = new Set<string>();
  while (made.size < count) made.add(makeCaseReference((max) => randomInt(max)));
  return [...made];
}
