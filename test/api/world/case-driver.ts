import { randomUUID } from 'node:crypto';
import type { AdviceState, CaseState, DecidedState } from '#domain';
import type { Part, World } from './api-world.js';
import {
  ALL_POINTS,
  CONDITION,
  FINISHED_DETAILS,
  FINISHED_EXCEPTION,
  MEDIUM_DETAILS,
  metEvidence,
  SMALL_DETAILS,
} from './case-content.js';
import type { Json, Reply } from './http-client.js';

/** A case as a test drives it: what the last answer said of it. */
export interface DrivenCase {
  readonly reference: string;
  state: CaseState;
  /** Revision of the case, for `If-Match`. */
  revision: number;
  version: number | null;
  readonly exceptionId: string;
  /** Once a related case was marked. */
  relationId?: string;
  /** Once there is a decision. */
  decisionId: string | null;
  /** Of a request for advice: a message. */
  messageId?: string;
  /** Of a request for advice: guidance that was made of it. */
  guidanceId?: string;
  /** Conditions of the latest decision, with their revisions. */
  conditions: { readonly id: string; revision: number }[];
}

/** How a case is to be made. */
export interface DriveOptions {
  /** Under every threshold, so that it can be closed. */
  readonly small?: boolean;
  /** Rated so that the department assures it itself. */
  readonly departmental?: boolean;
  /** Spend of which no request was begun. */
  readonly planned?: boolean;
}

/** What a change answers. */
export type Receipt = Json & {
  readonly reference: string;
  readonly state: CaseState;
  readonly revision: number;
  readonly version: number | null;
};

type Step = 'sign-off' | 'submit' | 'acknowledge' | 'start-review';

/** Drives cases through the API, each step done by whoever's job it is. */
export class CaseDriver {
  private autonomy: Promise<void> | undefined;

  constructor(private readonly world: World) {}

  /** Does something to a case, expects it to work, and notes where the case stands. */
  async act(
    driven: DrivenCase,
    part: keyof World['people'],
    method: string,
    path: string,
    body?: unknown,
    ifMatch: number | string | undefined = driven.revision,
  ): Promise<Reply<Receipt>> {
    const { http, people } = this.world;
    const address = path.startsWith('/') ? path : `/cases/${driven.reference}/${path}`;
    const reply = await http.send<Receipt>(people[part], method, address, { body, ifMatch });
    if (reply.status > 201) throw new Error(`${method} ${address} was answered ${reply.text}`);
    const { state, revision, version } = reply.body;
    Object.assign(driven, { state, revision, version });
    return reply;
  }

  /** A draft with nothing missing and one legacy exception, on points 5 and 9. */
  async draft({
    small = false,
    departmental = false,
    planned = false,
  }: DriveOptions = {}): Promise<DrivenCase> {
    const { http, people, organisations } = this.world;
    if (departmental) await (this.autonomy ??= this.grantAutonomy());
    const body = {
      organisationId: organisations.department.id,
      state: planned ? 'planned' : 'draft',
      ...(small ? SMALL_DETAILS : departmental ? MEDIUM_DETAILS : FINISHED_DETAILS),
    };
    const made = await http.expect<Receipt>(201, people.submitter, 'POST', '/cases', { body });
    const { reference, state, revision, version } = made.body;
    const driven = { reference, state, revision, version, exceptionId: '', decisionId: null, conditions: [] };
    for (const point of ALL_POINTS)
      await this.act(driven, 'submitter', 'PUT', `points/${point}`, metEvidence(point), 0);
    const added = await this.act(driven, 'submitter', 'POST', 'legacy-exceptions', FINISHED_EXCEPTION);
    return { ...driven, exceptionId: String(added.body['id']) };
  }

  /** Takes the case one of the steps that need no words. */
  async step(driven: DrivenCase, step: Step): Promise<void> {
    const part = {
      'sign-off': 'lead',
      submit: 'submitter',
      acknowledge: 'reviewer',
      'start-review': 'reviewer',
    };
    await this.act(driven, part[step] as 'lead', 'POST', step);
  }

  /** Assesses every point as met and accepts the legacy exception. */
  async assess(driven: DrivenCase): Promise<void> {
    const { version } = driven;
    for (const point of ALL_POINTS)
      await this.act(driven, 'reviewer', 'PUT', `assessments/${point}`, { version, verdict: 'met' }, 0);
    const ruling = { version, ruling: 'accepted', reason: 'It is the only way.' };
    await this.act(driven, 'reviewer', 'PUT', `legacy-exceptions/${driven.exceptionId}/ruling`, ruling, 0);
  }

  /** Assesses and recommends. */
  async recommend(driven: DrivenCase, outcome: DecidedState = 'approved'): Promise<void> {
    await this.assess(driven);
    const { version } = driven;
    await this.act(driven, 'reviewer', 'POST', 'recommend', { version, outcome, reason: 'It is sound.' });
  }

  /** Decides a recommended case. */
  async decide(driven: DrivenCase, outcome: DecidedState): Promise<void> {
    const actions = {
      approved: 'approve',
      'approved-with-conditions': 'approve-with-conditions',
      'not-approved': 'not-approve',
    };
    const reply = await this.act(driven, 'decider', 'POST', actions[outcome], decisionBody(driven, outcome));
    driven.decisionId = String(reply.body['decisionId']);
    driven.conditions = (reply.body['conditions'] as { id: string }[]).map(({ id }) => ({ id, revision: 1 }));
  }

  /** A case in a state, by the shortest way. */
  async driveTo(state: CaseState, options: DriveOptions = {}): Promise<DrivenCase> {
    if (state === 'advice-asked' || state === 'advice-answered' || state === 'advice-closed')
      return this.advice(state);
    const driven = await this.draft({ ...options, planned: state === 'planned' });
    switch (state) {
      case 'planned':
      case 'draft':
        return driven;
      case 'withdrawn':
        await this.act(driven, 'submitter', 'POST', 'withdraw', { reason: 'No longer needed.' });
        return driven;
      case 'closed-below-threshold':
        return this.closed();
      case 'assured-by-department':
        return this.assuredByDepartment(options);
      case 'signed-off':
      case 'submitted':
      case 'acknowledged':
      case 'in-review':
      case 'returned':
      case 'recommended':
      case 'approved':
      case 'approved-with-conditions':
      case 'not-approved':
        return this.beyondDraft(driven, state);
    }
  }

  /**
   * A request for advice in a state, in which a part has written the latest message that is theirs to write; whoever
   * else has to write to get there has.
   */
  async advice(state: AdviceState, by: Part = 'submitter'): Promise<DrivenCase> {
    const { http, people, organisations } = this.world;
    const body = {
      organisationId: organisations.department.id,
      subject: 'common-platforms',
      point: 5,
      title: 'Which platform?',
      question: 'Is there one already?',
    };
    const made = await http.expect<Receipt>(201, people.submitter, 'POST', '/advice', { body });
    const { reference, revision, version } = made.body;
    const driven: DrivenCase = {
      reference,
      state: 'advice-asked',
      revision,
      version,
      exceptionId: randomUUID(),
      decisionId: null,
      conditions: [],
      messageId: String(made.body['messageId']),
    };
    const say = async (part: Part, what: string, words: Json): Promise<string> => {
      const { body: said } = await this.act(driven, part, 'POST', `/advice/${reference}/${what}`, words);
      return String(said['messageId']);
    };
    const ask = (part: Part): Promise<string> => say(part, 'follow-ups', { body: 'And by when?' });
    const answer = (part: Part): Promise<string> => say(part, 'answers', { body: 'There is one.' });
    const ofAssurance = by === 'reviewer' || by === 'decider';
    if (by === 'lead') driven.messageId = await ask('lead');
    const answered = await answer(ofAssurance ? by : 'reviewer');
    if (ofAssurance) driven.messageId = answered;
    if (state === 'advice-asked') await ask('submitter');
    if (state === 'advice-closed') await say('reviewer', 'closure', { outcome: 'answered' });
    return driven;
  }

  /** A case its department assured itself: rated medium, for which alone it has earned autonomy. */
  private async assuredByDepartment(options: DriveOptions): Promise<DrivenCase> {
    const driven = await this.draft({ ...options, departmental: true });
    await this.step(driven, 'sign-off');
    const body = { reason: 'Our own board looked at it.' };
    await this.act(driven, 'lead', 'POST', 'record-departmental-assurance', body);
    return driven;
  }

  /** The department assures what is rated medium itself, and nothing that is rated low: most cases here are. */
  private async grantAutonomy(): Promise<void> {
    const { http, people, organisations } = this.world;
    const path = `/organisations/${organisations.department.id}/earned-autonomy`;
    const body = {
      levels: ['medium'],
      validFrom: '2026-01-01',
      reason: 'Tried and found sound.',
      documentTitle: 'Letter',
      documentUrl: 'https://gds.example/letter',
    };
    await http.expect(201, people.decider, 'POST', path, { body });
  }

  /** The evidence for a condition is given: for the first unless another is named, and promises come last. */
  async giveEvidence(driven: DrivenCase, which: 'first' | 'last' = 'first'): Promise<void> {
    const condition = driven.conditions.at(which === 'first' ? 0 : -1);
    if (condition === undefined) throw new Error('The case has no condition');
    const path = `conditions/${condition.id}/evidence`;
    const body = { text: 'It is published.', links: [] };
    const reply = await this.act(driven, 'submitter', 'POST', path, body, condition.revision);
    condition.revision = Number(reply.body['conditionRevision']);
  }

  /** Waives every condition and every promise of remediation, so that nothing is open any more. */
  async settle(driven: DrivenCase): Promise<DrivenCase> {
    for (const { id, revision } of driven.conditions) {
      const body = { reason: 'It no longer matters.' };
      await this.act(driven, 'decider', 'POST', `conditions/${id}/waive`, body, revision);
    }
    return driven;
  }

  private async closed(): Promise<DrivenCase> {
    const driven = await this.draft({ small: true });
    const body = { reason: 'Under the threshold.' };
    await this.act(driven, 'submitter', 'POST', 'close-draft-below-threshold', body);
    return driven;
  }

  private async beyondDraft(driven: DrivenCase, state: CaseState): Promise<DrivenCase> {
    for (const step of ['sign-off', 'submit', 'acknowledge', 'start-review'] as const) {
      await this.step(driven, step);
      if (driven.state === state) return driven;
    }
    if (state === 'returned') {
      const points = [{ point: 5, question: 'Which regions?' }];
      const body = { version: driven.version, reason: 'Point 5 is unclear.', points };
      await this.act(driven, 'reviewer', 'POST', 'return', body);
      return driven;
    }
    await this.recommend(driven);
    if (state !== 'recommended') await this.decide(driven, state as DecidedState);
    return driven;
  }
}

/** A decision that can be taken on a finished case. */
export function decisionBody(driven: DrivenCase, outcome: DecidedState): Json {
  const base = { version: driven.version, reason: 'The case is made.' };
  switch (outcome) {
    case 'approved':
      return { ...base, approvedPence: 5_000_000 };
    case 'approved-with-conditions':
      return { ...base, approvedPence: 5_000_000, conditions: [CONDITION] };
    case 'not-approved':
      return base;
  }
}
