import type { CaseContent } from '../case/case-content.js';
import type { NewCondition } from '../lifecycle/case-facts.js';

/** What is followed until it is settled: what the decider asks for, and what the department itself promised. */
export const CONDITION_KINDS = ['condition', 'remediation'] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

/** What people call each. */
export const CONDITION_KIND_NAMES: Readonly<Record<ConditionKind, string>> = {
  condition: 'Condition',
  remediation: 'Promised remediation',
};

/** A promise to remedy a legacy system, as it is followed. */
export interface PromisedRemediation extends NewCondition {
  readonly kind: 'remediation';
  readonly exceptionId: string;
}

/**
 * The remediation a request promises in its legacy exceptions, each as something to be followed like a condition of its
 * approval. It is due on the date promised; accountable is the senior responsible owner, because of whoever else is
 * named as its owner no address is known. What has no plan or no date is no promise. This service's own.
 */
export function promisedRemediations({
  details,
  legacyExceptions,
}: Pick<CaseContent, 'details' | 'legacyExceptions'>): readonly PromisedRemediation[] {
  const accountable = details.seniorResponsibleOwner;
  if (accountable === null) return [];
  return legacyExceptions.flatMap(
    ({ id, system, remediationPlan, targetDate, owner }): readonly PromisedRemediation[] => {
      if (remediationPlan === null || remediationPlan.trim() === '' || targetDate === null) return [];
      const by = owner === null || owner.trim() === '' ? '' : `, by ${owner.trim()}`;
      return [
        {
          kind: 'remediation',
          exceptionId: id,
          text: `Remedy ${system} as promised${by}: ${remediationPlan.trim()}`,
          // A condition on a point makes good that it is not met; the exception itself does that already.
          point: null,
          ownerName: accountable.name,
          ownerEmail: accountable.email,
          dueOn: targetDate,
        },
      ];
    },
  );
}
