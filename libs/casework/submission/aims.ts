import type { ClockStanding, Regime } from '#domain';
import type { NoticeDetails } from '../desk/notices.js';

/**
 * By when GDS Assurance aims to do what, to be told with a submission, and whose targets they are. Only targets that
 * are missed when their time runs out: the others say what need not be done.
 */
export function aimsOf(
  { turnaround, name }: Regime,
  standing: ClockStanding | null,
): Pick<NoticeDetails, 'targets' | 'targetsSource'> {
  if (turnaround === 'not-known' || standing === null) return {};
  const targets = standing.targets.flatMap(({ id, name: aim, dueAt }) => {
    const rule = turnaround.targets.find((target) => target.id === id);
    return rule?.whenTimeRunsOut === 'breach' && dueAt !== null
      ? [{ name: aim, dueAt: dueAt.toISOString() }]
      : [];
  });
  const isGovernments = turnaround.targets.every(({ provenance }) => provenance.whose === 'government');
  return isGovernments
    ? { targets, targetsSource: `These are the published targets of ${name}.` }
    : { targets };
}
