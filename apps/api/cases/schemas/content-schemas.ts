import {
  CASE_FLAGS,
  COMMERCIAL_APPROACHES,
  COMPONENT_USES,
  FLAG_STATEMENTS,
  IMPACT_CODES,
  LIKELIHOOD_CODES,
  PHASES,
  POINT_NUMBERS,
  PROTECTIVE_MARKINGS,
  RISK_ZONES,
  SPEND_CATEGORIES,
  VERDICTS,
  type CaseFlag,
} from '#domain';
import {
  COUNT,
  COUNT_FROM_ZERO,
  DATE,
  described,
  list,
  mapOf,
  object,
  oneOf,
  orNull,
  PENCE,
  ref,
  TEXT,
  TEXT_HASH,
  UUID,
  YES_OR_NO,
  type JsonSchema,
} from './json-schema.js';

/** Schemas of a set of properties, one for each name. */
function each<Name extends string>(
  names: readonly Name[],
  schema: (name: Name) => JsonSchema,
): Record<string, JsonSchema> {
  return Object.fromEntries(names.map((name) => [name, schema(name)]));
}

export const POINT_NUMBER: JsonSchema = { type: 'integer', enum: [...POINT_NUMBERS] };

/** Fields of a point's evidence. */
export const EVIDENCE_FIELDS = {
  point: POINT_NUMBER,
  selfAssessment: orNull(oneOf(VERDICTS)),
  narrative: orNull(TEXT),
  notApplicableReason: orNull(TEXT),
  links: list(ref('EvidenceLink')),
  remediation: orNull(ref('Remediation')),
};

/** Files of a part of a version; the name and checksum are empty where they were disposed of. */
const ATTACHED = described(
  list(ref('AttachmentInBrief')),
  'Files attached to it; left out where there are none.',
);

/** What is said of common components. */
export const COMPONENTS = described(
  list(ref('ComponentAnswer')),
  'What is said of common components, on point 8; left out where nothing is.',
);

/** Fields of an attached file. */
export const ATTACHMENT_FIELDS = {
  id: UUID,
  name: TEXT,
  mediaType: TEXT,
  bytes: COUNT,
  sha256: TEXT_HASH,
};

/** Fields of a legacy exception. */
export const EXCEPTION_FIELDS = {
  id: UUID,
  system: TEXT,
  points: list(POINT_NUMBER),
  explanation: orNull(TEXT),
  remediationPlan: orNull(TEXT),
  funded: orNull(YES_OR_NO),
  targetDate: orNull(DATE),
  owner: orNull(TEXT),
  scores: ref('LegacyScores'),
};

/** Benefits promised of putting a legacy system right. */
export const BENEFITS = described(
  list(ref('Benefit')),
  'Benefits promised of putting it right; left out where there are none.',
);

const YES_NO_OR_UNANSWERED = orNull(YES_OR_NO);

/** What changed from one content of a case to a later one. */
const DIFFERENCE = {
  details: list(ref('FieldChange')),
  points: list(
    object({ point: POINT_NUMBER, changes: list(ref('FieldChange')), legacyExceptionsChanged: YES_OR_NO }),
  ),
  legacyExceptions: object({
    added: list(ref('LegacyException')),
    removed: list(ref('LegacyException')),
    changed: list(object({ id: UUID, system: TEXT, changes: list(ref('FieldChange')) })),
  }),
  unchanged: YES_OR_NO,
};

/** What the department says. */
export const CONTENT_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  EvidenceLink: object({ title: TEXT, url: TEXT }),
  Remediation: object({ action: orNull(TEXT), owner: orNull(TEXT), dueOn: orNull(DATE) }),
  CaseDetails: object(
    {
      title: TEXT,
      description: orNull(TEXT),
      category: orNull(oneOf(SPEND_CATEGORIES)),
      phase: orNull(oneOf(PHASES)),
      requestedPence: orNull(PENCE),
      wholeLifePence: orNull(PENCE),
      yearAmounts: list(object({ financialYear: TEXT, amountPence: PENCE })),
      spendStartsOn: orNull(DATE),
      spendEndsOn: orNull(DATE),
      contractEndsOn: orNull(DATE),
      currentSuppliers: list(TEXT),
      proposedSuppliers: list(TEXT),
      commercialApproach: orNull(oneOf(COMMERCIAL_APPROACHES)),
      flags: object(
        each(CASE_FLAGS, (flag: CaseFlag) =>
          described(YES_NO_OR_UNANSWERED, `Whether ${FLAG_STATEMENTS[flag]}; null is unanswered.`),
        ),
      ),
      retrospectiveExplanation: orNull(
        object({
          rootCause: orNull(TEXT),
          howJudgementWasApplied: orNull(TEXT),
          improvementPlan: orNull(TEXT),
        }),
      ),
      protectiveMarking: oneOf(PROTECTIVE_MARKINGS),
      seniorResponsibleOwner: orNull(object({ name: TEXT, email: TEXT })),
      ratingAnswers: described(mapOf(TEXT), 'Id of the answer by id of the rating question.'),
      commitmentAnswers: described(
        mapOf(object({ meets: YES_NO_OR_UNANSWERED, explanation: orNull(TEXT) })),
        'What is said of the strategic commitments, by id.',
      ),
      whatChanges: described(
        orNull(TEXT),
        'What a variation or an extension changes from what was approved, and why; left out of every other request.',
      ),
    },
    ['whatChanges'],
  ),
  AttachmentInBrief: object(ATTACHMENT_FIELDS),
  ComponentAnswer: object({
    component: TEXT,
    name: TEXT,
    use: orNull(oneOf(COMPONENT_USES)),
    reason: orNull(TEXT),
  }),
  PointEvidence: object({ ...EVIDENCE_FIELDS, components: COMPONENTS, attachments: ATTACHED }, [
    'components',
    'attachments',
  ]),
  LegacyScores: object({
    likelihood: object(each(LIKELIHOOD_CODES, () => orNull({ type: 'integer', minimum: 1, maximum: 6 }))),
    impact: object(each(IMPACT_CODES, () => orNull({ type: 'integer', minimum: 1, maximum: 5 }))),
  }),
  Benefit: object({
    benefit: TEXT,
    measure: orNull(TEXT),
    dueOn: orNull(DATE),
    amountPence: orNull(PENCE),
  }),
  LegacyException: object({ ...EXCEPTION_FIELDS, benefits: BENEFITS, attachments: ATTACHED }, [
    'benefits',
    'attachments',
  ]),
  LegacyRisk: {
    description: 'Score by the Legacy IT Risk Assessment Framework (GOV.UK, 13 March 2025).',
    oneOf: [
      object({
        complete: { type: 'boolean', const: true },
        likelihoodTotal: { type: 'number' },
        impactTotal: { type: 'number' },
        overall: { type: 'number', description: 'Likelihood × impact, not rounded.' },
        overallRounded: { type: 'number', description: 'To two decimal places.' },
        isLegacy: YES_OR_NO,
        isRedRated: YES_OR_NO,
        zone: oneOf(RISK_ZONES),
      }),
      object({
        complete: { type: 'boolean', const: false },
        missing: list(oneOf([...LIKELIHOOD_CODES, ...IMPACT_CODES])),
      }),
    ],
  },
  CaseContent: object({
    details: ref('CaseDetails'),
    points: list(ref('PointEvidence')),
    legacyExceptions: list(ref('LegacyException')),
  }),
  FieldChange: object({
    pointer: described(TEXT, 'JSON pointer into the later content.'),
    before: { description: 'Any JSON value.' },
    after: { description: 'Any JSON value.' },
  }),
  VersionDifference: object({
    from: COUNT_FROM_ZERO,
    to: COUNT_FROM_ZERO,
    ...DIFFERENCE,
  }),
  ContentDifference: object(DIFFERENCE),
};
