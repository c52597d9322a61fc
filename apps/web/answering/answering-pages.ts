import { Injectable } from '@nestjs/common';
import { CaseHistoryService, ReadingService, type Acting } from '#casework';
import type { CaseAction } from '#domain';
import { conflict, notFound, together } from '#platform';
import { CasePages, type OpenedCase } from '../case/case-pages.js';
import type { AttachmentText, ListedConditionText } from '../case/case-texts.js';
import type { EventText } from '../case/event-texts.js';
import { readerKind } from '../case/reader.js';

/** A case as somebody of its department answers for it. */
export interface AnsweringCase extends OpenedCase {
  /** Why the action cannot be done now; empty where it can. */
  readonly why: readonly string[];
}

/** What the pages of a department's answers read. */
@Injectable()
export class AnsweringPages {
  constructor(
    private readonly cases: CasePages,
    private readonly reading: ReadingService,
    private readonly past: CaseHistoryService,
  ) {}

  /**
   * The case, and whether the department can do something with it.
   * @throws ProblemError 404 when there is none, or the person does not speak for its organisation
   */
  async open(acting: Acting, reference: string, action: CaseAction): Promise<AnsweringCase> {
    const canonical = this.cases.canonical(reference);
    const [opened, { actions }] = await together([
      this.cases.open(acting, canonical),
      this.reading.actions(acting, canonical),
    ]);
    if (readerKind(acting, opened.found.organisation.id) !== 'department') throw notFound();
    const offer = actions.find((one) => one.action === action);
    return { ...opened, why: offer?.why ?? [] };
  }

  /**
   * The same, for a form that is only shown where it can be sent.
   * @throws ProblemError 404 as {@link open}, 409 saying why it cannot
   */
  async openForForm(acting: Acting, reference: string, action: CaseAction): Promise<AnsweringCase> {
    const opened = await this.open(acting, reference, action);
    if (opened.why.length > 0) throw conflict(`${opened.why.join('. ')}.`);
    return opened;
  }

  /** The reference in its one form. @throws ProblemError 404 when it can be none */
  canonical(reference: string): string {
    return this.cases.canonical(reference);
  }

  /** A condition of the case. @throws ProblemError 404 when there is none of this id */
  async condition(acting: Acting, reference: string, id: string): Promise<ListedConditionText> {
    const conditions = await this.cases.part(acting, reference, 'conditions');
    const found = conditions.find((condition) => condition.id === id);
    if (found === undefined) throw notFound();
    return found;
  }

  /** The files of a case that were not removed. */
  async filesOf(acting: Acting, reference: string): Promise<readonly AttachmentText[]> {
    const files = await this.cases.part(acting, reference, 'attachments');
    return files.filter(({ removedAt }) => removedAt === null);
  }

  /** What happened to a condition since it was imposed, first to last; nothing to one there is not. */
  async eventsOf(acting: Acting, reference: string, id: string): Promise<readonly EventText[]> {
    const { json } = await this.past.historyOfCondition(acting, this.cases.canonical(reference), id);
    return JSON.parse(json) as readonly EventText[];
  }

  /** Who changed the case last, and when. */
  async lastChange(
    acting: Acting,
    { found }: OpenedCase,
  ): Promise<{ readonly by: string; readonly at: string } | null> {
    const { events } = await this.cases.eventsBefore(acting, found.reference, null, 1);
    const [event] = events;
    return event === undefined
      ? null
      : { by: event.actor?.name ?? 'The service itself', at: event.occurredAt };
  }
}
