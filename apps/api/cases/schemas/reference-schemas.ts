import {
  CASE_ACTION_NAMES,
  CASE_FLAGS,
  CASE_STATES,
  IMPACT_CODES,
  LIKELIHOOD_CODES,
  MANDATORY_RULES,
  REGIME_VERSIONS,
  ROLES,
  SPEND_CATEGORIES,
} from '#domain';
import { POINT_NUMBER } from './content-schemas.js';
import { list, object, oneOf, orNull, PENCE, TEXT, YES_OR_NO, type JsonSchema } from './json-schema.js';

const NOT_KNOWN: JsonSchema = { type: 'string', const: 'not-known' };
const THRESHOLD = {
  thresholdPence: PENCE,
  measure: oneOf(['requested', 'whole-life']),
  effect: oneOf(['needs-approval', 'pipeline-reporting']),
  reason: TEXT,
  source: TEXT,
};

function criteria(codes: readonly string[]): JsonSchema {
  const level = object({ score: { type: 'integer' }, label: TEXT, descriptor: TEXT });
  return list(object({ code: oneOf(codes), name: TEXT, description: TEXT, levels: list(level) }));
}

const STATES = list(oneOf(CASE_STATES));

/** What this service knows and every case rests on. */
export const REFERENCE_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  CodeOfPractice: object({
    version: TEXT,
    url: TEXT,
    points: list(
      object({
        number: POINT_NUMBER,
        title: TEXT,
        summary: TEXT,
        verb: TEXT,
        evidencePrompts: list(TEXT),
        url: TEXT,
        mandatory: oneOf(MANDATORY_RULES),
      }),
    ),
  }),
  LegacyRiskFramework: object({
    version: TEXT,
    url: TEXT,
    horizonYears: { type: 'integer' },
    legacyFromLikelihood: { type: 'integer' },
    redRatedFrom: { type: 'integer' },
    zoneStarts: object({
      medium: { type: 'integer' },
      high: { type: 'integer' },
      red: { type: 'integer' },
    }),
    likelihood: criteria(LIKELIHOOD_CODES),
    impact: criteria(IMPACT_CODES),
  }),
  Regimes: object({
    newCasesGet: oneOf(REGIME_VERSIONS),
    regimes: list(
      object({
        version: oneOf(REGIME_VERSIONS),
        name: TEXT,
        validFrom: TEXT,
        validTo: orNull(TEXT),
        route: TEXT,
        thresholds: {
          oneOf: [
            object({
              scoped: list(
                object({
                  scope: {
                    oneOf: [
                      object({ kind: { type: 'string', const: 'flag' }, flag: oneOf(CASE_FLAGS) }),
                      object({
                        kind: { type: 'string', const: 'category' },
                        category: oneOf(SPEND_CATEGORIES),
                      }),
                    ],
                  },
                  ...THRESHOLD,
                }),
              ),
              otherwise: object(THRESHOLD),
            }),
            NOT_KNOWN,
          ],
        },
        turnaround: {
          oneOf: [
            object({
              acknowledgeWithinWorkingDays: { type: 'integer' },
              askForInformationWithinWorkingDays: { type: 'integer' },
              decideWithinCalendarDays: { type: 'integer' },
              source: TEXT,
            }),
            NOT_KNOWN,
          ],
        },
        source: TEXT,
      }),
    ),
  }),
  Lifecycle: object({
    states: list(
      object({
        state: oneOf(CASE_STATES),
        name: TEXT,
        editable: YES_OR_NO,
        decided: YES_OR_NO,
        terminal: YES_OR_NO,
      }),
    ),
    roles: list(object({ role: oneOf(ROLES), name: TEXT })),
    actions: list(
      object({
        action: oneOf(CASE_ACTION_NAMES),
        name: TEXT,
        from: STATES,
        to: { oneOf: [STATES, { type: 'string', const: 'unchanged' }] },
        roles: list(oneOf(ROLES)),
        reason: oneOf(['required', 'none']),
        guards: list(TEXT),
      }),
    ),
  }),
};
