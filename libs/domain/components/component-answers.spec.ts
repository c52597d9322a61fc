import {
  emptyPointEvidence,
  type CaseContent,
  type CaseFlags,
  type ComponentAnswer,
} from '../case/case-content.js';
import { FINISHED_CONTENT } from '../case/finished-content.fixture.js';
import { missingFrom, summariseCompleteness } from '../code-of-practice/completeness.js';
import { UNDER_V6 } from '../triage/regimes.fixture.js';
import { SHIPPED_CATALOGUE } from './catalogue.fixture.js';
import { namedComponents, unansweredComponents, type GivenComponent } from './component-answers.js';

const EMPTY = emptyPointEvidence(8);
const NOTIFY = { component: 'govuk-notify', use: 'used', reason: null } as const;
const PAY = { component: 'govuk-pay', use: 'not-used', reason: 'Nobody pays.' } as const;

function named(components: readonly GivenComponent[], saved: readonly ComponentAnswer[] = []) {
  return namedComponents({ ...EMPTY, components }, SHIPPED_CATALOGUE, saved);
}

describe('what is kept of answers', () => {
  it('is each with the name its component has', () => {
    expect(named([NOTIFY, PAY])).toEqual({
      ok: true,
      evidence: {
        ...EMPTY,
        components: [
          { ...NOTIFY, name: 'GOV.UK Notify' },
          { ...PAY, name: 'GOV.UK Pay' },
        ],
      },
    });
  });

  it('is nothing of those that say nothing, and then nothing at all', () => {
    const silent = { component: 'govuk-forms', use: null, reason: null };
    expect(named([silent])).toEqual({ ok: true, evidence: EMPTY });
    expect(namedComponents(EMPTY, null, [])).toEqual({ ok: true, evidence: EMPTY });
    expect(named([{ ...silent, reason: 'We have not looked yet.' }])).toMatchObject({
      evidence: { components: [{ use: null, reason: 'We have not looked yet.' }] },
    });
  });

  it('is refused for what no catalogue has, unless it was said before, and for what is said twice', () => {
    const gone = { component: 'govuk-paas', use: 'used', reason: null } as const;
    expect(named([NOTIFY, gone, NOTIFY])).toEqual({
      ok: false,
      faults: [
        {
          pointer: '/components/1/component',
          detail: 'No common component “govuk-paas” is in the catalogue: leave it out',
        },
        { pointer: '/components/2/component', detail: 'Answer only once for GOV.UK Notify' },
      ],
    });
    const saved = { ...gone, name: 'GOV.UK PaaS' };
    expect(named([gone], [saved])).toMatchObject({ evidence: { components: [saved] } });
    expect(namedComponents({ ...EMPTY, components: [NOTIFY] }, undefined, [])).toMatchObject({ ok: false });
  });

  it('is refused on another point', () => {
    const read = namedComponents({ ...emptyPointEvidence(7), components: [NOTIFY] }, SHIPPED_CATALOGUE, []);
    expect(read).toEqual({
      ok: false,
      faults: [
        {
          pointer: '/components',
          detail: 'Only point 8 asks about common components: leave them out here',
        },
      ],
    });
  });
});

describe('what is still to be said', () => {
  const { details } = FINISHED_CONTENT;
  const forThePublic = { ...details, flags: { ...details.flags, publicFacing: true, usesOneLogin: true } };
  const under = { policy: { ...UNDER_V6, components: SHIPPED_CATALOGUE }, confirmedRating: null };

  function content(components?: readonly ComponentAnswer[], flags: Partial<CaseFlags> = {}): CaseContent {
    const points = FINISHED_CONTENT.points.map((one) =>
      one.point === 8 && components !== undefined ? { ...one, components } : one,
    );
    return {
      ...FINISHED_CONTENT,
      details: { ...forThePublic, flags: { ...forThePublic.flags, ...flags } },
      points,
    };
  }

  const all = ['govuk-one-login', 'govuk-notify', 'govuk-pay', 'govuk-forms'].map(
    (component): ComponentAnswer => ({ component, name: component, use: 'planned', reason: null }),
  );

  it('is each component that is asked about, on point 8', () => {
    expect(missingFrom(content(), under)).toEqual(
      ['GOV.UK One Login', 'GOV.UK Notify', 'GOV.UK Pay', 'GOV.UK Forms'].map((name, index) => ({
        section: 'points',
        pointer: `/points/7/components/${index}/use`,
        message: `Say whether ${name} is used`,
      })),
    );
    expect(summariseCompleteness(content(), under).points[7]).toEqual({ point: 8, status: 'in-progress' });
  });

  it('is nothing once all are answered, where none is asked about, and where no catalogue counts', () => {
    expect(missingFrom(content(all), under)).toEqual([]);
    expect(summariseCompleteness(content(all), under).complete).toBe(true);
    expect(missingFrom(FINISHED_CONTENT, under)).toEqual([]);
    expect(missingFrom(content(), { ...under, policy: UNDER_V6 })).toEqual([]);
    expect(missingFrom(content())).toEqual([]);
  });

  it('is told at the place where the answer would stand after those that are there', () => {
    expect(
      missingFrom(content([all[2]!, all[0]!]), under).map(({ pointer, message }) => [pointer, message]),
    ).toEqual([
      ['/points/7/components/2/use', 'Say whether GOV.UK Notify is used'],
      ['/points/7/components/3/use', 'Say whether GOV.UK Forms is used'],
    ]);
  });

  it.each([
    [true, 'used', null],
    [true, 'planned', null],
    [true, 'not-used', /answered yes among the facts, and point 8 says of govuk-one-login “Not used”/],
    [false, 'used', /“Uses GOV.UK One Login” is answered no .* “Used already”: change one of the two/],
    [false, 'planned', /answered no .* “Will be used”/],
    [false, 'not-used', null],
    [null, 'used', null],
  ] as const)('is no contradiction: of a fact answered %s and a component %s, %s', (fact, use, told) => {
    const answers = all.map((one, index) =>
      index === 0 ? { ...one, use, reason: use === 'not-used' ? 'Staff only.' : null } : one,
    );
    const flags = { publicFacing: true, usesOneLogin: fact };
    const said = unansweredComponents(content(answers, flags), SHIPPED_CATALOGUE);
    expect(said).toEqual(
      told === null
        ? []
        : [{ pointer: '/points/7/components/0/use', message: expect.stringMatching(told) as string }],
    );
    // Also where it is not asked about any more.
    expect(
      unansweredComponents(content(answers, { ...flags, publicFacing: false }), SHIPPED_CATALOGUE),
    ).toEqual(said);
  });

  it('is whether, and why not', () => {
    const answers = all.map((one, index): ComponentAnswer => {
      if (index === 0) return { ...one, use: null, reason: 'We do not know yet.' };
      return { ...one, use: 'not-used', reason: [null, null, ' ', 'Nobody needs it.'][index] ?? null };
    });
    expect(unansweredComponents(content(answers), SHIPPED_CATALOGUE)).toEqual([
      { pointer: '/points/7/components/0/use', message: 'Say whether GOV.UK One Login is used' },
      { pointer: '/points/7/components/1/reason', message: 'Say why GOV.UK Notify is not used' },
      { pointer: '/points/7/components/2/reason', message: 'Say why GOV.UK Pay is not used' },
    ]);
  });
});
