import { Injectable } from '@nestjs/common';
import type { CaseContent, CaseFacts, CaseState } from '#domain';
import { Database, loadCase, loadNewest, type CaseRecord } from '#persistence';
import { Clock, notFound, together } from '#platform';
import { PolicyBook, type PolicyInForce } from '../policy/policy-book.js';
import { sightOf, type Acting } from './acting.js';
import { factsOf } from './facts.js';
import { OncePerReading } from './once-per-reading.js';

/** A case with the policy it is under, and what the rules make of both. */
export interface LoadedCase extends PolicyInForce {
  readonly record: CaseRecord;
  readonly facts: CaseFacts;
}

/** Loads a case to look at what the rules say of it. */
@Injectable()
export class CaseLoading {
  private readonly loaded = new OncePerReading<LoadedCase>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly policies: PolicyBook,
  ) {}

  /**
   * A case; of a request that only reads it is loaded once, for all that is made of it.
   * @throws ProblemError 404 when the person may not see the case
   */
  load(acting: Acting, reference: string): Promise<LoadedCase> {
    return this.loaded.get(acting, reference, () => this.loadNow(acting, reference));
  }

  /**
   * The newest cases of some organisations in some states, as far as the person may see them; of a returned one with
   * what was returned. Nobody is told that they were looked at.
   * @param most how many of each organisation at most
   */
  async newest(
    acting: Acting,
    organisationIds: readonly string[],
    states: readonly CaseState[],
    most: number,
  ): Promise<readonly (LoadedCase & { readonly returned: CaseContent | null })[]> {
    const found = await loadNewest(this.database.as(acting), {
      organisationIds,
      states,
      sight: sightOf(acting.roles),
      at: this.clock.now(),
      most,
    });
    return together(
      found.map(async ({ record, returned }) => ({ ...(await this.underPolicy(acting, record)), returned })),
    );
  }

  private async loadNow(acting: Acting, reference: string): Promise<LoadedCase> {
    const { record } = await loadCase(this.database.as(acting), {
      reference,
      sight: sightOf(acting.roles),
      personId: null,
      key: null,
      at: this.clock.now(),
      withContacts: false,
      commentId: null,
    });
    if (record === null) throw notFound();
    acting.witness?.sawCase({ caseId: record.id, protectiveMarking: record.details.protectiveMarking });
    return this.underPolicy(acting, record);
  }

  private async underPolicy(acting: Acting, record: CaseRecord): Promise<LoadedCase> {
    const inForce = await this.policies.inForceFor(this.database.as(acting), record);
    return { ...inForce, record, facts: factsOf(record, inForce.policy) };
  }
}
