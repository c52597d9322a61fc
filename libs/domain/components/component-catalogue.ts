import {
  CASE_FLAGS,
  PHASES,
  SPEND_CATEGORIES,
  type CaseDetails,
  type CaseFlag,
  type IsoDate,
  type Phase,
  type SpendCategory,
} from '../case/case-content.js';
import { isIsoDate } from '../case/dates.js';
import { faultsOfJson } from '../triage/json-faults.js';

/**
 * What a request must be for a component to be asked about: one of each list holds, of flags one that is answered yes.
 * A list with nothing in it asks for nothing.
 */
export interface ComponentScope {
  readonly flags: readonly CaseFlag[];
  readonly categories: readonly SpendCategory[];
  readonly phases: readonly Phase[];
}

/** A common component of government. */
export interface CommonComponent {
  /** Kebab-case; the same in every version of the catalogue. */
  readonly id: string;
  readonly name: string;
  /** In this service's own words, as a sentence. */
  readonly does: string;
  /** Its official page. */
  readonly url: string;
  readonly askedWhen: ComponentScope;
}

/** The common components a request is asked about, as data. */
export interface ComponentCatalogue {
  readonly version: string;
  readonly name: string;
  readonly summary: string;
  readonly source: string;
  readonly url: string;
  readonly licence: string;
  /** First day in London on which it counts. */
  readonly validFrom: IsoDate;
  readonly components: readonly CommonComponent[];
}

/** What reading a catalogue gave: the catalogue, or everything that is wrong with it, as sentences. */
export type CatalogueReading =
  | { readonly ok: true; readonly catalogue: ComponentCatalogue }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Components of a catalogue; more would be a questionnaire. This service's own choice. */
export const MOST_COMPONENTS = 40;
/** Characters of an id, a name and a version. */
export const LONGEST_COMPONENT_ID = 60;
const LONGEST_COMPONENT_NAME = 100;
const LONGEST_VERSION = 40;

const TEXT_FIELDS = ['name', 'summary', 'source', 'licence'] as const;
const SCOPE_WORDS: Readonly<Record<keyof ComponentScope, readonly string[]>> = {
  flags: CASE_FLAGS,
  categories: SPEND_CATEGORIES,
  phases: PHASES,
};
const ID = /^[a-z\d]+(?:-[a-z\d]+)*$/;
const VERSION = /^\w+(?:[.-]\w+)*$/;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown, most = Infinity): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= most;
}

/** Whether a text can be the id of a component, in some catalogue or other. */
export function isComponentId(text: string): boolean {
  return text.length <= LONGEST_COMPONENT_ID && ID.test(text);
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && /^https:\/\/\S+$/.test(value) && URL.canParse(value);
}

function isScope(value: unknown): boolean {
  if (!isObject(value)) return false;
  return Object.entries(SCOPE_WORDS).every(([part, words]) => {
    const given = value[part];
    return Array.isArray(given) && given.every((word) => words.includes(word as string));
  });
}

/** What has to be true of a part, by what is said where it is not. */
type Demand = readonly [isMet: boolean, fault: string];

function unmet(demands: readonly Demand[]): readonly string[] {
  return demands.filter(([isMet]) => !isMet).map(([, fault]) => fault);
}

/** What is wrong with one entry of the list, seen by itself. */
function componentFaults(entry: unknown, at: string): readonly string[] {
  if (!isObject(entry)) return [`${at} must be an object.`];
  const { id, name, does, url, askedWhen } = entry;
  return unmet([
    [
      typeof id === 'string' && isComponentId(id),
      `${at}.id must be words in small letters joined by hyphens, at most ${LONGEST_COMPONENT_ID} characters.`,
    ],
    [
      isText(name, LONGEST_COMPONENT_NAME),
      `${at}.name must be a text of at most ${LONGEST_COMPONENT_NAME} characters that is not empty.`,
    ],
    [isText(does), `${at}.does must be a text that is not empty.`],
    [isAddress(url), `${at}.url must be the address of its official page, with https.`],
    [
      isScope(askedWhen),
      `${at}.askedWhen must be an object with the lists flags, categories and phases, of words this service knows.`,
    ],
  ]);
}

function listFaults(components: unknown): readonly string[] {
  if (!Array.isArray(components) || components.length === 0 || components.length > MOST_COMPONENTS)
    return [`components must be a list of 1 to ${MOST_COMPONENTS} components.`];
  const ids = components.map((entry: unknown) => (isObject(entry) ? entry['id'] : undefined));
  return components.flatMap((entry: unknown, index) => [
    ...componentFaults(entry, `components[${index}]`),
    ...unmet([
      [
        typeof ids[index] !== 'string' || ids.indexOf(ids[index]) === index,
        `components[${index}].id, ${String(ids[index])}, must not be given twice.`,
      ],
    ]),
  ]);
}

/** Reads a catalogue from parsed JSON. It never throws: what is wrong is in the answer, each fault naming its field. */
export function readComponentCatalogue(json: unknown): CatalogueReading {
  const unkeepable = faultsOfJson(json);
  if (unkeepable.length > 0) return { ok: false, faults: unkeepable };
  if (!isObject(json)) return { ok: false, faults: ['The catalogue must be an object.'] };
  const { version, url, validFrom, components } = json;
  const faults = [
    ...unmet([
      [
        isText(version, LONGEST_VERSION) && VERSION.test(version),
        `version must be letters and digits joined by hyphens or full stops, at most ${LONGEST_VERSION} characters.`,
      ],
      ...TEXT_FIELDS.map((field): Demand => [
        isText(json[field]),
        `${field} must be a text that is not empty.`,
      ]),
      [isAddress(url), 'url must be the address of the source, with https.'],
      [typeof validFrom === 'string' && isIsoDate(validFrom), 'validFrom must be a date written YYYY-MM-DD.'],
    ]),
    ...listFaults(components),
  ];
  // Every field has been looked at above.
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, catalogue: json as unknown as ComponentCatalogue };
}

function isAskedOf(
  { flags, categories, phases }: ComponentScope,
  { flags: answers, category, phase }: CaseDetails,
): boolean {
  return (
    (flags.length === 0 || flags.some((flag) => answers[flag] === true)) &&
    (categories.length === 0 || (category !== null && categories.includes(category))) &&
    (phases.length === 0 || (phase !== null && phases.includes(phase)))
  );
}

/**
 * The components a request is asked about, in the catalogue's order. What is not known of it yet asks for nothing.
 * @param catalogue the one that counts for it; `null` or absent where none does
 */
export function askedComponents(
  catalogue: ComponentCatalogue | null | undefined,
  details: CaseDetails,
): readonly CommonComponent[] {
  return (catalogue?.components ?? []).filter(({ askedWhen }) => isAskedOf(askedWhen, details));
}
