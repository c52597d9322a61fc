import { randomInt, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  ADMINISTRATORS_ACT_ON_NO_CASE,
  BENEFIT_HAS_PASSED,
  isAdministrator,
  isPastBenefit,
  isPastTarget,
  londonDate,
  makeCaseReference,
  namedComponents,
  parseCaseReference,
  roleFor,
  TARGET_HAS_PASSED,
  type Benefit,
  type CaseDetails,
  type CaseState,
  type FirstRequestState,
  type GivenEvidence,
  type LegacyException,
  type PointEvidence,
  type Policy,
} from '#domain';
import {
  answerOfBefore,
  askedByRegimes,
  Database,
  databaseErrorOf,
  isPipelineKeyTaken,
  detailColumns,
  newCase,
  regimeAdoptedOn,
  removeException,
  saveEvidence,
  saveException,
  writeCaseChange,
  type NewCase,
} from '#persistence';
import { Clock, notFound, notPermitted, unprocessable, type ProblemError } from '#platform';
import type { Acting } from '../desk/acting.js';
import { CaseDesk } from '../desk/case-desk.js';
import { payloadBy, refuseMachine, refuseMarking } from '../desk/machines.js';
import { replay, writeUnlessAnswered, type Answer } from '../desk/answer.js';
import {
  BLANK_DETAILS,
  patchedDetails,
  refuseBackwards,
  refuseRepeatedYears,
  refuseLessMarked,
  refuseUnasked,
  refuseWithoutApproval,
  type AskedIds,
  type DetailsChange,
  type DetailsPatch,
} from './details-patch.js';
import { organisationInBeing } from './organisation-in-being.js';

/** What a new case starts with. */
export interface NewCaseRequest extends DetailsPatch {
  readonly organisationId: string;
  readonly title: string;
  /** A draft unless it is spend that is only planned. */
  readonly state?: FirstRequestState;
  /** What the organisation calls it in its own plans; only for planned spend. */
  readonly pipelineKey?: string;
  /** True for demonstration data; never for a real request. */
  readonly synthetic?: boolean;
}

/** What is known of a case before it has a reference, its details aside. */
type FreshCase = Pick<NewCase, 'organisationId' | 'synthetic' | 'state' | 'pipelineKey'>;

/**
 * @param saved the day it was to be put right by before; `null` where none was given
 * @throws ProblemError 422 when the day given now has passed
 */
function refusePastTarget({ targetDate }: Omit<LegacyException, 'id'>, saved: string | null, at: Date): void {
  if (isPastTarget(targetDate, saved, londonDate(at)))
    throw unprocessable(`${TARGET_HAS_PASSED}.`, [{ pointer: '/targetDate', detail: TARGET_HAS_PASSED }]);
}

/**
 * @param saved the benefits promised before: a day that was given before it passed stands
 * @throws ProblemError 422 when a benefit is promised for a day that has passed
 */
function refusePastBenefits(
  { benefits = [] }: Pick<LegacyException, 'benefits'>,
  saved: readonly Benefit[],
  at: Date,
): void {
  const today = londonDate(at);
  const faults = benefits.flatMap(({ dueOn }, index) =>
    isPastBenefit(dueOn, saved, today)
      ? [{ pointer: `/benefits/${String(index)}/dueOn`, detail: BENEFIT_HAS_PASSED }]
      : [],
  );
  if (faults.length > 0) throw unprocessable(`${BENEFIT_HAS_PASSED}.`, faults);
}

/** A key is the organisation's own, once: also where another plan has it that a program does not see; see docs/pipeline.md. */
function keyTaken(): ProblemError {
  return refusedKey('Planned spend of this organisation has this key already, or had it: give another');
}

function refusedKey(detail: string): ProblemError {
  return unprocessable(`${detail}.`, [{ pointer: '/pipelineKey', detail }]);
}

/** The key of planned spend. @throws ProblemError 422 when it has none to have, or it reads as a reference of a case */
function keyOf(state: CaseState, given: string | undefined): string | null {
  const key = given?.trim() ?? '';
  if (key === '') return null;
  if (state !== 'planned') throw refusedKey('Only planned spend has a key of its own: leave it out');
  if (parseCaseReference(key) !== null)
    throw refusedKey('This reads as a reference of a case here: give the key your organisation uses');
  return key;
}

/** The key planned spend is to have from now on; none where it stays. @throws ProblemError 422 as {@link keyOf} */
function keyInstead(state: CaseState, given: string | null | undefined): string | null | undefined {
  if (given === undefined) return undefined;
  if (state !== 'planned') throw refusedKey('Only planned spend has a key of its own: leave it out');
  return keyOf(state, given ?? '');
}

/** Evidence with the names of its common components. @throws ProblemError 422 naming each that cannot be kept */
function evidenceToKeep(
  given: GivenEvidence,
  { components }: Policy,
  saved: readonly PointEvidence[],
): PointEvidence {
  const before = saved.find(({ point }) => point === given.point)?.components ?? [];
  const read = namedComponents(given, components, before);
  if (read.ok) return read.evidence;
  throw unprocessable(`${read.faults[0]?.detail ?? ''}.`, read.faults);
}

/** Makes a request out of nothing and changes what it says while it is the department's to change. */
@Injectable()
export class DraftingService {
  constructor(
    private readonly desk: CaseDesk,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts a case.
   * @throws ProblemError 403 when the person does not submit for the organisation, 409 when it has ended
   */
  async create(acting: Acting, request: NewCaseRequest): Promise<Answer> {
    refuseMachine(acting, 'edit-content');
    refuseMarking(acting, request.protectiveMarking);
    const { organisationId, synthetic = false, state = 'draft', pipelineKey, ...given } = request;
    const fresh = { organisationId, synthetic, state, pipelineKey: keyOf(state, pipelineKey) };
    for (;;) {
      const before =
        acting.idempotency === undefined
          ? null
          : await answerOfBefore(this.database.as(acting), acting.personId, acting.idempotency.key);
      if (before !== null) return replay(acting, before);
      if (isAdministrator(acting.roles)) throw notPermitted(`${ADMINISTRATORS_ACT_ON_NO_CASE}.`);
      const role = roleFor(acting, organisationId, ['submitter', 'assurance-lead']);
      if (role === undefined)
        throw notPermitted(
          'Only a submitter or an assurance lead of an organisation can start a request for it',
        );
      await organisationInBeing(
        this.database.asService(),
        organisationId,
        londonDate(this.clock.now()),
        'the request',
      );
      refuseUnasked(given, await this.askedIds(given));
      const details = patchedDetails({ ...BLANK_DETAILS, title: request.title }, given);
      refuseRepeatedYears(given);
      refuseBackwards(given, details);
      const answer = await this.insert(acting, fresh, role.role, details);
      if (answer !== null) return answer;
    }
  }

  /** What regimes ask, looked up only where something is answered. */
  private async askedIds({ ratingAnswers, commitmentAnswers }: DetailsPatch): Promise<AskedIds | null> {
    return ratingAnswers === undefined && commitmentAnswers === undefined
      ? null
      : askedByRegimes(this.database.asService());
  }

  /** Inserts the case; `null` when its reference is taken or the same request was quicker, and so to be tried again. */
  private async insert(
    acting: Acting,
    fresh: FreshCase,
    role: string,
    details: CaseDetails,
  ): Promise<Answer | null> {
    const { organisationId, synthetic, state, pipelineKey } = fresh;
    const at = this.clock.now();
    const id = randomUUID();
    const reference = makeCaseReference((max) => randomInt(max));
    const regimeVersion = await regimeAdoptedOn(this.database.asService(), londonDate(at));
    if (regimeVersion === null) throw new Error('No regime has been adopted for new requests');
    const answer: Answer = {
      status: 201,
      headers: { etag: '"1"', location: `/api/v1/cases/${reference}` },
      body: JSON.stringify({ reference, state, revision: 1, version: null }),
    };
    const write = (): Promise<boolean> =>
      writeCaseChange(this.database.as(acting), {
        caseId: id,
        fromRevision: null,
        previousHash: null,
        create: newCase({
          id,
          reference,
          ...fresh,
          regimeVersion,
          details,
          createdBy: acting.personId,
          createdAt: at,
        }),
        event: {
          type: 'case-created',
          audience: 'shared',
          actorId: acting.personId,
          actorRole: role,
          actorOrganisationId: organisationId,
          occurredAt: at,
          fromState: null,
          toState: state,
          version: null,
          reason: null,
          payload: payloadBy(acting, {
            reference,
            organisationId,
            regimeVersion,
            details,
            synthetic,
            ...(pipelineKey === null ? {} : { pipelineKey }),
          }),
        },
        emails: [],
        answer:
          acting.idempotency === undefined
            ? undefined
            : { personId: acting.personId, ...acting.idempotency, ...answer },
      });
    try {
      return (await writeUnlessAnswered(write)) ? answer : null;
    } catch (error) {
      const constraint = databaseErrorOf(error)?.constraint;
      if (constraint === 'spend_case_reference_key') return null;
      if (isPipelineKeyTaken(constraint)) throw keyTaken();
      throw error;
    }
  }

  /** Changes some of the details of a case. `expected` is the revision of the details the person looked at. */
  async changeDetails(
    acting: Acting,
    reference: string,
    expected: number,
    { pipelineKey, ...patch }: DetailsChange,
  ): Promise<Answer> {
    refuseMarking(acting, patch.protectiveMarking);
    const asked = await this.askedIds(patch);
    const changing = this.desk.perform(acting, reference, {
      action: 'edit-content',
      request: () => ({}),
      precondition: {
        expected,
        actual: (record) => record.detailsRevision,
        part: { name: 'details', field: 'detailsRevision' },
      },
      plan: (record) => {
        refuseUnasked(patch, asked);
        refuseWithoutApproval(record.details, patch);
        refuseLessMarked(patch, record.startsFrom);
        const details = patchedDetails(record.details, patch);
        refuseRepeatedYears(patch);
        refuseBackwards(patch, details);
        const key = keyInstead(record.state, pipelineKey);
        const revision = record.detailsRevision + 1;
        return {
          type: 'details-changed',
          payload: { details, ...(key === undefined ? {} : { pipelineKey: key }) },
          toState: record.state,
          set: [
            ...detailColumns(details),
            ...(key === undefined ? [] : [['pipeline_key', key, 'text'] as const]),
            ['details_revision', revision, 'int'],
          ],
          marks: details.protectiveMarking,
          etag: revision,
          made: { detailsRevision: revision },
        };
      },
    });
    try {
      return await changing;
    } catch (error) {
      if (isPipelineKeyTaken(databaseErrorOf(error)?.constraint)) throw keyTaken();
      throw error;
    }
  }

  /**
   * Saves what the department says about one point, as far as it has got.
   * @throws ProblemError 422 where it speaks of a common component that is not in the catalogue, or on another point
   */
  saveEvidence(acting: Acting, reference: string, expected: number, given: GivenEvidence): Promise<Answer> {
    const revisionOf = (points: readonly { point: number; revision: number }[]): number =>
      points.find(({ point }) => point === given.point)?.revision ?? 0;
    return this.desk.perform(acting, reference, {
      action: 'edit-content',
      request: () => ({}),
      precondition: { expected, actual: (record) => revisionOf(record.points) },
      plan: (record, _by, _facts, at, { policy }) => {
        const evidence = evidenceToKeep(given, policy, record.points);
        const revision = revisionOf(record.points) + 1;
        return {
          type: 'point-evidence-saved',
          payload: { evidence },
          toState: record.state,
          riders: [saveEvidence(evidence, revision, acting.personId, at)],
          etag: revision,
          made: { point: evidence.point, pointRevision: revision },
        };
      },
    });
  }

  /** Adds a legacy system that limits how far points can be met. */
  addException(acting: Acting, reference: string, given: Omit<LegacyException, 'id'>): Promise<Answer> {
    const exception: LegacyException = { ...given, id: randomUUID() };
    return this.desk.perform(acting, reference, {
      action: 'edit-content',
      request: () => ({}),
      plan: (record, _by, _facts, at) => {
        refusePastTarget(exception, null, at);
        refusePastBenefits(exception, [], at);
        return {
          type: 'legacy-exception-added',
          payload: { exception },
          toState: record.state,
          riders: [saveException(exception, 1, acting.personId, at)],
          status: 201,
          etag: 1,
          location: `/api/v1/cases/${record.reference}/legacy-exceptions/${exception.id}`,
          made: { id: exception.id, exceptionRevision: 1 },
        };
      },
    });
  }

  /** Changes a legacy exception; what is given replaces what was there. */
  changeException(
    acting: Acting,
    reference: string,
    expected: number,
    exception: LegacyException,
  ): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'edit-content',
      request: () => ({}),
      precondition: { expected, actual: (record) => exceptionIn(record, exception.id).revision },
      plan: (record, _by, _facts, at) => {
        const saved = exceptionIn(record, exception.id);
        refusePastTarget(exception, saved.targetDate, at);
        refusePastBenefits(exception, saved.benefits ?? [], at);
        const revision = saved.revision + 1;
        return {
          type: 'legacy-exception-changed',
          payload: { exception },
          toState: record.state,
          riders: [saveException(exception, revision, acting.personId, at)],
          etag: revision,
          made: { id: exception.id, exceptionRevision: revision },
        };
      },
    });
  }

  /** Takes a legacy exception out of the request. */
  removeException(acting: Acting, reference: string, expected: number, exceptionId: string): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: 'edit-content',
      request: () => ({}),
      precondition: { expected, actual: (record) => exceptionIn(record, exceptionId).revision },
      plan: (record, _by, _facts, at) => ({
        type: 'legacy-exception-removed',
        payload: { exceptionId },
        toState: record.state,
        riders: [removeException(exceptionId, at)],
      }),
    });
  }
}

/**
 * A legacy exception of a case.
 * @throws ProblemError 404 when it has none with this id
 */
export function exceptionIn<Exception extends { readonly id: string }>(
  record: { readonly legacyExceptions: readonly Exception[] },
  exceptionId: string,
): Exception {
  const found = record.legacyExceptions.find((exception) => exception.id === exceptionId);
  if (found === undefined) throw notFound();
  return found;
}
