import type { CaseContent } from './case-content.js';
import { contentOfCase } from './content-of-case.js';
import { FINISHED_CONTENT, FINISHED_EXCEPTION } from './finished-content.fixture.js';

const FILE = { id: 'f', name: 'Plan.pdf', mediaType: 'application/pdf', bytes: 1, sha256: 'a'.repeat(64) };
const OF_NOTHING_ELSE = { exceptionId: null, conditionId: null, evidenceId: null, messageId: null };
const ON_POINT_3 = { ...FILE, ...OF_NOTHING_ELSE, point: 3 } as const;

it('is what the department says, with its files, and nothing that is kept about it', () => {
  const said: CaseContent = {
    details: FINISHED_CONTENT.details,
    points: FINISHED_CONTENT.points.map((evidence) =>
      evidence.point === 8
        ? { ...evidence, components: [{ component: 'pay', name: 'GOV.UK Pay', use: 'used', reason: null }] }
        : evidence,
    ),
    legacyExceptions: [
      FINISHED_EXCEPTION,
      {
        ...FINISHED_EXCEPTION,
        id: 'x2',
        benefits: [{ benefit: 'Quicker', measure: null, dueOn: null, amountPence: null }],
      },
    ],
  };
  const kept = {
    ...said,
    points: said.points.map((evidence) => ({ ...evidence, revision: 2, savedAt: 'then' })),
    legacyExceptions: said.legacyExceptions.map((exception) => ({ ...exception, revision: 1, ruling: null })),
  };
  expect(contentOfCase({ ...kept, attachments: [] })).toEqual(said);
  expect(contentOfCase({ ...kept, attachments: [ON_POINT_3] })).toEqual({
    ...said,
    points: said.points.map((evidence) =>
      evidence.point === 3 ? { ...evidence, attachments: [FILE] } : evidence,
    ),
  });
});
