import { CODE_POINTS, type FigureOrganisation } from '#domain';
import { approvedAgainstSpentChart } from './approved-against-spent-chart.js';
import { casesByStateChart } from './cases-by-state-chart.js';
import { conditionsChart } from './conditions-chart.js';
import {
  CONDITIONS,
  HOSTILE,
  MONEY,
  ORGANISATIONS,
  SPEND,
  STATES,
  TIMES,
  VERDICT_FIGURES,
} from './figures.fixture.js';
import { requestedAgainstApprovedChart } from './requested-against-approved-chart.js';
import { timeToDecisionChart } from './time-to-decision-chart.js';
import { verdictHeatMap } from './verdict-heat-map.js';

/** Best of several, so that what else the machine does is not measured. */
const ROUNDS = 7;
const LONGEST_MS = 150;

/** Where the cases of an organisation would be; those not named one by one are nowhere. */
function placeOf({ id }: FigureOrganisation, rest: string): string | null {
  return id === null ? null : `/cases?organisation=${id}&what=${rest}`;
}

type Href = 'links' | 'no links';

/** Each chart, drawn with links where there can be some, or with none. */
const CHARTS = {
  'cases by state': (href: Href) =>
    casesByStateChart(STATES, ({ state }) => (href === 'links' ? `/cases?state=${state}` : null)),
  'time to decision': (href: Href) =>
    timeToDecisionChart(TIMES, ({ month }) => (href === 'links' ? `/history?month=${month}` : null)),
  verdicts: (href: Href) =>
    verdictHeatMap(VERDICT_FIGURES, ({ organisation, point }) =>
      href === 'links' ? placeOf(organisation, String(point)) : null,
    ),
  money: (href: Href) =>
    requestedAgainstApprovedChart(MONEY, (organisation) => {
      if (href === 'no links') return null;
      return organisation === 'all' ? '/cases?state=approved' : placeOf(organisation, 'money');
    }),
  spend: (href: Href) =>
    approvedAgainstSpentChart(SPEND, (organisation) => {
      if (href === 'no links') return null;
      return organisation === 'all' ? '/decisions?spend=over' : placeOf(organisation, 'spend');
    }),
  conditions: (href: Href) =>
    conditionsChart(CONDITIONS, (organisation, standing) =>
      href === 'links' ? placeOf(organisation, standing) : null,
    ),
} as const;
type ChartName = keyof typeof CHARTS;
const NAMES = Object.keys(CHARTS) as readonly ChartName[];

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** Reads well-formed XML and nothing else: no comments, no entities but the five, every tag closed. */
function parsed(xml: string): Element {
  const root: Element = { name: 'document', attributes: {}, children: [] };
  const open = [root];
  const token = /<\/([\w:-]+)>|<([\w:-]+)((?: [\w:-]+="[^"<>]*")*)(\/?)>|([^<>]+)/y;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const match = token.exec(xml);
    if (match === null) throw new Error(`Not well-formed: ${xml.slice(at, at + 80)}`);
    const [whole, closed, name, attributes = '', empty, text] = match;
    if (/&(?!(lt|gt|quot|#39|amp);)/.test(whole)) throw new Error(`Not escaped: ${whole}`);
    if (text !== undefined) open.at(-1)!.children.push(unescaped(text));
    else if (closed !== undefined) {
      if (open.pop()?.name !== closed) throw new Error(`Closed out of turn: ${closed}`);
    } else {
      const pairs = [...attributes.matchAll(/ ([\w:-]+)="([^"]*)"/g)];
      const element: Element = {
        name: name!,
        attributes: Object.fromEntries(pairs.map(([, key, value]) => [key, unescaped(value!)])),
        children: [],
      };
      if (Object.keys(element.attributes).length !== pairs.length) throw new Error(`Said twice: ${whole}`);
      open.at(-1)!.children.push(element);
      if (empty === '') open.push(element);
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('Not one closed element');
  return root.children[0] as Element;
}

function all(element: Element): readonly Element[] {
  return [element, ...element.children.flatMap((child) => (typeof child === 'string' ? [] : all(child)))];
}

function wordsOf(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : wordsOf(child))).join(' ');
}

async function draw(name: ChartName, href: Href = 'links'): Promise<string> {
  const svg = await CHARTS[name](href);
  if (svg === null) throw new Error('Nothing was drawn');
  return svg;
}

describe.each(NAMES)('the chart of %s', (name) => {
  it('is one SVG that fits any width', async () => {
    const svg = parsed(await draw(name));
    expect(svg.name).toBe('svg');
    const { width, height, viewBox, xmlns } = svg.attributes;
    expect({ width, height, xmlns }).toEqual({ xmlns: 'http://www.w3.org/2000/svg' });
    expect(viewBox).toMatch(/^0 0 960 \d+$/);
    expect(svg.attributes['font-family']).toBe('"GDS Transport", arial, sans-serif');
  });

  it('has nothing in it that a strict content security policy would refuse', async () => {
    for (const href of ['links', 'no links'] as const) {
      const elements = all(parsed(await draw(name, href)));
      const names = new Set(elements.map((element) => element.name));
      const known = ['svg', 'title', 'desc', 'g', 'a', 'path', 'line', 'rect', 'text', 'tspan'];
      expect([...names].filter((one) => !known.includes(one))).toEqual([]);
      const attributes = elements.flatMap((element) => Object.keys(element.attributes));
      expect(attributes.filter((one) => one === 'style' || one.startsWith('on'))).toEqual([]);
      const said = elements.flatMap((element) => Object.values(element.attributes));
      expect(said.filter((value) => /url\(|javascript:/i.test(value))).toEqual([]);
    }
  });

  it('is a group of links, each with a name of its own, and hides no link', async () => {
    const svg = parsed(await draw(name));
    const elements = all(svg);
    expect(svg.attributes['role']).toBe('group');
    const links = elements.filter((element) => element.name === 'a');
    expect(links.length).toBeGreaterThan(5);
    const labels = links.map(({ attributes }) => attributes['aria-label']);
    expect(labels.every((label) => label !== undefined && label.length > 5)).toBe(true);
    expect(new Set(labels).size).toBe(labels.length);
    for (const { attributes, children } of links) {
      expect(Object.keys(attributes).sort()).toEqual(['aria-label', 'href']);
      expect(attributes['href']).toMatch(/^\//);
      expect(children).toHaveLength(1);
    }
    const hidden = elements.filter((element) => element.attributes['aria-hidden'] === 'true');
    expect(hidden.map((element) => element.name)).toEqual(hidden.map(() => 'text'));
  });

  it('is an image that says everything in words where there is no link', async () => {
    const svg = parsed(await draw(name, 'no links'));
    const elements = all(svg);
    expect(svg.attributes['role']).toBe('img');
    expect(elements.filter(({ attributes }) => attributes['role'] !== undefined)).toHaveLength(1);
    expect(elements.some((element) => element.name === 'a')).toBe(false);
    const linked = all(parsed(await draw(name)));
    const labels = linked.flatMap(({ name: tag, attributes }) =>
      tag === 'svg' || attributes['aria-label'] === undefined ? [] : [attributes['aria-label']],
    );
    const description = wordsOf(elements.find((element) => element.name === 'desc')!);
    for (const label of labels) expect(description).toContain(label);
  });

  it('names its parts by ids no other chart has', async () => {
    const elements = all(parsed(await draw(name)));
    const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? []);
    const { attributes } = elements[0]!;
    expect(ids).toHaveLength(3);
    expect(ids.slice(1)).toEqual([attributes['aria-labelledby'], attributes['aria-describedby']]);
    for (const other of NAMES.filter((one) => one !== name)) {
      const theirs = all(parsed(await draw(other))).flatMap((element) => element.attributes['id'] ?? []);
      expect(theirs.filter((id) => ids.includes(id))).toEqual([]);
    }
  });

  it('is the same every time, and nothing is warned of', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    expect(await draw(name)).toBe(await draw(name));
    expect(warn.mock.calls).toEqual([]);
    warn.mockRestore();
  });

  it('is drawn quickly', async () => {
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now();
      await draw(name);
      best = Math.min(best, performance.now() - start);
    }
    expect(best).toBeLessThan(LONGEST_MS);
  });
});

describe('nothing to show', () => {
  it('is no chart', async () => {
    const nowhere = (): null => null;
    expect(await casesByStateChart([], nowhere)).toBeNull();
    expect(await casesByStateChart([{ state: 'draft', cases: 0 }], nowhere)).toBeNull();
    const months = TIMES.months.filter(({ cases }) => cases === 0);
    expect(months).toHaveLength(1);
    expect(await timeToDecisionChart({ months, targets: [], notTimed: 4 }, nowhere)).toBeNull();
    expect(await verdictHeatMap([], nowhere)).toBeNull();
    const inAll = { cases: 0, requestedPence: 0, approvedPence: 0 };
    expect(await requestedAgainstApprovedChart({ organisations: [], inAll }, nowhere)).toBeNull();
    expect(await conditionsChart({ today: '2026-11-26', organisations: [] }, nowhere)).toBeNull();
  });
});

describe('a hostile name', () => {
  it.each(['verdicts', 'money', 'conditions'] as const)('is only a name in the chart of %s', async (name) => {
    const svg = await draw(name);
    expect(svg).not.toContain('<script');
    const labels = all(parsed(svg)).map(({ attributes }) => attributes['aria-label'] ?? '');
    expect(labels.filter((label) => label.includes(HOSTILE)).length).toBeGreaterThan(0);
  });

  it('is only an address in a link', async () => {
    const href = `/cases?text="><script>alert(1)</script>&x=1`;
    const svg = (await casesByStateChart(STATES, () => href))!;
    expect(svg).not.toContain('<script');
    const links = all(parsed(svg)).filter(({ name }) => name === 'a');
    expect(links.map(({ attributes }) => attributes['href'])).toEqual(links.map(() => href));
  });

  it.each(['javascript:alert(1)', 'https://elsewhere.example/', '//elsewhere.example/', 'cases'])(
    'is never an address beyond this service: %s',
    async (href) => {
      await expect(casesByStateChart(STATES, () => href)).rejects.toThrow(RangeError);
    },
  );
});

/** What the links of a chart say, with where they lead. */
async function linksOf(name: ChartName): Promise<ReadonlyMap<string, string>> {
  const links = all(parsed(await draw(name))).filter((element) => element.name === 'a');
  return new Map(links.map(({ attributes }) => [attributes['aria-label']!, attributes['href']!]));
}

/** Whatever is written in a chart beside its title and description. */
async function writtenIn(name: ChartName): Promise<readonly string[]> {
  const elements = all(parsed(await draw(name)));
  return elements.filter((element) => element.name === 'text').map(wordsOf);
}

describe('what a chart says', () => {
  it('of states is how many cases are in each', async () => {
    const links = await linksOf('cases by state');
    expect(links.size).toBe(STATES.filter(({ cases }) => cases > 0).length);
    expect(links.get('GDS Assurance review: 84 cases')).toBe('/cases?state=in-review');
    expect(await writtenIn('cases by state')).toEqual(expect.arrayContaining(['GDS Assurance review', '84']));
  });

  it('of times is, month by month, how many decisions came when and how many in time', async () => {
    const links = await linksOf('time to decision');
    // Nothing was decided in one of the twelve.
    expect(links.size).toBe(11);
    expect([...links.keys()][0]).toBe(
      'December 2025: 29 decisions, 25 in time: 14 in the first half of the time allowed, 11 in the second half, ' +
        '2 late by up to half as long again, 2 later than that',
    );
    expect(await writtenIn('time to decision')).toEqual(
      expect.arrayContaining(['December 2025', 'In time', '86%', 'March 2026', '–', 'November 2026']),
    );
    const svg = await draw('time to decision');
    expect(svg).toContain('Time allowed: 20 working days or 28 days, not counting');
    expect(svg).toContain('Of 3 other cases the time is not known.');
  });

  it('of verdicts is the share met, and of how many, with every point named', async () => {
    const links = await linksOf('verdicts');
    // Those not named one by one have no list.
    expect(links.size).toBe(VERDICT_FIGURES.filter(({ organisation }) => organisation.id !== null).length);
    expect(
      links.get(
        'Ministry of Justice, point 2 (Make things accessible and inclusive): 67% met: 4 of 6 assessments, 1 partially met, 1 not met. Not counted: 1 to which it does not apply',
      ),
    ).toBe('/cases?organisation=id-3&what=2');
    expect([...links.keys()]).toContain(
      'Home Office, point 4 (Make use of open standards): no verdict: does not apply (2 assessments)',
    );
    const written = await writtenIn('verdicts');
    expect(written).toEqual(expect.arrayContaining(['67%', '4/6', 'n/a']));
    for (const { number } of CODE_POINTS)
      expect(written.some((words) => words.startsWith(`${String(number)} `))).toBe(true);
    const bare = all(parsed(await draw('verdicts'))).filter(({ attributes }) => attributes['role'] === 'img');
    expect(bare.map(({ attributes }) => attributes['aria-label'])).toHaveLength(CODE_POINTS.length);
  });

  it('of money is both amounts, in full to those who hear it, and all of it together', async () => {
    const links = await linksOf('money');
    expect(links.size).toBe(ORGANISATIONS.length);
    expect(
      links.get('Home Office: £1,604,938,257 requested and £1,604,938,257 approved in 1 decided case'),
    ).toBe('/cases?organisation=id-0&what=money');
    expect(await writtenIn('money')).toEqual(
      expect.arrayContaining(['£1.6bn requested', '£740.7m approved', '50%', 'All organisations']),
    );
  });

  it('of conditions is each standing of each organisation that has some', async () => {
    const links = await linksOf('conditions');
    expect(links.size).toBe((ORGANISATIONS.length - 1) * 4 - 1);
    expect(links.get('Home Office: 2 conditions open, not yet due')).toBe(
      '/cases?organisation=id-0&what=open',
    );
    expect(links.get('HM Revenue and Customs: 2 conditions overdue')).toBe(
      '/cases?organisation=id-2&what=overdue',
    );
  });
});
