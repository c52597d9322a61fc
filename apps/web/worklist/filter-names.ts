import { Injectable } from '@nestjs/common';
import { HistoryService } from '#audit';
import { PolicyReadingService, type Acting } from '#casework';
import { sightOf } from '#domain';
import { PeopleService } from '#identity';
import type { FilterNames } from './case-filter.js';

/** Organisations read for the list to choose from; government has some hundreds. */
const MOST_ORGANISATIONS = 1_000;

/** Finds the names of what lists of cases can be narrowed to, as far as they are somebody's to know. */
@Injectable()
export class FilterNamesReading {
  constructor(
    private readonly people: PeopleService,
    private readonly history: HistoryService,
    private readonly policies: PolicyReadingService,
  ) {}

  /** Organisations the person may see cases of; for GDS Assurance and auditors the reviewers too. */
  async read(acting: Acting): Promise<FilterNames> {
    const { everything, organisationIds } = sightOf(acting.roles);
    const [organisations, assurance, { rating }] = await Promise.all([
      this.people.listOrganisations(MOST_ORGANISATIONS, null),
      everything ? this.history.people(acting) : [],
      this.policies.regimeInForce(),
    ]);
    const reviewers = assurance.filter(({ roles }) => roles.includes('reviewer'));
    return {
      organisations: new Map(
        organisations
          .filter(({ id }) => everything || organisationIds.includes(id))
          .map(({ id, name }) => [id, name]),
      ),
      reviewers: new Map(reviewers.map(({ id, name }) => [id, name])),
      levels: new Map(rating === 'not-known' ? [] : rating.levels.map(({ id, name }) => [id, name])),
    };
  }
}
