import {
  addMonths,
  financialYearOf,
  londonDate,
  MAJOR_PROGRAMMES,
  pence,
  type IsoDate,
  type MajorProgramme,
  type YearAmount,
} from '#domain';
import type { NewCaseRequest } from '#casework';
import type { DemonstrationPeople } from './accounts.js';
import type { CaseDriver } from './case-driver.js';
import { categoryOf, SYNTHETIC_NOTE, titleOf } from './content.js';

/** Every so manieth programme whose cost is published has a next stage in the pipeline. */
const EVERY = 4;
/** Months from now at which spending is planned to start, in turn; `null` where no date is known yet. */
const STARTS = [1, 2, 4, 7, 9, 12, 14, 17, null, 21] as const;

/** Programmes with planned spend, each with its place among them. */
export function plannedProgrammes(): readonly MajorProgramme[] {
  return MAJOR_PROGRAMMES.filter(({ wholeLifePence }) => wholeLifePence !== null).filter(
    (_, index) => index % EVERY === 0,
  );
}

/** A fortieth of what the programme really costs, half of it in each of two years. */
function amountsOf({ wholeLifePence }: MajorProgramme, starts: IsoDate): readonly YearAmount[] {
  const half = pence(Math.round((wholeLifePence ?? 0) / 80));
  return [starts, addMonths(starts, 12)].map((day) => ({
    financialYear: financialYearOf(day),
    amountPence: half,
  }));
}

function planOf(
  programme: MajorProgramme,
  index: number,
  today: IsoDate,
): Omit<NewCaseRequest, 'organisationId'> {
  const months = STARTS[index % STARTS.length] ?? null;
  const starts = months === null ? null : addMonths(today, months);
  const extends_ = index % 3 === 1;
  const suppliers = { currentSuppliers: [`Demonstration supplier ${String(index + 1)}`] };
  return {
    state: 'planned',
    title: `${titleOf(programme)}: next stage`,
    pipelineKey: `DEMO-${String(index + 1).padStart(3, '0')}`,
    synthetic: true,
    description: SYNTHETIC_NOTE,
    category: categoryOf(programme, index),
    phase: index % 2 === 0 ? 'beta' : 'live',
    flags: { contractExtension: extends_ },
    ...(starts === null
      ? {}
      : {
          spendStartsOn: starts,
          spendEndsOn: addMonths(starts, 24),
          yearAmounts: amountsOf(programme, starts),
        }),
    ...(index % 3 === 0 ? {} : { ...suppliers, contractEndsOn: addMonths(today, (months ?? 6) + 1) }),
  };
}

/** Plans what comes next for one of the programmes, through the application's own commands. */
export async function plan(
  programme: MajorProgramme,
  index: number,
  driver: CaseDriver,
  people: DemonstrationPeople,
  now: Date,
): Promise<void> {
  const organisationId = people.organisationIds.get(programme.organisationKey);
  if (organisationId === undefined) throw new Error(`There is no organisation ${programme.organisationKey}`);
  const submitter = people.find(programme.organisationKey, 'submitter');
  await driver.after(0, ({ drafting }) =>
    drafting.create(submitter, { organisationId, ...planOf(programme, index, londonDate(now)) }),
  );
}
