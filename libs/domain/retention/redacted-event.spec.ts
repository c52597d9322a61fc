import { FINISHED_CONTENT, FINISHED_EXCEPTION } from '../case/finished-content.fixture.js';
import { emptyPointEvidence, type CaseDetails } from '../case/case-content.js';
import { splitPayload } from '../decision-log/event-form.js';
import { EVENT_TYPES, type CaseEvent, type EventPayloads, type EventType } from '../decision-log/events.js';
import { inReview, TRIAGE } from '../decision-log/history.fixture.js';
import { pence } from '../money/pence.js';
import { projectionOf, projectionOfDisposed } from '../decision-log/projection.js';
import { replay } from '../decision-log/replay.js';
import { redactedContent, redactedEvent } from './redacted-event.js';

/** Stands wherever text is taken away. */
const MARKER = 'qzmarker';

const DETAILS: CaseDetails = {
  ...FINISHED_CONTENT.details,
  description: MARKER,
  currentSuppliers: [MARKER],
  proposedSuppliers: [MARKER],
  retrospectiveExplanation: { rootCause: MARKER, howJudgementWasApplied: MARKER, improvementPlan: MARKER },
  seniorResponsibleOwner: { name: MARKER, email: `${MARKER}@example.org` },
  commitmentAnswers: { commitments: { meets: false, explanation: MARKER } },
};
const LINK = { title: MARKER, url: `https://example.org/${MARKER}` };
const EVIDENCE = {
  ...emptyPointEvidence(2),
  narrative: MARKER,
  notApplicableReason: MARKER,
  links: [LINK],
  remediation: { action: MARKER, owner: MARKER, dueOn: '2027-01-01' },
  components: [{ component: 'govuk-pay', name: 'GOV.UK Pay', use: 'not-used' as const, reason: MARKER }],
};
const EXCEPTION = {
  ...FINISHED_EXCEPTION,
  explanation: MARKER,
  remediationPlan: MARKER,
  owner: MARKER,
  benefits: [{ benefit: MARKER, measure: MARKER, dueOn: '2029-01-01', amountPence: pence(3) }],
};
const CONDITION = {
  id: 'k',
  number: 1,
  text: MARKER,
  point: null,
  ownerName: MARKER,
  ownerEmail: MARKER,
  dueOn: '2026-09-01',
};
const END = { ending: 'decided', endedOn: '2026-05-04', dueOn: '2033-05-04' } as const;
const OCCASION = { occasion: 'an-occasion', conditionId: 'k', dueOn: '2026-09-01' };
const TARGET = { occasion: 'an-occasion', target: 'decide', dueAt: '2026-05-04T09:00:00.000Z' };
const MADE = {
  reference: 'DT-2345-6789',
  organisationId: 'organisation-1',
  regimeVersion: 'v6',
  details: DETAILS,
};

/** A payload of every type, full of text. */
const PAYLOADS: EventPayloads = {
  'case-created': {
    ...MADE,
    details: { ...DETAILS, whatChanges: MARKER },
    synthetic: false,
    follows: {
      caseId: 'c',
      reference: 'DT-2345-678A',
      kind: 'extends',
      version: 1,
      relationId: 'n',
    },
    carriedOver: {
      points: [EVIDENCE],
      legacyExceptions: [EXCEPTION],
      attachments: [
        {
          attachmentId: 'f2',
          storedId: 'f',
          point: 2,
          exceptionId: null,
          name: MARKER,
          mediaType: 'application/pdf',
          bytes: 1,
          sha256: MARKER,
        },
      ],
    },
  },
  'details-changed': { details: DETAILS },
  'point-evidence-saved': { evidence: EVIDENCE },
  'legacy-exception-added': { exception: EXCEPTION },
  'legacy-exception-changed': { exception: EXCEPTION },
  'legacy-exception-removed': { exceptionId: 'x' },
  'attachment-added': {
    attachmentId: 'f',
    point: 3,
    exceptionId: null,
    conditionId: null,
    name: MARKER,
    mediaType: 'application/pdf',
    bytes: 5,
    sha256: MARKER,
  },
  'attachment-removed': { attachmentId: 'f' },
  'advice-asked': {
    ...MADE,
    synthetic: false,
    advice: {
      subject: 'common-platforms',
      point: 3,
      aboutCaseId: 'case-2',
      aboutReference: 'DT-3333-3333',
    },
    messageId: 'm',
    body: MARKER,
  },
  'advice-followed-up': { messageId: 'm', body: MARKER },
  'advice-answered': { messageId: 'm', body: MARKER },
  'advice-referred': { messageId: 'm', body: MARKER, sentTo: MARKER },
  'advice-closed': { messageId: 'm', outcome: 'answered', body: MARKER },
  'advice-reopened': { messageId: 'm', body: MARKER },
  'guidance-published': {
    guidanceId: 'g',
    subject: 'common-platforms',
    point: 3,
    title: MARKER,
    body: MARKER,
  },
  'advice-tied': {
    aboutCaseId: 'case-2',
    aboutReference: 'DT-3333-3333',
    point: 3,
    protectiveMarking: 'OFFICIAL',
  },
  'advice-marked': { protectiveMarking: 'OFFICIAL-SENSITIVE' },
  'guidance-withdrawn': { guidanceId: 'g' },
  'attachment-infected': { attachmentId: 'f', signature: MARKER },
  'comment-added': { commentId: 'm', point: null, parentId: null, body: MARKER },
  'comment-edited': { commentId: 'm', body: MARKER, before: MARKER },
  'comment-resolved': { commentId: 'm' },
  'comment-reopened': { commentId: 'm' },
  'request-begun': {},
  'signed-off': { contentHash: MARKER },
  'sign-off-taken-back': {},
  submitted: { contentHash: MARKER, newVersion: true, triage: TRIAGE, workload: 1 },
  acknowledged: { reviewerId: 'r' },
  'review-started': {},
  'point-assessed': { assessmentId: 'a', point: 2, verdict: 'not-met', explanation: MARKER },
  'legacy-exception-ruled-on': { rulingId: 'l', exceptionId: 'x', ruling: 'accepted' },
  returned: { returnId: 't', points: [{ point: 5, question: MARKER }] },
  resubmitted: { contentHash: MARKER, newVersion: true, triage: TRIAGE, ratingConfirmed: false, workload: 1 },
  recommended: { recommendationId: 'd', outcome: 'approved' },
  'referred-back': {},
  decided: {
    decisionId: 'o',
    number: 1,
    outcome: 'approved-with-conditions',
    requestedPence: pence(2),
    approvedPence: pence(1),
    overrides: [{ point: 2, reason: MARKER }],
    conditions: [CONDITION],
    recommendationId: 'd',
    supersedesId: null,
    regimeVersion: 'v6',
    synthetic: false,
  },
  withdrawn: {},
  'closed-below-threshold': { rule: 'other' },
  'condition-evidence-submitted': { conditionId: 'k', evidenceId: 'v', text: MARKER, links: [LINK] },
  'condition-changed': { conditionId: 'k', status: 'met' },
  'condition-extended': { conditionId: 'k', dueOn: '2026-10-01', previousDueOn: '2026-09-01' },
  'variation-started': { followingCaseId: 'c', followingReference: 'DT-2345-678A', kind: 'extends' },
  'promises-carried-over': {
    followingCaseId: 'c',
    followingReference: 'DT-2345-678A',
    decisionId: 'd',
    promises: [{ conditionId: 'k', status: 'carried-over' }],
  },
  'spend-recorded': {
    reportId: 'p',
    decisionId: 'd',
    approvedPence: pence(100),
    years: [{ financialYear: '2026-27', amountPence: pence(90) }],
    totalPence: pence(90),
    note: MARKER,
    final: false,
    endedOn: null,
  },
  'spend-report-due': { occasion: 'an-occasion', period: '2026-27', endsOn: '2027-03-31' },
  'approval-ending': { occasion: 'an-occasion', endsOn: '2027-03-31', months: 6 },
  'condition-due': OCCASION,
  'condition-due-soon': OCCASION,
  'condition-overdue': OCCASION,
  'rating-reviewed': { ratingReviewId: 'g', computed: 'low', rating: 'high', workload: 3 },
  'review-depth-set': { depth: 'light' },
  'case-related': { relationId: 'n', relatedCaseId: 'c', relatedReference: 'DT-2345-678A', kind: 'related' },
  'put-in-touch': {
    relatedCaseId: 'c',
    relatedReference: 'DT-2345-678A',
    relatedOrganisationId: 'o',
    relatedTitle: 'Another title',
    contactId: 'p',
    relationId: 'n',
  },
  'likeness-dismissed': { relatedCaseId: 'c', relatedReference: 'DT-2345-678A' },
  'case-unrelated': { relationId: 'n', relatedReference: 'DT-2345-678A' },
  'external-decision-recorded': {
    externalDecisionId: 'e',
    kind: 'ministerial',
    outcome: 'approved',
    decidedOn: '2026-05-01',
    documentTitle: MARKER,
    documentUrl: MARKER,
  },
  'clock-extended': { target: 'decide', days: 5 },
  'reviewer-assigned': { reviewerId: 'r', previousReviewerId: null },
  'reviewer-unassigned': { reviewerId: 'r' },
  'assured-by-department': { contentHash: MARKER, newVersion: true, triage: TRIAGE, workload: 1 },
  'called-in': {},
  'return-unanswered': { occasion: 'an-occasion', reminder: 1, workingDays: 5 },
  imported: {
    ...MADE,
    source: 'elsewhere',
    sourceReference: 'COSC-00103',
    rowHash: MARKER,
    submittedOn: '2019-01-01',
    decidedOn: '2019-02-01',
    rating: null,
    contentHash: MARKER,
    decisionId: 'o',
    outcome: 'approved',
    requestedPence: pence(2),
    approvedPence: pence(1),
    decidedBy: MARKER,
    conditions: [{ ...CONDITION, status: 'met' }],
    document: LINK,
  },
  'target-near': TARGET,
  'target-missed': TARGET,
  'disposal-marked': { ...END, notBefore: '2033-06-03T09:00:00.000Z' },
  'disposal-held': {},
  'disposal-released': { notBefore: '2033-06-03T09:00:00.000Z' },
  disposed: END,
};

function event(type: EventType, payload: unknown): CaseEvent {
  return { caseId: 'case-1', sequence: 1, type, payload, reason: MARKER } as unknown as CaseEvent;
}

describe.each(EVENT_TYPES)('an event “%s” of a case that was disposed of', (type) => {
  const { facts } = splitPayload(PAYLOADS[type], MARKER);

  it('keeps no text among its facts', () => {
    expect(JSON.stringify(facts)).not.toContain(MARKER);
  });

  it('has the shape it had, with nothing where its text was', () => {
    const redacted = redactedEvent(event(type, facts));
    expect(redacted.reason).toBe('');
    expect(redacted).toEqual(redactedEvent(event(type, PAYLOADS[type])));
    expect(Object.keys(redacted.payload).sort()).toEqual(Object.keys(PAYLOADS[type]).sort());
  });
});

describe('what a department said', () => {
  it('loses its text and keeps its answers', () => {
    const content = {
      details: DETAILS,
      points: [EVIDENCE, emptyPointEvidence(3)],
      legacyExceptions: [EXCEPTION],
    };
    const redacted = redactedContent(content);
    expect(JSON.stringify(redacted)).not.toContain(MARKER);
    expect(redacted).toMatchObject({
      details: {
        title: DETAILS.title,
        requestedPence: DETAILS.requestedPence,
        commitmentAnswers: { commitments: { meets: false, explanation: null } },
      },
      points: [{ point: 2, remediation: { dueOn: '2027-01-01' } }, emptyPointEvidence(3)],
      legacyExceptions: [
        {
          system: EXCEPTION.system,
          points: EXCEPTION.points,
          benefits: [{ benefit: '', measure: null, dueOn: '2029-01-01', amountPence: 3 }],
        },
      ],
    });
  });

  it('gets no list it never had', () => {
    const exception = { ...FINISHED_EXCEPTION };
    const carriedOver = { points: [], legacyExceptions: [exception] };
    const redacted = redactedEvent(event('case-created', { ...MADE, synthetic: false, carriedOver }));
    expect(Object.keys(exception)).not.toContain('benefits');
    expect(redacted.payload).toMatchObject({ carriedOver: { points: [] } });
    expect(JSON.stringify(redacted.payload)).not.toMatch(/benefits|attachments/);
  });

  it('keeps that it had files, of which type and size, and not what they were called', () => {
    const file = { id: 'f', name: MARKER, mediaType: 'application/pdf', bytes: 100, sha256: MARKER };
    const { points } = redactedContent({
      details: DETAILS,
      points: [{ ...EVIDENCE, attachments: [file] }],
      legacyExceptions: [],
    });
    expect(points[0]?.attachments).toEqual([{ ...file, name: '', sha256: '' }]);
  });

  it('keeps which common components it uses, and not why it does not use others', () => {
    const answer = { component: 'govuk-pay', name: 'GOV.UK Pay', use: 'not-used', reason: MARKER } as const;
    const { points } = redactedContent({
      details: DETAILS,
      points: [{ ...emptyPointEvidence(8), components: [answer] }],
      legacyExceptions: [],
    });
    expect(points[0]?.components).toEqual([{ ...answer, reason: null }]);
  });

  it('may be from before commitments were asked about', () => {
    const early = Object.fromEntries(
      Object.entries(DETAILS).filter(([name]) => name !== 'commitmentAnswers'),
    );
    const { payload } = redactedEvent(event('details-changed', { details: early }));
    expect(payload).toMatchObject({ details: { commitmentAnswers: {} } });
  });
});

describe('a case that was disposed of', () => {
  const history = inReview();
  history
    .add('disposal-marked', PAYLOADS['disposal-marked'])
    .add('disposal-held', {})
    .add('disposal-released', PAYLOADS['disposal-released'])
    .add('disposed', END);
  const replayed = replay(history.events.map(redactedEvent));

  it('says when', () => {
    expect(replayed.disposedAt).toBe(history.events.at(-1)?.occurredAt);
    expect(replay(inReview().events).disposedAt).toBeNull();
  });

  it('has no hashes of text in its tables either', () => {
    expect(projectionOfDisposed(replayed)).toEqual({
      ...projectionOf(replayed),
      submission_version: [
        { ...projectionOf(replayed).submission_version[0], content_hash: '', point_hashes: {} },
      ],
    });
    expect(projectionOfDisposed(replayed).spend_case[0]?.signed_off_hash).toBe('');
  });
});
