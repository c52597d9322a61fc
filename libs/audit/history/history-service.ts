import { Injectable } from '@nestjs/common';
import {
  findHistoryQuestion,
  londonDate,
  readHistoryCriteria,
  sightOf,
  type ActorFacts,
  type HistoryCriteria,
  type HistoryQuestion,
  type TakeUp,
} from '#domain';
import {
  assurancePeople,
  Database,
  readHistoryRows,
  readTakeUp,
  type AssurancePerson,
  type HistoryContext,
  type HistoryPosition,
  type HistoryRow,
  type Actor,
} from '#persistence';
import { badRequest, Clock, notFound, together } from '#platform';
import { HistoryRows, sifts } from './history-rows.js';
import { historySight, type HistorySight } from './history-sight.js';

/** Rows read at once where some of them are found not to belong to the answer. */
const BATCH = 200;

/** A question with what is asked of it, read and found in order. */
export interface AskedQuestion {
  readonly question: HistoryQuestion;
  readonly criteria: HistoryCriteria;
  /** The filters as they were given. */
  readonly given: Readonly<Record<string, string>>;
}

/** One page of an answer. */
export interface HistoryPage {
  /** JSON text of an array. */
  readonly items: string;
  /** How many rows were found: a nil return is none. */
  readonly count: number;
  readonly next: HistoryPosition | null;
  readonly sight: HistorySight;
  /** The instant it was asked. */
  readonly at: Date;
}

/** Answers what auditors ask, under the sight of whoever asks. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rows: HistoryRows,
  ) {}

  /**
   * Reads what is asked.
   * @throws ProblemError 404 when there is no such question, 400 naming every filter that cannot be used
   */
  ask(name: string, filters: Readonly<Record<string, string | undefined>>): AskedQuestion {
    const question = findHistoryQuestion(name);
    if (question === null)
      throw notFound('There is no such question: GET /api/v1/decision-history lists them.');
    const reading = readHistoryCriteria(question, filters);
    if (!reading.ok)
      throw badRequest(
        `${reading.faults.length === 1 ? 'One filter needs' : `${String(reading.faults.length)} filters need`} putting right: see “errors”.`,
        reading.faults.map(({ filter, detail }) => ({ pointer: `/${filter}`, detail })),
      );
    const given = Object.fromEntries(
      Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    return { question, criteria: reading.criteria, given };
  }

  /** Who can be asked about as reviewer or decider: everybody who ever was one, by name. For GDS Assurance and auditors. */
  people(acting: Actor): Promise<readonly AssurancePerson[]> {
    return assurancePeople(this.database.as(acting));
  }

  /** What a statement needs to know of who asks, and when. */
  contextOf({ personId, roles }: ActorFacts, criteria: HistoryCriteria): HistoryContext {
    const now = this.clock.now();
    return { criteria, sight: sightOf(roles), personId, now, today: londonDate(now) };
  }

  /** One page of the answer, in the question's order. */
  async page(
    acting: ActorFacts & Actor,
    { question, criteria }: AskedQuestion,
    after: HistoryPosition | null,
    limit: number,
  ): Promise<HistoryPage> {
    const context = this.contextOf(acting, criteria);
    const [read, ifNone] = await together([
      this.read(acting, context, question, after, limit + 1),
      after === null ? this.rows.nilRow(acting, question.name, context) : null,
    ]);
    const given = read.slice(0, limit);
    const nil = read.length === 0 ? ifNone : null;
    return {
      items: `[${nil ?? given.map(({ json }) => json).join(',')}]`,
      count: given.length,
      next: read.length > limit ? (given.at(-1)?.position ?? null) : null,
      sight: historySight(context.sight, question),
      at: context.now,
    };
  }

  /**
   * What the requests the person may see say of common components.
   * @param criteria as of the question “components”
   */
  takeUp(acting: ActorFacts & Actor, { criteria }: AskedQuestion): Promise<TakeUp> {
    return readTakeUp(this.database.as(acting), this.contextOf(acting, criteria));
  }

  private async read(
    acting: Actor,
    context: HistoryContext,
    { name }: HistoryQuestion,
    after: HistoryPosition | null,
    most: number,
  ): Promise<readonly HistoryRow[]> {
    const kept: HistoryRow[] = [];
    const isSifted = sifts(context.criteria);
    const limit = isSifted ? BATCH : most;
    const finisher = this.rows.finisher(acting, name, context.criteria, context.now);
    for (let place = after; ;) {
      const request = { ...context, question: name, after: place, limit };
      const [finish, rows] = await together([finisher, readHistoryRows(this.database.as(acting), request)]);
      for (const { json, position } of rows) {
        const finished = finish(json);
        if (finished !== null) kept.push({ json: finished, position });
      }
      place = rows.at(-1)?.position ?? null;
      if (kept.length >= most || rows.length < limit || !isSifted) return kept.slice(0, most);
    }
  }
}
