import { randomUUID } from 'node:crypto';
import {
  cannotWait,
  isAdvice,
  NOTICES,
  statusTold,
  tellsSomebody,
  underMarking,
  type CaseState,
  type DayKind,
  type EventType,
  type FollowingKind,
  type NoticeEvent,
  type Recipient,
} from '#domain';
import type { CaseRecord, Contact, EmailToQueue } from '#persistence';

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
  /** What the department promised in its legacy exceptions, followed like conditions. */
  readonly promises?: readonly { readonly text: string; readonly dueOn: string }[];
  /** What was spent so far, and whether these are the final amounts. */
  readonly spentPence?: number;
  readonly final?: boolean;
  /** Day an approval, or a period of spending, ends. */
  readonly endsOn?: string;
  /** The case that starts from it, and whether it is an extension. */
  readonly following?: { readonly reference: string; readonly kind: FollowingKind };
  /** True when a decision replaces an earlier one. */
  readonly replaces?: boolean;
  /** The turnaround target it is about: its name, to follow "to", and the instant its time runs out, ISO 8601 in UTC. */
  readonly target?: { readonly name: string; readonly dueAt: string | null };
  /** When GDS Assurance aims to do what, in order; told with a submission. */
  readonly targets?: readonly { readonly name: string; readonly dueAt: string }[];
  /** Whose targets they are, as a sentence; where it is left out they are told to be this service's own. */
  readonly targetsSource?: string;
  /** Days by which the time was extended, of the target's own kind. */
  readonly days?: number;
  readonly dayKind?: DayKind;
  /** Names of the level a reviewer gave and of the one the answers make; `null` where they make none. */
  readonly rating?: {
    readonly level: string;
    readonly computed: string | null;
    readonly overridden: boolean;
  };
  /** Name of the reviewer who has the case now, or who has just given it up. */
  readonly reviewerName?: string;
  /**
   * Who the named reviewer is from this event on. The case as it was loaded still names the one before; where this is
   * given, it is this person who is told as the named reviewer.
   */
  readonly newReviewer?: Pick<Contact, 'personId' | 'name' | 'email' | 'digest'>;
  /** Who attached the file it is about; absent where they can no longer be told. */
  readonly uploader?: Pick<Contact, 'personId' | 'name' | 'email' | 'digest'>;
  /** Name of an attached file, and what the scanner found in it. */
  readonly fileName?: string;
  readonly signature?: string;
  /** The case of another department that looks like this one, and who speaks for it there. */
  readonly other?: {
    readonly reference: string;
    readonly title: string;
    readonly organisation: string;
    readonly contactName: string;
    readonly contactEmail: string;
  };
  /** Which reminder of the same return it is, from 1. */
  readonly reminder?: number;
  /** Working days since the case was returned. */
  readonly workingDays?: number;
  /** What was said in the thread of a request for advice, and on what. */
  readonly message?: string;
  readonly subject?: string;
  /** Where a question about frameworks is sent; the Crown Commercial Service is told as that. */
  readonly referredTo?: string;
  /** Address of whoever asks, to which what is sent elsewhere is answered. */
  readonly answerTo?: string;
  /** A question that is sent on as soon as it is asked. */
  readonly sentOn?: boolean;
  /** Owners of conditions that no longer have to be met because the decision they belonged to was replaced. */
  readonly lapsed?: readonly { readonly ownerName: string; readonly ownerEmail: string }[];
}

/** What of a case emails are made of. */
export type ToldOf = Pick<CaseRecord, 'contacts' | 'details' | 'organisation' | 'reference' | 'synthetic'>;

interface Addressee {
  readonly personId: string | null;
  readonly name: string;
  readonly address: string;
  readonly part: Recipient;
  /** They prefer one email a day. */
  readonly digest: boolean;
}

function addressees(
  recipients: readonly Recipient[],
  record: ToldOf,
  inbox: string,
  details: NoticeDetails,
): readonly Addressee[] {
  return recipients.flatMap((recipient): readonly Addressee[] => {
    switch (recipient) {
      case 'assurance-inbox':
        return [{ personId: null, name: 'GDS Assurance', address: inbox, part: recipient, digest: false }];
      case 'senior-responsible-owner': {
        const owner = record.details.seniorResponsibleOwner;
        return owner === null
          ? []
          : [{ personId: null, name: owner.name, address: owner.email, part: recipient, digest: false }];
      }
      case 'condition-owner':
        return [...(details.conditions ?? []), ...(details.lapsed ?? [])].map((condition) => ({
          personId: null,
          name: condition.ownerName,
          address: condition.ownerEmail,
          part: recipient,
          digest: false,
        }));
      case 'named-reviewer':
        return details.newReviewer === undefined
          ? contactsOf(record, recipient)
          : [asAddressee(details.newReviewer, recipient)];
      case 'crown-commercial-service':
        return details.referredTo === undefined
          ? []
          : [
              {
                personId: null,
                name: 'Crown Commercial Service',
                address: details.referredTo,
                part: recipient,
                digest: false,
              },
            ];
      case 'uploader':
        return details.uploader === undefined ? [] : [asAddressee(details.uploader, recipient)];
      case 'submitter':
      case 'assurance-lead':
      case 'deciders':
        return contactsOf(record, recipient);
    }
  });
}

function contactsOf(record: ToldOf, part: Recipient): readonly Addressee[] {
  return record.contacts
    .filter((contact) => contact.part === part)
    .map((contact) => asAddressee(contact, part));
}

function asAddressee(
  { personId, name, email, digest }: NonNullable<NoticeDetails['newReviewer']>,
  part: Recipient,
): Addressee {
  return { personId, name, address: email, part, digest };
}

/**
 * The emails an event gives rise to, by the table in libs/domain: each address once, in the first part it is reached
 * by, and not the person who acted unless the table says so.
 */
export function noticesOf(
  type: EventType,
  record: ToldOf,
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
  return [...byAddress].map(([address, { personId, name, part, digest }]) => ({
    id: randomUUID(),
    template,
    recipientName: name,
    recipientAddress: address,
    recipientRole: part,
    personId,
    held: digest && !cannotWait(template),
    parameters: underMarking(
      {
        ...told(record, details),
        reference: record.reference,
        organisation: record.organisation.name,
        state: statusTold(toState, details.sentOn === true || details.referredTo !== undefined),
        ...(isAdvice(toState) ? { advice: true } : {}),
        synthetic: record.synthetic,
        recipientPart: part,
      },
      record.details.protectiveMarking,
    ),
  }));
}

/** What a template writes from; of conditions, what people may read. */
function told(record: ToldOf, details: NoticeDetails): Readonly<Record<string, unknown>> {
  const { conditions } = details;
  return {
    ...details,
    // Whose conditions lapsed decides who is written to, and is nobody else's to read.
    lapsed: undefined,
    // An address is nobody else's to read either.
    newReviewer: undefined,
    uploader: undefined,
    reviewerName: details.reviewerName ?? details.newReviewer?.name,
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
