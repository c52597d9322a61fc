import { Injectable } from '@nestjs/common';
import type { CaseFacts } from '#domain';
import { Database, loadCase, type CaseRecord } from '#persistence';
import { Clock, notFound } from '#platform';
import { PolicyBook, type PolicyInForce } from '../policy/policy-book.js';
import { sightOf, type Acting } from './acting.js';
import { factsOf } from './facts.js';

/** A case with the policy it is under, and what the rules make of both. */
export interface LoadedCase extends PolicyInForce {
  readonly record: CaseRecord;
  readonly facts: CaseFacts;
}

/** Loads a case to look at what the rules say of it. */
@Injectable()
export class CaseLoading {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly policies: PolicyBook,
  ) {}

  /** @throws ProblemError 404 when the person may not see the case */
  async load(acting: Acting, reference: string): Promise<LoadedCase> {
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
    const inForce = await this.policies.inForceFor(this.database.as(acting), record);
    return { ...inForce, record, facts: factsOf(record, inForce.policy) };
  }
}
