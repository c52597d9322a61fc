import { Injectable } from '@nestjs/common';
import {
  londonDate,
  makeImportContext,
  SOURCE_NAME,
  type HeldRole,
  type ImportContext,
  type ImportReport,
} from '#domain';
import {
  Database,
  listOrganisations,
  storedRegimes,
  waitForOtherImports,
  type Queryable,
} from '#persistence';
import { badRequest, Clock } from '#platform';
import { PolicyBook } from '../policy/policy-book.js';
import { readCsv } from './csv-rows.js';
import { ImportRun } from './import-run.js';

/** What to import, and how. */
export interface ImportRequest {
  /** Name of the system the decisions come from, small letters and hyphens. */
  readonly source: string;
  /** Say what would happen, and write nothing. */
  readonly dryRun: boolean;
  /** The administrator who imports; `null` where the command line does. */
  readonly by: { readonly personId: string; readonly roles: readonly HeldRole[] } | null;
}

/** More organisations than there are. */
const MOST_ORGANISATIONS = 100_000;

/** Takes back what was written of a file that is refused. */
class Refused extends Error {
  constructor(readonly report: ImportReport) {
    super('The file was refused');
  }
}

/** Records decisions that were made elsewhere before: history, of which nobody is told and nothing is due. */
@Injectable()
export class DecisionImportService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly policies: PolicyBook = new PolicyBook(),
  ) {}

  /**
   * Imports a file of comma-separated values (docs/import.md), all of it or nothing. A row that was imported before is
   * left alone, so that the same file can be imported again and by two people at once.
   * @param pieces the file, piece by piece; it is never held whole
   * @returns what was found and done, with every problem
   * @throws ProblemError 400 when the name of the source is none; whatever `pieces` throws, with nothing imported
   */
  async run(pieces: AsyncIterable<Uint8Array>, request: ImportRequest): Promise<ImportReport> {
    const { source, dryRun } = request;
    if (!SOURCE_NAME.test(source))
      throw badRequest(
        'Name the source in small letters, figures and hyphens, at most 50 characters, like get-approval-to-spend.',
      );
    if (dryRun) return this.take(this.database.asService(), pieces, request);
    try {
      return await this.database.asService().transaction(async (transaction) => {
        await waitForOtherImports(transaction);
        const report = await this.take(transaction, pieces, request);
        if (report.outcome === 'refused') throw new Refused(report);
        return report;
      });
    } catch (error) {
      if (error instanceof Refused) return error.report;
      throw error;
    }
  }

  private async take(
    queryable: Queryable,
    pieces: AsyncIterable<Uint8Array>,
    { source, dryRun, by }: ImportRequest,
  ): Promise<ImportReport> {
    const at = this.clock.now();
    const role = by?.roles.find((held) => held.role === 'administrator');
    const importedBy = {
      actorId: by?.personId ?? null,
      actorRole: role?.role ?? null,
      actorOrganisationId: role?.organisationId ?? null,
      at,
    };
    const context = await this.contextOf(queryable, londonDate(at));
    return new ImportRun(queryable, { source, dryRun, by: importedBy }, context).take(readCsv(pieces));
  }

  private async contextOf(queryable: Queryable, today: string): Promise<ImportContext> {
    const organisations = await listOrganisations(queryable, MOST_ORGANISATIONS, null);
    const regimes = [];
    for (const { version } of await storedRegimes(queryable))
      regimes.push(await this.policies.readRegime(queryable, version));
    return makeImportContext(organisations, regimes, today);
  }
}
