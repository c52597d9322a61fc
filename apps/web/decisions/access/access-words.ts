import { wordAsRead, type AccessKind, type AccessOutcome } from '#domain';
import type { Instant, PersonText } from '../../case/case-texts.js';
import { withQuery } from '../history-address.js';

/** A record of access as the service gives it. */
export interface AccessRecordText {
  readonly id: string;
  readonly occurredAt: Instant;
  readonly person: PersonText | null;
  readonly what: AccessKind;
  readonly part: string;
  readonly reference: string | null;
  readonly criteria: Readonly<Record<string, string>> | null;
  readonly resultCount: number | null;
  readonly outcome: AccessOutcome;
  /** Token or client of a program; `null` where they looked themselves. */
  readonly machineId: string | null;
}

/** A record as a row of the table. */
export interface AccessRow {
  readonly at: Instant;
  readonly person: (PersonText & { readonly href: string }) | null;
  readonly what: string;
  readonly refused: boolean;
  /** Whether a program of theirs looked. */
  readonly program: boolean;
  readonly case: { readonly reference: string; readonly href: string; readonly lookedHref: string } | null;
  readonly asked: string;
}

/** What somebody did, in a verb. */
const DID: Readonly<Record<AccessKind, string>> = {
  view: 'Looked at',
  search: 'Searched',
  export: 'Downloaded',
};

/** `Looked at: events` of a record. Where they looked by the API, the address of a list begins with its version. */
function whatInWords({ what, part }: AccessRecordText): string {
  const place = part === 'case' ? 'the case' : part.replaceAll('-', ' ').replaceAll('/', ', ');
  return `${DID[what]}: ${place}`;
}

function askedInWords({ criteria, resultCount }: AccessRecordText): string {
  const asked = Object.entries(criteria ?? {}).map(([name, value]) => `${wordAsRead(name)}: ${value}`);
  if (resultCount !== null) asked.push(`${String(resultCount)} found`);
  return asked.join('\n');
}

/** A record as people read it. */
export function accessRow(record: AccessRecordText): AccessRow {
  const { reference, person } = record;
  return {
    at: record.occurredAt,
    person:
      person === null ? null : { ...person, href: withQuery('/access-records', { personId: person.id }) },
    what: whatInWords(record),
    refused: record.outcome === 'refused',
    program: record.machineId !== null,
    case:
      reference === null
        ? null
        : {
            reference,
            href: `/cases/${reference}`,
            lookedHref: withQuery('/access-records', { reference }),
          },
    asked: askedInWords(record),
  };
}
