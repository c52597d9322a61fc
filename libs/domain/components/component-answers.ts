import type {
  CaseContent,
  CaseFlag,
  CaseFlags,
  ComponentAnswer,
  ComponentUse,
  PointEvidence,
  PointNumber,
} from '../case/case-content.js';
import { evidenceFor } from '../case/point-evidence.js';
import { FLAG_NAMES } from '../case/case-words.js';
import { askedComponents, type CommonComponent, type ComponentCatalogue } from './component-catalogue.js';

/** The point that asks for sharing, reuse and collaboration, and so about common components. */
export const COMPONENTS_POINT = 8 satisfies PointNumber;

/** What people read for whether a component is used. */
export const COMPONENT_USE_NAMES: Readonly<Record<ComponentUse, string>> = {
  used: 'Used already',
  planned: 'Will be used',
  'not-used': 'Not used',
};

/** An answer as somebody gives it: what the component is called is for the catalogue to say. */
export type GivenComponent = Omit<ComponentAnswer, 'name'>;

/** Evidence as somebody gives it. */
export type GivenEvidence = Omit<PointEvidence, 'components'> & {
  readonly components?: readonly GivenComponent[];
};

/** An answer that cannot be kept: its place in the request, and what to do, as a sentence without a full stop. */
export interface ComponentFault {
  /** JSON pointer. */
  readonly pointer: string;
  readonly detail: string;
}

/** The evidence as it is kept, or everything that keeps it from being kept. */
export type EvidenceReading =
  | { readonly ok: true; readonly evidence: PointEvidence }
  | { readonly ok: false; readonly faults: readonly ComponentFault[] };

/**
 * Gives every answer the name its component has, and leaves out those that say nothing.
 * @param catalogue the one that counts for the request
 * @param saved what was said before: a component the catalogue has no more can still be spoken of
 */
export function namedComponents(
  { components: given = [], ...rest }: GivenEvidence,
  catalogue: ComponentCatalogue | null | undefined,
  saved: readonly ComponentAnswer[],
): EvidenceReading {
  if (given.length > 0 && rest.point !== COMPONENTS_POINT)
    return {
      ok: false,
      faults: [
        {
          pointer: '/components',
          detail: `Only point ${COMPONENTS_POINT} asks about common components: leave them out here`,
        },
      ],
    };
  const names = new Map([
    ...saved.map(({ component, name }) => [component, name] as const),
    ...(catalogue?.components ?? []).map(({ id, name }) => [id, name] as const),
  ]);
  const ids = given.map(({ component }) => component);
  const faults: ComponentFault[] = [];
  const components: ComponentAnswer[] = [];
  for (const [index, { component, use, reason }] of given.entries()) {
    const name = names.get(component);
    const pointer = `/components/${index}/component`;
    if (name === undefined)
      faults.push({
        pointer,
        detail: `No common component “${component}” is in the catalogue: leave it out`,
      });
    else if (ids.indexOf(component) < index) faults.push({ pointer, detail: `Answer only once for ${name}` });
    else if (use !== null || reason !== null) components.push({ component, name, use, reason });
  }
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, evidence: components.length === 0 ? rest : { ...rest, components } };
}

/** A common component a request has still to answer for. */
export interface UnansweredComponent {
  /** JSON pointer into the case's content; list positions count from nought. */
  readonly pointer: string;
  /** What to do, as a plain sentence without a full stop. */
  readonly message: string;
}

/** Facts of a request that say the same as the answer for a component. */
const SAID_BY_FLAGS: Readonly<Record<string, CaseFlag>> = { 'govuk-one-login': 'usesOneLogin' };

/**
 * What is still to be said of common components: each that is asked about, why each that is not used is not, and what
 * the facts of the request say otherwise. Of a component nothing is said of yet, the place is where its answer would
 * stand after those that are there.
 */
export function unansweredComponents(
  content: CaseContent,
  catalogue: ComponentCatalogue | null | undefined,
): readonly UnansweredComponent[] {
  const { components: answers = [] } = evidenceFor(content, COMPONENTS_POINT);
  const at = `/points/${COMPONENTS_POINT - 1}/components`;
  const asked = askedComponents(catalogue, content.details);
  const silent = asked.filter(({ id }) => answers.every(({ component }) => component !== id));
  return [
    ...answers.flatMap((answer, index) =>
      wrongWith(answer, content.details.flags, asked).map(({ part, message }) => ({
        pointer: `${at}/${index}/${part}`,
        message,
      })),
    ),
    ...silent.map(({ name }, index) => ({
      pointer: `${at}/${answers.length + index}/use`,
      message: `Say whether ${name} is used`,
    })),
  ];
}

function wrongWith(
  { component, name, use, reason }: ComponentAnswer,
  flags: CaseFlags,
  asked: readonly CommonComponent[],
): readonly { readonly part: 'use' | 'reason'; readonly message: string }[] {
  if (use !== null) {
    const contradiction = contradictionOf(component, name, use, flags);
    if (contradiction !== null) return [{ part: 'use', message: contradiction }];
  }
  const isAsked = asked.find(({ id }) => id === component);
  if (isAsked === undefined) return [];
  if (use === null) return [{ part: 'use', message: `Say whether ${isAsked.name} is used` }];
  return use === 'not-used' && (reason ?? '').trim() === ''
    ? [{ part: 'reason', message: `Say why ${isAsked.name} is not used` }]
    : [];
}

/** Where the facts of a request say something else of a component than point 8; `null` where they do not. */
function contradictionOf(
  component: string,
  name: string,
  use: ComponentUse,
  flags: CaseFlags,
): string | null {
  const flag = SAID_BY_FLAGS[component];
  if (flag === undefined) return null;
  const fact = flags[flag];
  if (fact === null || fact === (use !== 'not-used')) return null;
  const said = `“${FLAG_NAMES[flag]}” is answered ${fact ? 'yes' : 'no'} among the facts`;
  return `${said}, and point ${COMPONENTS_POINT} says of ${name} “${COMPONENT_USE_NAMES[use]}”: change one of the two`;
}

/** Cases and what they ask for in all, in pence. */
export interface CasesAndMoney {
  readonly cases: number;
  readonly requestedPence: number;
}

/** What requests say of one common component. */
export interface ComponentTakeUp {
  /** Its id in the catalogue. */
  readonly component: string;
  /** What it was called the last time a request answered for it. */
  readonly name: string;
  /** Requests that answered for it; no more is asked of a request than of all it asks for. */
  readonly asked: CasesAndMoney;
  readonly used: CasesAndMoney;
  readonly planned: CasesAndMoney;
  readonly notUsed: CasesAndMoney;
}

/** What requests say of common components. Amounts are those of whole requests: no saving is worked out. */
export interface TakeUp {
  /** In the order of their names. */
  readonly components: readonly ComponentTakeUp[];
  /** Requests that answered for any. */
  readonly asked: CasesAndMoney;
  /** Those that use, or will use, at least one, in place of something of their own. */
  readonly reuse: CasesAndMoney;
  /** Those that use none of what they answered for. */
  readonly none: CasesAndMoney;
  /**
   * Pairs of cases of different organisations that looked alike and were put in touch, of the organisation and the
   * period alone; `null` for who may not see such pairs, and where more is asked that pairs do not have.
   */
  readonly inTouch: PairsInTouch | null;
}

/** One of two cases whose departments were put in touch. */
export interface SideInTouch {
  readonly reference: string;
  readonly title: string;
  /** Name. */
  readonly organisation: string;
}

/** Two cases whose departments were put in touch. */
export interface PairInTouch {
  readonly one: SideInTouch;
  readonly other: SideInTouch;
  /** UTC. */
  readonly at: string;
  /** The smaller of what the two ask for: no more could have been spent twice. `null` where one does not say. */
  readonly lesserPence: number | null;
}

/** Pairs that were put in touch. */
export interface PairsInTouch {
  readonly pairs: number;
  /** The smaller amounts of all pairs together. */
  readonly lesserPence: number;
  /** The latest of them, newest first. */
  readonly latest: readonly PairInTouch[];
}
