import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { PlanImportService, type Acting } from '#casework';
import { PLAN_COLUMNS, PLAN_OUTCOME_SENTENCES, type PlanReport } from '#domain';
import { NotRecorded } from '#edge';
import { Access } from '#identity';
import { Config } from '#platform';
import type { ShownProblem } from '../forms/form-problems.js';
import { fieldsOf, heldIn } from '../forms/posted-form.js';
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
    return form([]);
  }

  /** Says what the file would do. The page that says so carries the file on: nothing is kept here meanwhile. */
  @Post()
  @NotRecorded('It shows nothing of a case but what the file says.')
  @TakesFile()
  async check(@CurrentActor() acting: Acting, @FormFile() { file, problem }: SentFile): Promise<PageAnswer> {
    if (problem !== null) return form([ofFile(problem.problem.detail)]);
    if (file === null) return form([ofFile('Choose a file to import')]);
    const most = Math.floor(this.config.bodyLimitBytes * SHARE);
    if (file.bytes > most)
      return form([
        ofFile(
          `The file must be at most ${String(Math.floor(most / 1024))} KB: cut it into several, or send it to the API`,
        ),
      ]);
    const pieces: Uint8Array[] = [];
    for await (const piece of file.read()) pieces.push(piece as Uint8Array);
    const report = await this.imports.run(acting, inPieces(pieces), true);
    return answer(report, Buffer.concat(pieces).toString('utf8'));
  }

  @Post('confirm')
  @NotRecorded('It shows nothing of a case but what the file says.')
  @TakesFile()
  async confirm(@CurrentActor() acting: Acting, @Body() body: unknown): Promise<PageAnswer> {
    const content = heldIn(fieldsOf(body), 'content');
    if (content === '') return form([ofFile('Choose a file to import')]);
    const report = await this.imports.run(acting, inPieces([Buffer.from(content, 'utf8')]), false);
    if (report.outcome === 'refused') return answer(report, content);
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
}

// eslint-disable-next-line @typescript-eslint/require-await -- what reads it wants to wait
async function* inPieces(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

function ofFile(text: string): ShownProblem {
  return { text, href: '#file', field: 'file' };
}

function form(problems: readonly ShownProblem[]): PageAnswer {
  return show('pipeline/import', { problems, columns: PLAN_COLUMNS }, problems.length > 0 ? 400 : 200);
}

/** What came of looking through a file: with what to put right, or with a way to go on. */
function answer(report: PlanReport, content: string): PageAnswer {
  const isRefused = report.outcome === 'refused';
  const problems = isRefused
    ? [{ text: PLAN_OUTCOME_SENTENCES.refused, href: '#to-put-right', field: '' }]
    : [];
  return show(
    'pipeline/import-report',
    { report, sentence: PLAN_OUTCOME_SENTENCES[report.outcome], content, problems, isRefused },
    isRefused ? 400 : 200,
  );
}
