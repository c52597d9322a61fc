import {
  COMPONENT_USES,
  IMPACT_CODES,
  LONGEST_COMPONENT_ID,
  LIKELIHOOD_CODES,
  MOST_BENEFITS,
  MOST_COMPONENTS,
  POINT_NUMBERS,
  VERDICTS,
  type Benefit,
  type ComponentUse,
  type GivenEvidence,
  type ImpactCode,
  type LegacyException,
  type LikelihoodCode,
  type Pence,
  type PointNumber,
  type Verdict,
} from '#domain';
import {
  Choice,
  ChoiceList,
  DateField,
  Flag,
  LinkField,
  Nested,
  PenceField,
  Text,
  WholeNumber,
} from '../fields/fields.js';
import { LONGEST_NAME, LONGEST_NARRATIVE, LONGEST_REASON, LONGEST_TITLE, MOST_LINKS } from './limits.js';

const UNANSWERED = { optional: true, nullable: true } as const;
const WORST_LIKELIHOOD = 6;
const WORST_IMPACT = 5;

/** A page that shows something. */
export class LinkRequest {
  @Text({ max: LONGEST_TITLE })
  readonly title!: string;

  @LinkField()
  readonly url!: string;
}

/** How a gap will be closed. */
export class RemediationRequest {
  @Text({ max: LONGEST_REASON, multiline: true, ...UNANSWERED })
  readonly action?: string | null;

  @Text({ max: LONGEST_NAME, ...UNANSWERED })
  readonly owner?: string | null;

  @DateField(UNANSWERED)
  readonly dueOn?: string | null;
}

/** What is said of one common component. */
export class ComponentRequest {
  @Text({ max: LONGEST_COMPONENT_ID, description: 'Its id in the catalogue.' })
  readonly component!: string;

  @Choice(COMPONENT_USES, UNANSWERED)
  readonly use?: ComponentUse | null;

  @Text({ max: LONGEST_REASON, multiline: true, ...UNANSWERED, description: 'Why it is not used.' })
  readonly reason?: string | null;
}

/** What the department says about one point, in full: what is left out is not answered. */
export class EvidenceRequest {
  @Choice(VERDICTS, UNANSWERED)
  readonly selfAssessment?: Verdict | null;

  @Text({ max: LONGEST_NARRATIVE, multiline: true, ...UNANSWERED })
  readonly narrative?: string | null;

  @Text({ max: LONGEST_REASON, multiline: true, ...UNANSWERED })
  readonly notApplicableReason?: string | null;

  @Nested(() => LinkRequest, { array: true, maxItems: MOST_LINKS, optional: true })
  readonly links?: LinkRequest[];

  @Nested(() => RemediationRequest, UNANSWERED)
  readonly remediation?: RemediationRequest | null;

  @Nested(() => ComponentRequest, {
    array: true,
    maxItems: MOST_COMPONENTS,
    optional: true,
    description: 'Common components, of point 8 alone: whether each is used, or why not.',
  })
  readonly components?: ComponentRequest[];
}

/** Likelihood scores by criterion; null, or left out, where not scored yet. */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- its fields are declared below, from the codes
export class LikelihoodRequest {}
for (const code of LIKELIHOOD_CODES)
  WholeNumber({ min: 1, max: WORST_LIKELIHOOD, ...UNANSWERED })(LikelihoodRequest.prototype, code);

/** Impact scores by criterion; null, or left out, where not scored yet. */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- its fields are declared below, from the codes
export class ImpactRequest {}
for (const code of IMPACT_CODES)
  WholeNumber({ min: 1, max: WORST_IMPACT, ...UNANSWERED })(ImpactRequest.prototype, code);

/** Scores of the Legacy IT Risk Assessment Framework. */
export class ScoresRequest {
  @Nested(() => LikelihoodRequest, { optional: true })
  readonly likelihood?: LikelihoodRequest;

  @Nested(() => ImpactRequest, { optional: true })
  readonly impact?: ImpactRequest;
}

/** A benefit promised of putting a legacy system right. */
export class BenefitRequest {
  @Text({ max: LONGEST_REASON, multiline: true, description: 'What will be better.' })
  readonly benefit!: string;

  @Text({
    max: LONGEST_REASON,
    multiline: true,
    ...UNANSWERED,
    description: 'How it will be seen that it is.',
  })
  readonly measure?: string | null;

  @DateField(UNANSWERED)
  readonly dueOn?: string | null;

  @PenceField({
    ...UNANSWERED,
    description: 'What it is worth in all; left out where it is not given in money.',
  })
  readonly amountPence?: Pence | null;
}

/** A legacy system that limits how far points can be met, in full: what is left out is not answered. */
export class ExceptionRequest {
  @Text({ max: LONGEST_NAME })
  readonly system!: string;

  @ChoiceList(POINT_NUMBERS, { optional: true, description: 'The points it limits.' })
  readonly points?: PointNumber[];

  @Text({ max: LONGEST_NARRATIVE, multiline: true, ...UNANSWERED })
  readonly explanation?: string | null;

  @Text({ max: LONGEST_NARRATIVE, multiline: true, ...UNANSWERED })
  readonly remediationPlan?: string | null;

  @Flag({ ...UNANSWERED, description: 'Whether the remediation is funded.' })
  readonly funded?: boolean | null;

  @DateField(UNANSWERED)
  readonly targetDate?: string | null;

  @Text({ max: LONGEST_NAME, ...UNANSWERED })
  readonly owner?: string | null;

  @Nested(() => ScoresRequest, { optional: true })
  readonly scores?: ScoresRequest;

  @Nested(() => BenefitRequest, {
    array: true,
    maxItems: MOST_BENEFITS,
    optional: true,
    description: 'Benefits promised of putting it right.',
  })
  readonly benefits?: BenefitRequest[];
}

/** Links as plain data. */
export function plainLinks(links: readonly LinkRequest[] = []): { title: string; url: string }[] {
  return links.map(({ title, url }) => ({ title, url }));
}

/** Evidence as the drafting service takes it. */
export function evidenceOf(point: PointNumber, request: EvidenceRequest): GivenEvidence {
  const { selfAssessment = null, narrative = null, notApplicableReason = null, links } = request;
  const { remediation = null, components = [] } = request;
  return {
    point,
    selfAssessment,
    narrative,
    notApplicableReason,
    links: plainLinks(links),
    remediation:
      remediation === null
        ? null
        : {
            action: remediation.action ?? null,
            owner: remediation.owner ?? null,
            dueOn: remediation.dueOn ?? null,
          },
    components: components.map(({ component, use = null, reason = null }) => ({ component, use, reason })),
  };
}

function scoresOf<Code extends string>(
  codes: readonly Code[],
  scores: object | undefined,
): Record<Code, number | null> {
  const known: Partial<Record<string, number | null>> = { ...scores };
  return Object.fromEntries(codes.map((code) => [code, known[code] ?? null])) as Record<Code, number | null>;
}

/** A legacy exception as the drafting service takes it; its points in order. */
export function exceptionOf(request: ExceptionRequest): Omit<LegacyException, 'id'> {
  const { system, points = [], explanation = null, remediationPlan = null, funded = null } = request;
  const { targetDate = null, owner = null, scores, benefits = [] } = request;
  return {
    system,
    points: points.toSorted((one, other) => one - other),
    explanation,
    remediationPlan,
    funded,
    targetDate,
    owner,
    scores: {
      likelihood: scoresOf<LikelihoodCode>(LIKELIHOOD_CODES, scores?.likelihood),
      impact: scoresOf<ImpactCode>(IMPACT_CODES, scores?.impact),
    },
    ...(benefits.length === 0 ? {} : { benefits: benefits.map(benefitOf) }),
  };
}

/** A promised benefit as the drafting service takes it. */
export function benefitOf(request: BenefitRequest): Benefit {
  const { benefit, measure = null, dueOn = null, amountPence = null } = request;
  return { benefit, measure, dueOn, amountPence };
}
