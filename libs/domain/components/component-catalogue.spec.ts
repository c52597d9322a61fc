import type { CaseDetails } from '../case/case-content.js';
import { ALL_FLAGS_NO, FINISHED_CONTENT } from '../case/finished-content.fixture.js';
import { placedFault } from '../triage/reference-data-kinds.js';
import { SHIPPED_CATALOGUE, SHIPPED_JSON } from './catalogue.fixture.js';
import {
  askedComponents,
  isComponentId,
  MOST_COMPONENTS,
  readComponentCatalogue,
} from './component-catalogue.js';

const ONE = {
  id: 'govuk-notify',
  name: 'GOV.UK Notify',
  does: 'Sends messages.',
  url: 'https://www.notifications.service.gov.uk/',
  askedWhen: { flags: [], categories: [], phases: [] },
};

function faultsOf(json: unknown): readonly string[] {
  const read = readComponentCatalogue(json);
  return read.ok ? [] : read.faults;
}

function withOne(changes: object): unknown {
  return { ...SHIPPED_JSON, components: [{ ...ONE, ...changes }] };
}

describe('the catalogue that comes with the service', () => {
  it('can be read, and says where each component is explained', () => {
    expect(SHIPPED_CATALOGUE.components.map(({ id }) => id)).toEqual([
      'govuk-design-system',
      'govuk-prototype-kit',
      'govuk-one-login',
      'govuk-notify',
      'govuk-pay',
      'govuk-forms',
    ]);
    for (const { url } of SHIPPED_CATALOGUE.components)
      expect(new URL(url).hostname).toMatch(/\.service\.gov\.uk$/);
    expect(SHIPPED_CATALOGUE.licence).toContain('Open Government Licence');
  });
});

describe('what is wrong with a catalogue', () => {
  it('is nothing where it is sound', () => {
    expect(faultsOf(withOne({}))).toEqual([]);
  });

  it('is all of it where it is none', () => {
    for (const json of [null, [], 7]) expect(faultsOf(json)).toEqual(['The catalogue must be an object.']);
    expect(faultsOf({ name: '\0' })).toEqual([
      '/name: It has a character that cannot be kept, such as \\u0000',
    ]);
    expect(faultsOf({}).map((fault) => placedFault(fault).pointer)).toEqual([
      '/version',
      '/name',
      '/summary',
      '/source',
      '/licence',
      '/url',
      '/validFrom',
      '/components',
    ]);
  });

  it.each([
    [{ version: 'a b' }, '/version'],
    [{ version: 'v'.repeat(41) }, '/version'],
    [{ summary: ' ' }, '/summary'],
    [{ url: 'http://www.gov.uk/' }, '/url'],
    [{ url: 'https://[' }, '/url'],
    [{ validFrom: '2026-02-30' }, '/validFrom'],
    [{ components: [] }, '/components'],
    [{ components: Array.from({ length: MOST_COMPONENTS + 1 }, () => ONE) }, '/components'],
  ])('is at its place in %j', (changes, pointer) => {
    expect(faultsOf({ ...SHIPPED_JSON, ...changes }).map(placedFault)).toMatchObject([{ pointer }]);
  });

  it.each([
    [{ id: 'GOV.UK Notify' }, '/components/0/id'],
    [{ id: 'a'.repeat(61) }, '/components/0/id'],
    [{ id: 7 }, '/components/0/id'],
    [{ name: '' }, '/components/0/name'],
    [{ name: 'n'.repeat(101) }, '/components/0/name'],
    [{ does: null }, '/components/0/does'],
    [{ url: 7 }, '/components/0/url'],
    [{ askedWhen: null }, '/components/0/askedWhen'],
    [{ askedWhen: { flags: [], categories: [] } }, '/components/0/askedWhen'],
    [{ askedWhen: { flags: ['usesGas'], categories: [], phases: [] } }, '/components/0/askedWhen'],
  ])('is at its place in a component with %j', (changes, pointer) => {
    expect(faultsOf(withOne(changes)).map(placedFault)).toMatchObject([{ pointer }]);
  });

  it('is an entry that is none, and an id given twice', () => {
    expect(faultsOf({ ...SHIPPED_JSON, components: ['Notify'] })).toEqual([
      'components[0] must be an object.',
    ]);
    expect(faultsOf({ ...SHIPPED_JSON, components: [ONE, ONE] })).toEqual([
      'components[1].id, govuk-notify, must not be given twice.',
    ]);
  });
});

it('an id is words in small letters joined by hyphens', () => {
  expect(['govuk-pay', 'a1'].every(isComponentId)).toBe(true);
  expect(['', 'Pay', 'a--b', '-a', 'a'.repeat(61)].some(isComponentId)).toBe(false);
});

describe('which components a request is asked about', () => {
  const ids = (changes: Partial<CaseDetails>): readonly string[] =>
    askedComponents(SHIPPED_CATALOGUE, { ...FINISHED_CONTENT.details, ...changes }).map(({ id }) => id);

  it('is none without a catalogue, or for what neither builds a service nor serves the public', () => {
    expect(askedComponents(null, FINISHED_CONTENT.details)).toEqual([]);
    expect(askedComponents(undefined, FINISHED_CONTENT.details)).toEqual([]);
    expect(ids({})).toEqual([]);
    expect(ids({ flags: { ...ALL_FLAGS_NO, buildsService: null } })).toEqual([]);
  });

  it('depends on its flags and its phase', () => {
    const builds = { ...ALL_FLAGS_NO, buildsService: true };
    expect(ids({ flags: builds })).toEqual(['govuk-design-system', 'govuk-notify']);
    expect(ids({ flags: builds, phase: 'alpha' })).toContain('govuk-prototype-kit');
    expect(ids({ flags: builds, phase: null })).not.toContain('govuk-prototype-kit');
    expect(ids({ flags: { ...ALL_FLAGS_NO, publicFacing: true } })).toEqual([
      'govuk-one-login',
      'govuk-notify',
      'govuk-pay',
      'govuk-forms',
    ]);
  });

  it('can depend on the kind of spending', () => {
    const read = readComponentCatalogue(
      withOne({ askedWhen: { flags: [], categories: ['digital-service'], phases: [] } }),
    );
    if (!read.ok) throw new Error(read.faults.join('\n'));
    const asked = (category: CaseDetails['category']): number =>
      askedComponents(read.catalogue, { ...FINISHED_CONTENT.details, category }).length;
    expect([asked('digital-service'), asked('resourcing-contract'), asked(null)]).toEqual([1, 0, 0]);
  });
});
