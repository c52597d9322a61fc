import { randomInt, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  amountsBetween,
  carriedFiles,
  carriedOver,
  contentOfCase,
  differenceFromApproved,
  londonDate,
  makeCaseReference,
  POINT_NUMBERS,
  type AmountsBetween,
  type CarriedFile,
  type CaseContent,
  type ContentDifference,
  type FollowingKind,
  type HeldRole,
  type PointNumber,
} from '#domain';
import {
  Database,
  carryFiles,
  databaseErrorOf,
  filesToCarry,
  newCase,
  ONLY_FOLLOWER_CONSTRAINT,
  readFollowing,
  regimeAdoptedOn,
  relateCase,
  takeOver,
  type CarriableFile,
  type CaseChange,
  type CaseRecord,
  type FollowedCase,
  type FollowingCase,
} from '#persistence';
import { Clock, conflict, notFound } from '#platform';
import { sightOf, type Acting } from '../desk/acting.js';
import type { Answer } from '../desk/answer.js';
import { CaseDesk } from '../desk/case-desk.js';
import { payloadBy } from '../desk/machines.js';
import { ofCase } from '../desk/preconditions.js';
import { noticeBy } from '../submission/submission-service.js';

/** What a variation or an extension starts with. */
export interface VariationRequest {
  readonly kind: FollowingKind;
  /** What changes from what was approved, and why. */
  readonly whatChanges: string;
}

/** How a request stands to the approval it starts from. */
export interface FollowedComparison extends Omit<FollowedCase, 'content'> {
  readonly whatChanges: string | null;
  readonly amounts: AmountsBetween;
  readonly difference: ContentDifference;
  /** Points that say what they said when they were approved. */
  readonly pointsAsApproved: readonly PointNumber[];
}

/** What a case follows and what follows it. */
export interface Following {
  readonly follows: FollowedComparison | null;
  readonly followers: readonly FollowingCase[];
}

/** Of a request that is not seen, as one marked higher than OFFICIAL: it is not named. */
const FOLLOWED_ALREADY = 'Another request starts from this approval already, or has taken its place';

/** How often a reference is made anew. */
const ATTEMPTS = 3;

/** Starts requests from approvals, everything carried over, and holds the one against the other. */
@Injectable()
export class VariationService {
  constructor(
    private readonly desk: CaseDesk,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts a draft from an approved case, with all that it says. The approval's own history says so too.
   * @throws ProblemError 409 where a request from it is open, or has taken its place
   */
  async start(
    acting: Acting,
    reference: string,
    expected: number,
    { kind, whatChanges }: VariationRequest,
  ): Promise<Answer> {
    const regimeVersion = await regimeAdoptedOn(this.database.asService(), londonDate(this.clock.now()));
    if (regimeVersion === null) throw new Error('No regime has been adopted for new requests');
    const toCarry = await filesToCarry(this.database.as(acting), reference, sightOf(acting.roles));
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.desk.perform(acting, reference, {
          action: 'start-variation',
          request: () => ({ reason: whatChanges }),
          precondition: ofCase(expected),
          plan: (record, by, _facts, at) => {
            const made = followingCase(acting, record, by, { kind, whatChanges, regimeVersion, toCarry, at });
            const following = { reference: made.reference, kind };
            return {
              type: 'variation-started',
              payload: {
                followingCaseId: made.change.caseId,
                followingReference: made.reference,
                kind,
              },
              toState: record.state,
              reason: whatChanges,
              alongside: made.change,
              notice: { ...noticeBy(by, whatChanges), following },
              status: 201,
              location: `/api/v1/cases/${made.reference}`,
              made: { following },
            };
          },
        });
      } catch (error) {
        const constraint = databaseErrorOf(error)?.constraint;
        if (constraint === ONLY_FOLLOWER_CONSTRAINT) throw conflict(FOLLOWED_ALREADY);
        if (constraint !== 'spend_case_reference_key' || attempt === ATTEMPTS) throw error;
      }
    }
  }

  /**
   * What a case follows, held against it field by field, and what follows it.
   * @throws ProblemError 404
   */
  async following(acting: Acting, reference: string): Promise<Following> {
    const read = await readFollowing(this.database.as(acting), reference, sightOf(acting.roles));
    if (read === null) throw notFound();
    acting.witness?.sawCase(read);
    const { follows, followers, content, carriedFiles: files, caseId } = read;
    return {
      follows: follows === null ? null : compared(follows, contentOfCase(content), caseId, new Set(files)),
      followers,
    };
  }
}

function compared(
  { content: approved, ...follows }: FollowedCase,
  now: CaseContent,
  caseId: string,
  files: ReadonlySet<string>,
): FollowedComparison {
  const approvedPence = follows.decision?.approvedPence ?? null;
  const difference = differenceFromApproved(approved, now, caseId, approvedPence, files);
  const changed = new Set(difference.points.map(({ point }) => point));
  return {
    ...follows,
    whatChanges: now.details.whatChanges ?? null,
    amounts: amountsBetween(approvedPence, now.details.requestedPence),
    difference,
    pointsAsApproved: POINT_NUMBERS.filter((point) => !changed.has(point)),
  };
}

/** Files with how far their checking had got: what was found clean is the same bytes still. */
function withStatus(files: readonly CarriedFile[], toCarry: readonly CarriableFile[]) {
  return files.map((file) => {
    const known = toCarry.find(({ storedId }) => storedId === file.storedId);
    return { ...file, status: known?.status ?? 'not-scanned', scannedAt: known?.scannedAt ?? null };
  });
}

/** The change that makes a request out of what was approved, as every case is made. */
function followingCase(
  acting: Acting,
  record: CaseRecord,
  by: HeldRole,
  {
    kind,
    whatChanges,
    regimeVersion,
    toCarry,
    at,
  }: VariationRequest & {
    readonly regimeVersion: string;
    readonly toCarry: readonly CarriableFile[];
    readonly at: Date;
  },
): { readonly reference: string; readonly change: CaseChange } {
  const id = randomUUID();
  const reference = makeCaseReference((max) => randomInt(max));
  const organisationId = record.organisation.id;
  // Nobody can change what a decided case says, so what it says, the amount aside, is what was approved.
  const {
    details: approved,
    points,
    legacyExceptions,
  } = carriedOver(contentOfCase(record), id, record.decision?.approvedPence ?? null);
  const files = carriedFiles(record.attachments, toCarry, id);
  const details = { ...approved, whatChanges };
  const follows = {
    caseId: record.id,
    reference: record.reference,
    kind,
    version: record.currentVersion ?? 1,
  };
  const relationId = randomUUID();
  const { synthetic } = record;
  return {
    reference,
    change: {
      caseId: id,
      fromRevision: null,
      previousHash: null,
      create: newCase({
        id,
        reference,
        organisationId,
        state: 'draft',
        pipelineKey: null,
        follows,
        regimeVersion,
        details,
        createdBy: acting.personId,
        createdAt: at,
        synthetic,
      }),
      riders: [
        ...takeOver({ points, legacyExceptions }, acting.personId, at),
        ...(files.length === 0 ? [] : [carryFiles(withStatus(files, toCarry), acting.personId, at)]),
        relateCase({
          id: relationId,
          relatedCaseId: record.id,
          kind,
          reason: whatChanges,
          relatedBy: acting.personId,
          relatedAt: at,
        }),
      ],
      event: {
        type: 'case-created',
        audience: 'shared',
        actorId: acting.personId,
        actorRole: by.role,
        actorOrganisationId: organisationId,
        occurredAt: at,
        fromState: null,
        toState: 'draft',
        version: null,
        reason: null,
        payload: payloadBy(acting, {
          reference,
          organisationId,
          regimeVersion,
          details,
          synthetic,
          follows: { ...follows, relationId },
          carriedOver: {
            points,
            legacyExceptions,
            ...(files.length === 0 ? {} : { attachments: files }),
          },
        }),
      },
      emails: [],
    },
  };
}
