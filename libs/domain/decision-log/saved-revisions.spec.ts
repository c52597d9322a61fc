import { FINISHED_CONTENT } from '../case/finished-content.fixture.js';
import { emptyPointEvidence } from '../case/case-content.js';
import { HistoryInTheMaking } from './history.fixture.js';
import {
  detailsSavedBy,
  evidenceSavedBy,
  exceptionSavedBy,
  lastChangeOf,
  savedRevisions,
} from './saved-revisions.js';

const { details } = FINISHED_CONTENT;
const of = (narrative: string) => ({ ...emptyPointEvidence(3), narrative });
const exception = (id: string, system: string) => ({
  id,
  system,
  points: [],
  explanation: null,
  remediationPlan: null,
  funded: null,
  targetDate: null,
  owner: null,
  scores: {
    likelihood: { L1: null, L2: null, L3: null, L4: null, L5: null },
    impact: { I1: null, I2: null, I3: null, I4: null },
  },
});
const created = {
  reference: 'DT-2222-2222',
  organisationId: 'organisation-1',
  regimeVersion: 'v6',
  details,
  synthetic: true,
};

/** A case whose parts are saved in turns. */
function written() {
  return new HistoryInTheMaking()
    .add('case-created', created)
    .add('point-evidence-saved', { evidence: of('first') })
    .add('details-changed', { details: { ...details, title: 'Another title' } })
    .add('point-evidence-saved', { evidence: { ...emptyPointEvidence(4), narrative: 'another point' } })
    .add('legacy-exception-added', { exception: exception('e1', 'Mainframe') } as never)
    .add('point-evidence-saved', { evidence: of('second') })
    .add('legacy-exception-changed', { exception: exception('e1', 'Mainframe, renamed') } as never)
    .add('point-evidence-saved', { evidence: { ...of('second'), selfAssessment: 'met' } }).events;
}

describe('what was saved of a part of a request', () => {
  it('counts revisions of the details from the creation of the case', () => {
    expect(
      savedRevisions(written(), detailsSavedBy).map(({ revision, value }) => [revision, value.title]),
    ).toEqual([
      [1, details.title],
      [2, 'Another title'],
    ]);
  });

  it('counts those of a point, and of a legacy exception, from the first saving', () => {
    const points = savedRevisions(written(), (event) => evidenceSavedBy(event, 3));
    expect(points.map(({ revision, value, event }) => [revision, value.narrative, event.sequence])).toEqual([
      [1, 'first', 2],
      [2, 'second', 6],
      [3, 'second', 8],
    ]);
    expect(savedRevisions(written(), (event) => evidenceSavedBy(event, 5))).toEqual([]);
    const exceptions = savedRevisions(written(), (event) => exceptionSavedBy(event, 'e1'));
    expect(exceptions.map(({ value }) => value.system)).toEqual(['Mainframe', 'Mainframe, renamed']);
    expect(savedRevisions(written(), (event) => exceptionSavedBy(event, 'e2'))).toEqual([]);
  });

  it('begins with what a request took over from an approval', () => {
    const carriedOver = { points: [of('taken over')], legacyExceptions: [exception('e9', 'Old')] };
    const { events } = new HistoryInTheMaking().add('case-created', { ...created, carriedOver } as never);
    expect(savedRevisions(events, (event) => evidenceSavedBy(event, 3))).toMatchObject([
      { revision: 1, value: { narrative: 'taken over' } },
    ]);
    expect(savedRevisions(events, (event) => exceptionSavedBy(event, 'e9'))).toMatchObject([
      { revision: 1, value: { system: 'Old' } },
    ]);
  });
});

describe('who last changed an answer', () => {
  const points = savedRevisions(written(), (event) => evidenceSavedBy(event, 3));
  const narrative = (value: { readonly narrative: string | null } | null) => value?.narrative ?? '';

  it('is the latest saving that said something else than the one before', () => {
    expect(lastChangeOf(points, 0, narrative)?.revision).toBe(2);
    expect(lastChangeOf(points, 1, narrative)?.revision).toBe(2);
    expect(lastChangeOf(points.slice(0, 1), 0, narrative)?.revision).toBe(1);
  });

  it('is nobody where nothing changed it since', () => {
    expect(lastChangeOf(points, 2, narrative)).toBeNull();
    expect(lastChangeOf(points, 0, (value) => value?.notApplicableReason ?? '')).toBeNull();
  });
});
