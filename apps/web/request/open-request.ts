import { Injectable } from '@nestjs/common';
import { CaseHistoryService, ReadingService, type Acting, type TriageOfCase } from '#casework';
import {
  contentOfCase,
  DEPARTMENT_ROLES,
  differenceBetween,
  isEditable,
  roleFor,
  savedRevisions,
  type CaseContent,
  type CaseEvent,
  type CommonComponent,
  type RefusedException,
  type SavedRevision,
} from '#domain';
import { notPermitted, together } from '#platform';
import { questionsInWords, type QuestionInWords } from '../case/answered-questions.js';
import { CasePages } from '../case/case-pages.js';
import { MOVES_LOOKED_THROUGH, whyUnchangeable } from '../case/moved-on.js';
import type { PostedFields } from '../forms/posted-form.js';
import { writtenAnswers } from '../review/written-answers.js';
import { show } from '../server/page.js';
import { REQUEST_WORDS } from './field-labels.js';
import { paths } from './paths.js';
import type { AssessmentText, CaseTextOf, CommentText, ReturnText, RulingText } from '../case/case-texts.js';

/** A request as its department works on it. */
export interface OpenRequest {
  readonly reference: string;
  readonly found: CaseTextOf;
  readonly asked: TriageOfCase;
  /** The common components it is asked about. */
  readonly components: readonly CommonComponent[];
  /** Why it came back and what is asked of which point; `null` where it is not returned. */
  readonly returned: ReturnText | null;
  /** What reviewers think of the points, as far as the return released it; none where it is not returned. */
  readonly assessments: readonly AssessmentText[];
  /** What reviewers ruled last on its legacy exceptions, as far as the return released it; none where it is not returned. */
  readonly rulings: readonly RulingToAnswer[];
  /** What was asked of points, and how far it has been answered; none where it is not returned. */
  readonly questions: readonly QuestionOfReturn[];
}

/** A question of a return, with what the department said of its point in words since. */
export type QuestionOfReturn = QuestionInWords;

/** A ruling on a legacy exception, with whether the department has changed what was refused; `null` of one accepted. */
export interface RulingToAnswer extends RulingText {
  readonly standing: RefusedException['standing'] | null;
}

/** An event of a case, as far as somebody who was overtaken is told of it. */
interface ChangeText {
  readonly type: string;
  readonly actor: { readonly name: string } | null;
  readonly occurredAt: string;
  readonly payload: unknown;
}

/** An event as it was written, with who did it by name. */
export type NamedEvent = CaseEvent & { readonly actor: { readonly name: string } | null };

/** More events than a case comes to. */
const ALL_EVENTS = 1_000_000;

/** Events looked back through for who changed something. */
const LOOK_BACK = 100;

/** Reads requests for the pages a department writes them by. */
@Injectable()
export class OpenRequests {
  constructor(
    private readonly cases: CasePages,
    private readonly reading: ReadingService,
    private readonly past: CaseHistoryService,
  ) {}

  /** Whether somebody writes for the department a case belongs to. */
  isOfDepartment(acting: Acting, { organisation }: CaseTextOf): boolean {
    return roleFor(acting, organisation.id, DEPARTMENT_ROLES) !== undefined;
  }

  /**
   * A request with what its regime asks.
   * @throws ProblemError 404 when the person may not see it
   */
  async read(acting: Acting, reference: string): Promise<OpenRequest> {
    const canonical = this.cases.canonical(reference);
    const [found, asked, components, returns, assessments, rulings, refused, comments, versions] =
      await together([
        this.cases.read(acting, canonical),
        this.reading.triage(acting, canonical),
        this.reading.askedComponents(acting, canonical),
        this.cases.part(acting, canonical, 'returns'),
        this.cases.part(acting, canonical, 'assessments'),
        this.cases.part(acting, canonical, 'rulings'),
        this.reading.refusedExceptions(acting, canonical),
        this.cases.part(acting, canonical, 'comments'),
        this.past.latestVersions(acting, canonical, 1),
        // Shown by most of the pages, which ask for it again and are given the same.
        this.cases.part(acting, canonical, 'attachments'),
      ]);
    const isReturned = found.state === 'returned';
    const returned = isReturned ? (returns.at(-1) ?? null) : null;
    return {
      reference: found.reference,
      found,
      asked,
      components,
      returned,
      rulings: isReturned
        ? found.legacyExceptions.flatMap(({ id }) => latestRuling(id, rulings, refused))
        : [],
      assessments: isReturned ? assessments.filter(({ latest }) => latest) : [],
      questions: returned === null ? [] : questionsOf(found, returned, versions.at(-1)?.content, comments),
    };
  }

  /**
   * A request the person can change now; `null` where they cannot, so that they are sent on to the case itself.
   * @throws ProblemError 404 when the person may not see it
   */
  async readToChange(acting: Acting, reference: string): Promise<OpenRequest | null> {
    const open = await this.read(acting, reference);
    return isEditable(open.found.state) && this.isOfDepartment(acting, open.found) ? open : null;
  }

  /**
   * A request somebody sends something for. What state it is in is for the rules to say; who may write at all is asked
   * before what they wrote is looked at.
   * @throws ProblemError 404 when the person may not see it, 403 when they do not write for its department
   */
  async readToWrite(acting: Acting, reference: string): Promise<OpenRequest> {
    const open = await this.read(acting, reference);
    if (!this.isOfDepartment(acting, open.found))
      throw notPermitted(
        'Only a submitter or an assurance lead of its organisation can change this request.',
      );
    return open;
  }

  /**
   * The page for who wrote something for a request that has moved on meanwhile: who moved it and when, and what they
   * wrote, to be copied; `null` where the request can still be changed. Nothing on it could no longer work.
   */
  async tooLate(acting: Acting, reference: string, fields: PostedFields, file: string | null) {
    const [found, { events }] = await together([
      this.cases.read(acting, reference),
      this.cases.eventsBefore(acting, reference, null, MOVES_LOOKED_THROUGH),
    ]);
    const why = whyUnchangeable(found, events);
    if (why === null) return null;
    const written = writtenAnswers(fields, new Map(), REQUEST_WORDS);
    return show('request/too-late', { found, why, written, file, caseHref: paths.case(reference) }, 409);
  }

  /** Who made the latest change of a kind, and when; `null` where nobody is found. */
  async latestChange(
    acting: Acting,
    { reference, revision }: Pick<CaseTextOf, 'reference' | 'revision'>,
    fits: (event: ChangeText) => boolean = () => true,
  ): Promise<{ readonly by: string; readonly at: string } | null> {
    const after = Math.max(0, revision - LOOK_BACK);
    const { json } = await this.past.history(acting, reference, after, LOOK_BACK + 1);
    const event = (JSON.parse(json) as readonly ChangeText[]).findLast(fits);
    return event === undefined ? null : { by: event.actor?.name ?? 'The service', at: event.occurredAt };
  }

  /**
   * Every saved state of a part of a request, oldest first, with who saved it: what a form was opened with can be found
   * again by its revision. Read only for somebody who was overtaken.
   * @param savedBy what an event saved of the part
   * @throws ProblemError 404
   */
  async revisions<Value>(
    acting: Acting,
    reference: string,
    savedBy: (event: NamedEvent) => Value | null,
  ): Promise<readonly SavedRevision<Value, NamedEvent>[]> {
    const { json } = await this.past.history(acting, reference, 0, ALL_EVENTS);
    return savedRevisions(JSON.parse(json) as readonly NamedEvent[], savedBy);
  }
}

/** The latest ruling on an exception; none where nobody has ruled on it. */
function latestRuling(
  id: string,
  rulings: readonly RulingText[],
  refused: readonly RefusedException[],
): readonly RulingToAnswer[] {
  const latest = rulings.findLast(({ exceptionId }) => exceptionId === id);
  const standing = refused.find(({ exceptionId }) => exceptionId === id)?.standing ?? null;
  return latest === undefined ? [] : [{ ...latest, standing }];
}

/** What was asked in a return and how far it has been answered since. @param version what was returned */
function questionsOf(
  found: CaseTextOf,
  returned: ReturnText,
  version: CaseContent | undefined,
  comments: readonly CommentText[],
): readonly QuestionOfReturn[] {
  const now = contentOfCase(found);
  return questionsInWords(returned, differenceBetween(version ?? now, now), comments);
}
