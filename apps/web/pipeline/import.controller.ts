import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { PlanImportService, type Acting } from '#casework';
import { PLAN_COLUMNS, PLAN_OUTCOME_SENTENCES, type PlanReport } from '#domain';
import { NotRecorded } from '#edge';
import { Access } from '#identity';
import { Config } from '#platform';
import { GivesFormBack } from '../forms/gives-form-back.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { fieldsOf, heldIn } from '../forms/posted-form.js';
import { CHANGE_AGAIN, fileToChoose } from '../forms/take-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { FormFile, TakesFile, type SentFile } from '../server/uploads.js';

/** How much of a form is left for a file once the file is a field of it. */
const SHARE = 0.9;
const COUNTS = ['added', 'changed', 'unchanged', 'left'] as const;

/** A file of planned spend, looked through before it is taken in. */
@Controller('pipeline/import')
@Access('department')
export class ImportPlansController {
  constructor(
    private readonly imports: PlanImportService,
    private readonly config: Config,
  ) {}

  @Get()
  @NotRecorded('It shows nothing of a case.')
  ask(): PageAnswer {
    return this.form([]);
  }

  /** Says what the file would do. The page that says so carries the file on: nothing is kept here meanwhile. */
  @Post()
  @NotRecorded('It shows nothing of a case but what the file says.')
  @TakesFile()
  async check(
    @CurrentActor() acting: Acting,
    @Body() body: unknown,
    @FormFile() { file, problem }: SentFile,
  ): Promise<PageAnswer> {
    const sent = fieldsOf(body);
    if (sent[CHANGE_AGAIN] !== undefined) return this.form(fileToChoose(sent));
    // A file is refused on its way for nothing but its size.
    if (problem !== null || (file !== null && file.bytes > this.mostBytes))
      return this.form(
        [
          ofFile(
            `The file must be at most ${this.most}: cut it into several files, or send it whole to the API`,
          ),
        ],
        413,
      );
    if (file === null) return this.form([ofFile('Choose a file to import')]);
    const pieces: Uint8Array[] = [];
    for await (const piece of file.read()) pieces.push(piece as Uint8Array);
    const report = await this.imports.run(acting, inPieces(pieces), true);
    return this.answer(report, Buffer.concat(pieces).toString('utf8'));
  }

  @Post('confirm')
  @GivesFormBack()
  @NotRecorded('It shows nothing of a case but what the file says.')
  @TakesFile()
  async confirm(@CurrentActor() acting: Acting, @Body() body: unknown): Promise<PageAnswer> {
    const content = heldIn(fieldsOf(body), 'content');
    if (content === '') return this.form([ofFile('Choose a file to import')]);
    // Who comes back to it is told again what the file would do.
    const isGoneBackTo = fieldsOf(body)[CHANGE_AGAIN] !== undefined;
    const report = await this.imports.run(acting, inPieces([Buffer.from(content, 'utf8')]), isGoneBackTo);
    if (isGoneBackTo || report.outcome === 'refused') return this.answer(report, content);
    const counts = new URLSearchParams(
      Object.fromEntries(COUNTS.map((name) => [name, String(report.totals[name])])),
    );
    return goTo(`/pipeline/import/done?${counts.toString()}`);
  }

  @Get('done')
  @NotRecorded('It shows nothing of a case but how many were made and changed.')
  done(@Query() query: unknown): PageAnswer {
    const fields = fieldsOf(query);
    const counts = COUNTS.map((name) => [name, Number(/^\d{1,5}$/.exec(heldIn(fields, name))?.[0] ?? 0)]);
    return show('pipeline/imported', {
      counts: Object.fromEntries(counts) as Readonly<Record<string, number>>,
    });
  }

  /** What came of looking through a file: with what to put right, or with a way to go on. */
  private answer(report: PlanReport, content: string): PageAnswer {
    const isRefused = report.outcome === 'refused';
    const problems = isRefused
      ? [{ text: PLAN_OUTCOME_SENTENCES.refused, href: '#to-put-right', field: '' }]
      : [];
    return show(
      'pipeline/import-report',
      {
        report,
        sentence: PLAN_OUTCOME_SENTENCES[report.outcome],
        content,
        problems,
        isRefused,
        most: this.most,
      },
      isRefused ? 400 : 200,
    );
  }

  private get mostBytes(): number {
    return Math.floor(this.config.bodyLimitBytes * SHARE);
  }

  /** The largest file a page takes, in words. */
  private get most(): string {
    return `${String(Math.floor(this.mostBytes / 1024))} KB`;
  }

  private form(problems: readonly ShownProblem[], status = problems.length > 0 ? 400 : 200): PageAnswer {
    return show('pipeline/import', { problems, columns: PLAN_COLUMNS, most: this.most }, status);
  }
}

// oxlint-disable-next-line typescript/require-await -- what reads it wants to wait
async function* inPieces(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

function ofFile(text: string): ShownProblem {
  return { text, href: '#file', field: 'file' };
}
