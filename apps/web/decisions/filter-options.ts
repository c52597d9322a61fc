import { Injectable } from '@nestjs/common';
import { HistoryService } from '#audit';
import { PolicyReadingService } from '#casework';
import type { Acting } from '#casework';
import { calendarQuarter, isAssuranceRole, londonDate, MONTH_NAMES } from '#domain';
import { PeopleService } from '#identity';
import { Clock, together } from '#platform';

/** One thing to choose, and what people read for it. */
export interface Option {
  readonly value: string;
  readonly text: string;
}

/** What there is to choose from, beside what never changes. */
export interface FilterOptions {
  readonly organisations: readonly Option[];
  readonly reviewers: readonly Option[];
  readonly deciders: readonly Option[];
  readonly regimes: readonly Option[];
  readonly ratings: readonly Option[];
  readonly routes: readonly Option[];
  /** Those of the catalogue that counts now. */
  readonly components: readonly Option[];
  /** Latest first. */
  readonly quarters: readonly Option[];
}

/** More than there are; a department has a handful of bodies below it. */
const MOST_ORGANISATIONS = 1_000;
/** Quarters to choose from: five years back. */
const QUARTERS = 20;

/** `July to September 2026` of `2026-Q3`. */
export function quarterAsRead(quarter: string): string {
  const days = calendarQuarter(quarter);
  if (days === null) return quarter;
  const [first = '', last = ''] = [days.from, days.to].map((day) => MONTH_NAMES[Number(day.slice(5, 7)) - 1]);
  return `${first} to ${last} ${quarter.slice(0, 4)}`;
}

/** The quarter of a day and those before it. */
export function quartersUpTo(today: string, count: number): readonly string[] {
  const latest = Number(today.slice(0, 4)) * 4 + Math.ceil(Number(today.slice(5, 7)) / 3) - 1;
  return Array.from({ length: count }, (_, back) => {
    const quarter = latest - back;
    return `${String(Math.floor(quarter / 4))}-Q${String((quarter % 4) + 1)}`;
  });
}

function unique(options: readonly Option[]): readonly Option[] {
  return [...new Map(options.map((option) => [option.value, option])).values()];
}

/** Reads what the filters of the decision history offer. */
@Injectable()
export class FilterOptionsReader {
  constructor(
    private readonly people: PeopleService,
    private readonly history: HistoryService,
    private readonly policies: PolicyReadingService,
    private readonly clock: Clock,
  ) {}

  async read(acting: Acting): Promise<FilterOptions> {
    const [organisations, people, { regimes }, catalogue] = await together([
      this.people.listOrganisations(acting, MOST_ORGANISATIONS, null),
      this.history.people(acting),
      this.policies.regimes(acting),
      this.policies.catalogue(acting),
    ]);
    const me = acting.roles.some(({ role }) => isAssuranceRole(role)) ? [{ value: 'me', text: 'Me' }] : [];
    const named = (role: 'reviewer' | 'decider') =>
      people.filter((one) => one.roles.includes(role)).map(({ id, name }) => ({ value: id, text: name }));
    return {
      organisations: organisations.map(({ id, name }) => ({ value: id, text: name })),
      reviewers: [...me, { value: 'nobody', text: 'Nobody' }, ...named('reviewer')],
      deciders: [
        ...me,
        { value: 'nobody', text: 'Nobody here: decided elsewhere and imported' },
        ...named('decider'),
      ],
      regimes: regimes.map(({ regime }) => ({ value: regime.version, text: regime.name })),
      ratings: unique(
        regimes.flatMap(({ regime: { rating } }) =>
          rating === 'not-known' ? [] : rating.levels.map(({ id, name }) => ({ value: id, text: name })),
        ),
      ),
      routes: unique(
        regimes.flatMap(({ regime }) =>
          regime.routing.routes.map(({ id, name }) => ({ value: id, text: name })),
        ),
      ),
      components: (catalogue?.components ?? []).map(({ id, name }) => ({ value: id, text: name })),
      quarters: quartersUpTo(londonDate(this.clock.now()), QUARTERS).map((quarter) => ({
        value: quarter,
        text: quarterAsRead(quarter),
      })),
    };
  }
}
