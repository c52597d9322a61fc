import { NOTICE_EVENTS, NOTICES } from '#domain';
import { renderNotice } from './render-notice.js';

const PUBLIC_URL = 'https://spend.example';

function notice(template: string, reference: string, at: string, more: Record<string, unknown> = {}) {
  return {
    template,
    at,
    parameters: {
      reference,
      title: `Title of ${reference}`,
      organisation: 'Home Office',
      state: 'GDS Assurance review',
      recipientPart: 'submitter',
      ...more,
    },
  };
}

const SEARCH = {
  searchId: '2f0f7a2e-6c7f-4b8b-9a71-2f1d0f6a6a11',
  searchName: 'Large and late',
  count: 7,
  cases: [
    {
      reference: 'COSC-00201',
      title: 'Cloud hosting',
      organisation: 'Home Office',
      state: 'in-review',
      marking: 'OFFICIAL',
    },
    { reference: 'COSC-00202', title: 'Payroll', organisation: 'HM Treasury', state: 'Submitted' },
  ],
  more: 5,
};

function digest(items: readonly unknown[], day = '2026-11-25') {
  return renderNotice('daily-digest', { day, items }, PUBLIC_URL);
}

describe('a daily digest', () => {
  it('tells each thing with its case and link, grouped by case, the newest last', () => {
    const { subject, body } = digest([
      notice('review-started', 'COSC-1', '2026-11-24T09:00:00.000Z', { state: 'First' }),
      notice('acknowledged', 'COSC-2', '2026-11-24T10:00:00.000Z', { marking: 'OFFICIAL' }),
      notice('condition-due-soon', 'COSC-1', '2026-11-25T00:30:00.000Z', {
        dueOn: '2026-12-01',
        state: 'Second',
      }),
    ]);
    expect(subject).toBe('Your digest of 25 November 2026: 3 notices about 2 cases');
    expect(body).toContain(
      [
        'COSC-2, Title of COSC-2',
        'Organisation: Home Office',
        'Marking: OFFICIAL',
        '24 November 2026: acknowledged by GDS Assurance',
        'Status then: GDS Assurance review',
        'https://spend.example/cases/COSC-2',
        '',
        'COSC-1, Title of COSC-1',
        'Organisation: Home Office',
        '24 November 2026: review started',
        '25 November 2026: a condition is due soon',
        'What to do: enter evidence in the case that the condition is met by the end of 1 December 2026. From the day after that it counts as overdue.',
        'Status then: Second',
        'https://spend.example/cases/COSC-1',
      ].join('\n'),
    );
    expect(body).toMatch(/You get this email because you prefer a daily digest\..+\n$/);
    expect(body).not.toMatch(/null|undefined|\[object|NaN|demonstration|OFFICIAL-SENSITIVE/);
  });

  it('has words for every event there is', () => {
    const items = NOTICE_EVENTS.map((event) =>
      notice(event, `COSC-${event}`, '2026-11-24T09:00:00.000Z', { recipientPart: NOTICES[event].to[0] }),
    );
    const { body } = digest(items);
    for (const event of NOTICE_EVENTS) expect(body).toContain(`https://spend.example/cases/COSC-${event}\n`);
    expect(body).not.toMatch(/could not be written|null|undefined/);
  });

  it('tells of a followed search with its cases', () => {
    const { subject, body } = digest([
      { template: 'search-matched', at: '2026-11-24T09:00:00.000Z', parameters: SEARCH },
    ]);
    expect(subject).toBe('Your digest of 25 November 2026: 1 notice');
    expect(body).toContain(
      '7 new cases in your saved search “Large and late”\n\nCOSC-00201, Cloud hosting\n',
    );
  });

  it('is labelled where cases are demonstration data, and as a whole where all are', () => {
    const real = notice('review-started', 'COSC-1', '2026-11-24T09:00:00.000Z');
    const shown = notice('review-started', 'COSC-2', '2026-11-24T09:00:00.000Z', { synthetic: true });
    const mixed = digest([real, shown]);
    expect(mixed.subject).not.toContain('demonstration');
    expect(mixed.body).toContain('COSC-2, Title of COSC-2 (demonstration data)\n');
    expect(mixed.body).toContain('COSC-1, Title of COSC-1\n');
    const all = digest([shown]);
    expect(all.subject).toMatch(/\(demonstration data\)$/);
    expect(all.body.startsWith('This is demonstration data, none of it a real decision.\n\n')).toBe(true);
  });

  it('carries the highest marking of what it tells', () => {
    const { body } = digest([
      notice('review-started', 'COSC-1', '2026-11-24T09:00:00.000Z', { marking: 'OFFICIAL' }),
      notice('review-started', 'COSC-2', '2026-11-24T09:00:00.000Z', { marking: 'OFFICIAL-SENSITIVE' }),
    ]);
    expect(body).toContain('Marking of this email: OFFICIAL-SENSITIVE\n');
  });

  it('tells the rest when one thing cannot be told', () => {
    const { subject, body } = digest([
      notice('review-started', 'COSC-1', '2026-11-24T09:00:00.000Z'),
      { template: 'review-started', at: '2026-11-24T09:00:00.000Z', parameters: { reference: 'COSC-2' } },
      { template: 'no-such-thing', at: '2026-11-24T09:00:00.000Z', parameters: {} },
      notice('review-started', 'COSC-3', 'yesterday'),
      'nothing',
    ]);
    expect(subject).toContain('5 notices about 1 case');
    expect(body).toContain('24 November 2026: review started');
    expect(body).toContain('Look at the case COSC-2:\nhttps://spend.example/cases/COSC-2');
    expect(body).toContain('Look at the case COSC-3');
    expect(body.match(/Look through your cases/g)).toHaveLength(2);
  });

  it('keeps what people wrote from posing as lines of its own', () => {
    const hostile = 'A\r\nBcc: everybody@evil.example\r\n\r\nB';
    const { subject, body } = digest([
      notice('decided', hostile, '2026-11-24T09:00:00.000Z', { title: hostile, outcome: hostile }),
      { template: 'search-matched', at: '2026-11-24T09:00:00.000Z', parameters: { searchName: hostile } },
    ]);
    expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(body).not.toMatch(/^Bcc/m);
  });

  it.each([
    ['no object', null],
    ['no day', { items: [] }],
  ])('is refused when it is not whole: %s', (_what, parameters) => {
    expect(() => renderNotice('daily-digest', parameters, PUBLIC_URL)).toThrow(TypeError);
  });
});

describe('an email about a followed search', () => {
  it('lists the cases with their links and says how many there are', () => {
    const { subject, body } = renderNotice('search-matched', SEARCH, PUBLIC_URL);
    expect(subject).toBe('7 new cases in your saved search “Large and late”');
    expect(body).toContain('7 cases have come to match your saved search “Large and late”.');
    expect(body).toContain(
      'COSC-00201, Cloud hosting\nOrganisation: Home Office\nStatus: GDS Assurance review\nMarking: OFFICIAL\nhttps://spend.example/cases/COSC-00201\n\nCOSC-00202, Payroll\n',
    );
    expect(body).toContain('And 5 other cases: open the search to see all of them.');
    expect(body).toContain('You do not need to do anything.');
  });

  it('says nothing of others where all are listed, and labels demonstration data', () => {
    const cases = [{ ...SEARCH.cases[0], synthetic: true }];
    const { subject, body } = renderNotice('search-matched', { ...SEARCH, count: 1, cases }, PUBLIC_URL);
    expect(subject).toBe('1 new case in your saved search “Large and late”');
    expect(body).toContain('a case has come to match');
    expect(body).toContain('COSC-00201, Cloud hosting (demonstration data)');
    expect(body).not.toContain('other case');
  });

  it('keeps its subject on one line and to its length', () => {
    const searchName = `Late\r\nBcc: everybody@evil.example${'x'.repeat(300)}`;
    const { subject } = renderNotice('search-matched', { ...SEARCH, searchName }, PUBLIC_URL);
    expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(subject.length).toBeLessThanOrEqual(150);
  });

  it.each([
    ['no object', []],
    ['no name', { ...SEARCH, searchName: '' }],
    ['a case that is none', { ...SEARCH, cases: ['COSC-00201'] }],
    [
      'a case without a title',
      { ...SEARCH, cases: [{ reference: 'COSC-00201', organisation: 'x', state: 'y' }] },
    ],
  ])('is refused when it is not whole: %s', (_what, parameters) => {
    expect(() => renderNotice('search-matched', parameters, PUBLIC_URL)).toThrow(TypeError);
  });
});
