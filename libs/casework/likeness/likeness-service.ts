import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  ALIKE_ENOUGH,
  inTheWayOfTouch,
  leadContactOf,
  PAST_COMPARING,
  ROLE_NAMES,
  type CaseDetails,
  type OneOfTwo,
} from '#domain';
import {
  countPairs,
  Database,
  likenessesOfCase,
  listPairs,
  readPair,
  relateCase,
  verdictOn,
  type CaseRecord,
  type LikenessesOfCase,
  type PairBesideOneAnother,
  type PairPage,
  type PairPosition,
} from '#persistence';
import { conflict, notFound, unprocessable } from '#platform';
import { sightOf, type Acting } from '../desk/acting.js';
import type { Answer } from '../desk/answer.js';
import { Overtaken, PairDesk } from '../desk/pair-desk.js';

/** Two cases beside one another, with what is in the way of putting their departments in touch. */
export interface ComparedPair extends PairBesideOneAnother {
  readonly one: PairBesideOneAnother['one'] & { readonly details: CaseDetails };
  readonly other: PairBesideOneAnother['other'] & { readonly details: CaseDetails };
}

/** Cases of different organisations that look alike, and what reviewers make of them. */
@Injectable()
export class LikenessService {
  constructor(
    private readonly desk: PairDesk,
    private readonly database: Database,
  ) {}

  /** Pairs nobody has judged, the most alike first; none of an organisation the person speaks for. */
  async list(
    acting: Acting,
    page: { readonly after: PairPosition | null; readonly limit: number },
  ): Promise<PairPage> {
    const found = await listPairs(this.database.as(acting), asked(acting), page);
    acting.witness?.sawList(found.items.length);
    return found;
  }

  /** How many pairs nobody has judged, counted up to a number. */
  count(acting: Acting, most: number): Promise<number> {
    return countPairs(this.database.as(acting), asked(acting), most);
  }

  /**
   * What looks like a case, for GDS Assurance and auditors alone, and whom its department was put in touch with.
   * @throws ProblemError 404
   */
  async ofCase(acting: Acting, reference: string): Promise<LikenessesOfCase> {
    const found = await likenessesOfCase(this.database.as(acting), reference, asked(acting));
    if (found === null) throw notFound();
    acting.witness?.sawCase(found);
    return { suggestions: found.suggestions, inTouch: found.inTouch };
  }

  /**
   * Two cases beside one another, for GDS Assurance and auditors.
   * @throws ProblemError 404 where the person may not see what is said of both
   */
  async pair(acting: Acting, reference: string, otherReference: string): Promise<ComparedPair> {
    const found = await readPair(
      this.database.as(acting),
      [reference, otherReference],
      sightOf(acting.roles),
    );
    if (found === null || reference === otherReference) throw notFound();
    for (const { caseId, protectiveMarking } of [found.one, found.other])
      acting.witness?.sawCase({ caseId, protectiveMarking });
    return found as ComparedPair;
  }

  /**
   * Puts the departments of two cases in touch: both are written to, and told whom to speak to. It stands in the history
   * of both, and the two are marked as related where nobody had done so.
   * @param reason told to both
   * @throws ProblemError 404, 403, 409 where somebody has judged the pair or something is in the way
   */
  putInTouch(acting: Acting, reference: string, otherReference: string, reason: string): Promise<Answer> {
    return this.desk.performOnBoth(acting, [reference, otherReference], {
      action: 'put-in-touch',
      reason,
      check: async (queryable, one, other) => {
        refuseJudged(one, other, await verdictOn(queryable, one.id, other.id));
        const obstacles = inTheWayOfTouch(sideOf(one), sideOf(other));
        if (obstacles.length > 0) throw conflict(`${obstacles.join('. ')}.`);
      },
      plan: (record, other, at, isFirst) => {
        const contact = leadContactOf(sideOf(other));
        if (contact === null) throw new Error('Who can be told was looked at before');
        const isMarked = record.relations.some(({ relatedCaseId }) => relatedCaseId === other.id);
        const relationId = isFirst && !isMarked ? randomUUID() : null;
        return {
          type: 'put-in-touch',
          payload: {
            relatedCaseId: other.id,
            relatedReference: other.reference,
            relatedOrganisationId: other.organisation.id,
            relatedTitle: other.details.title,
            contactId: contact.personId,
            relationId,
          },
          toState: record.state,
          reason,
          riders:
            relationId === null
              ? []
              : [
                  relateCase({
                    id: relationId,
                    relatedCaseId: other.id,
                    kind: 'related',
                    reason,
                    relatedBy: acting.personId,
                    relatedAt: at,
                  }),
                ],
          notice: {
            reason,
            actorRole: ROLE_NAMES.reviewer,
            other: {
              reference: other.reference,
              title: other.details.title,
              organisation: other.organisation.name,
              contactName: contact.name,
              contactEmail: contact.email,
            },
          },
        };
      },
    });
  }

  /**
   * Dismisses a likeness for good: the two are never suggested again, whatever becomes of them.
   * @throws ProblemError 404, 403, 409 where somebody has judged the pair
   */
  dismiss(acting: Acting, reference: string, otherReference: string, reason: string): Promise<Answer> {
    return this.desk.performOnBoth(acting, [reference, otherReference], {
      action: 'dismiss-likeness',
      reason,
      check: async (queryable, one, other) => {
        refuseJudged(one, other, await verdictOn(queryable, one.id, other.id));
      },
      plan: (record, other) => ({
        type: 'likeness-dismissed',
        payload: { relatedCaseId: other.id, relatedReference: other.reference },
        toState: record.state,
        reason,
      }),
    });
  }
}

function asked(acting: Acting): Parameters<typeof listPairs>[1] {
  return { sight: sightOf(acting.roles), past: PAST_COMPARING, atLeast: ALIKE_ENOUGH };
}

function refuseJudged(
  one: CaseRecord,
  other: CaseRecord,
  judged: Awaited<ReturnType<typeof verdictOn>>,
): void {
  if (one.organisation.id === other.organisation.id) {
    const detail = 'Give a case of another organisation';
    throw unprocessable(`${detail}.`, [{ pointer: '/relatedReference', detail }]);
  }
  // Judged since the case was loaded, perhaps by this same request, sent twice.
  if (judged !== null && judged.sequence > one.revision) throw new Overtaken();
  if (judged?.verdict === 'put-in-touch')
    throw conflict(`The departments of ${one.reference} and ${other.reference} were put in touch already`);
  if (judged?.verdict === 'dismissed')
    throw conflict(
      `The likeness of ${one.reference} and ${other.reference} was dismissed, which is for good`,
    );
}

function sideOf({ reference, organisation, details, contacts }: CaseRecord): OneOfTwo {
  return {
    reference,
    organisation,
    title: details.title,
    protectiveMarking: details.protectiveMarking,
    contacts,
  };
}
