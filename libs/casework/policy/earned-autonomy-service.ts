import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { dateInWords, isDepartmentRole, levelsInTheWay, overlappedBy, type ActorFacts } from '#domain';
import {
  Database,
  earnedAutonomiesOf,
  findOrganisation,
  lockedAutonomyRecords,
  recordEarnedAutonomy,
  type Actor,
} from '#persistence';
import { Clock, conflict, notFound, notPermitted, together, unprocessable } from '#platform';
import { PolicyReadingService } from './policy-reading-service.js';

/** What is said of an organisation's earned autonomy. */
export interface AutonomyRequest {
  /** Levels it assures itself; none takes an earlier grant back. */
  readonly levels: readonly string[];
  /** First and last day, `YYYY-MM-DD`. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly reason: string;
  readonly documentTitle: string;
  readonly documentUrl: string;
  /** The grant this one corrects; `null` for a new one. */
  readonly supersedesId: string | null;
}

/** Which organisations assure their own lower-rated spending, and from when to when. Recorded, never altered. */
@Injectable()
export class EarnedAutonomyService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly policies: PolicyReadingService,
  ) {}

  /**
   * Every grant of an organisation, as JSON text of an array.
   * @throws ProblemError 404 when there is no such organisation
   */
  async list(acting: Actor, organisationId: string): Promise<string> {
    const queryable = this.database.as(acting);
    const [organisation, grants] = await together([
      findOrganisation(queryable, organisationId),
      earnedAutonomiesOf(queryable, organisationId),
    ]);
    if (organisation === null) throw notFound();
    return grants;
  }

  /**
   * Records a grant, or the correction of one, which counts from its own first day on. Requests submitted before keep the route they were given.
   * @returns its id
   * @throws ProblemError 403 for who speaks for the organisation, 404 when there is no such organisation, 409 when the
   *   grant was corrected already or another one overlaps, 422
   */
  async record(
    acting: ActorFacts & Actor,
    organisationId: string,
    request: AutonomyRequest,
  ): Promise<string> {
    if ((await findOrganisation(this.database.as(acting), organisationId)) === null) throw notFound();
    if (acting.roles.some((held) => isDepartmentRole(held.role) && held.organisationId === organisationId))
      throw notPermitted(
        'You speak for this organisation, so somebody else at GDS Assurance must say what it assures itself',
      );
    const { levels, validFrom, validTo, supersedesId } = request;
    if (levels.length === 0 && supersedesId === null)
      throw wrong('/levels', 'Give at least one level, or say which grant is taken back');
    const inTheWay = levelsInTheWay(await this.policies.regimeInForce(acting), levels);
    if (inTheWay !== null) throw wrong('/levels', inTheWay);
    if (validTo !== null && validTo < validFrom)
      throw wrong('/validTo', 'Make the last day no earlier than the first');
    return this.database.asService().transaction(async (queryable) => {
      refuseOverlap(await lockedAutonomyRecords(queryable, organisationId), request);
      const id = randomUUID();
      await recordEarnedAutonomy(queryable, {
        id,
        organisationId,
        ...request,
        recordedBy: acting.personId,
        recordedAt: this.clock.now(),
      });
      return id;
    });
  }
}

function refuseOverlap(
  records: Awaited<ReturnType<typeof lockedAutonomyRecords>>,
  request: AutonomyRequest,
): void {
  const { supersedesId } = request;
  const stands = ({ id }: { readonly id: string }): boolean =>
    !records.some((other) => other.supersedesId === id);
  if (supersedesId !== null && !records.some((one) => one.id === supersedesId && stands(one)))
    throw conflict('That grant does not stand: look again at the grants of this organisation');
  const overlapped = overlappedBy(records, request);
  if (overlapped === null) return;
  const { id, validFrom, validTo } = overlapped;
  const title = records.find((one) => one.id === id)?.documentTitle ?? '';
  const until = validTo === null ? 'without an end' : `to ${dateInWords(validTo)}`;
  throw conflict(
    `This overlaps with the grant of “${title}” (${id}), from ${dateInWords(validFrom)} ${until}: correct that one instead, or choose other days`,
  );
}

function wrong(pointer: string, detail: string) {
  return unprocessable(`${detail}.`, [{ pointer, detail }]);
}
