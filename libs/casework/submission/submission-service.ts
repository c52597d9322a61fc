import { Injectable } from '@nestjs/common';
import { ROLE_NAMES, type HeldRole } from '#domain';
import { freezeVersion, type CaseRecord, type Rider } from '#persistence';
import type { Acting } from '../desk/acting.js';
import { CaseDesk, type Answer } from '../desk/case-desk.js';
import { contentOf } from '../desk/facts.js';
import { ofCase } from '../desk/preconditions.js';
import { contentHash, pointHashes } from './version-content.js';

/** What the department does between a finished draft and GDS Assurance. */
@Injectable()
export class SubmissionService {
  constructor(private readonly desk: CaseDesk) {}

  /** Signs the draft off for the department; from here it cannot be changed unless the sign-off is taken back. */
  signOff(acting: Acting, reference: string, expected: number): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'sign-off',
      request: () => ({}),
      precondition: ofCase(expected),
      plan: (record, by) => {
        const hash = contentHash(contentOf(record));
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
      plan: (record, by, _facts, at) => {
        const hash = contentHash(contentOf(record));
        return {
          type: 'submitted',
          payload: { contentHash: hash },
          toState: 'submitted',
          version: 1,
          set: [['current_version', 1, 'int']],
          riders: [frozen(record, 1, hash, acting.personId, at)],
          notice: { ...noticeBy(by), requestedPence: record.details.requestedPence },
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
      plan: (record, by, _facts, at) => {
        const hash = contentHash(contentOf(record));
        const current = record.versions.at(-1);
        const newVersion = current?.contentHash !== hash;
        const version = (current?.number ?? 0) + (newVersion ? 1 : 0);
        return {
          type: 'resubmitted',
          payload: { contentHash: hash, newVersion },
          toState: 'in-review',
          reason,
          version,
          set: [
            ['current_version', version, 'int'],
            ['signed_off_hash', hash, 'text'],
          ],
          riders: newVersion ? [frozen(record, version, hash, acting.personId, at)] : [],
          notice: noticeBy(by, reason),
          made: { newVersion },
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
      plan: (_record, by) => ({
        type: 'withdrawn',
        payload: {},
        toState: 'withdrawn',
        reason,
        notice: noticeBy(by, reason),
      }),
    });
  }
}

function frozen(record: CaseRecord, number: number, hash: string, submittedBy: string, at: Date): Rider {
  const content = contentOf(record);
  return freezeVersion({
    number,
    content,
    contentHash: hash,
    pointHashes: pointHashes(content),
    regimeVersion: record.regimeVersion,
    submittedBy,
    submittedAt: at,
  });
}

/** What a notice says of who acted and why. */
export function noticeBy(
  by: HeldRole,
  reason?: string,
): { readonly actorRole: string; readonly reason: string | null } {
  return { actorRole: ROLE_NAMES[by.role], reason: reason ?? null };
}
