import {
  CASE_ACTION_NAMES,
  CASE_STATES,
  IMPACT_CODES,
  LIKELIHOOD_CODES,
  MANDATORY_RULES,
  REFERENCE_DATA_KINDS,
  REGIME_SCHEMA,
  ROLES,
} from '#domain';
import { POINT_NUMBER } from './content-schemas.js';
import {
  DATE,
  described,
  HASH,
  INSTANT,
  list,
  mapOf,
  object,
  oneOf,
  orNull,
  ref,
  TEXT,
  UUID,
  YES_OR_NO,
  type JsonSchema,
} from './json-schema.js';

/** Schemas of the parts of a regime, under names of their own, refer to one another by those names. */
function inOpenApi(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOpenApi);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => [
      name,
      name === '$ref' && typeof inner === 'string'
        ? inner.replace('#/$defs/', '#/components/schemas/Regime-')
        : inOpenApi(inner),
    ]),
  );
}

/** The schema regimes are checked by when they are loaded, as OpenAPI takes it. */
function regimeSchemas(): Readonly<Record<string, JsonSchema>> {
  const schemas = inOpenApi(REGIME_SCHEMA) as Readonly<Record<string, unknown>>;
  // The dialect is the description's own.
  const regime = Object.fromEntries(
    Object.entries(schemas).filter(([name]) => name !== '$defs' && name !== '$schema'),
  );
  const $defs = schemas['$defs'] as Readonly<Record<string, JsonSchema>>;
  const parts = Object.entries($defs).map(([name, schema]) => [`Regime-${name}`, schema]);
  return { Regime: regime, ...(Object.fromEntries(parts) as Readonly<Record<string, JsonSchema>>) };
}

function criteria(codes: readonly string[]): JsonSchema {
  const level = object({ score: { type: 'integer' }, label: TEXT, descriptor: TEXT });
  return list(object({ code: oneOf(codes), name: TEXT, description: TEXT, levels: list(level) }));
}

const STATES = list(oneOf(CASE_STATES));

/** One version of some reference data, without its document. */
const VERSION: Readonly<Record<string, JsonSchema>> = {
  version: described(TEXT, 'Of a regime its version, of bank holidays their id.'),
  name: described(TEXT, 'What the document calls itself.'),
  loadedAt: INSTANT,
  contentHash: HASH,
  addedBy: described(
    orNull(object({ id: UUID, name: TEXT })),
    'Null where it came with the service or was loaded by command.',
  ),
};

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
        mandatory: described(
          oneOf(MANDATORY_RULES),
          'By the regime new requests come under; this service’s own reading.',
        ),
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
  ...regimeSchemas(),
  Regimes: object({
    newCasesGet: described(TEXT, 'Version new requests come under today.'),
    adoptions: list(object({ id: UUID, regimeVersion: TEXT, adoptedFrom: DATE })),
    regimes: list(
      object({
        regime: ref('Regime'),
        contentHash: HASH,
        inUse: described(YES_OR_NO, 'Whether cases are pinned to it, so that it is never altered.'),
      }),
    ),
  }),
  ReferenceDataKinds: object({
    kinds: list(
      object({
        kind: oneOf(REFERENCE_DATA_KINDS),
        name: TEXT,
        versions: described(list(object(VERSION)), 'The one loaded last comes first.'),
      }),
    ),
  }),
  ReferenceDataDocument: object({
    ...VERSION,
    document: described(mapOf({}), 'The version as it was given: a regime, or a calendar of bank holidays.'),
  }),
  ReferenceDataReceipt: object({
    kind: oneOf(REFERENCE_DATA_KINDS),
    version: TEXT,
    contentHash: HASH,
    addedAt: INSTANT,
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
