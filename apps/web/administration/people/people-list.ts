import { inSentenceCase, ROLE_NAMES, ROLES } from '#domain';
import type { PeopleSearchQuery } from '#edge';
import type { Organisation } from '#identity';
import { selectItems } from '../organisation-choices.js';

/** Fields of the filter, in the order they are shown. */
const FILTERS = ['text', 'role', 'organisationId', 'active'] as const;
type FilterName = (typeof FILTERS)[number];

const FILTER_NAMES: Readonly<Record<FilterName, string>> = {
  text: 'Name or email address',
  role: 'Role',
  organisationId: 'Organisation',
  active: 'Account',
};

const ACCOUNTS = [
  { value: '', text: 'All' },
  { value: 'true', text: 'Active or invited' },
  { value: 'false', text: 'Deactivated' },
] as const;

/** What the list is asked for. */
export interface PeopleAsked {
  readonly query: PeopleSearchQuery;
  /** The text of the query as addresses have it; `null` where it has none. */
  readonly words: string | null;
}

/**
 * An address of the list.
 * @param fields without those that are absent
 * @param words stand in it for the text
 */
export function address(
  { text, ...fields }: Readonly<Partial<Record<FilterName | 'after', string>>>,
  words: string | null,
): string {
  const looked: Record<string, string> = text === undefined || words === null ? {} : { words };
  const query = new URLSearchParams({ ...looked, ...fields }).toString();
  return query === '' ? '/people' : `/people?${query}`;
}

/** Everything of the filter as its page shows it. */
export function filterModel({ query, words }: PeopleAsked, organisations: readonly Organisation[]): object {
  const chosen = textsOf(query);
  const { text = '', role = '', organisationId = '', active = '' } = chosen;
  return {
    text,
    roles: [
      { value: '', text: 'All roles', selected: role === '' },
      ...ROLES.map((one) => ({
        value: one,
        text: inSentenceCase(ROLE_NAMES[one]),
        selected: one === role,
      })),
    ],
    organisations: selectItems(organisations, organisationId, 'All organisations'),
    accounts: ACCOUNTS.map((one) => ({ ...one, checked: one.value === active })),
    chosen: FILTERS.flatMap((name) => {
      const value = chosen[name];
      if (value === undefined) return [];
      const others = Object.fromEntries(Object.entries(chosen).filter(([other]) => other !== name));
      return [
        {
          heading: { text: FILTER_NAMES[name] },
          items: [{ href: address(others, words), text: wordsOf(name, value, organisations) }],
        },
      ];
    }),
  };
}

/** Address of the next page under the same filter; `null` where there is none. */
export function nextAddress({ query, words }: PeopleAsked, next: string | null): string | null {
  return next === null ? null : address({ ...textsOf(query), after: next }, words);
}

function textsOf(query: PeopleSearchQuery): Readonly<Partial<Record<FilterName, string>>> {
  const { text, role, organisationId, active } = query;
  return {
    ...(text === undefined ? {} : { text }),
    ...(role === undefined ? {} : { role }),
    ...(organisationId === undefined ? {} : { organisationId }),
    ...(active === undefined ? {} : { active: String(active) }),
  };
}

function wordsOf(name: FilterName, value: string, organisations: readonly Organisation[]): string {
  switch (name) {
    case 'text':
      return value;
    case 'role':
      return inSentenceCase(ROLE_NAMES[value as keyof typeof ROLE_NAMES]);
    case 'organisationId':
      return organisations.find(({ id }) => id === value)?.name ?? 'An organisation that is not there';
    case 'active':
      return ACCOUNTS.find((account) => account.value === value)?.text ?? '';
  }
}
