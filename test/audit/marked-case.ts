import { ALL_POINTS, FINISHED_DETAILS, FINISHED_EXCEPTION } from '../api/world/case-content.js';
import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import type { World } from '../api/world/api-world.js';

/** Stands in every text a case can hold that disposal takes away. */
export const MARKER = 'qzmarker';

const LINKS = [{ title: `${MARKER} link`, url: `https://home-office.example/${MARKER}` }];
const words = (what: string) => `${MARKER} ${what}`;

/** Drives a case through everything that takes words, with the marker in all of them, to its end. */
export async function driveMarkedCase(world: World, other: DrivenCase): Promise<DrivenCase> {
  const driver = new CaseDriver(world);
  const driven = await driver.draft();
  const act = (
    part: Parameters<CaseDriver['act']>[1],
    method: string,
    path: string,
    body?: object,
    tag?: number,
  ) => driver.act(driven, part, method, path, body, tag);
  const details = {
    description: words('description'),
    currentSuppliers: [words('supplier')],
    proposedSuppliers: [words('next supplier')],
    seniorResponsibleOwner: { name: words('owner'), email: `${MARKER}@home-office.example` },
    flags: { ...(FINISHED_DETAILS['flags'] as object), retrospective: true, publicFacing: true },
    retrospectiveExplanation: {
      rootCause: words('cause'),
      howJudgementWasApplied: words('judgement'),
      improvementPlan: words('plan'),
    },
    commitmentAnswers: { 'strategic-commitments': { meets: false, explanation: words('commitment') } },
  };
  await act('submitter', 'PATCH', 'details', details, 1);
  for (const point of ALL_POINTS)
    await act('submitter', 'PUT', `points/${String(point)}`, evidence(point), 1);
  const exception = {
    ...FINISHED_EXCEPTION,
    explanation: words('explanation'),
    remediationPlan: words('remediation'),
    owner: words('owner'),
    benefits: [
      { benefit: words('benefit'), measure: words('measure'), dueOn: '2030-01-01', amountPence: 1_000 },
    ],
  };
  await act('submitter', 'PUT', `legacy-exceptions/${driven.exceptionId}`, exception, 1);
  const said = await act('submitter', 'POST', 'comments', { audience: 'shared', body: words('said') });
  await act(
    'submitter',
    'PUT',
    `comments/${String(said.body['commentId'])}`,
    { body: words('said again') },
    1,
  );
  await driver.step(driven, 'sign-off');
  await act('lead', 'POST', 'take-back-sign-off', { reason: words('taken back') });
  for (const step of ['sign-off', 'submit', 'acknowledge', 'start-review'] as const)
    await driver.step(driven, step);
  await act('reviewer', 'POST', 'comments', { audience: 'internal', body: words('among us') });
  const version = { version: driven.version };
  await act('reviewer', 'POST', 'review-rating', { ...version, rating: 'medium', reason: words('rating') });
  await act('reviewer', 'POST', 'extend-clock', { target: 'decide', days: 5, reason: words('longer') });
  await act('reviewer', 'POST', 'external-decisions', {
    kind: 'ministerial',
    outcome: 'approved',
    decidedOn: '2026-05-01',
    documentTitle: words('document'),
    documentUrl: `https://gds.example/${MARKER}`,
    note: words('note'),
  });
  await act('reviewer', 'POST', 'relations', {
    relatedReference: other.reference,
    kind: 'related',
    reason: words('related'),
  });
  await act('reviewer', 'POST', 'return', {
    ...version,
    reason: words('returned'),
    points: [{ point: 5, question: words('question') }],
  });
  await act('lead', 'POST', 'resubmit', { reason: words('back') });
  for (const point of ALL_POINTS) {
    const body = { ...version, verdict: point === 2 ? 'not-met' : 'met', explanation: words('verdict') };
    await act('reviewer', 'PUT', `assessments/${String(point)}`, body, 0);
  }
  const ruling = { ...version, ruling: 'accepted', reason: words('ruling') };
  await act('reviewer', 'PUT', `legacy-exceptions/${driven.exceptionId}/ruling`, ruling, 0);
  const recommendation = { ...version, outcome: 'approved-with-conditions', reason: words('recommendation') };
  await act('reviewer', 'POST', 'recommend', recommendation);
  await act('decider', 'POST', 'refer-back', { ...version, reason: words('referred back') });
  await act('reviewer', 'POST', 'recommend', recommendation);
  const decided = await act('decider', 'POST', 'approve-with-conditions', {
    ...version,
    reason: words('decision'),
    approvedPence: 5_000_000,
    overrides: [{ point: 2, reason: words('override') }],
    conditions: [
      {
        text: words('condition'),
        ownerName: words('condition owner'),
        ownerEmail: `${MARKER}@condition.example`,
        dueOn: '2026-06-04',
      },
    ],
  });
  const [condition, promised, benefit] = decided.body['conditions'] as { id: string }[];
  const path = `conditions/${condition?.id ?? ''}`;
  await act('submitter', 'POST', `${path}/evidence`, { text: words('done'), links: LINKS }, 1);
  await act('decider', 'POST', `${path}/send-back`, { reason: words('sent back') }, 2);
  await act('submitter', 'POST', `${path}/evidence`, { text: words('really done'), links: LINKS }, 3);
  await act('decider', 'POST', `${path}/confirm`, undefined, 4);
  await act('submitter', 'POST', 'spend', {
    years: [{ financialYear: '2026-27', amountPence: 100 }],
    note: words('spent'),
  });
  const promise = `conditions/${promised?.id ?? ''}`;
  await act('decider', 'POST', `${promise}/extend`, { reason: words('longer'), dueOn: '2029-01-01' }, 1);
  await act('decider', 'POST', `${promise}/waive`, { reason: words('waived') }, 2);
  const better = `conditions/${benefit?.id ?? ''}`;
  await act('submitter', 'POST', `${better}/evidence`, { text: words('better'), links: LINKS }, 1);
  await act('reviewer', 'POST', `${better}/not-met`, { reason: words('no better') }, 2);
  return driven;
}

function evidence(point: number): object {
  const narrative = words('narrative');
  switch (point) {
    case 1:
      return { selfAssessment: 'not-applicable', notApplicableReason: words('not applicable') };
    case 2:
      return {
        selfAssessment: 'not-met',
        narrative,
        links: LINKS,
        remediation: { action: words('action'), owner: words('owner'), dueOn: '2027-01-01' },
      };
    case 8:
      return {
        selfAssessment: 'met',
        narrative,
        components: ['govuk-one-login', 'govuk-notify', 'govuk-pay', 'govuk-forms'].map((component) => ({
          component,
          use: 'not-used',
          reason: words('reason'),
        })),
      };
    default:
      return { selfAssessment: 'met', narrative, links: LINKS };
  }
}
