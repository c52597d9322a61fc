import { Injectable } from '@nestjs/common';
import { redactedEvent, replay, seesInternal, sightOf, type ActorFacts, type Undetermined } from '#domain';
import {
  Database,
  readCaseHistory,
  readRelatedHistories,
  type CaseHistory,
  type Witness,
  type Actor,
} from '#persistence';
import { Clock, notFound, together, unprocessable } from '#platform';
import { ClockRules } from '../history/clock-rules.js';
import { caseAsItStood } from './case-as-it-stood.js';
import type { CaseView } from './case-view.js';
import { nextDueThen, type RulesThen } from './next-due-then.js';
import { PARTS_AS_THEY_STOOD, type PartThen } from './parts-as-they-stood.js';
import { relationsAsTheyStood } from './relations-as-they-stood.js';

/** For which instant an answer is, and which events it comes from. */
interface Stood {
  /** The instant asked for, UTC; everything that happened at it counts as well. */
  readonly at: string;
  /** The case's revision then: the sequence of its latest event. */
  readonly revision: number;
  /** When that event happened, UTC. */
  readonly changedAt: string;
  /** When its text was disposed of, UTC: it is missing from the answer; `null` where it was not. */
  readonly disposedAt: string | null;
  /** Facts of the case that events of that time do not say, so that the answer may be wrong in them. */
  readonly notKnown: readonly Undetermined[];
}

/** Who asks, and who hears what they are shown. */
export interface Reader extends ActorFacts, Actor {
  readonly witness?: Witness | undefined;
}

/** A whole case as it stood. */
export interface CaseThen extends Stood {
  /** What reading the case gave then. */
  readonly case: object;
}

/** A part of a case as it stood. */
export interface ItemsThen extends Stood {
  /** What reading the part gave then. */
  readonly items: readonly object[];
}

/** A whole case as it stood, with every part of it. */
export interface CaseInFullThen extends CaseThen {
  readonly parts: Readonly<Record<PartThen, readonly object[]>>;
  /** Cases marked as related; none for departments. */
  readonly relations: readonly object[];
}

/**
 * Any case as it stood at an instant, worked out from its events alone. Who may see what is judged by the roles the
 * person holds now; names of people and organisations are those of now. Whether something had been released to the
 * department is judged as of then.
 */
@Injectable()
export class PointInTimeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly clockRules: ClockRules,
  ) {}

  /**
   * A whole case as reading it gave it at an instant.
   * @throws ProblemError 404 when the person may not see the case or it did not exist yet, 422 for an instant to come
   */
  async wholeCase(acting: Reader, reference: string, at: Date): Promise<CaseThen> {
    const [view, rules] = await together([this.view(acting, reference, at), this.rulesAt(acting, at)]);
    return { ...stood(view, at), case: caseAsItStood(view, nextDueThen(view.replayed, rules, at)) };
  }

  /**
   * One part of a case as reading it gave it at an instant.
   * @throws ProblemError as {@link wholeCase}
   */
  async part(acting: Reader, reference: string, part: PartThen, at: Date): Promise<ItemsThen> {
    const view = await this.view(acting, reference, at);
    return { ...stood(view, at), items: PARTS_AS_THEY_STOOD[part](view, at) };
  }

  /**
   * The cases marked as related at an instant, as they stood then; none for departments.
   * @throws ProblemError as {@link wholeCase}
   */
  async relations(acting: Reader, reference: string, at: Date): Promise<ItemsThen> {
    const [view, related] = await together([
      this.view(acting, reference, at),
      this.related(acting, reference, at),
    ]);
    return { ...stood(view, at), items: relationsAsTheyStood(view, related) };
  }

  /**
   * A whole case with all its parts, of one reading, so that they fit together.
   * @throws ProblemError as {@link wholeCase}
   */
  async inFull(acting: Reader, reference: string, at: Date): Promise<CaseInFullThen> {
    const [view, rules, related] = await together([
      this.view(acting, reference, at),
      this.rulesAt(acting, at),
      this.related(acting, reference, at),
    ]);
    const nextDue = nextDueThen(view.replayed, rules, at);
    const relations = relationsAsTheyStood(view, related);
    const parts = Object.fromEntries(
      Object.entries(PARTS_AS_THEY_STOOD).map(([part, items]) => [part, items(view, at)]),
    ) as unknown as CaseInFullThen['parts'];
    return { ...stood(view, at), case: caseAsItStood(view, nextDue), parts, relations };
  }

  /** The cases that had been marked as related; none for who does not see the marks. */
  private async related(acting: Reader, reference: string, at: Date): Promise<readonly CaseView[]> {
    const sight = sightOf(acting.roles);
    const histories = await readRelatedHistories(this.database.as(acting), reference, sight, at);
    return histories.map((history) => viewOf(acting, history));
  }

  private async rulesAt(acting: Reader, at: Date): Promise<RulesThen> {
    const queryable = this.database.as(acting);
    const [turnarounds, calendar] = await together([
      this.clockRules.turnarounds(queryable),
      this.clockRules.calendarAt(queryable, at),
    ]);
    return { turnarounds, calendar };
  }

  private async view(acting: Reader, reference: string, at: Date): Promise<CaseView> {
    if (at > this.clock.now())
      throw unprocessable('Nobody knows yet how the case will stand at an instant still to come.', [
        { pointer: '/at', detail: 'Give an instant that has passed' },
      ]);
    const history = await readCaseHistory(this.database.as(acting), reference, sightOf(acting.roles), at);
    if (history === null) throw notFound();
    acting.witness?.sawCase(history);
    if (history.events.length === 0)
      throw notFound(
        `${history.reference} did not exist at ${at.toISOString()}: it was created at ${history.createdAt}.`,
      );
    return viewOf(acting, history);
  }
}

function viewOf(
  { roles }: ActorFacts,
  { organisation, names, seesFollowed, seenFollowers, events, head, disposedAt }: CaseHistory,
): CaseView {
  // As reading a case gives it: conditions stand as if nothing was carried over to a request the reader does not see.
  const told = events.map((event) =>
    event.type !== 'promises-carried-over' || seenFollowers.includes(event.payload.followingReference)
      ? event
      : { ...event, payload: { ...event.payload, promises: [] } },
  );
  const replayed = replay(disposedAt === null ? told : told.map(redactedEvent));
  return {
    // What GDS Assurance said among itself counts, though a department is given no word of it.
    replayed: { ...replayed, ...head },
    disposedAt,
    organisation,
    names,
    seesFollowed,
    seesInternal: seesInternal(roles, organisation.id),
  };
}

function stood({ replayed, disposedAt }: CaseView, at: Date): Stood {
  const { revision, updatedAt, undetermined } = replayed;
  return {
    at: at.toISOString(),
    revision,
    changedAt: updatedAt,
    disposedAt,
    // How much of a reviewer's time a case takes is not part of any answer.
    notKnown: undetermined.filter((fact) => fact !== 'workload'),
  };
}
