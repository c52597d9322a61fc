import type { ProtectiveMarking } from '../case/case-content.js';
import type { Recipient } from './notice-table.js';

/** What an email is written from, by name. */
export type NoticeParts = Readonly<Record<string, unknown>>;

/** Parts every email has: which case, whose, where it stands, and to whom. */
const FRAME = ['reference', 'organisation', 'state', 'advice', 'synthetic', 'recipientPart'] as const;

/** What may be said of a marked question: that there is something to read, where, and by when it is due. */
const OF_A_QUESTION = ['actorRole', 'target', 'status', 'reviewerName'] as const;

/** What may be said of a marked case outside the service: that there is something to look at, and by when. */
const OUTSIDE = ['actorRole', 'outcome', 'dueOn', 'status', 'replaces', 'endsOn'] as const;

/** Recipients whose address somebody typed into the case; nothing shows that they may read it. */
const TYPED_IN: ReadonlySet<unknown> = new Set<Recipient>([
  'senior-responsible-owner',
  'condition-owner',
  'crown-commercial-service',
]);

function only(parts: NoticeParts, names: readonly string[]): NoticeParts {
  return Object.fromEntries(names.flatMap((name) => (name in parts ? [[name, parts[name]]] : [])));
}

/**
 * What an email is written from under a marking: of what is marked, less to those outside, and of a question to
 * everybody. Also of an email that was written from more before the case was marked.
 * @param parts as they are for a case that is not marked
 */
export function underMarking(parts: NoticeParts, marking: ProtectiveMarking): NoticeParts {
  if (marking === 'OFFICIAL') return { ...parts, marking };
  if (parts['advice'] === true)
    return {
      ...only(parts, [...FRAME, ...OF_A_QUESTION]),
      title: `a question marked ${marking}`,
      withheld: true,
      marking,
    };
  if (TYPED_IN.has(parts['recipientPart']))
    return { ...only(parts, [...FRAME, ...OUTSIDE]), title: `a case marked ${marking}`, marking };
  return { ...parts, marking };
}

/** How a case stands when an email that names it is sent. */
export interface NamedInEmail {
  readonly marking: ProtectiveMarking;
  /** Whether the reader may still see it; true for who has no account. */
  readonly seen: boolean;
}

/** Cases an email names, by reference, as they stand when it is sent. */
export type CasesOfEmail = Readonly<Record<string, NamedInEmail>>;

/** Reads stored JSON that may be anything. */
function partsIn(stored: unknown): NoticeParts {
  return typeof stored === 'object' && stored !== null && !Array.isArray(stored)
    ? (stored as NoticeParts)
    : {};
}

function listIn(stored: unknown): readonly unknown[] {
  return Array.isArray(stored) ? (stored as readonly unknown[]) : [];
}

function caseOf(stored: unknown, cases: CasesOfEmail): NamedInEmail | undefined {
  const { reference } = partsIn(stored);
  return typeof reference === 'string' && Object.hasOwn(cases, reference) ? cases[reference] : undefined;
}

/**
 * What is still told by an email that may have waited, for a digest or because it could not be sent: nothing of a case
 * its reader does not see any more, and of one that was marked meanwhile as little as of any that is marked.
 * @param parameters as they were stored when the email was made
 * @returns `null` where nothing is left to tell
 */
export function stillTold(template: string, parameters: unknown, cases: CasesOfEmail): unknown {
  const parts = partsIn(parameters);
  if (template === 'daily-digest') {
    const items = listIn(parts['items']).flatMap((item) => {
      const { template: of, parameters: told } = partsIn(item);
      const left = stillTold(String(of), told, cases);
      return left === null ? [] : [{ ...partsIn(item), parameters: left }];
    });
    return items.length === 0 ? null : { ...parts, items };
  }
  if (template === 'search-matched') return matchesStillTold(parts, cases);
  const about = caseOf(parts, cases);
  // Of being put in touch, the other case is not seen: it is told of as long as it is not marked.
  const other = caseOf(parts['other'], cases);
  if (about?.seen === false || (other !== undefined && other.marking !== 'OFFICIAL')) return null;
  if (about === undefined || about.marking === 'OFFICIAL' || about.marking === parts['marking'])
    return parameters;
  // A marked question does not go there at all.
  return parts['recipientPart'] === 'crown-commercial-service' ? null : underMarking(parts, about.marking);
}

/** Cases that newly match a search, those of them that are still seen, each with the marking it has by now. */
function matchesStillTold(parts: NoticeParts, cases: CasesOfEmail): NoticeParts | null {
  const matched = listIn(parts['cases']);
  const seen = matched.flatMap((one) => {
    const found = caseOf(one, cases);
    if (found?.seen === false) return [];
    return [found === undefined ? one : { ...partsIn(one), marking: found.marking }];
  });
  if (seen.length === matched.length) return { ...parts, cases: seen };
  return seen.length === 0
    ? null
    : { ...parts, cases: seen, count: Number(parts['count']) - (matched.length - seen.length) };
}
