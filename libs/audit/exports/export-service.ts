import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { FILE_DIGEST, canonicalJson, type ActorFacts } from '#domain';
import {
  Database,
  findExportReceipt,
  historyStatement,
  recordExport,
  type ExportFormat,
  type ExportReceipt,
  type HistoryContext,
  type Actor,
} from '#persistence';
import { notFound } from '#platform';
import { HistoryRows } from '../history/history-rows.js';
import { HistoryService, type AskedQuestion } from '../history/history-service.js';
import { historySight } from '../history/history-sight.js';
import { EXPORT_FORMS } from './export-forms.js';
import { ExportSealer } from './export-sealer.js';
import { RunningExports } from './running-exports.js';

/** Rows held in memory at once. */
const BATCH = 200;

/** An export that is being made: its bytes come as they are read. */
export interface RunningExport {
  readonly id: string;
  readonly bytes: Readable;
}

/** A file that was made whole, not of the decision history. */
export interface MadeFile {
  /** What it answers, in a word. */
  readonly question: string;
  readonly criteria: Readonly<Record<string, string>>;
  readonly format: ExportFormat;
  /** The instant of its rows. */
  readonly at: Date;
  readonly rows: number;
  readonly text: string;
}

/** One export, as far as its parts need to know it. */
interface Job {
  readonly id: string;
  readonly asked: AskedQuestion;
  readonly format: ExportFormat;
  readonly context: HistoryContext;
  readonly acting: Actor;
}

/** Takes rows out of the service: as they stood at one instant, in constant memory, with a receipt. */
@Injectable()
export class ExportService {
  constructor(
    private readonly database: Database,
    private readonly history: HistoryService,
    private readonly rows: HistoryRows,
    private readonly running: RunningExports,
    private readonly sealer: ExportSealer,
  ) {}

  /**
   * Starts an export. Rows are read as the bytes are taken; who stops taking them ends it, and it gets no receipt.
   * @throws ProblemError 429 or 503 when too many are running
   */
  start(acting: ActorFacts & Actor, asked: AskedQuestion, format: ExportFormat): RunningExport {
    const context = this.history.contextOf(acting, asked.criteria);
    const job = { id: randomUUID(), asked, format, context, acting };
    const bytes = this.running.begin(acting.personId, () =>
      Readable.from(this.bytesOf(job), { objectMode: false, highWaterMark: 1 }),
    );
    return { id: job.id, bytes };
  }

  /**
   * The receipt of an export, for whoever made it and for auditors.
   * @throws ProblemError 404
   */
  async receipt(acting: ActorFacts & Actor, id: string): Promise<ExportReceipt> {
    const { personId, roles } = acting;
    const found = await findExportReceipt(this.database.as(acting), id, acting.onlyOfficial === true);
    if (found === null || (found.personId !== personId && !roles.some(({ role }) => role === 'auditor')))
      throw notFound();
    return found;
  }

  /**
   * Keeps the receipt of a file that was made elsewhere in the service, whole.
   * @returns its id
   */
  async receiptOf(acting: ActorFacts & Actor, made: MadeFile): Promise<string> {
    const { question, criteria, format, at, rows, text } = made;
    const id = randomUUID();
    const { personId } = acting;
    const sha256 = createHash(FILE_DIGEST).update(text).digest('hex');
    const facts = { id, personId, question, criteria, format, at: at.toISOString(), rows, sha256 };
    const seal = await this.sealer.seal(receiptLines(facts));
    const { checkpointSize = null, root = null, note = null } = seal ?? {};
    await recordExport(this.database.as(acting), { ...facts, checkpointSize, root, note });
    return id;
  }

  private async *bytesOf(job: Job): AsyncGenerator<Buffer, void, undefined> {
    const { columns } = job.asked.question;
    const form = EXPORT_FORMS[job.format];
    const hash = createHash(FILE_DIGEST);
    let count = 0;
    // The last part is held back until the receipt is kept: who has every byte can ask for it.
    let held = Buffer.from(form.head(columns, manifestOf(job)));
    for await (const batch of this.batches(job)) {
      hash.update(held);
      yield held;
      count += batch.length;
      held = Buffer.from(form.rows(columns, batch));
    }
    const sha256 = hash.update(held).digest('hex');
    await this.keepReceipt(job, count, sha256);
    yield held;
    const end = form.end(count, sha256);
    if (end !== '') yield Buffer.from(end);
  }

  private async *batches({
    asked,
    context,
    acting,
  }: Job): AsyncGenerator<readonly string[], void, undefined> {
    const { name } = asked.question;
    const finish = await this.rows.finisher(acting, name, asked.criteria, context.now);
    const statement = historyStatement({ ...context, question: name, after: null, limit: null });
    let batch: string[] = [];
    let isEmpty = true;
    for await (const { json } of this.database.as(acting).stream<{ json: string }>(statement, BATCH)) {
      const row = finish(json);
      if (row === null) continue;
      isEmpty = false;
      batch.push(row);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    const nil = isEmpty ? await this.rows.nilRow(acting, name, context) : null;
    if (nil !== null) batch.push(nil);
    if (batch.length > 0) yield batch;
  }

  private async keepReceipt(
    { id, asked, format, context, acting }: Job,
    rows: number,
    sha256: string,
  ): Promise<void> {
    const { personId, now } = context;
    const criteria = asked.given;
    const facts = { id, personId, question: asked.question.name, criteria, format, at: now.toISOString() };
    const seal = await this.sealer.seal(receiptLines({ ...facts, rows, sha256 }));
    const { checkpointSize = null, root = null, note = null } = seal ?? {};
    await recordExport(this.database.as(acting), { ...facts, rows, sha256, checkpointSize, root, note });
  }
}

/** The receipt as the lines that are sealed; their order and wording never change. */
export function receiptLines(
  receipt: Omit<ExportReceipt, 'checkpointSize' | 'root' | 'note'>,
): readonly string[] {
  return [
    `export ${receipt.id}`,
    `person ${receipt.personId}`,
    `question ${receipt.question}`,
    `criteria ${canonicalJson(receipt.criteria)}`,
    `format ${receipt.format}`,
    `at ${receipt.at}`,
    `rows ${String(receipt.rows)}`,
    `sha256 ${receipt.sha256}`,
  ];
}

/** The first line of JSON Lines: what follows, of when, and for whom it was narrowed. */
function manifestOf({ id, asked, context }: Job): { readonly manifest: Readonly<Record<string, unknown>> } {
  const { question, given } = asked;
  return {
    manifest: {
      export: id,
      question: question.name,
      words: question.question,
      criteria: given,
      at: context.now.toISOString(),
      sight: historySight(context.sight, question),
      columns: question.columns.map(({ name }) => name),
      receipt: `/api/v1/exports/${id}`,
    },
  };
}
