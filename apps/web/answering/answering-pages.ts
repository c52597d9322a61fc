import { Injectable } from '@nestjs/common';
import { ReadingService, type Acting } from '#casework';
import type { CaseAction } from '#domain';
import { conflict, notFound } from '#platform';
import { CasePages, type OpenedCase } from '../case/case-pages.js';
import type { AttachmentText, ListedConditionText } from '../case/case-texts.js';
import type { EventText } from '../case/event-texts.js';
import { readerKind } from '../case/reader.js';

/** Events looked at at once, going back to a decision. */
const EVENTS_AT_ONCE = 50;

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
  ) {}

  /**
   * The case, and whether the department can do something with it.
   * @throws ProblemError 404 when there is none, or the person does not speak for its organisation
   */
  async open(acting: Acting, reference: string, action: CaseAction): Promise<AnsweringCase> {
    const opened = await this.cases.open(acting, reference);
    if (readerKind(acting, opened.found.organisation.id) !== 'department') throw notFound();
    const { actions } = await this.reading.actions(acting, opened.found.reference);
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

  /** What happened to a condition since it was imposed, first to last. */
  async eventsOf(
    acting: Acting,
    { found }: OpenedCase,
    condition: ListedConditionText,
  ): Promise<readonly EventText[]> {
    const about: EventText[] = [];
    let before: number | null = found.revision + 1;
    while (before !== null) {
      const page = await this.cases.eventsBefore(acting, found.reference, before, EVENTS_AT_ONCE);
      about.push(...page.events.filter((event) => isAbout(event, condition.id)));
      const isImposed = page.events.some(
        ({ type, payload }) => type === 'decided' && payload.decisionId === condition.decisionId,
      );
      before = isImposed ? null : page.earlier;
    }
    return about.reverse();
  }

  /** Who changed the case last, and when. */
  async lastChange(
    acting: Acting,
    { found }: OpenedCase,
  ): Promise<{ readonly by: string; readonly at: string } | null> {
    const { events } = await this.cases.eventsBefore(acting, found.reference, found.revision + 1, 1);
    const [event] = events;
    return event === undefined
      ? null
      : { by: event.actor?.name ?? 'The service itself', at: event.occurredAt };
  }
}

function isAbout(event: EventText, conditionId: string): boolean {
  return (
    (event.type === 'condition-evidence-submitted' || event.type === 'condition-changed') &&
    event.payload.conditionId === conditionId
  );
}
