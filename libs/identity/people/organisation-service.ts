import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ASSURING_ORGANISATION_KEY, dateInWords } from '#domain';
import {
  changeOrganisation,
  Database,
  findOrganisation,
  findParent,
  lockOrganisation,
  organisationChanges,
  type Actor,
  type OrganisationChangeRow,
  type OrganisationNaming,
  type OrganisationRow,
} from '#persistence';
import { Clock, conflict, notFound, together, unprocessable } from '#platform';
import type { ActingPerson } from '../acting-person.js';

export type { OrganisationChangeRow } from '#persistence';

/** What is changed of an organisation; what is left out stays. */
export type OrganisationChange = Partial<OrganisationNaming>;

/** Reading one organisation, and changing its name or its end. What it was before stays on record. */
@Injectable()
export class OrganisationService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 404 when there is no such organisation */
  async organisation(acting: Actor, id: string): Promise<OrganisationRow> {
    const organisation = await findOrganisation(this.database.as(acting), id);
    if (organisation === null) throw notFound('There is no such organisation.');
    return organisation;
  }

  /** The organisation another one belongs to; `null` where it belongs to none. */
  parentOf(acting: Actor, id: string): Promise<OrganisationRow | null> {
    return findParent(this.database.as(acting), id);
  }

  /**
   * Every change to an organisation, the last one first.
   *
   * @throws ProblemError 404 when there is no such organisation
   */
  async changes(acting: Actor, id: string): Promise<readonly OrganisationChangeRow[]> {
    const [, changes] = await together([
      this.organisation(acting, id),
      organisationChanges(this.database.as(acting), id),
    ]);
    return changes;
  }

  /**
   * Gives an organisation another name or acronym, or says from which day on it no longer exists; `null` takes that
   * back. From that day nobody can start a request for it; requests there are go on. What changes nothing is not
   * recorded.
   *
   * @throws ProblemError 404 when there is no such organisation, 409 when it is GDS Assurance and would end, 422 when it
   *   would end before it began
   */
  async change(by: ActingPerson, id: string, change: OrganisationChange): Promise<OrganisationRow> {
    return this.database.asService().transaction(async (transaction) => {
      const before = await lockOrganisation(transaction, id);
      if (before === null) throw notFound('There is no such organisation.');
      const after = { ...before, ...change };
      const { name, acronym, validTo } = after;
      refuseEnd(before, validTo);
      if (name === before.name && acronym === before.acronym && validTo === before.validTo) return before;
      const kept = { id: randomUUID(), by: by.personId, at: this.clock.now() };
      await changeOrganisation(transaction, before, { name, acronym, validTo }, kept);
      return after;
    });
  }
}

function refuseEnd({ key, validFrom }: OrganisationRow, validTo: string | null): void {
  if (validTo === null) return;
  if (key === ASSURING_ORGANISATION_KEY)
    throw conflict('GDS Assurance cannot end here: every case is reviewed by it.', [
      { pointer: '/validTo', detail: 'Leave out the end of this organisation' },
    ]);
  if (validTo <= validFrom) {
    const detail = `Give a day after ${dateInWords(validFrom)}, its first day`;
    throw unprocessable('It would end before it began.', [{ pointer: '/validTo', detail }]);
  }
}
