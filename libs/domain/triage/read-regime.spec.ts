import { readRegime } from './read-regime.js';
import { SHIPPED_REGIMES, shippedFile, V6 } from './regimes.fixture.js';

/** To take a part away instead of changing it. */
const GONE = Symbol('gone');

/** What to put where, by JSON pointer; `-` at the end of one adds to a list. */
type Changes = Readonly<Record<string, unknown>>;

function change(file: unknown, pointer: string, value: unknown): void {
  const steps = pointer.split('/').slice(1);
  const last = steps.pop() ?? '';
  const place = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], file);
  if (Array.isArray(place) && last === '-') place.push(value);
  else if (Array.isArray(place) && value === GONE) place.splice(Number(last), 1);
  else if (value === GONE) Reflect.deleteProperty(place as object, last);
  else Reflect.set(place as object, last, value);
}

function faultsOf(json: unknown): readonly string[] {
  const reading = readRegime(json);
  return reading.ok ? [] : reading.faults;
}

/** What is said of a shipped file once something in it has been broken. */
function broken(version: string, changes: Changes): readonly string[] {
  const file = shippedFile(version);
  for (const [pointer, value] of Object.entries(changes)) change(file, pointer, value);
  return faultsOf(file);
}

describe('the shipped files', () => {
  it('are sound, and each is filed under its own version', () => {
    expect(SHIPPED_REGIMES.map(({ version }) => version)).toEqual(['v4', 'v5', 'v6', '2026-assurance']);
    for (const { version } of SHIPPED_REGIMES) expect(faultsOf(shippedFile(version))).toEqual([]);
  });

  it('are read as they stand, without the word for editors', () => {
    for (const regime of SHIPPED_REGIMES) {
      const { $schema, ...file } = shippedFile(regime.version) as Record<string, unknown>;
      expect($schema).toBe('../regime.schema.json');
      expect(regime).toEqual(file);
    }
  });

  it('name an open licence and never pass off as government’s what is not', () => {
    for (const regime of SHIPPED_REGIMES) {
      expect(regime.licence).toContain('Open Government Licence v3.0');
      if (regime.turnaround === 'not-known') throw new Error('Every shipped regime has targets');
      const whose = regime.version === 'v4' ? 'government' : 'ours';
      for (const { provenance } of regime.turnaround.targets) expect(provenance.whose).toBe(whose);
      expect(regime.turnaround.provenance.whose).toBe('ours');
    }
  });
});

describe('a file of the wrong shape', () => {
  it.each<[string, Changes, string]>([
    ['nothing of the sort', { '/name': GONE }, 'The whole file: “name” is missing'],
    ['a part too many', { '/colour': 'blue' }, 'The whole file: “colour” is nothing this service knows'],
    [
      'a part too many, deeper down',
      { '/routing/otherwise/why': 'x' },
      '/routing/otherwise: “why” is nothing this service knows',
    ],
    [
      'no such word',
      { '/provenance/whose': 'theirs' },
      '/provenance/whose: It must be one of government, ours',
    ],
    [
      'another word than “not-known”',
      { '/rating': 'unknown' },
      '/rating: It must be “not-known”, or the thing itself',
    ],
    [
      'no such kind of condition',
      { '/routing/rules/0/when': { kind: 'maybe' } },
      '/routing/rules/0/when: “maybe” is not a kind there is here',
    ],
    [
      'a threshold that looks at the rating',
      { '/thresholds/scoped/0/when': { kind: 'rating', levels: ['high'] } },
      '/thresholds/scoped/0/when: “rating” is not a kind there is here',
    ],
    [
      'a cut-off that is no time of day',
      { '/turnaround/cutOff': '24:00' },
      '/turnaround/cutOff: It must be so: Hour and minute in London, 13:00',
    ],
    [
      'a month there is not',
      { '/validFrom': '2024-13' },
      '/validFrom: It must be so: A year, a month or a day, as precise as the source: 2018, 2018-04 or 2018-04-01',
    ],
    [
      'a negative threshold',
      { '/thresholds/otherwise/thresholdPence': -1 },
      '/thresholds/otherwise/thresholdPence: It must be >= 0',
    ],
    [
      'part of a penny',
      { '/thresholds/otherwise/thresholdPence': 0.5 },
      '/thresholds/otherwise/thresholdPence: It must be integer',
    ],
    ['empty words', { '/summary': ' ' }, '/summary: It must be so: Plain words'],
    ['no point 13', { '/mandatoryPoints/points/13': GONE }, '/mandatoryPoints/points: “13” is missing'],
  ])('%s', (_what, changes, fault) => {
    expect(broken('v6', changes)).toEqual([fault]);
  });

  it.each([null, 'v6', [], 3])('%j is no regime', (json) => {
    expect(faultsOf(json)).toEqual(['The whole file: It must be object']);
  });

  it('is told of every fault at once', () => {
    const faults = broken('v6', { '/validTo': 'tomorrow', '/rating/levels': [] });
    expect(faults).toEqual([
      expect.stringContaining('/validTo: '),
      '/rating/levels: It must NOT have fewer than 2 items',
    ]);
  });
});

describe('a file of the right shape that makes no sense', () => {
  const { questionSets } = V6.rating === 'not-known' ? { questionSets: [] } : V6.rating;
  const RULE = { route: 'departmental-assurance', reason: 'so', provenance: V6.provenance };

  it.each<[string, string, Changes, readonly string[]]>([
    ['ends in the month it begins, sound', 'v6', { '/validTo': '2024-02' }, []],
    [
      'ends before it begins, as far as both dates go',
      'v6',
      { '/validTo': '2024-01' },
      ['/validTo: It ends before it begins'],
    ],
    [
      'a day there is not',
      'v6',
      { '/validFrom': '2024-02-30' },
      ['/validFrom: 2024-02-30 is not a date there is'],
    ],
    [
      'a threshold that never counts',
      'v6',
      { '/thresholds/scoped/1/thresholdPence': 100_000_000 },
      [
        '/thresholds/scoped/1/thresholdPence: It never counts: the lowest that applies does, and that for everything else is no higher',
      ],
    ],
    [
      'a threshold on another amount',
      '2026-assurance',
      { '/thresholds/scoped/0/thresholdPence': 600_000_000 },
      [],
    ],
    [
      'a level twice',
      'v6',
      { '/rating/levels/-': { id: 'low', name: 'Low' } },
      ['/rating/levels/3/id: “low” is there already'],
    ],
    [
      'an answer at a level there is not',
      'v6',
      { '/rating/questionSets/0/questions/0/options/1/level': 'middling' },
      ['/rating/questionSets/0/questions/0/options/1/level: “middling” is not one of the levels'],
    ],
    [
      'an answer twice',
      'v6',
      { '/rating/questionSets/0/questions/2/options/1/id': 'no' },
      ['/rating/questionSets/0/questions/2/options/1/id: “no” is there already'],
    ],
    [
      'a question twice',
      'v6',
      { '/rating/questionSets/0/questions/2/id': 'transactions' },
      ['/rating/questionSets/0/questions/2/id: “transactions” is there already'],
    ],
    [
      'amounts on a question somebody answers',
      'v6',
      { '/rating/questionSets/0/questions/0/options/0/upToPence': 1 },
      ['/rating/questionSets/0/questions/0/options/0/upToPence: Somebody answers this, so it has no amounts'],
    ],
    [
      'amounts that do not ascend',
      'v6',
      { '/rating/questionSets/1/questions/0/options/1/upToPence': 1_999_999_999 },
      ['/rating/questionSets/1/questions/0/options/1/upToPence: Amounts must ascend from option to option'],
    ],
    [
      'an amount on the last answer',
      'v6',
      { '/rating/questionSets/1/questions/0/options/2/upToPence': 9_000_000_000 },
      ['/rating/questionSets/1/questions/0/options/2/upToPence: The last option must be null'],
    ],
    [
      'no amount in the middle',
      'v6',
      { '/rating/questionSets/1/questions/0/options/1/upToPence': null },
      ['/rating/questionSets/1/questions/0/options/1/upToPence: Only the last option has no largest amount'],
    ],
    [
      'no amount at the start',
      'v6',
      { '/rating/questionSets/1/questions/0/options/0/upToPence': GONE },
      ['/rating/questionSets/1/questions/0/options/0/upToPence: Only the last option has no largest amount'],
    ],
    [
      'a set twice',
      'v6',
      { '/rating/questionSets/2/id': 'digital-services-2024-02' },
      ['/rating/questionSets/2/id: “digital-services-2024-02” is there already'],
    ],
    [
      'a set that ends on a day there is not',
      'v6',
      { '/rating/questionSets/0/validTo': '2025-02-29' },
      ['/rating/questionSets/0/validTo: 2025-02-29 is not a date there is'],
    ],
    [
      'sets that overlap by a day',
      'v6',
      { '/rating/questionSets/0/validTo': '2025-03-27' },
      [
        '/rating/questionSets/1: For some category and day both “digital-services-2025-03” and “digital-services-2024-02” would be asked',
      ],
    ],
    [
      'sets without an end that overlap',
      'v6',
      { '/rating/questionSets/2/categories/-': 'digital-service' },
      [
        '/rating/questionSets/2: For some category and day both “other-categories” and “digital-services-2024-02” would be asked',
        '/rating/questionSets/2: For some category and day both “other-categories” and “digital-services-2025-03” would be asked',
      ],
    ],
    [
      'sets in another order that do not overlap',
      'v6',
      { '/rating/questionSets': [...questionSets].reverse() },
      [],
    ],
    [
      'what is not complete, without a note',
      'v6',
      { '/rating/questionSets/0/note': GONE },
      ['/rating/questionSets/0: Say in a note what is not known, because it is not complete'],
    ],
    [
      'what is complete, without questions',
      'v6',
      { '/rating/questionSets/2/complete': true },
      ['/rating/questionSets/2/complete: There is nothing that could be complete'],
    ],
    ['what is complete, with questions', 'v6', { '/rating/questionSets/0/complete': true }, []],
    [
      'a score for no level',
      'v5',
      { '/rating/combination/scores/fine': 0 },
      ['/rating/combination/scores/fine: “fine” is not one of the levels'],
    ],
    [
      'a level without a score',
      'v5',
      { '/rating/combination/scores/monitor': GONE },
      ['/rating/combination/scores: “monitor” has no score'],
    ],
    [
      'a score for the top level',
      'v5',
      { '/rating/combination/scores/control': 3 },
      ['/rating/combination/scores/control: The top level has no score: one such answer makes the whole'],
    ],
    [
      'a band of no level',
      'v5',
      { '/rating/combination/bands/2/level': 'worse' },
      [
        '/rating/combination/bands/2/level: “worse” is not one of the levels',
        '/rating/combination/bands/2/level: A higher sum must not make a lower level',
      ],
    ],
    [
      'bands that stop',
      'v5',
      { '/rating/combination/bands/2': GONE },
      ['/rating/combination/bands/1/upTo: The last band, and no other, must be null'],
    ],
    [
      'a band that swallows the next',
      'v5',
      { '/rating/combination/bands/0/upTo': null },
      ['/rating/combination/bands/0/upTo: The last band, and no other, must be null'],
    ],
    [
      'bands that do not ascend',
      'v5',
      { '/rating/combination/bands/1/upTo': 10 },
      ['/rating/combination/bands/1/upTo: Bands must ascend'],
    ],
    ['two bands of one level, which is sound', 'v5', { '/rating/combination/bands/1/level': 'control' }, []],
    [
      'a higher sum that makes a lower level',
      'v5',
      { '/rating/combination/bands/2/level': 'assured' },
      ['/rating/combination/bands/2/level: A higher sum must not make a lower level'],
    ],
    [
      'a route there is not',
      'v6',
      { '/routing/rules/0/route': 'fast' },
      ['/routing/rules/0/route: “fast” is not one of the routes'],
    ],
    [
      'no other route',
      'v6',
      { '/routing/otherwise/route': 'fast' },
      ['/routing/otherwise/route: “fast” is not one of the routes'],
    ],
    [
      'a route twice',
      'v6',
      { '/routing/routes/0/id': 'gds-assurance' },
      [
        '/routing/routes/1/id: “gds-assurance” is there already',
        '/routing/rules/0/route: “departmental-assurance” is not one of the routes',
      ],
    ],
    [
      'roles of the wrong side',
      'v6',
      {
        '/routing/routes/0/roles/assures': 'reviewer',
        '/routing/routes/0/roles/decides': 'submitter',
        '/routing/routes/1/roles/assures': 'auditor',
        '/routing/routes/1/roles/decides': 'reviewer',
      },
      [
        "/routing/routes/0/roles/assures: The role “reviewer” cannot record the department's own assurance",
        "/routing/routes/0/roles/decides: The role “submitter” cannot record the department's own assurance",
        '/routing/routes/1/roles/assures: The role “auditor” cannot recommend a decision',
        '/routing/routes/1/roles/decides: The role “reviewer” cannot approve',
      ],
    ],
    [
      'a condition on a level there is not, inside others',
      'v6',
      {
        '/routing/rules/0/when/of/-': {
          kind: 'any',
          of: [{ kind: 'always' }, { kind: 'rating', levels: ['top'] }],
        },
      },
      ['/routing/rules/0/when/of/2/of/1/levels: “top” is not one of the levels'],
    ],
    [
      'conditions on a rating there is not',
      '2026-assurance',
      {
        '/routing/rules': [
          { when: { kind: 'rating', levels: ['high'] }, ...RULE },
          { when: { kind: 'earned-autonomy' }, ...RULE },
        ],
        '/furtherSteps/0/when': { kind: 'rating', levels: ['high'] },
      },
      [
        '/routing/rules/0/when: The regime has no rating this could look at',
        '/routing/rules/1/when: The regime has no rating this could look at',
        '/furtherSteps/0/when: The regime has no rating this could look at',
      ],
    ],
    [
      'commitments twice, on a level there is not, without a note',
      'v6',
      {
        '/strategicCommitments/askedWhen/levels': ['top'],
        '/strategicCommitments/commitments/-': { id: 'strategic-commitments', text: 'Again?' },
        '/strategicCommitments/note': GONE,
      },
      [
        '/strategicCommitments/askedWhen/levels: “top” is not one of the levels',
        '/strategicCommitments: Say in a note what is not known, because it is not complete',
        '/strategicCommitments/commitments/1/id: “strategic-commitments” is there already',
      ],
    ],
    [
      'a clock that never starts again',
      'v6',
      { '/turnaround/resumedBy': [] },
      ['/turnaround/resumedBy: Nothing starts the clock again that something stops'],
    ],
    ['a clock that never stops', 'v6', { '/turnaround/stoppedBy': [], '/turnaround/resumedBy': [] }, []],
    [
      'a clock stopped and resumed by one thing',
      'v6',
      { '/turnaround/resumedBy': ['returned'] },
      ['/turnaround/resumedBy: “returned” cannot both stop the clock and resume it'],
    ],
    [
      'a target twice, warned of before it begins',
      'v6',
      { '/turnaround/targets/1/id': 'decide', '/turnaround/targets/0/warnDaysBefore': 2 },
      [
        '/turnaround/targets/2/id: “decide” is there already',
        '/turnaround/targets/0/warnDaysBefore: The warning would come before the time begins',
      ],
    ],
    ['no known targets', 'v6', { '/turnaround': 'not-known' }, []],
  ])('%s', (_what, version, changes, faults) => {
    expect(broken(version, changes)).toEqual(faults);
  });
});
