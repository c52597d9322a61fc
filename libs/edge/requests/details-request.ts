import {
  CASE_FLAGS,
  COMMERCIAL_APPROACHES,
  FIRST_REQUEST_STATES,
  FLAG_STATEMENTS,
  LONGEST_PIPELINE_KEY,
  PHASES,
  PROTECTIVE_MARKINGS,
  SPEND_CATEGORIES,
  type CommercialApproach,
  type CommitmentAnswer,
  type FirstRequestState,
  type Pence,
  type Phase,
  type ProtectiveMarking,
  type RetrospectiveExplanation,
  type SeniorResponsibleOwner,
  type SpendCategory,
} from '#domain';
import type { DetailsChange, DetailsPatch, NewCaseRequest } from '#casework';
import {
  Choice,
  DateField,
  EmailField,
  FinancialYearField,
  Flag,
  Nested,
  PenceField,
  Text,
  TextList,
  UuidField,
} from '../fields/fields.js';
import { isKey, MapField } from '../fields/map-field.js';
import { textCheck } from '../fields/text-rule.js';
import { given, type Given } from './given.js';
import { LONGEST_NAME, LONGEST_NARRATIVE, LONGEST_TITLE, MOST_SUPPLIERS, MOST_YEARS } from './limits.js';

const UNANSWERED = { optional: true, nullable: true } as const;
const EXPLANATION = { max: LONGEST_NARRATIVE, multiline: true, ...UNANSWERED } as const;
const SUPPLIERS = { max: LONGEST_NAME, maxItems: MOST_SUPPLIERS, optional: true } as const;

/** Money asked for in one financial year. */
export class YearAmountRequest {
  @FinancialYearField()
  readonly financialYear!: string;

  @PenceField()
  readonly amountPence!: Pence;
}

/** Yes-or-no facts; those left out stay as they are. */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- its fields are declared below, from the flags
export class FlagsRequest {}
for (const flag of CASE_FLAGS)
  Flag({ ...UNANSWERED, description: `Whether ${FLAG_STATEMENTS[flag]}.` })(FlagsRequest.prototype, flag);

/** The person accountable for the programme. */
export class OwnerRequest {
  @Text({ max: LONGEST_NAME })
  readonly name!: string;

  @EmailField()
  readonly email!: string;
}

/** Why money was committed before approval. */
export class RetrospectiveRequest {
  @Text(EXPLANATION)
  readonly rootCause?: string | null;

  @Text(EXPLANATION)
  readonly howJudgementWasApplied?: string | null;

  @Text(EXPLANATION)
  readonly improvementPlan?: string | null;
}

const explanationCheck = textCheck(EXPLANATION);

const COMMITMENT_ANSWER = {
  schema: {
    type: 'object',
    required: ['meets'],
    properties: {
      meets: { type: ['boolean', 'null'] },
      explanation: { type: ['string', 'null'], maxLength: LONGEST_NARRATIVE },
    },
    additionalProperties: false,
  },
  check: (value: unknown): string | null => {
    if (value === null) return null;
    const {
      meets,
      explanation = null,
      ...rest
    } = (typeof value === 'object' ? value : {}) as Readonly<Record<string, unknown>>;
    if ((typeof meets !== 'boolean' && meets !== null) || Object.keys(rest).length > 0)
      return 'Give “meets” (true, false or null) and “explanation”';
    return explanation === null ? null : explanationCheck(explanation);
  },
};

/** The details of a request but its title. What is left out stays as it is; null, or an empty list, clears it. */
export class DetailsFields {
  @Text({ ...EXPLANATION, description: 'What the money is for.' })
  readonly description?: string | null;

  @Choice(SPEND_CATEGORIES, UNANSWERED)
  readonly category?: SpendCategory | null;

  @Choice(PHASES, UNANSWERED)
  readonly phase?: Phase | null;

  @PenceField({ ...UNANSWERED, description: 'The amount approval is asked for, in pence.' })
  readonly requestedPence?: Pence | null;

  @PenceField({ ...UNANSWERED, description: 'What it will cost from first to last, in pence.' })
  readonly wholeLifePence?: Pence | null;

  @Nested(() => YearAmountRequest, { array: true, maxItems: MOST_YEARS, optional: true })
  readonly yearAmounts?: YearAmountRequest[];

  @DateField(UNANSWERED)
  readonly spendStartsOn?: string | null;

  @DateField(UNANSWERED)
  readonly spendEndsOn?: string | null;

  @DateField(UNANSWERED)
  readonly contractEndsOn?: string | null;

  @TextList(SUPPLIERS)
  readonly currentSuppliers?: string[];

  @TextList(SUPPLIERS)
  readonly proposedSuppliers?: string[];

  @Choice(COMMERCIAL_APPROACHES, UNANSWERED)
  readonly commercialApproach?: CommercialApproach | null;

  @Nested(() => FlagsRequest, { optional: true })
  readonly flags?: FlagsRequest;

  @Nested(() => RetrospectiveRequest, UNANSWERED)
  readonly retrospectiveExplanation?: RetrospectiveRequest | null;

  @Choice(PROTECTIVE_MARKINGS, { optional: true })
  readonly protectiveMarking?: ProtectiveMarking;

  @Nested(() => OwnerRequest, UNANSWERED)
  readonly seniorResponsibleOwner?: OwnerRequest | null;

  @MapField(
    {
      schema: { type: ['string', 'null'], maxLength: 60 },
      check: (value) => (value === null || isKey(value) ? null : 'Give the id of an answer'),
    },
    {
      optional: true,
      description:
        'Answers to the rating questions, id of the answer by id of the question; null takes one back, those left out stay as they are.',
      example: { 'top-75': 'no' },
    },
  )
  readonly ratingAnswers?: Readonly<Record<string, string | null>>;

  @MapField(
    { ...COMMITMENT_ANSWER, schema: { anyOf: [COMMITMENT_ANSWER.schema, { type: 'null' }] } },
    {
      optional: true,
      description:
        'What is said of the strategic commitments, by id; null takes one back, those left out stay as they are.',
    },
  )
  readonly commitmentAnswers?: Readonly<
    Record<string, { readonly meets: boolean | null; readonly explanation?: string | null } | null>
  >;
}

/** A change to the details of a case. */
export class DetailsRequest extends DetailsFields {
  @Text({ max: LONGEST_TITLE, optional: true })
  readonly title?: string;

  @Text({
    max: LONGEST_NARRATIVE,
    multiline: true,
    optional: true,
    description:
      'What a variation or an extension changes from what was approved, and why; of no other request.',
  })
  readonly whatChanges?: string;

  @Text({
    max: LONGEST_PIPELINE_KEY,
    optional: true,
    nullable: true,
    description: 'What the organisation calls planned spend in its own plans; null takes it away.',
  })
  readonly pipelineKey?: string | null;
}

/** A new case: its organisation, its title, and as much else as is known. */
export class CaseRequest extends DetailsFields {
  @UuidField({ description: 'The organisation that asks.' })
  readonly organisationId!: string;

  @Text({ max: LONGEST_TITLE })
  readonly title!: string;

  @Choice(FIRST_REQUEST_STATES, {
    optional: true,
    description: 'Planned is spend foreseen of which no request is begun yet; draft unless given.',
  })
  readonly state?: FirstRequestState;

  @Text({
    max: LONGEST_PIPELINE_KEY,
    optional: true,
    description: 'What the organisation calls planned spend in its own plans; once within the organisation.',
  })
  readonly pipelineKey?: string;
}

/** What a change of details asks for, as the drafting service takes it. */
export function detailsPatch(request: Given<DetailsRequest>): DetailsChange {
  const { yearAmounts, flags, commitmentAnswers, ...rest } = request;
  const { retrospectiveExplanation, seniorResponsibleOwner, ...plain } = given(rest);
  return {
    ...plain,
    ...(yearAmounts === undefined
      ? {}
      : {
          yearAmounts: yearAmounts.map(({ financialYear, amountPence }) => ({ financialYear, amountPence })),
        }),
    ...(flags === undefined ? {} : { flags: given(flags) }),
    ...(commitmentAnswers === undefined ? {} : { commitmentAnswers: commitments(commitmentAnswers) }),
    ...(retrospectiveExplanation === undefined
      ? {}
      : { retrospectiveExplanation: retrospective(retrospectiveExplanation) }),
    ...(seniorResponsibleOwner === undefined
      ? {}
      : { seniorResponsibleOwner: ownerOf(seniorResponsibleOwner) }),
  };
}

function ownerOf(request: OwnerRequest | null): SeniorResponsibleOwner | null {
  return request === null ? null : { name: request.name, email: request.email };
}

function commitments(
  answers: NonNullable<DetailsFields['commitmentAnswers']>,
): Readonly<Record<string, CommitmentAnswer | null>> {
  return Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [
      id,
      answer === null ? null : { meets: answer.meets, explanation: answer.explanation ?? null },
    ]),
  );
}

function retrospective(request: RetrospectiveRequest | null): RetrospectiveExplanation | null {
  if (request === null) return null;
  const { rootCause = null, howJudgementWasApplied = null, improvementPlan = null } = request;
  return { rootCause, howJudgementWasApplied, improvementPlan };
}

/** What a new case starts with, as the drafting service takes it. */
export function newCase(request: CaseRequest): NewCaseRequest {
  const { organisationId, title, state, pipelineKey, ...details } = request;
  const patch: DetailsPatch = detailsPatch(given(details));
  return { ...patch, ...given({ state, pipelineKey }), organisationId, title };
}
