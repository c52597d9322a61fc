import { Injectable } from '@nestjs/common';
import type { Acting } from '#casework';
import { londonDate } from '#domain';
import { PeopleService, type Organisation } from '#identity';
import { Clock } from '#platform';

/** More organisations than government has: all of them are offered. */
const MOST_ORGANISATIONS = 2_000;

/** One entry of a select. */
export interface SelectItem {
  readonly value: string;
  readonly text: string;
  readonly selected: boolean;
}

/** Organisations to choose from, by name. */
@Injectable()
export class OrganisationChoices {
  constructor(
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  /** Every organisation, also those that have ended. */
  async all(acting: Acting): Promise<readonly Organisation[]> {
    return this.people.listOrganisations(acting, MOST_ORGANISATIONS, null);
  }

  /**
   * Entries of a select: those that exist today, after one that chooses none.
   * @param chosen id of the one that is chosen
   * @param none words of the first entry
   */
  async current(
    acting: Acting,
    chosen: string,
    none = 'Choose an organisation',
  ): Promise<readonly SelectItem[]> {
    const today = londonDate(this.clock.now());
    const there = (await this.all(acting)).filter(({ validTo }) => validTo === null || validTo > today);
    return selectItems(there, chosen, none);
  }
}

/** Entries of a select. @param none words of the entry that chooses none */
export function selectItems(
  organisations: readonly Organisation[],
  chosen: string,
  none: string,
): readonly SelectItem[] {
  return [
    { value: '', text: none, selected: chosen === '' },
    ...organisations.map(({ id, name, acronym }) => ({
      value: id,
      text: acronym === null ? name : `${name} (${acronym})`,
      selected: id === chosen,
    })),
  ];
}
