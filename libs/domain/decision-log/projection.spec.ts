import { FINISHED_CONTENT, FINISHED_EXCEPTION } from '../case/finished-content.fixture.js';
import { pointHashes } from '../case/version-content.js';
import {
  CONDITIONALLY_APPROVED,
  HistoryInTheMaking,
  imported,
  inReview,
  LEAD,
  minute,
  REVIEWER,
  SUBMITTER,
  TRIAGE,
} from './history.fixture.js';
import { PROJECTED_COLUMNS, PROJECTED_TABLES, ROW_KEYS } from './projected-columns.js';
import { projectionDifferences } from './projection-differences.js';
import { projectionOf } from './projection.js';
import { replay } from './replay.js';
import { UNDETERMINED_FACTS } from './replayed.js';

const [first] = FINISHED_CONTENT.points;
if (first === undefined) throw new Error('There is no point');

/** A case with at least one row in every table. */
const REPLAYED = replay(
  inReview()
    .add('point-evidence-saved', { evidence: first })
    .add('legacy-exception-added', { exception: FINISHED_EXCEPTION })
    .add('attachment-added', {
      attachmentId: 'f',
      point: 3,
      exceptionId: null,
      conditionId: null,
      name: 'plan.pdf',
      mediaType: 'application/pdf',
      bytes: 5,
      sha256: 'sum',
    })
    .add('rating-reviewed', {
      ratingReviewId: 'g',
      computed: 'low',
      rating: 'high',
      triage: { ...TRIAGE, rating: 'high', route: 'r' },
      workload: 3,
    })
    .add('point-assessed', { assessmentId: 'a', point: 1, verdict: 'met', explanation: null })
    .add('legacy-exception-ruled-on', { rulingId: 'b', exceptionId: 'e', ruling: 'accepted' })
    .add('returned', { returnId: 'c', points: [] })
    .add('recommended', { recommendationId: 'd', outcome: 'approved' })
    .add('external-decision-recorded', {
      externalDecisionId: 'x',
      kind: 'treasury',
      outcome: 'noted',
      decidedOn: '2026-05-01',
      documentTitle: 'Letter',
      documentUrl: 'https://gds.example/letter',
    })
    .add('spend-recorded', {
      reportId: 's',
      decisionId: 'd',
      approvedPence: null,
      years: [],
      totalPence: 0 as never,
      note: null,
      final: false,
      endedOn: null,
    })
    .add('case-related', {
      relationId: 'l',
      relatedCaseId: 'case-2',
      relatedReference: 'DT-2345-2345',
      kind: 'related',
    })
    .add('decided', CONDITIONALLY_APPROVED)
    .add('condition-evidence-submitted', { conditionId: 'k', evidenceId: 'v', text: 'Done', links: [] })
    .add('comment-added', { commentId: 'm', point: null, parentId: null, body: 'One' })
    .add('comment-edited', { commentId: 'm', body: 'Two', before: 'One' }).events,
);
/** What a request for advice has beside that. */
const ASKED = replay(
  new HistoryInTheMaking()
    .add('advice-asked', {
      reference: 'DT-2345-6789',
      organisationId: 'organisation-1',
      regimeVersion: 'v6',
      details: FINISHED_CONTENT.details,
      synthetic: false,
      advice: { subject: 'common-platforms', point: 5, aboutCaseId: null, aboutReference: null },
      messageId: 'q',
      body: 'Which?',
    })
    .add('guidance-published', {
      guidanceId: 'g',
      subject: 'common-platforms',
      point: 5,
      title: 'Which',
      body: 'This one.',
    }).events,
);
const { advice_request, advice_message, guidance, guidance_source } = projectionOf(ASKED);
const PROJECTION = {
  ...projectionOf(REPLAYED),
  advice_request,
  advice_message,
  guidance,
  guidance_source,
};

describe('what the working tables should say', () => {
  it('has every column of every table, and a key to tell rows apart by', () => {
    for (const table of PROJECTED_TABLES) {
      const columns = Object.keys(PROJECTED_COLUMNS[table]).sort();
      expect({ table, rows: PROJECTION[table].map((row) => Object.keys(row).sort()) }).toEqual({
        table,
        rows: PROJECTION[table].map(() => columns),
      });
      expect(PROJECTION[table].length).toBeGreaterThan(0);
      expect(columns).toEqual(expect.arrayContaining([...ROW_KEYS[table]]));
    }
  });

  it('is what the events say', () => {
    expect(PROJECTION.spend_case[0]).toMatchObject({
      state: 'in-review',
      revision: 20,
      rating: 'high',
      rating_confirmed: true,
      route: 'r',
      workload: 3,
      reviewer_id: REVIEWER,
      department_hands: [SUBMITTER, LEAD],
      decision_id: 'o',
      recommendation_id: 'd',
      current_version: 1,
      created_at: minute(1),
      updated_at: minute(20),
    });
    const [version] = REPLAYED.versions;
    expect(PROJECTION.submission_version[0]?.point_hashes).toEqual(
      version === undefined ? null : pointHashes(version.content),
    );
    expect(PROJECTION.condition).toMatchObject([{ id: 'k', status: 'evidence-submitted', revision: 2 }]);
    expect(PROJECTION.comment_edit).toMatchObject([{ comment_id: 'm', revision: 1, body: 'One' }]);
  });
});

describe('what the working tables should say of a case that was decided elsewhere', () => {
  const projection = projectionOf(replay(imported().events));

  it('has every column as well', () => {
    for (const table of PROJECTED_TABLES)
      for (const row of projection[table])
        expect(Object.keys(row).sort()).toEqual(Object.keys(PROJECTED_COLUMNS[table]).sort());
  });

  it('says where it is from, and nobody here decided it', () => {
    expect(projection.spend_case).toMatchObject([
      {
        imported_source: 'old-system',
        imported_reference: 'COSC-00103',
        imported_hash: 'row-hash',
        created_by: null,
      },
    ]);
    expect(projection.decision).toMatchObject([
      { decided_by: null, decided_role: null, decided_in_source: 'Head of Controls' },
    ]);
    expect(projection.submission_version).toMatchObject([{ submitted_by: null, point_hashes: {} }]);
    expect(projection.condition).toMatchObject([
      { id: 'k1', status: 'met' },
      { id: 'k2', status: 'open' },
    ]);
    expect(PROJECTION.spend_case).toMatchObject([
      { imported_source: null, imported_reference: null, imported_hash: null },
    ]);
    expect(PROJECTION.decision).toMatchObject([{ decided_in_source: null }]);
  });
});

describe('a difference', () => {
  it('is none where the same is said in another order', () => {
    const [row] = PROJECTION.spend_case;
    const found = {
      ...PROJECTION,
      spend_case: [{ ...row, flags: Object.fromEntries(Object.entries(row?.flags ?? {}).reverse()) }],
    } as typeof PROJECTION;
    expect(projectionDifferences(PROJECTION, found)).toEqual([]);
  });

  it('is a column that says something else, a row that is missing or one too many', () => {
    const found = {
      ...PROJECTION,
      spend_case: PROJECTION.spend_case.map((row) => ({ ...row, state: 'approved' })),
      comment: [],
      assessment: [...PROJECTION.assessment, ...PROJECTION.assessment.map((row) => ({ ...row, id: 'z' }))],
    };
    expect(projectionDifferences(PROJECTION, found)).toMatchObject([
      { table: 'spend_case', row: 'case-1', column: 'state', expected: 'in-review', found: 'approved' },
      { table: 'assessment', row: 'z', column: null, expected: null, found: { id: 'z' } },
      { table: 'comment', row: 'm', column: null, expected: { id: 'm' }, found: null },
    ]);
  });

  it('is compared as JSON: what has no value is left out, and what is in an object counts', () => {
    const caseRow = PROJECTION.spend_case[0];
    if (caseRow === undefined) throw new Error('There is no case');
    const flags = { ...(caseRow.flags as object), leftOut: undefined };
    expect(projectionDifferences({ ...PROJECTION, spend_case: [{ ...caseRow, flags }] }, PROJECTION)).toEqual(
      [],
    );
    const other = {
      ...PROJECTION,
      spend_case: [{ ...caseRow, flags: { ...(caseRow.flags as object), breach: 'x' } }],
    };
    expect(projectionDifferences(PROJECTION, other)).toMatchObject([
      { table: 'spend_case', column: 'flags' },
    ]);
  });

  it('is nothing that earlier events do not determine', () => {
    const unsaid = projectionOf({ ...REPLAYED, undetermined: UNDETERMINED_FACTS });
    expect(unsaid.spend_case[0]).toMatchObject({ route: undefined, workload: undefined });
    const said = projectionOf(REPLAYED);
    const found = { ...said, spend_case: said.spend_case.map((row) => ({ ...row, route: 'z' })) };
    expect(projectionDifferences(unsaid, found)).toEqual([]);
    expect(projectionDifferences(said, found)).toHaveLength(1);
  });
});
