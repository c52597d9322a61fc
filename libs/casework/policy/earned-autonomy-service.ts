import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isDepartmentRole, type ActorFacts } from '#domain';
import {
  Database,
  databaseErrorOf,
  earnedAutonomiesOf,
  findOrganisation,
  recordEarnedAutonomy,
  standingGrantExists,
} from '#persistence';
import { Clock, conflict, notFound, notPermitted, unprocessable } from '#platform';

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

/** The level no organisation assures itself, in every regime that has one. Government's rule (version 6). */
const ALWAYS_GDS = 'high';

/** Which organisations assure their own lower-rated spending, and from when to when. Recorded, never altered. */
@Injectable()
export class EarnedAutonomyService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Every grant of an organisation, as JSON text of an array.
   * @throws ProblemError 404 when there is no such organisation
   */
  async list(organisationId: string): Promise<string> {
    if ((await findOrganisation(this.database, organisationId)) === null) throw notFound();
    return earnedAutonomiesOf(this.database, organisationId);
  }

  /**
   * Records a grant, or the correction of one. Requests submitted before keep the route they were given.
   * @returns its id
   * @throws ProblemError 403 for who speaks for the organisation, 404 when there is no such organisation, 409 when the
   *   grant was corrected already, 422
   */
  async record(acting: ActorFacts, organisationId: string, request: AutonomyRequest): Promise<string> {
    if ((await findOrganisation(this.database, organisationId)) === null) throw notFound();
    if (acting.roles.some((held) => isDepartmentRole(held.role) && held.organisationId === organisationId))
      throw notPermitted(
        'You speak for this organisation, so somebody else at GDS Assurance must say what it assures itself',
      );
    const { levels, validFrom, validTo, supersedesId } = request;
    if (levels.includes(ALWAYS_GDS))
      throw wrong('/levels', 'Leave out “high”: spending rated high always goes to GDS Assurance');
    if (levels.length === 0 && supersedesId === null)
      throw wrong('/levels', 'Give at least one level, or say which grant is taken back');
    if (validTo !== null && validTo < validFrom)
      throw wrong('/validTo', 'Make the last day no earlier than the first');
    if (supersedesId !== null && !(await standingGrantExists(this.database, organisationId, supersedesId)))
      throw conflict('That grant does not stand: look again at the grants of this organisation');
    const id = randomUUID();
    try {
      await recordEarnedAutonomy(this.database, {
        id,
        organisationId,
        ...request,
        recordedBy: acting.personId,
        recordedAt: this.clock.now(),
      });
    } catch (error) {
      if (databaseErrorOf(error)?.constraint === 'earned_autonomy_supersedes_id_key')
        throw conflict('Somebody else has just corrected that grant: look again');
      throw error;
    }
    return id;
  }
}

function wrong(pointer: string, detail: string) {
  return unprocessable(`${detail}.`, [{ pointer, detail }]);
}
