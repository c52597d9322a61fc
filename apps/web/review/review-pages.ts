import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  CaseHistoryService,
  ReviewReadingService,
  type Acting,
  type ClockOfCase,
  type ReviewStanding,
} from '#casework';
import {
  EVENT_NAMES,
  isAssuranceRole,
  ruleFor,
  type ActionOffer,
  type CaseAction,
  type CaseContent,
  type EventType,
} from '#domain';
import { together } from '#platform';
import type { CaseHeader } from '../case/case-header.js';
import { CasePages } from '../case/case-pages.js';
import type { EventText } from '../case/event-texts.js';
import type { CaseTextOf, PersonText } from '../case/case-texts.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { PostedForm, type PostedFields } from '../forms/posted-form.js';
import { takeForm, type FormTaking } from '../forms/take-form.js';
import { show, type PageAnswer } from '../server/page.js';
import { instantInWords } from '../views/page-filters.js';
import { writtenAnswers, type NamesOfChoices } from './written-answers.js';

/** A case with how its review stands. */
export interface OpenReview {
  readonly found: CaseTextOf;
  readonly standing: ReviewStanding;
  readonly header: CaseHeader;
  readonly clock: ClockOfCase;
  /** Whether the person is one of GDS Assurance; auditors are shown nothing they could not do. */
  readonly assures: boolean;
}

/** Events looked through for what somebody else did meanwhile. */
const MOST_EVENTS = 100;

/** Reads cases for the pages of a review. */
@Injectable()
export class ReviewPages {
  constructor(
    private readonly cases: CasePages,
    private readonly reviews: ReviewReadingService,
    private readonly past: CaseHistoryService,
  ) {}

  /**
   * A case with how its review stands.
   * @throws ProblemError 404; 403 for who speaks for the case's organisation
   */
  async open(acting: Acting, reference: string): Promise<OpenReview> {
    const canonical = this.cases.canonical(reference);
    const [{ found, header, clock }, standing] = await together([
      this.cases.open(acting, canonical),
      this.reviews.standing(acting, canonical),
    ]);
    return {
      found,
      header,
      clock,
      standing,
      assures: acting.roles.some(({ role }) => isAssuranceRole(role)),
    };
  }

  /** What the version under review says; `null` for a case that was never submitted. */
  async submitted(acting: Acting, reference: string): Promise<CaseContent | null> {
    const [latest] = await this.past.latestVersions(acting, this.cases.canonical(reference), 1);
    return latest?.content ?? null;
  }

  /** What happened to a condition since it was imposed, first to last; nothing to one there is not. */
  async eventsOfCondition(acting: Acting, reference: string, id: string): Promise<readonly EventText[]> {
    const { json } = await this.past.historyOfCondition(acting, this.cases.canonical(reference), id);
    return JSON.parse(json) as readonly EventText[];
  }

  /** What somebody who was overtaken is told, with what they wrote kept. @param revision the one they looked at */
  async overtaken(acting: Acting, reference: string, revision: number): Promise<ShownProblem> {
    const canonical = this.cases.canonical(reference);
    const { json } = await this.past.history(acting, canonical, Math.max(revision, 0), MOST_EVENTS);
    const events = JSON.parse(json) as readonly {
      readonly type: EventType;
      readonly actor: PersonText | null;
      readonly occurredAt: string;
    }[];
    const last = events.at(-1);
    const what =
      last === undefined
        ? 'Somebody changed the case after you opened this page'
        : `${last.actor?.name ?? 'The service'} changed the case on ${instantInWords(last.occurredAt)} (${EVENT_NAMES[last.type].toLowerCase()})`;
    return {
      text: `${what}. What you wrote is kept: check that it still fits, and send it again`,
      field: '',
    };
  }

  /**
   * Takes the form of something that is done to a case: done, shown again with what is wrong, or, where somebody else
   * was quicker, shown again with what they did and everything that was written.
   */
  take(
    acting: Acting,
    reference: string,
    taking: Pick<FormTaking, 'body' | 'act' | 'again'> & Partial<Pick<FormTaking, 'fieldOf' | 'overtaken'>>,
  ): Promise<PageAnswer> {
    return takeForm({
      overtaken: async (fields) => {
        const kept = without(fields, ['revision', 'version']);
        return taking.again(kept, [await this.overtaken(acting, reference, revisionIn(fields))]);
      },
      ...taking,
    });
  }
}

/** Fields without some of them. */
export function without(fields: PostedFields, names: readonly string[]): PostedFields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

/** The revision a form was made of; one that is never the latest where it says none. */
export function revisionIn(fields: PostedFields): number {
  const text = new PostedForm(fields).text('revision');
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}

/** The submission version a form was made of. */
export function versionIn(fields: PostedFields): number {
  const text = new PostedForm(fields).text('version');
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** What the person can do of an action. */
export function offerOf({ standing }: OpenReview, action: CaseAction): ActionOffer {
  const offer = standing.offers.find((one) => one.action === action);
  if (offer === undefined) throw new Error(`Nothing is said of “${ruleFor(action).name}”`);
  return offer;
}

/** What every page of a review is given; of a form shown again, the revision it was first made of. */
export function frame({ header, standing }: OpenReview, fields: PostedFields = {}) {
  const posted = new PostedForm(fields);
  const { reference } = header;
  return {
    header,
    casePath: `/cases/${reference}`,
    revision: posted.text('revision') || String(standing.revision),
    version: posted.text('version') || String(standing.version ?? 0),
    values: fields,
    once: randomUUID(),
  };
}

/**
 * The page of something that cannot be done now: it says why, and shows no form. What somebody wrote before it could not
 * be done any more is given back to them, each answer with what it answers.
 * @param names of what was chosen by an id
 */
export function refusedPage(
  open: OpenReview,
  title: string,
  why: readonly string[],
  fields: PostedFields = {},
  problems: readonly ShownProblem[] = [],
  names: NamesOfChoices = new Map(),
): PageAnswer {
  return show(
    'review/refused',
    { ...frame(open), title, why, written: writtenAnswers(fields, names), problems },
    problems.length > 0 ? 403 : 200,
  );
}

/** Status of a form: 400 once something is wrong with it. */
export function statusOf(problems: readonly ShownProblem[]): 200 | 400 {
  return problems.length > 0 ? 400 : 200;
}
