import { randomUUID } from 'node:crypto';
import type { Part, World } from './api-world.js';
import type { DrivenCase } from './case-driver.js';
import { CONDITION, FINISHED_EXCEPTION, metEvidence } from './case-content.js';
import type { Description, Operation } from './description.js';
import type { Json, Reply } from './http-client.js';

/** Bodies that would be accepted from somebody who may act, by the operation's id. */
const BODIES: Readonly<Record<string, Json>> = {
  'Drafting.changeDetails': { title: 'Theirs' },
  'Drafting.savePoint': metEvidence(1),
  'Drafting.addException': FINISHED_EXCEPTION,
  'Drafting.changeException': FINISHED_EXCEPTION,
  'Review.acknowledge': {},
  'Review.assess': { version: 1, verdict: 'met' },
  'Review.rule': { version: 1, ruling: 'accepted', reason: 'So.' },
  'Review.giveBack': { version: 1, reason: 'So.', points: [{ point: 1, question: 'Who?' }] },
  'Review.recommend': { version: 1, outcome: 'approved', reason: 'So.' },
  'Decisions.approve': { version: 1, reason: 'So.', approvedPence: 1 },
  'Decisions.approveWithConditions': {
    version: 1,
    reason: 'So.',
    approvedPence: 1,
    conditions: [CONDITION],
  },
  'Decisions.supersede': { version: 1, reason: 'So.', outcome: 'not-approved', supersedes: randomUUID() },
  'Conditions.submitEvidence': { text: 'So.' },
  'Conditions.extend': { dueOn: '2030-01-01', reason: 'So.' },
  'AfterDecision.startVariation': { kind: 'extends', whatChanges: 'So.' },
  'AfterDecision.recordSpend': { years: [{ financialYear: '2026-27', amountPence: 1 }] },
  'Triage.reviewRating': { version: 1, rating: 'low' },
  'Triage.setDepth': { depth: 'light' },
  'Triage.extendClock': { target: 'decide', days: 1, reason: 'So.' },
  'Triage.recordExternalDecision': {
    kind: 'ministerial',
    outcome: 'approved',
    decidedOn: '2026-05-01',
    documentTitle: 'Submission',
    documentUrl: 'https://gds.example/submission',
  },
  'Relations.relate': { relatedReference: 'DT-3333-3333', kind: 'related', reason: 'So.' },
  'Assignment.assign': { reviewerId: randomUUID() },
  'Assignment.handOver': { reviewerId: randomUUID(), reason: 'So.' },
  'Advice.followUp': { body: 'So.' },
  'Advice.reopen': { body: 'So.' },
  'Advice.answer': { body: 'So.' },
  'Advice.refer': {},
  'Advice.close': { outcome: 'no-longer-needed' },
  'Advice.tie': { about: 'DT-3333-3333' },
  'Advice.mark': { protectiveMarking: 'OFFICIAL-SENSITIVE' },
  'Advice.publish': { title: 'So', body: 'So.' },
  'Comments.add': { audience: 'shared', body: 'So.' },
  'Comments.edit': { body: 'So.' },
};
const REASON = { version: 1, reason: 'So.' };

/** A body an operation on a case would accept from somebody who may act; none where it takes none. */
export function bodyOf({ id, node }: Operation): Json | undefined {
  if (node['requestBody'] === undefined) return undefined;
  return BODIES[id] ?? (/referBack|notApprove/.test(id) ? REASON : { reason: 'So.' });
}

/** A file as the API takes one. */
const A_FILE = {
  raw: 'system,users\nLicences,120\n',
  headers: { 'content-type': 'application/octet-stream', 'file-name': 'figures.csv' },
};

function takesFile({ node }: Operation): boolean {
  const { content = {} } = (node['requestBody'] ?? {}) as { readonly content?: Json };
  return content['application/octet-stream'] !== undefined;
}

/** Every operation of the API on a case, asked for as it should be asked for, of a case that has everything. */
export class CaseOperations {
  readonly all: readonly Operation[];

  /** @param commentId of a comment on the case */
  constructor(
    private readonly world: World,
    description: Description,
    private readonly rich: DrivenCase,
    private readonly commentId: string,
  ) {
    this.all = description.operations.filter(({ path }) => path.startsWith('/api/v1/cases/{reference}'));
  }

  /** The address of an operation on the case. */
  addressOf({ path }: Operation): string {
    const thing = path.includes('/comments/')
      ? this.commentId
      : path.includes('/conditions/')
        ? this.rich.conditions[0]!.id
        : this.rich.exceptionId;
    const address = path
      .replace('/api/v1', '')
      .replace('{reference}', this.rich.reference)
      // A reference of no case.
      .replace('{otherReference}', 'DT-3333-3333')
      .replace('{point}', '1')
      .replace('{number}', '1')
      .replace('{sequence}', '1')
      .replace('{id}', thing);
    return path.includes('/as-it-stood') ? `${address}?at=${this.world.clock.now().toISOString()}` : address;
  }

  ask(part: Part, operation: Operation): Promise<Reply> {
    return this.askAs(this.world.people[part], operation);
  }

  /** @param person `null` when nobody is signed in */
  askAs(person: { readonly token: string } | null, operation: Operation): Promise<Reply> {
    return this.world.http.send(person, operation.method, this.addressOf(operation), {
      ...(takesFile(operation) ? A_FILE : { body: bodyOf(operation) }),
      ...(operation.method === 'GET' ? {} : { ifMatch: this.rich.revision }),
    });
  }
}
