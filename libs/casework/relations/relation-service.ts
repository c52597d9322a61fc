import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { formatPounds, isPence, markInTheWay, seesBetween, type RelationKind } from '#domain';
import {
  Database,
  databaseErrorOf,
  findCase,
  readRelations,
  relateCase,
  RELATION_ONCE_CONSTRAINT,
  suggestRelations,
  unrelateCase,
  type CaseRecord,
  type RelationRecord,
  type RelationSuggestion,
} from '#persistence';
import { conflict, notFound, unprocessable } from '#platform';
import { seesInternal, sightOf, type Acting } from '../desk/acting.js';
import { CaseDesk } from '../desk/case-desk.js';
import type { Answer } from '../desk/answer.js';
import { CaseLoading } from '../desk/case-loading.js';

/** A suggestion with the reason for it in words. It decides nothing. */
export interface ExplainedSuggestion extends RelationSuggestion {
  readonly reason: string;
}

/** Cases that have to do with one another, as reviewers mark them and as the service suggests. */
@Injectable()
export class RelationService {
  constructor(
    private readonly desk: CaseDesk,
    private readonly loading: CaseLoading,
    private readonly database: Database,
  ) {}

  /**
   * Marks another case as related. A pair is marked once in each way, from either side.
   * @throws ProblemError 404, 409 when it is marked already or the other way round, 422 when there is no
   *   such other case, or none that can be related so
   */
  async relate(
    acting: Acting,
    reference: string,
    given: { readonly relatedReference: string; readonly kind: RelationKind; readonly reason: string },
  ): Promise<Answer> {
    const { kind, reason } = given;
    const sight = sightOf(acting.roles);
    const other = await findCase(this.database.as(acting), given.relatedReference, sight);
    try {
      return await this.desk.perform(acting, reference, {
        action: 'relate-case',
        request: () => ({ reason, relatedCase: other ?? undefined }),
        plan: (record, _by, _facts, at) => {
          // Looked at only now: who may not mark cases is told that first.
          if (other === null) throw wrong('Give the reference of a case that exists');
          if (other.id === record.id) throw wrong('Give the reference of another case');
          const between = record.relations.filter(({ relatedCaseId }) => relatedCaseId === other.id);
          const refusal = markInTheWay(record.organisation.id, other, between, kind);
          if (refusal?.because === 'marked-already') throw conflict(refusal.message);
          if (refusal !== null) throw wrong(refusal.message);
          const id = randomUUID();
          return {
            type: 'case-related',
            payload: { relationId: id, relatedCaseId: other.id, relatedReference: other.reference, kind },
            toState: record.state,
            reason,
            riders: [
              relateCase({
                id,
                relatedCaseId: other.id,
                kind,
                reason,
                relatedBy: acting.personId,
                relatedAt: at,
              }),
            ],
            status: 201,
            etag: 1,
            location: `/api/v1/cases/${record.reference}/relations`,
            made: { id },
          };
        },
      });
    } catch (error) {
      if (databaseErrorOf(error)?.constraint === RELATION_ONCE_CONSTRAINT)
        throw conflict(`${given.relatedReference} is marked in this way already`);
      throw error;
    }
  }

  /**
   * Unmarks a related case, from whichever of the two.
   * @throws ProblemError 404 when it is not marked
   */
  unrelate(
    acting: Acting,
    reference: string,
    expected: number,
    relationId: string,
    reason: string,
  ): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'unrelate-case',
      request: (record) => ({
        reason,
        relatedCase: record.relations.find(({ id }) => id === relationId)?.relatedCase,
      }),
      precondition: { expected, actual: (record) => relationIn(record, relationId).revision },
      plan: (record, _by, _facts, at) => ({
        type: 'case-unrelated',
        payload: { relationId, relatedReference: relationIn(record, relationId).relatedReference },
        toState: record.state,
        reason,
        riders: [unrelateCase(relationId, acting.personId, at)],
      }),
    });
  }

  /**
   * Cases marked as related, from either side, as JSON text of an array. Departments see none: the other case may be
   * another organisation's; nor does anybody see one with a case of an organisation they speak for.
   * @throws ProblemError 404
   */
  async list(acting: Acting, reference: string): Promise<string> {
    const found = await readRelations(this.database.as(acting), reference, sightOf(acting.roles));
    if (found === null) throw notFound();
    acting.witness?.sawCase(found);
    return found.json;
  }

  /**
   * Cases that look as if they had to do with this one, each with the reason; for GDS Assurance and auditors.
   * @throws ProblemError 404
   */
  async suggestions(acting: Acting, reference: string): Promise<readonly ExplainedSuggestion[]> {
    const { record } = await this.loading.load(acting, reference);
    if (!seesInternal(acting.roles, record.organisation.id)) return [];
    const suggestions = await suggestRelations(this.database.as(acting), record.id);
    return suggestions
      .filter(({ case: other }) => seesBetween(acting.roles, record.organisation.id, other.organisation.id))
      .map((suggestion) => ({ ...suggestion, reason: reasonOf(suggestion) }));
  }
}

function relationIn(record: CaseRecord, relationId: string): RelationRecord {
  const found = record.relations.find(({ id }) => id === relationId);
  if (found === undefined) throw notFound();
  return found;
}

function reasonOf({ kind, likeness, suppliers, case: other }: RelationSuggestion): string {
  const alike = `its title is ${String(Math.round(likeness * 100))}% alike`;
  const amount = isPence(other.requestedPence) ? `, asking for ${formatPounds(other.requestedPence)}` : '';
  switch (kind) {
    case 'split':
      return `Possible split: the same organisation and supplier (${suppliers.join(', ')}) within a year${amount}`;
    case 'duplicate':
      return `Possible duplicate: ${alike}, from ${other.organisation.name}${amount}`;
    case 'related':
      return `Possibly related: the same organisation, and ${alike}${amount}`;
  }
}

function wrong(detail: string) {
  return unprocessable(`${detail}.`, [{ pointer: '/relatedReference', detail }]);
}
