import { Injectable } from '@nestjs/common';
import {
  differenceBetween,
  redactedEvent,
  type CaseEvent,
  type ContentDifference,
  type PointNumber,
} from '#domain';
import {
  Database,
  readHistory,
  readHistoryBefore,
  readHistoryForPage,
  readHistoryFrom,
  readHistoryOfCondition,
  readLatestVersions,
  readVersions,
  type HistoryText,
  type VersionRecord,
  type VersionSeen,
} from '#persistence';
import { notFound } from '#platform';
import { sightOf, type Acting } from '../desk/acting.js';

/** What two versions of a case differ in, point by point. */
export interface VersionDifference extends ContentDifference {
  readonly from: number;
  readonly to: number;
}

/**
 * Reads what happened to cases, and what was submitted, for people. A case a person may not see is answered exactly like
 * one that does not exist.
 */
@Injectable()
export class CaseHistoryService {
  constructor(private readonly database: Database) {}

  /**
   * What happened to a case, in order.
   * @throws ProblemError 404
   */
  async history(acting: Acting, reference: string, after: number, limit: number): Promise<HistoryText> {
    const reader = { reference, sight: sightOf(acting.roles), limit };
    return shownHistory(acting, await readHistory(this.database.as(acting), { ...reader, after }));
  }

  /**
   * What happened to a case, in order, each event with the names of the answers it changed and whether it is sealed.
   * @throws ProblemError 404
   */
  async historyForPage(
    acting: Acting,
    reference: string,
    after: number,
    limit: number,
  ): Promise<HistoryText> {
    const reader = { reference, sight: sightOf(acting.roles), limit };
    return shownHistory(acting, await readHistoryForPage(this.database.as(acting), { ...reader, after }));
  }

  /**
   * The same, latest first.
   * @param before sequence up to and without which; `null` for the latest of all
   * @throws ProblemError 404
   */
  async historyBefore(
    acting: Acting,
    reference: string,
    before: number | null,
    limit: number,
  ): Promise<HistoryText> {
    const reader = { reference, sight: sightOf(acting.roles), limit };
    return shownHistory(acting, await readHistoryBefore(this.database.as(acting), { ...reader, before }));
  }

  /**
   * What had happened last to a case at an instant and what happened next, in order.
   * @param at UTC
   * @throws ProblemError 404
   */
  async historyFrom(acting: Acting, reference: string, at: Date, limit: number): Promise<HistoryText> {
    const reader = { reference, sight: sightOf(acting.roles), limit };
    return shownHistory(acting, await readHistoryFrom(this.database.as(acting), { ...reader, at }));
  }

  /**
   * Evidence for one condition of a case and what became of it, in order.
   * @throws ProblemError 404 when the person may not see the case; of a condition there is not nothing happened
   */
  async historyOfCondition(acting: Acting, reference: string, conditionId: string): Promise<HistoryText> {
    const reader = { reference, sight: sightOf(acting.roles), limit: MOST_OF_CONDITION };
    return shownHistory(
      acting,
      await readHistoryOfCondition(this.database.as(acting), { ...reader, conditionId }),
    );
  }

  /**
   * What was submitted as a version.
   * @throws ProblemError 404
   */
  async version(acting: Acting, reference: string, number: number): Promise<VersionRecord> {
    const [found] = shownVersions(
      acting,
      await readVersions(this.database.as(acting), reference, sightOf(acting.roles), [number]),
    );
    if (found === undefined) throw notFound();
    return found;
  }

  /**
   * What was submitted last, in order; nothing before the first submission, nor of a case the person may not see.
   * @param most how many versions
   * @param assessed a point: the version it was assessed on last is given as well
   */
  async latestVersions(
    acting: Acting,
    reference: string,
    most: number,
    assessed: PointNumber | null = null,
  ): Promise<readonly VersionRecord[]> {
    const sight = sightOf(acting.roles);
    return shownVersions(
      acting,
      await readLatestVersions(this.database.as(acting), reference, sight, most, assessed),
    );
  }

  /**
   * What changed between two versions.
   * @throws ProblemError 404 when either does not exist
   */
  async difference(acting: Acting, reference: string, from: number, to: number): Promise<VersionDifference> {
    const versions = shownVersions(
      acting,
      await readVersions(this.database.as(acting), reference, sightOf(acting.roles), [from, to]),
    );
    const before = versions.find((version) => version.number === from);
    const after = versions.find((version) => version.number === to);
    if (before === undefined || after === undefined) throw notFound();
    return { from, to, ...differenceBetween(before.content, after.content) };
  }
}

/** More evidence and answers than one condition can come to. */
const MOST_OF_CONDITION = 1_000_000;

/** @throws ProblemError 404 where nothing was found */
function shownHistory(acting: Acting, found: HistoryText | null): HistoryText {
  if (found === null) throw notFound();
  acting.witness?.sawCase(found);
  return found.disposed ? { ...found, json: withoutText(found.json) } : found;
}

function shownVersions(acting: Acting, found: readonly VersionSeen[]): readonly VersionRecord[] {
  const [first] = found;
  if (first !== undefined) acting.witness?.sawCase(first);
  return found.map(({ version }) => version);
}

/** Events of a case that was disposed of, in the shape events have. */
function withoutText(json: string): string {
  const events = JSON.parse(json) as readonly CaseEvent[];
  return JSON.stringify(events.map((event) => ({ ...redactedEvent(event), reason: null })));
}
