import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommentService, DraftingService, type Acting, type NewComment } from '#casework';
import {
  codePoint,
  emptyPointEvidence,
  evidenceSavedBy,
  MOST_LINKS,
  type PointEvidence,
  type PointNumber,
} from '#domain';
import { CommentRequest, evidenceOf, EvidenceRequest, Recorded } from '#edge';
import { Access } from '#identity';
import { notFound, together } from '#platform';
import { askPath } from '../../advice/advice-paths.js';
import { AdviceBesidePoint } from '../../advice/beside-point.js';
import { CasePages } from '../../case/case-pages.js';
import type { PointText } from '../../case/case-texts.js';
import { asAnotherChange } from '../../forms/change-of-its-own.js';
import { checkRequest } from '../../forms/check-request.js';
import { mergePage } from '../../forms/merge/merge-page.js';
import { withBeside } from '../../forms/merge/with-beside.js';
import type { ShownProblem } from '../../forms/form-problems.js';
import { PostedForm, type PostedFields } from '../../forms/posted-form.js';
import { takeForm } from '../../forms/take-form.js';
import { cameForFiles, FormFiles } from '../../attachments/form-files.js';
import { CurrentActor } from '../../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { FormFile, TakesFile, type SentFile } from '../../server/uploads.js';
import { OpenRequests, type OpenRequest } from '../open-request.js';
import { FROM_CHECK, paths } from '../paths.js';
import { sayingWhich, turnedRound } from '../../forms/problem-words.js';
import { ADD_ROW, newRow, problemOfEmptyRow, shownRows } from '../repeated-rows.js';
import { afterPoint } from '../tasks/task-list.js';
import { knownComponents } from './component-rows.js';
import {
  IN_WORDS,
  LINK_BOXES,
  pointBoxes,
  pointField,
  pointNumbered,
  readPoint,
  saidOfPoint,
} from './point-form.js';
import { pointModel } from './point-model.js';

/** What the department says about each point of the Technology Code of Practice. */
@Controller('cases/:reference/points/:point/edit')
@Access('signed-in')
export class PointsController {
  constructor(
    private readonly requests: OpenRequests,
    private readonly drafting: DraftingService,
    private readonly comments: CommentService,
    private readonly files: FormFiles,
    private readonly cases: CasePages,
    private readonly beside: AdviceBesidePoint,
  ) {}

  @Get()
  @Recorded('view')
  async ask(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('point') number: string,
    @Query('from') from?: string,
  ): Promise<PageAnswer> {
    const point = pointOf(number);
    const canonical = this.cases.canonical(reference);
    const [open] = await together([
      this.requests.readToChange(acting, canonical),
      // Asked for at once, so that the page need not wait for it later.
      this.beside.read(acting, canonical, point),
    ]);
    if (open === null) return goTo(paths.unchangeable(reference));
    const evidence = savedIn(open, point);
    const fields = {
      ...pointBoxes(evidence, knownComponents(evidence, open.components)),
      revision: String(evidence.revision),
    };
    return this.page(acting, open, point, { ...fields, ...(from === FROM_CHECK ? { from } : {}) }, []);
  }

  @Post()
  @Recorded('view')
  @TakesFile()
  async save(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('point') number: string,
    @Body() body: unknown,
    @FormFile() sent: SentFile,
  ): Promise<PageAnswer> {
    const point = pointOf(number);
    const open = await this.requests.readToWrite(acting, reference);
    return takeForm({
      body,
      fieldOf: pointField,
      act: async (form) => {
        const isAllOfIt = await this.files.take(acting, open.reference, { point }, form, sent);
        if (isAllOfIt) return this.page(acting, open, point, form.fields, []);
        if (form.fields[ADD_ROW] !== undefined)
          return this.page(acting, open, point, form.fields, emptyLink(form.fields));
        const expected = Number(form.text('revision') || -1);
        const evidence = writtenIn(form, open, point);
        const words = wordsIn(form, point);
        await this.drafting.saveEvidence(acting, open.reference, expected, evidence);
        if (words !== null) await this.comments.add(asAnotherChange(acting, 'words'), open.reference, words);
        if (form.text('from') === FROM_CHECK) return goTo(paths.checkAnswers(open.reference));
        return goTo(
          form.text('_then') === 'tasks' ? paths.tasks(open.reference) : afterPoint(open.reference, point),
        );
      },
      again: (fields, problems) =>
        this.page(acting, open, point, fields, linksNamed(turnedRound(problems, {}, fields))),
      tooLate: (fields) => this.requests.tooLate(acting, open.reference, fields, sent.file?.name ?? null),
      overtaken: (fields, isAnsweredTo) =>
        this.overtaken(acting, open.reference, point, fields, isAnsweredTo, sent),
    });
  }

  private async overtaken(
    acting: Acting,
    reference: string,
    point: PointNumber,
    fields: PostedFields,
    isAnsweredTo: boolean,
    sent: SentFile,
  ) {
    const [open, revisions] = await together([
      this.requests.read(acting, reference),
      this.requests.revisions(acting, reference, (event) => evidenceSavedBy(event, point)),
    ]);
    const saved = savedIn(open, point);
    const form = new PostedForm(fields);
    return mergePage(
      {
        about: `${reference}, point ${point}: ${codePoint(point).title}`,
        action: paths.point(reference, point),
        keepTheirs: fields['from'] === FROM_CHECK ? paths.checkAnswers(reference) : paths.tasks(reference),
        revision: saved.revision,
        revisions,
        said: saidOfPoint,
        mine: saidOfPoint(writtenIn(form, open, point)),
        theirs: saidOfPoint(saved),
        theirBoxes: pointBoxes(saved, knownComponents(saved, open.components)),
        besides: [{ label: 'If what you wrote stands, why?', text: form.text(IN_WORDS) }],
        attached: sent.file?.name ?? null,
      },
      fields,
      randomUUID(),
      isAnsweredTo,
    );
  }

  private async page(
    acting: Acting,
    open: OpenRequest,
    point: PointNumber,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const saved = savedIn(open, point);
    const known = knownComponents(saved, open.components);
    const [attached, beside] = await together([
      this.files.model(acting, open.reference, { point }),
      this.beside.read(acting, open.reference, point),
    ]);
    return show(
      'request/points/point',
      {
        ...withBeside(pointModel(open, point, fields, known), fields, saved.revision, saidOfPoint(saved)),
        advised: beside.advised,
        published: beside.guidance,
        askHref: askPath(open.reference, point),
        attached: cameForFiles(attached, fields, problems),
        focusRow: newRow(fields, shownRows(fields, LINK_BOXES, MOST_LINKS).length, problems),
        problems,
        once: randomUUID(),
      },
      problems.length > 0 ? 400 : 200,
    );
  }
}

/** What to fill in before one link more is of use; nothing where every link says something. */
function emptyLink(fields: PostedFields): readonly ShownProblem[] {
  return problemOfEmptyRow(
    fields,
    LINK_BOXES,
    'Enter a title and a web address here before you add another link',
  );
}

/** Problems of a link, each with the number of the link. */
function linksNamed(problems: readonly ShownProblem[]): readonly ShownProblem[] {
  return sayingWhich(problems, (field) => {
    const [, index] = /^link(?:Title|Url)-(\d+)$/.exec(field) ?? [];
    return index === undefined ? null : `Link ${String(Number(index) + 1)}`;
  });
}

/** @throws ProblemError 404 where there is no such point */
function pointOf(number: string): PointNumber {
  const point = pointNumbered(number);
  if (point === null) throw notFound();
  return point;
}

/** What is saved of a point; its revision is 0 where nothing is. */
function savedIn({ found }: OpenRequest, point: PointNumber): PointText {
  return (
    found.points.find((one) => one.point === point) ?? {
      ...emptyPointEvidence(point),
      revision: 0,
      savedAt: null,
    }
  );
}

/** What a form says of a point. @throws ProblemError 400 naming every field that is wrong */
function writtenIn(form: PostedForm, open: OpenRequest, point: PointNumber): PointEvidence {
  const { components: given = [], ...rest } = evidenceOf(
    point,
    checkRequest(EvidenceRequest, readPoint(form), form.problems),
  );
  const known = knownComponents(savedIn(open, point), open.components);
  // One that was asked about and left open is no answer, and nobody’s change.
  const components = given
    .filter(({ use, reason }) => use !== null || reason !== null)
    .map((one) => ({
      ...one,
      name: known.find(({ id }) => id === one.component)?.name ?? one.component,
    }));
  return components.length === 0 ? rest : { ...rest, components };
}

/**
 * What a form answers to the question about a point without changing it, as a comment to everybody on the case; `null`
 * where it says nothing.
 * @throws ProblemError 400 where it is too long
 */
function wordsIn(form: PostedForm, point: PointNumber): NewComment | null {
  const text = form.textOrNull(IN_WORDS);
  if (text === null) return null;
  const { audience, body } = checkRequest(CommentRequest, { audience: 'shared', point, body: text });
  return { audience, point, parentId: null, body };
}
