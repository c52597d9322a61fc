import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  ASSESSMENT_HORIZON_YEARS,
  CASE_ACTION_NAMES,
  CASE_STATES,
  CODE_OF_PRACTICE_URL,
  CODE_OF_PRACTICE_VERSION,
  CODE_POINTS,
  IMPACT_CRITERIA,
  isDecided,
  isEditable,
  LEGACY_FRAMEWORK_URL,
  LEGACY_FRAMEWORK_VERSION,
  LEGACY_FROM_LIKELIHOOD,
  LIKELIHOOD_CRITERIA,
  RED_RATED_FROM,
  ROLE_NAMES,
  ROLES,
  ruleFor,
  STATE_NAMES,
  TERMINAL_STATES,
  ZONE_STARTS,
  type CaseState,
} from '#domain';
import { PolicyReadingService, type Acting } from '#casework';
import { NotRecorded } from '#edge';
import { Access, NeedsScope } from '#identity';
import { CurrentActor } from './acting.js';
import { sendJson } from './answering.js';
import { Gives } from './documenting.js';

const LEGACY_RISK_FRAMEWORK = JSON.stringify({
  version: LEGACY_FRAMEWORK_VERSION,
  url: LEGACY_FRAMEWORK_URL,
  horizonYears: ASSESSMENT_HORIZON_YEARS,
  legacyFromLikelihood: LEGACY_FROM_LIKELIHOOD,
  redRatedFrom: RED_RATED_FROM,
  zoneStarts: ZONE_STARTS,
  likelihood: LIKELIHOOD_CRITERIA,
  impact: IMPACT_CRITERIA,
});
const LIFECYCLE = JSON.stringify({
  states: CASE_STATES.map((state) => ({
    state,
    name: STATE_NAMES[state],
    editable: isEditable(state),
    decided: isDecided(state),
    terminal: (TERMINAL_STATES as readonly CaseState[]).includes(state),
  })),
  roles: ROLES.map((role) => ({ role, name: ROLE_NAMES[role] })),
  actions: CASE_ACTION_NAMES.map((action) => ({ action, ...ruleFor(action) })),
});

/** It changes only with the service itself. */
const FOR_A_WHILE = { 'cache-control': 'private, max-age=300' };

/** What every case rests on. */
@ApiTags('Reference data')
@Controller('api/v1/reference-data')
@Access('signed-in')
@NeedsScope('reference-data:read')
export class ReferenceDataController {
  constructor(private readonly policies: PolicyReadingService) {}

  @Get('code-of-practice')
  @NotRecorded('reference data')
  @Gives('Reads the 13 points of the Technology Code of Practice', 'CodeOfPractice')
  async codeOfPractice(@CurrentActor() acting: Acting, @Res() reply: FastifyReply): Promise<void> {
    const { points } = (await this.policies.regimeInForce(acting)).mandatoryPoints;
    const answer = {
      version: CODE_OF_PRACTICE_VERSION,
      url: CODE_OF_PRACTICE_URL,
      points: CODE_POINTS.map((point) => ({ ...point, mandatory: points[`${point.number}`] })),
    };
    sendJson(reply, JSON.stringify(answer));
  }

  @Get('legacy-risk-framework')
  @NotRecorded('reference data')
  @Gives('Reads the criteria of the Legacy IT Risk Assessment Framework', 'LegacyRiskFramework')
  legacyRiskFramework(@Res() reply: FastifyReply): void {
    sendJson(reply, LEGACY_RISK_FRAMEWORK, FOR_A_WHILE);
  }

  @Get('regimes')
  @NotRecorded('reference data')
  @Gives('Reads the versions of the spend control this service knows', 'Regimes')
  async regimes(@CurrentActor() acting: Acting, @Res() reply: FastifyReply): Promise<void> {
    sendJson(reply, JSON.stringify(await this.policies.regimesInUse(acting)));
  }

  @Get('working-days')
  @NotRecorded('reference data')
  @Gives('Reads the bank holidays that clocks go by', 'WorkingDays')
  async workingDays(@CurrentActor() acting: Acting, @Res() reply: FastifyReply): Promise<void> {
    sendJson(reply, JSON.stringify(await this.policies.calendar(acting)));
  }

  @Get('common-components')
  @NotRecorded('reference data')
  @Gives('Reads the common components of government that requests are asked about', 'CommonComponents')
  async commonComponents(@CurrentActor() acting: Acting, @Res() reply: FastifyReply): Promise<void> {
    sendJson(reply, JSON.stringify(await this.policies.catalogue(acting)));
  }

  @Get('lifecycle')
  @NotRecorded('reference data')
  @Gives('Reads who may do what to a case in which state', 'Lifecycle')
  lifecycle(@Res() reply: FastifyReply): void {
    sendJson(reply, LIFECYCLE, FOR_A_WHILE);
  }
}
