import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ReadingService, type Acting } from '#casework';
import { codePoint, POINT_NUMBERS, type Audience, type PointNumber } from '#domain';
import { notFound, together } from '#platform';
import type { ShownProblem } from '../forms/form-problems.js';
import { heldIn, type PostedFields } from '../forms/posted-form.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { casePath } from './action-paths.js';
import { CasePages } from './case-pages.js';
import type { CommentText } from './case-texts.js';
import { threadsOf, type Thread } from './comment-threads.js';
import { inOwnWords } from '../forms/problem-words.js';

/** To whom a reader may write on a case; empty where to nobody. */
export type MayWriteTo = Readonly<Record<Audience, boolean>>;

/** What a form about comments is shown again with. */
export interface ShownAgain {
  readonly fields: PostedFields;
  readonly problems: readonly ShownProblem[];
}

const NOTHING_YET: ShownAgain = { fields: {}, problems: [] };

const ASKS = {
  body: 'Write a comment',
  audience: 'Choose who can read the comment',
  point: 'Choose a point of the list, or none',
};

/** Which answer of the point list is of which point. */
export const POINT_CHOICES = POINT_NUMBERS.map((number) => ({
  value: String(number),
  text: `${number}. ${codePoint(number).title}`,
}));

/** Shows the comments of a case and the forms about them. */
@Injectable()
export class CommentPages {
  constructor(
    private readonly cases: CasePages,
    private readonly reading: ReadingService,
  ) {}

  /** The threads of a case, or of one point, with the form for a new one. */
  async list(
    acting: Acting,
    reference: string,
    point: PointNumber | null,
    { fields, problems }: ShownAgain = NOTHING_YET,
  ): Promise<PageAnswer> {
    const [opened, comments, may] = await together([
      this.cases.open(acting, reference),
      this.cases.part(acting, reference, 'comments'),
      this.mayWriteTo(acting, reference),
    ]);
    return show(
      'case/comments',
      {
        ...opened,
        point,
        threads: threadsOf(comments, acting.personId, point),
        may,
        points: POINT_CHOICES,
        chosenPoint: heldIn(fields, 'point') || String(point ?? ''),
        chosenAudience: heldIn(fields, 'audience'),
        body: heldIn(fields, 'body'),
        problems: inOwnWords(problems, ASKS),
        once: randomUUID(),
      },
      problems.length > 0 ? 400 : 200,
    );
  }

  /**
   * The form to answer a comment, or to change one's own, with the thread it stands in.
   * @throws ProblemError 404 when there is no such comment, or it is another's to change
   */
  async form(
    acting: Acting,
    reference: string,
    id: string,
    what: 'answer' | 'edit',
    again: ShownAgain | null = null,
  ): Promise<PageAnswer> {
    const [comment, opened, comments, may] = await together([
      what === 'edit' ? this.own(acting, reference, id) : this.one(acting, reference, id),
      this.cases.open(acting, reference),
      this.cases.part(acting, reference, 'comments'),
      this.mayWriteTo(acting, reference),
    ]);
    // Who may only read is shown no form; what they send is refused by the service itself.
    if (again === null && !may[comment.audience]) return goTo(casePath(opened.found.reference, 'comments'));
    const { fields, problems } = again ?? NOTHING_YET;
    return show(
      'case/comment-form',
      {
        ...opened,
        what,
        comment,
        thread: threadWith(threadsOf(comments, acting.personId), comment),
        body: again === null && what === 'edit' ? comment.body : heldIn(fields, 'body'),
        revision: heldIn(fields, 'revision') || String(comment.revision),
        problems: inOwnWords(problems, ASKS),
        once: randomUUID(),
      },
      problems.length > 0 ? 400 : 200,
    );
  }

  /** A comment the reader may see. @throws ProblemError 404 when there is none */
  async one(acting: Acting, reference: string, id: string): Promise<CommentText> {
    const comments = await this.cases.part(acting, reference, 'comments');
    const found = comments.find((comment) => comment.id === id);
    if (found === undefined) throw notFound();
    return found;
  }

  /** A comment the reader wrote. @throws ProblemError 404 when there is none, or it is another's */
  async own(acting: Acting, reference: string, id: string): Promise<CommentText> {
    const found = await this.one(acting, reference, id);
    if (found.author.id !== acting.personId) throw notFound();
    return found;
  }

  private async mayWriteTo(acting: Acting, reference: string): Promise<MayWriteTo> {
    const { actions } = await this.reading.actions(acting, this.cases.canonical(reference));
    const allowed = (name: string): boolean =>
      actions.some(({ action, allowed: may }) => action === name && may);
    return { shared: allowed('comment'), internal: allowed('comment-internally') };
  }
}

function threadWith(threads: readonly Thread[], { id }: CommentText): Thread | null {
  return threads.find(({ first, answers }) => [first, ...answers].some((one) => one.id === id)) ?? null;
}
