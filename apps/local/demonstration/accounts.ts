import { randomUUID } from 'node:crypto';
import {
  ASSURING_ORGANISATION_KEY,
  GOVERNMENT_ORGANISATIONS,
  MAJOR_PROGRAMMES,
  type HeldRole,
  type Role,
} from '#domain';
import type { Acting } from '#casework';
import { hashPassword } from '#identity';
import { insertPerson, insertRole, type Database } from '#persistence';
import { addKnownOrganisations } from '../first-time/reference-organisations.js';

/** The one password of every demonstration account; they exist on a developer's own machine only. */
export const DEMONSTRATION_PASSWORD = 'demonstration-only';

/** An account to show the service with, and what it may do. */
export interface DemonstrationAccount extends Acting {
  readonly organisationKey: string;
}

/** All demonstration accounts, by the organisation and role they are there for. */
export interface DemonstrationPeople {
  /** @throws Error when there is none */
  find(organisationKey: string, role: Role, which?: number): DemonstrationAccount;
  readonly organisationIds: ReadonlyMap<string, string>;
}

/** Long before any demonstration case, so that the accounts' roles hold throughout. */
const SINCE = new Date('2024-01-01T00:00:00.000Z');

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  submitter: 'submitter',
  'assurance-lead': 'assurance lead',
  reviewer: 'reviewer',
  decider: 'decider',
  auditor: 'auditor',
  administrator: 'administrator',
};

/** Reviewers of the demonstration’s GDS Assurance: a number that shares no factor with how stories come round. */
export const DEMONSTRATION_REVIEWERS = 5;

/** Which accounts there are: a submitter and a lead for every department with a programme, and GDS Assurance. */
function wanted(): readonly { organisationKey: string; role: Role; which: number }[] {
  const departments = [...new Set(MAJOR_PROGRAMMES.map((programme) => programme.organisationKey))];
  const assurance: readonly (readonly [Role, number])[] = [
    ...Array.from({ length: DEMONSTRATION_REVIEWERS }, (_, place) => ['reviewer', place + 1] as const),
    ['decider', 1],
    ['decider', 2],
    ['auditor', 1],
    ['administrator', 1],
  ];
  return [
    ...departments.flatMap((organisationKey) => [
      { organisationKey, role: 'submitter' as const, which: 1 },
      { organisationKey, role: 'assurance-lead' as const, which: 1 },
    ]),
    ...assurance.map(([role, which]) => ({ organisationKey: ASSURING_ORGANISATION_KEY, role, which })),
  ];
}

/** The email address an account signs in with. */
export function demonstrationEmail(organisationKey: string, role: Role, which = 1): string {
  const number = which === 1 ? '' : `-${String(which)}`;
  return `${role}${number}@${organisationKey}.demonstration.example`;
}

/** Makes the organisations this service knows and the demonstration accounts. */
export async function makeDemonstrationPeople(database: Database): Promise<DemonstrationPeople> {
  const organisationIds = await addKnownOrganisations(database);
  // One hash serves all: it is the same password, and making a hash is slow by design.
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  const accounts = new Map<string, DemonstrationAccount>();
  for (const { organisationKey, role, which } of wanted()) {
    const organisation = GOVERNMENT_ORGANISATIONS.find((each) => each.key === organisationKey);
    const organisationId = organisationIds.get(organisationKey);
    if (organisation === undefined || organisationId === undefined)
      throw new Error(`There is no organisation ${organisationKey}`);
    const personId = randomUUID();
    const email = demonstrationEmail(organisationKey, role, which);
    const name = `Demonstration ${ROLE_WORDS[role]}${which === 1 ? '' : ` ${String(which)}`} (${organisation.name})`;
    await insertPerson(database.asService(), {
      id: personId,
      email,
      name,
      passwordHash,
      demonstration: true,
      createdAt: SINCE,
    });
    await insertRole(database.asService(), {
      id: randomUUID(),
      personId,
      organisationId,
      role,
      validFrom: SINCE,
      givenBy: null,
    });
    const roles: readonly HeldRole[] = [{ role, organisationId }];
    accounts.set(email, { personId, name, email, roles, rolesAt: SINCE, organisationKey });
  }
  return {
    organisationIds,
    find(organisationKey, role, which = 1) {
      const account = accounts.get(demonstrationEmail(organisationKey, role, which));
      if (account === undefined) throw new Error(`There is no demonstration ${role} for ${organisationKey}`);
      return account;
    },
  };
}
