import { FINISHED_CONTENT, FINISHED_EXCEPTION } from '../case/finished-content.fixture.js';
import { contentHash } from '../case/version-content.js';
import { replay } from '../decision-log/replay.js';
import { CONDITIONALLY_APPROVED, created, minute } from '../decision-log/history.fixture.js';
import {
  ATTACHMENT_STATUSES,
  overLimit,
  sizeInWords,
  whyWithheld,
  withAttachments,
  type StandingAttachment,
} from './attachment.js';
import { checkFileName, contentDisposition } from './file-name.js';
import { FILE_TYPES, typeByMediaType, typeByName } from './file-types.js';

const WRITTEN = {
  id: 'f',
  point: 3,
  exceptionId: null,
  conditionId: null,
  evidenceId: null,
  name: 'plan.pdf',
  mediaType: 'application/pdf',
  bytes: 100,
  sha256: 'sum',
} as const;
const FILE: StandingAttachment = { ...WRITTEN, messageId: null };
const LIMITS = { fileBytes: 1_000, perPart: 2, perCase: 3, caseBytes: 1_000 };

describe('the limits of attached files', () => {
  const to = { point: 3, exceptionId: null, conditionId: null, messageId: null } as const;
  it.each([
    [[], 100, null],
    [[FILE, FILE], 100, /No more than 2 files can be attached here/],
    [[FILE, { ...FILE, point: 4 }, { ...FILE, point: 5 }], 100, /No more than 3 files/],
    [[{ ...FILE, bytes: 950, point: 4 }], 100, /can be 1000 bytes together/],
    // What was handed in does not count against what is to be handed in next.
    [[{ ...FILE, evidenceId: 'v' }, FILE], 100, null],
  ] as const)('of %j', (standing, bytes, why) => {
    const told = overLimit(standing, to, bytes, LIMITS);
    if (why === null) expect(told).toBeNull();
    else expect(told).toMatch(why);
  });
});

describe('whether a file can be had', () => {
  it('is only where it is clean, or nothing looks for viruses', () => {
    expect(ATTACHMENT_STATUSES.filter((status) => whyWithheld(status) === null)).toEqual([
      'clean',
      'not-scanned',
    ]);
  });
});

describe('content with files', () => {
  it('is the same, hash and all, where there are none, and another where there are', () => {
    expect(withAttachments(FINISHED_CONTENT, [])).toBe(FINISHED_CONTENT);
    const condition = { ...FILE, point: null, conditionId: 'k' };
    expect(contentHash(withAttachments(FINISHED_CONTENT, [condition]))).toBe(contentHash(FINISHED_CONTENT));
    const having = withAttachments(FINISHED_CONTENT, [FILE]);
    expect(having.points[2]?.attachments).toEqual([
      { id: 'f', name: 'plan.pdf', mediaType: 'application/pdf', bytes: 100, sha256: 'sum' },
    ]);
    expect(having.points[1]).not.toHaveProperty('attachments');
    expect(contentHash(having)).not.toBe(contentHash(FINISHED_CONTENT));
  });

  it('has those of a legacy exception with it', () => {
    const content = {
      ...FINISHED_CONTENT,
      legacyExceptions: [FINISHED_EXCEPTION, { ...FINISHED_EXCEPTION, id: 'other' }],
    };
    const file = { ...FILE, point: null, exceptionId: FINISHED_EXCEPTION.id };
    const having = withAttachments(content, [file]);
    expect(having.legacyExceptions[0]?.attachments).toMatchObject([{ id: 'f' }]);
    expect(having.legacyExceptions[1]).not.toHaveProperty('attachments');
  });

  it('is bound to the evidence it was handed in with', () => {
    const history = created()
      .add('decided', CONDITIONALLY_APPROVED)
      .add('attachment-added', { ...WRITTEN, point: null, conditionId: 'k', attachmentId: 'f' })
      .add('attachment-added', { ...WRITTEN, point: null, conditionId: 'k', attachmentId: 'g' });
    const evidence = { conditionId: 'k', evidenceId: 'v', text: 'Done', links: [], attachmentIds: ['g'] };
    const { attachments } = replay(history.add('condition-evidence-submitted', evidence).events);
    expect(attachments.map(({ id, evidenceId }) => [id, evidenceId])).toEqual([
      ['f', null],
      ['g', 'v'],
    ]);
  });

  it('is replayed from events: added, removed, found infected', () => {
    const added = { ...WRITTEN, attachmentId: 'f' };
    const history = created()
      .add('attachment-added', added)
      .add('attachment-infected', { attachmentId: 'f', signature: 'Eicar' })
      .add('attachment-removed', { attachmentId: 'f' });
    expect(replay(history.events).attachments).toMatchObject([
      { id: 'f', addedAt: minute(2), infectedAt: minute(3), signature: 'Eicar', removedAt: minute(4) },
    ]);
  });
});

describe('the name of a file', () => {
  it.each([
    ['plan.pdf', 'plan.pdf'],
    ['C:\\Users\\me\\plan.pdf', 'plan.pdf'],
    ['../../etc/plan.pdf', 'plan.pdf'],
    // A letter and its accent become one character.
    ['Cafe\u0301.txt', 'Caf\u00e9.txt'],
    ['  plan.pdf ', 'plan.pdf'],
  ])('%j is kept as %j', (sent, name) => {
    expect(checkFileName(sent)).toEqual({ name });
  });

  it.each([
    ['', /Give the file a name/],
    ['..', /Give the file a name/],
    ['folder/', /Give the file a name/],
    ['a\u202efdp.exe', /cannot be seen/],
    ['a\u200b.pdf', /cannot be seen/],
    ['a\nb.pdf', /cannot be seen/],
    ['a\0.pdf', /cannot be seen/],
    ['a|b.pdf', /cannot have/],
    ['nul.txt', /cannot have/],
    [`${'a'.repeat(147)}.pdf`, /longer than 150/],
  ])('%j is refused', (sent, why) => {
    expect(checkFileName(sent)).toEqual({ why: expect.stringMatching(why) as string });
  });

  it('is given back so that no browser takes it for anything else', () => {
    expect(contentDisposition('a "b" 100%\'.pdf')).toBe(
      `attachment; filename="a _b_ 100_'.pdf"; filename*=UTF-8''a%20%22b%22%20100%25%27.pdf`,
    );
    expect(contentDisposition('Pl\u00e4n(1)*.pdf')).toBe(
      `attachment; filename="Pl_n(1)*.pdf"; filename*=UTF-8''Pl%C3%A4n%281%29%2A.pdf`,
    );
  });
});

describe('the types of files', () => {
  it('are told by their endings and their media types, each by one', () => {
    const endings = FILE_TYPES.flatMap((type) => [...type.endings] as string[]);
    expect(new Set(endings).size).toBe(endings.length);
    for (const type of FILE_TYPES) {
      for (const ending of type.endings) expect(typeByName(`A.B.${ending.toUpperCase()}`)).toBe(type);
      expect(typeByMediaType(type.mediaType)).toBe(type);
    }
    expect(typeByName('plan.svg')).toBeUndefined();
    expect(typeByName('pdf')).toBeUndefined();
  });
});

describe('a size in words', () => {
  it.each([
    [0, '0 bytes'],
    [1_023, '1023 bytes'],
    [1_024, '1 KB'],
    [12_700, '12 KB'],
    [1_500_000, '1.4 MB'],
    [20_971_520, '20 MB'],
  ])('%i', (bytes, words) => {
    expect(sizeInWords(bytes)).toBe(words);
  });
});
