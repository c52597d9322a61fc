import {
  financialYearOf,
  pence,
  POINT_NUMBERS,
  type DecidedState,
  type Pence,
  type PointNumber,
  type Verdict,
} from '#domain';
import type { Acting } from '#casework';
import { DESCRIPTIONS, details, evidence, exception, MANDATORY, REASONS, TITLES } from './random-content.js';
import { ProblemError } from '#platform';
import type { CaseDriver } from '../../apps/local/demonstration/case-driver.js';
import type { Chance } from './chance.js';

/** Who plays a random case. */
export interface Players {
  readonly organisationId: string;
  readonly submitter: Acting;
  readonly lead: Acting;
  readonly reviewers: readonly Acting[];
  readonly deciders: readonly Acting[];
}

const DAY = 24 * 60;

/** One case driven through the service's own commands, as far as chance takes it. */
export class RandomCase {
  private readonly verdicts = new Map<PointNumber, Verdict>();
  private readonly exceptions = new Map<
    string,
    { points: readonly PointNumber[]; revision: number; accepted: boolean }
  >();
  private readonly pointRevisions = new Map<PointNumber, number>();
  private version = 0;
  private detailsRevision = 1;
  private usesOneLogin = false;
  /** Points whose assessment may no longer stand. */
  private touched: PointNumber[] = [];

  constructor(
    private readonly driver: CaseDriver,
    private readonly players: Players,
    private readonly chance: Chance,
  ) {}

  /** Plays it. What a rule refuses ends it where it stands. */
  async play(): Promise<void> {
    try {
      await this.draft();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
  }

  private minutes(): number {
    return this.chance.from(1, 2 * DAY);
  }

  private async draft(): Promise<void> {
    const { driver, chance, players } = this;
    const { submitter, lead, organisationId } = players;
    await driver.after(0, ({ drafting }) =>
      drafting.create(submitter, { organisationId, title: chance.one(TITLES), synthetic: chance.is(0.5) }),
    );
    const given = details(chance);
    this.usesOneLogin = given.flags?.usesOneLogin ?? false;
    await driver.after(this.minutes(), ({ drafting, reference }) =>
      drafting.changeDetails(submitter, reference, 1, given),
    );
    this.detailsRevision = 2;
    for (const point of POINT_NUMBERS) await this.saveEvidence(point, 5);
    if (chance.is(0.5)) await this.addException();
    if (chance.is(0.05)) return;
    if (chance.is(0.08)) {
      await driver.after(60, ({ review, reference, revision }) =>
        review.closeDraftBelowThreshold(submitter, reference, revision, 'It costs too little.'),
      );
      return;
    }
    if (chance.is(0.05)) return this.withdraw();
    await driver.after(this.minutes(), ({ submission, reference, revision }) =>
      submission.signOff(lead, reference, revision),
    );
    await this.submit();
  }

  private async submit(): Promise<void> {
    const { driver, chance, players } = this;
    try {
      await driver.after(this.minutes(), ({ submission, reference, revision }) =>
        submission.submit(players.submitter, reference, revision),
      );
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      await driver.after(1, ({ submission, reference, revision }) =>
        submission.recordDepartmentalAssurance(
          players.lead,
          reference,
          revision,
          '=Our board found it sound.',
        ),
      );
      if (chance.is(0.4)) return;
      await driver.after(this.minutes(), ({ triage, reference, revision }) =>
        triage.callIn(chance.one(players.reviewers), reference, revision, 'We want to see it.'),
      );
    }
    this.version = 1;
    if (chance.is(0.1)) return this.withdraw();
    if (chance.is(0.05)) return;
    await this.review();
  }

  private async review(): Promise<void> {
    const { driver, chance, players } = this;
    const reviewer = chance.one(players.reviewers);
    await driver.after(this.minutes() * 2, ({ review, reference, revision }) =>
      review.acknowledge(reviewer, reference, revision),
    );
    if (chance.is(0.6))
      await driver.after(30, ({ triage, reference, revision }) =>
        triage.reviewRating(reviewer, reference, revision, {
          version: this.version,
          rating: chance.one(['low', 'medium', 'high']),
          reason: 'Others depend on it.',
        }),
      );
    await driver.after(this.minutes(), ({ review, reference, revision }) =>
      review.startReview(reviewer, reference, revision),
    );
    if (chance.is(0.05)) return;
    for (const point of POINT_NUMBERS) await this.assess(reviewer, point);
    for (let turns = chance.from(0, 2); turns > 0; turns -= 1) {
      await driver.after(this.minutes(), ({ review, reference, revision }) =>
        review.giveBack(reviewer, reference, revision, {
          version: this.version,
          reason: chance.one(REASONS),
          points: [{ point: 1, question: 'Which users?' }],
        }),
      );
      if (chance.is(0.2)) return;
      await this.edit();
      if (chance.is(0.1)) return this.withdraw();
      const { version } = await driver.after(this.minutes() * 3, ({ submission, reference, revision }) =>
        submission.resubmit(players.lead, reference, revision, 'Answered.'),
      );
      this.version = version ?? this.version;
      for (const point of new Set([1 as const, ...this.touched, chance.one(POINT_NUMBERS)]))
        await this.assess(reviewer, point);
    }
    for (const id of this.exceptions.keys()) await this.rule(reviewer, id);
    const outcome = chance.one(['approved', 'approved-with-conditions', 'not-approved'] as const);
    await driver.after(this.minutes(), ({ review, reference, revision }) =>
      review.recommend(reviewer, reference, revision, {
        version: this.version,
        outcome,
        reason: chance.one(REASONS),
      }),
    );
    if (chance.is(0.05)) return;
    await this.decide(chance.one(['approved', 'approved-with-conditions', 'not-approved'] as const), null);
  }

  /** The department changes some of what it says while the case is with it. */
  private async edit(): Promise<void> {
    const { driver, chance, players } = this;
    if (chance.is(0.5)) {
      const point = chance.one(POINT_NUMBERS);
      await this.saveEvidence(point, this.minutes());
      this.touched.push(point);
    }
    if (chance.is(0.5)) {
      await driver.after(this.minutes(), ({ drafting, reference }) =>
        drafting.changeDetails(players.submitter, reference, this.detailsRevision, {
          description: chance.one(DESCRIPTIONS),
        }),
      );
      this.detailsRevision += 1;
    }
    const [id] = this.exceptions.keys();
    if (id === undefined) {
      if (chance.is(0.5)) await this.addException();
    } else if (chance.is(0.3)) {
      await driver.after(10, ({ drafting, reference }) =>
        drafting.removeException(players.submitter, reference, this.exceptions.get(id)?.revision ?? 0, id),
      );
      this.touched.push(...(this.exceptions.get(id)?.points ?? []));
      this.exceptions.delete(id);
      await this.sayLegacy(false);
    }
  }

  /** Says whether legacy technology limits the request, as its exceptions do. */
  private async sayLegacy(legacyTechnology: boolean): Promise<void> {
    await this.driver.after(1, ({ drafting, reference }) =>
      drafting.changeDetails(this.players.submitter, reference, this.detailsRevision, {
        flags: { legacyTechnology },
      }),
    );
    this.detailsRevision += 1;
  }

  private async saveEvidence(point: PointNumber, minutes: number): Promise<void> {
    const revision = this.pointRevisions.get(point) ?? 0;
    await this.driver.after(minutes, ({ drafting, reference }) =>
      drafting.saveEvidence(
        this.players.submitter,
        reference,
        revision,
        evidence(point, this.chance, this.usesOneLogin),
      ),
    );
    this.pointRevisions.set(point, revision + 1);
  }

  private async addException(): Promise<void> {
    const given = exception(this.chance);
    await this.driver.addException(this.players.submitter, given);
    this.touched.push(...given.points);
    await this.sayLegacy(true);
    if (this.driver.exceptionId !== null)
      this.exceptions.set(this.driver.exceptionId, { points: given.points, revision: 1, accepted: false });
  }

  private async assess(reviewer: Acting, point: PointNumber): Promise<void> {
    const { chance } = this;
    const verdict = chance.one([
      'met',
      'met',
      'met',
      'met',
      'met',
      'met',
      'partially-met',
      'not-met',
    ] as const);
    await this.driver.after(chance.from(0, 20), ({ review, reference, assessments }) =>
      review.assess(reviewer, reference, assessments.latest(point), {
        point,
        version: this.version,
        verdict,
        explanation: verdict === 'met' ? null : '=Not shown.',
      }),
    );
    this.driver.assessments.made(point, this.driver.revision);
    this.verdicts.set(point, verdict);
  }

  private async rule(reviewer: Acting, exceptionId: string): Promise<void> {
    const accepted = this.chance.is(0.6);
    await this.driver.after(10, ({ review, reference }) =>
      review.rule(reviewer, reference, 0, {
        exceptionId,
        version: this.version,
        ruling: accepted ? 'accepted' : 'refused',
        reason: 'As explained.',
      }),
    );
    const known = this.exceptions.get(exceptionId);
    if (known !== undefined) known.accepted = accepted;
  }

  private async decide(outcome: DecidedState, supersedes: string | null): Promise<void> {
    const { driver, chance, players } = this;
    const decider = chance.one(players.deciders);
    const conditions =
      outcome === 'approved-with-conditions'
        ? chance.some([5, 12, 3]).map((point) => ({
            text: '-Publish it.',
            point: point as PointNumber,
            ownerName: 'Somebody',
            ownerEmail: 'somebody@department.example',
            dueOn: driver.today(chance.from(3, 90)),
          }))
        : undefined;
    const covered = new Set([
      ...(conditions ?? []).map(({ point }) => point),
      ...[...this.exceptions.values()].filter(({ accepted }) => accepted).flatMap(({ points }) => points),
    ]);
    const bare = MANDATORY.filter((point) => this.verdicts.get(point) === 'not-met' && !covered.has(point));
    const reason = chance.one(REASONS);
    const approved =
      outcome === 'not-approved' ? undefined : pence(chance.one([9_000_000, 8_999_999, 5_000_001]));
    const request = {
      version: this.version,
      reason,
      ...(approved === undefined
        ? {}
        : {
            approvedPence: approved,
            overrides: bare.map((point) => ({ point, reason: 'It will do.' })),
          }),
      ...(conditions === undefined ? {} : { conditions }),
    };
    const decided = await driver.after(this.minutes() * 4, ({ decision, reference, revision, signedIn }) =>
      supersedes === null
        ? decision.decide(signedIn(decider), reference, revision, outcome, request)
        : decision.supersede(signedIn(decider), reference, revision, { ...request, outcome, supersedes }),
    );
    const imposed = conditions?.length ?? 0;
    await this.reportSpend(approved);
    for (const [index, { id }] of (decided.conditions ?? []).entries())
      await this.settle(id, decider, index >= imposed);
    if (supersedes === null && chance.is(0.3) && decided.decisionId !== undefined)
      await this.decide(
        chance.one(['approved', 'approved-with-conditions', 'not-approved'] as const),
        decided.decisionId,
      );
  }

  /** Now and then, by how far the case has got and not by chance, so that other lives go on as they did. */
  private async reportSpend(approved: Pence | undefined): Promise<void> {
    const { driver, players } = this;
    const { revision } = driver;
    if (approved === undefined || revision % 3 === 0) return;
    const final = revision % 2 === 0;
    // What is final is of what was dropped on the day it was approved.
    const amountPence = final
      ? pence(0)
      : pence(revision % 8 === 7 ? Math.floor(approved / 2) : approved + 1);
    await driver.after(60, ({ spend, reference, today }) =>
      spend.record(players.submitter, reference, revision, {
        years: [{ financialYear: financialYearOf(today(0)), amountPence }],
        note: '=Prices rose.',
        final,
        endedOn: final ? today(0) : null,
      }),
    );
  }

  private async settle(conditionId: string, decider: Acting, isPromise: boolean): Promise<void> {
    const { driver, chance, players } = this;
    if (chance.is(0.3)) return;
    if (chance.is(0.2)) {
      await driver.after(this.minutes(), ({ conditions, reference }) =>
        conditions.waive(decider, reference, 1, conditionId, 'Overtaken by events.'),
      );
      return;
    }
    await driver.after(this.minutes(), ({ conditions, reference }) =>
      conditions.submitEvidence(players.submitter, reference, 1, { conditionId, text: 'Done.', links: [] }),
    );
    const reviewer = chance.one(players.reviewers);
    if (chance.is(0.3))
      await driver.after(this.minutes(), ({ conditions, reference }) =>
        isPromise
          ? conditions.concludeNotMet(reviewer, reference, 2, conditionId, 'It did not come.')
          : conditions.sendBack(reviewer, reference, 2, conditionId, 'Not yet.'),
      );
    else if (chance.is(0.7))
      await driver.after(this.minutes(), ({ conditions, reference }) =>
        conditions.confirmMet(reviewer, reference, 2, conditionId),
      );
  }

  private async withdraw(): Promise<void> {
    await this.driver.after(this.minutes(), ({ submission, reference, revision }) =>
      submission.withdraw(this.players.submitter, reference, revision, this.chance.one(REASONS)),
    );
  }
}
