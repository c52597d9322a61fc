import { Injectable } from '@nestjs/common';
import { contentHash, contentOfCase, ROLE_NAMES, type HeldRole } from '#domain';
import type { Acting } from '../desk/acting.js';
import { CaseDesk } from '../desk/case-desk.js';
import type { Answer } from '../desk/answer.js';
import { ofCase } from '../desk/preconditions.js';
import { pinned, pinnedPolicy, rated, triageRecord, workloadOf } from '../triage/triage-of-case.js';
import { standingAfter } from '../desk/schedule.js';
import { aimsOf } from './aims.js';
import { nextVersion } from './next-version.js';

/** What the department does between a finished draft and GDS Assurance. */
@Injectable()
export class SubmissionService {
  constructor(private readonly desk: CaseDesk) {}

  /** Begins the request that spend was planned for: what is known of it already is the beginning of a draft. */
  beginRequest(acting: Acting, reference: string, expected: number): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'begin-request',
      request: () => ({}),
      precondition: ofCase(expected),
      plan: (_record, by) => ({
        type: 'request-begun',
        payload: {},
        toState: 'draft',
        notice: noticeBy(by),
      }),
    });
  }

  /** Signs the draft off for the department; from here it cannot be changed unless the sign-off is taken back. */
  signOff(acting: Acting, reference: string, expected: number): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'sign-off',
      request: () => ({}),
      precondition: ofCase(expected),
      plan: (record, by) => {
        const hash = contentHash(contentOfCase(record));
        return {
          type: 'signed-off',
          payload: { contentHash: hash },
          toState: 'signed-off',
          set: [['signed_off_hash', hash, 'text']],
          notice: noticeBy(by),
        };
      },
    });
  }

  /** Takes the sign-off back, so that the draft can be changed. */
  takeBackSignOff(acting: Acting, reference: string, expected: number, reason: string): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'take-back-sign-off',
      request: () => ({ reason }),
      precondition: ofCase(expected),
      plan: (_record, by) => ({
        type: 'sign-off-taken-back',
        payload: {},
        toState: 'draft',
        reason,
        set: [['signed_off_hash', null, 'text']],
        notice: noticeBy(by, reason),
      }),
    });
  }

  /** Sends the first version to GDS Assurance; it is frozen as it stands. */
  submit(acting: Acting, reference: string, expected: number): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'submit',
      request: () => ({}),
      precondition: ofCase(expected),
      plan: (record, by, facts, at, inForce) => {
        const triage = triageRecord(facts, null);
        const { hash, version, newVersion, riders } = nextVersion(record, triage, acting.personId, at);
        const workload = workloadOf(facts.policy, triage.rating);
        const payload = { contentHash: hash, newVersion, triage, workload };
        const standing = standingAfter(record, inForce, { type: 'submitted', payload }, at);
        return {
          type: 'submitted',
          payload,
          toState: 'submitted',
          version,
          set: [['current_version', version, 'int'], ...pinned(triage, facts.policy, at)],
          riders,
          notice: {
            ...noticeBy(by),
            ...aimsOf(facts.policy.regime, standing),
            requestedPence: record.details.requestedPence,
          },
        };
      },
    });
  }

  /**
   * Answers a return. When anything was changed it becomes the next version; unchanged, the current one stands.
   * @param reason what the department answers, in words
   */
  resubmit(acting: Acting, reference: string, expected: number, reason: string): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'resubmit',
      request: () => ({ reason }),
      precondition: ofCase(expected),
      plan: (record, by, facts, at) => {
        const confirmed = facts.confirmedRating;
        const triage = triageRecord(facts, confirmed);
        const { hash, version, newVersion, riders } = nextVersion(record, triage, acting.personId, at);
        return {
          type: 'resubmitted',
          payload: {
            contentHash: hash,
            newVersion,
            triage,
            ratingConfirmed: confirmed !== null,
            workload: workloadOf(facts.policy, triage.rating),
          },
          toState: 'in-review',
          reason,
          version,
          set: [
            ['current_version', version, 'int'],
            ['signed_off_hash', hash, 'text'],
            ['rating_confirmed', confirmed !== null, 'boolean'],
            ...rated(triage, facts.policy),
          ],
          riders,
          notice: noticeBy(by, reason),
          made: { newVersion },
        };
      },
    });
  }

  /**
   * Records that the department has assured the request itself, as its earned autonomy or its regime allows. What was
   * assured is frozen as a version, and the regime is pinned, as with a submission.
   * @param reason what the department's own assurance found
   */
  recordDepartmentalAssurance(
    acting: Acting,
    reference: string,
    expected: number,
    reason: string,
  ): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'record-departmental-assurance',
      request: () => ({ reason }),
      precondition: ofCase(expected),
      plan: (record, by, facts, at) => {
        const triage = triageRecord(facts, null);
        const { hash, version, newVersion, riders } = nextVersion(record, triage, acting.personId, at);
        return {
          type: 'assured-by-department',
          payload: {
            contentHash: hash,
            newVersion,
            triage,
            workload: workloadOf(facts.policy, triage.rating),
          },
          toState: 'assured-by-department',
          reason,
          version,
          set: [['current_version', version, 'int'], ...pinned(triage, facts.policy, at)],
          riders,
          notice: { ...noticeBy(by, reason), requestedPence: record.details.requestedPence },
        };
      },
    });
  }

  /** Takes the request back for good. */
  withdraw(acting: Acting, reference: string, expected: number, reason: string): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'withdraw',
      request: () => ({ reason }),
      precondition: ofCase(expected),
      plan: (record, by, facts) => {
        // What nobody submitted is kept under the rules it was written under, too; no rules are for what is only planned.
        const isBare = record.policy.pinned || record.state === 'planned';
        const triage = isBare ? null : triageRecord(facts, null);
        return {
          type: 'withdrawn',
          payload: triage === null ? {} : { triage },
          toState: 'withdrawn',
          reason,
          set: triage === null ? [] : pinnedPolicy(triage, facts.policy),
          notice: noticeBy(by, reason),
        };
      },
    });
  }
}

/** What a notice says of who acted and why. */
export function noticeBy(
  by: HeldRole,
  reason?: string,
): { readonly actorRole: string; readonly reason: string | null } {
  return { actorRole: ROLE_NAMES[by.role], reason: reason ?? null };
}
