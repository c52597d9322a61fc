import { Injectable } from '@nestjs/common';
import {
  ADMINISTRATORS_ACT_ON_NO_CASE,
  dateInWords,
  isAdministrator,
  knownOrganisations,
  londonDate,
  parseCaseReference,
  ruleFor,
  type PlanReport,
} from '#domain';
import {
  Database,
  databaseErrorOf,
  isPipelineKeyTaken,
  listOrganisations,
  plansByKey,
  regimeAdoptedOn,
  waitForOtherPlanImports,
  writeCaseChanges,
  type OrganisationRow,
  type PlanRecord,
  type Queryable,
  type Transaction,
} from '#persistence';
import { Clock, conflict, notPermitted } from '#platform';
import type { Acting } from '../desk/acting.js';
import { refuseMachine } from '../desk/machines.js';
import { isMarkedMeanwhile, questionsMarked } from '../desk/questions-marked.js';
import { readCsv } from '../importing/csv-rows.js';
import { changeOfDetails, changeToAdd, newReferences } from './plan-changes.js';
import { readPlanFile, type PlanFile, type PlanLine } from './plan-file.js';
import { reportOf } from './plan-reporting.js';
import { sortPlans, type Ended, type SortedPlans } from './plan-sorting.js';

/** More organisations than there are. */
const MOST_ORGANISATIONS = 100_000;
/** Changes that travel together. */
const BATCH = 500;
/** How often an import is worked out anew where somebody else changes the same entries. */
const ATTEMPTS = 5;

/** Somebody else was quicker: what was worked out is given up, and worked out again. */
class Overtaken extends Error {}

/** Takes in planned spend that departments keep in files of their own. */
@Injectable()
export class PlanImportService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Imports a file of planned spend (comma-separated values), all of it or nothing: entries are made and changed as they
   * are one by one, each with its own event. What the file says already is left alone, so that it can be sent again.
   * @param dryRun say what would happen, and write nothing
   * @returns what was found and done, with everything that is wrong
   * @throws ProblemError 403 where the person writes for no organisation, 409 where others change the same entries
   */
  async run(acting: Acting, pieces: AsyncIterable<Uint8Array>, dryRun: boolean): Promise<PlanReport> {
    refuseMachine(acting, 'edit-content');
    if (isAdministrator(acting.roles)) throw notPermitted(`${ADMINISTRATORS_ACT_ON_NO_CASE}.`);
    const writes = acting.roles.filter(({ role }) => ruleFor('edit-content').roles.includes(role));
    if (writes.length === 0)
      throw notPermitted('Only a submitter or an assurance lead of an organisation can import planned spend');
    const mine = new Set(writes.map(({ organisationId }) => organisationId));
    const organisations = await listOrganisations(this.database.as(acting), MOST_ORGANISATIONS, null);
    const file = await readPlanFile(readCsv(pieces), {
      ...knownOrganisations(organisations),
      mine,
      machine: acting.machine,
    });
    const ended = notInBeing(organisations, londonDate(this.clock.now()));
    if (dryRun) {
      const records = await recordsOf(this.database.as(acting), file.lines);
      return reportOf(file, sortPlans(file.lines, records, ended), { dryRun, references: [] });
    }
    return this.write(acting, file, ended);
  }

  private async write(acting: Acting, file: PlanFile, ended: Ended): Promise<PlanReport> {
    const at = this.clock.now();
    const regimeVersion = await regimeAdoptedOn(this.database.asService(), londonDate(at));
    if (regimeVersion === null) throw new Error('No regime has been adopted for new requests');
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      try {
        return await this.database.as(acting).transaction(async (transaction) => {
          await waitForOtherPlanImports(transaction);
          const records = await recordsOf(transaction, file.lines);
          const sorted = sortPlans(file.lines, records, ended);
          const references = newReferences(sorted.added.length);
          const report = reportOf(file, sorted, { dryRun: false, references });
          if (report.outcome === 'imported')
            await writeAll(transaction, acting, sorted, { references, regimeVersion, at });
          return report;
        });
      } catch (error) {
        if (!isOvertaken(error)) throw error;
      }
    }
    throw conflict(
      'Others are changing the same entries at this moment, or have some you may not see: try again',
    );
  }
}

async function writeAll(
  transaction: Transaction,
  acting: Acting,
  { added, changed }: SortedPlans,
  made: { readonly references: readonly string[]; readonly regimeVersion: string; readonly at: Date },
): Promise<void> {
  const { references, regimeVersion, at } = made;
  const changes = [
    ...added.map((plan, index) =>
      changeToAdd(acting, plan, { reference: references[index] ?? '', regimeVersion, at }),
    ),
    ...(await questionsMarked(
      transaction,
      acting,
      changed.map(({ record, details }) => ({ caseId: record.id, marking: details.protectiveMarking })),
      at,
    )),
    ...changed.map((plan) => changeOfDetails(acting, plan, at)),
  ];
  for (let from = 0; from < changes.length; from += BATCH)
    if (!(await writeCaseChanges(transaction, changes.slice(from, from + BATCH)))) throw new Overtaken();
}

function isOvertaken(error: unknown): boolean {
  if (error instanceof Overtaken || isMarkedMeanwhile(error)) return true;
  const constraint = databaseErrorOf(error)?.constraint;
  return isPipelineKeyTaken(constraint) || constraint === 'spend_case_reference_key';
}

function recordsOf(queryable: Queryable, lines: readonly PlanLine[]): Promise<readonly PlanRecord[]> {
  const keys = lines.map(({ row: { organisationId, key } }) => ({ organisationId, key }));
  const references = keys.map(({ key }) => parseCaseReference(key)).filter((reference) => reference !== null);
  return plansByKey(queryable, keys, references);
}

/** Why nothing new is planned for organisations that are not in being on a day. */
function notInBeing(organisations: readonly OrganisationRow[], today: string): Ended {
  return new Map(
    organisations.flatMap(({ id, name, validFrom, validTo }): readonly (readonly [string, string])[] => {
      if (validTo !== null && validTo <= today)
        return [
          [id, `${name} ended on ${dateInWords(validTo)}: plan it for the organisation that took over`],
        ];
      return validFrom > today ? [[id, `${name} begins on ${dateInWords(validFrom)}: plan it then`]] : [];
    }),
  );
}
