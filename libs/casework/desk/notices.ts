import { randomUUID } from 'node:crypto';
import {
  NOTICES,
  STATE_NAMES,
  tellsSomebody,
  type CaseState,
  type EventType,
  type NoticeEvent,
  type Recipient,
} from '#domain';
import type { CaseRecord, EmailToQueue } from '#persistence';

/** What a template may say beside what it says of every case. */
export interface NoticeDetails {
  readonly reason?: string | null;
  readonly actorRole?: string;
  readonly points?: readonly { readonly point: number; readonly question: string }[];
  readonly outcome?: string;
  readonly approvedPence?: number | null;
  readonly requestedPence?: number | null;
  readonly conditions?: readonly {
    readonly number: number;
    readonly text: string;
    readonly ownerName: string;
    readonly ownerEmail: string;
    readonly dueOn: string;
  }[];
  readonly conditionText?: string;
  readonly dueOn?: string;
  readonly status?: string;
  /** True when a decision replaces an earlier one. */
  readonly replaces?: boolean;
  /** Owners of conditions that no longer have to be met because the decision they belonged to was replaced. */
  readonly lapsed?: readonly { readonly ownerName: string; readonly ownerEmail: string }[];
}

/** Recipients whose address somebody typed into the case; nothing shows that they may read it. */
function isOutside(part: Recipient): boolean {
  return part === 'senior-responsible-owner' || part === 'condition-owner';
}

interface Addressee {
  readonly personId: string | null;
  readonly name: string;
  readonly address: string;
  readonly part: Recipient;
}

function addressees(
  recipients: readonly Recipient[],
  record: CaseRecord,
  inbox: string,
  details: NoticeDetails,
): readonly Addressee[] {
  return recipients.flatMap((recipient): readonly Addressee[] => {
    switch (recipient) {
      case 'assurance-inbox':
        return [{ personId: null, name: 'GDS Assurance', address: inbox, part: recipient }];
      case 'senior-responsible-owner': {
        const owner = record.details.seniorResponsibleOwner;
        return owner === null
          ? []
          : [{ personId: null, name: owner.name, address: owner.email, part: recipient }];
      }
      case 'condition-owner':
        return [...(details.conditions ?? []), ...(details.lapsed ?? [])].map((condition) => ({
          personId: null,
          name: condition.ownerName,
          address: condition.ownerEmail,
          part: recipient,
        }));
      case 'submitter':
      case 'assurance-lead':
      case 'named-reviewer':
      case 'deciders':
        return record.contacts
          .filter((contact) => contact.part === recipient)
          .map((contact) => ({
            personId: contact.personId,
            name: contact.name,
            address: contact.email,
            part: recipient,
          }));
    }
  });
}

/**
 * The emails an event gives rise to, by the table in libs/domain: each address once, in the first part it is reached
 * by, and not the person who acted unless the table says so.
 */
export function noticesOf(
  type: EventType,
  record: CaseRecord,
  toState: CaseState,
  actorId: string | null,
  inbox: string,
  details: NoticeDetails,
): readonly EmailToQueue[] {
  if (!tellsSomebody(type)) return [];
  const template: NoticeEvent = type;
  const notice = NOTICES[template];
  const byAddress = new Map<string, Addressee>();
  for (const addressee of addressees(notice.to, record, inbox, details)) {
    const address = addressee.address.toLowerCase();
    const isActor = addressee.personId !== null && addressee.personId === actorId;
    if (byAddress.has(address) || (isActor && !notice.evenTheActor)) continue;
    byAddress.set(address, addressee);
  }
  const marking = record.details.protectiveMarking;
  return [...byAddress].map(([address, { name, part }]) => ({
    id: randomUUID(),
    template,
    recipientName: name,
    recipientAddress: address,
    recipientRole: part,
    parameters: {
      ...(marking === 'OFFICIAL-SENSITIVE' && isOutside(part) ? withheld(details) : told(record, details)),
      marking,
      reference: record.reference,
      organisation: record.organisation.name,
      state: STATE_NAMES[toState],
      synthetic: record.synthetic,
      recipientPart: part,
    },
  }));
}

/** What a template writes from; of conditions, what people may read. */
function told(record: CaseRecord, details: NoticeDetails): Readonly<Record<string, unknown>> {
  const { conditions } = details;
  return {
    ...details,
    // Whose conditions lapsed decides who is written to, and is nobody else's to read.
    lapsed: undefined,
    title: record.details.title,
    ...(conditions === undefined
      ? {}
      : {
          conditions: conditions.map(({ number, text, ownerName, dueOn }) => ({
            number,
            text,
            ownerName,
            dueOn,
          })),
        }),
  };
}

/** What may be said of a marked case outside the service: that there is something to look at, and by when. */
function withheld({
  actorRole,
  outcome,
  dueOn,
  status,
  replaces,
}: NoticeDetails): Readonly<Record<string, unknown>> {
  return { title: 'a case marked OFFICIAL-SENSITIVE', actorRole, outcome, dueOn, status, replaces };
}
