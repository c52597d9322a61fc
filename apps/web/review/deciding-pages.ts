import { Injectable } from '@nestjs/common';
import {
  ACTION_OF,
  DecisionService,
  FormFaults,
  ReadingService,
  ReviewReadingService,
  StepUp,
  type Acting,
} from '#casework';
import {
  codePoint,
  POINT_NUMBERS,
  type DecidedState,
  type NewCondition,
  type Pence,
  type PointNumber,
  type PointOverride,
  type StepUpRule,
} from '#domain';
import {
  ApprovalRequest,
  ConditionalApprovalRequest,
  decisionOf,
  ReasonOnVersionRequest,
  SupersedeRequest,
} from '#edge';
import { together } from '#platform';
import { CasePages } from '../case/case-pages.js';
import { checkRequest } from '../forms/check-request.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { fieldsOf, PostedForm, type PostedFields } from '../forms/posted-form.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import {
  conditionCount,
  conditionsAsked,
  conditionsShown,
  conditionToGoOnFrom,
  decisionFieldOf,
  conditionOfField,
  decisionWords,
  fieldsOfDecision,
  OUTCOMES,
  outcomeName,
  outcomeOf,
  overridesAsked,
  withConditions,
} from './decision-form.js';
import { donePath } from './done-words.js';
import { inOrder, sayingWhich } from '../forms/problem-words.js';
import { exceptionView, pointRows, progressOf } from './point-view.js';
import {
  frame,
  offerOf,
  refusedPage,
  ReviewPages,
  revisionIn,
  statusOf,
  versionIn,
  type OpenReview,
} from './review-pages.js';

/** The first decision on a version, or one that takes the place of another. */
export type Kind = 'decide' | 'supersede';

const TITLES: Readonly<Record<Kind, string>> = {
  decide: 'Decide this case',
  supersede: 'Put a new decision in the place of the one that stands',
};

/** Every decision is an offer of its own; they are allowed and refused together but for what is written. */
function offerFor(open: OpenReview, kind: Kind) {
  return offerOf(open, kind === 'decide' ? 'approve' : 'supersede');
}

/** The steps of a decision: choosing, wording, checking, making it final. */
@Injectable()
export class DecidingPages {
  constructor(
    private readonly pages: ReviewPages,
    private readonly cases: CasePages,
    private readonly reading: ReadingService,
    private readonly reviews: ReviewReadingService,
    private readonly decisions: DecisionService,
    private readonly stepUp: StepUp,
    private readonly faults: FormFaults,
  ) {}

  /** Everything the decision rests on, and what it is to be. */
  async choose(kind: Kind, acting: Acting, reference: string, query: unknown): Promise<PageAnswer> {
    const canonical = this.cases.canonical(reference);
    const [open, content, assessments, recommendations, triage] = await together([
      this.pages.open(acting, canonical),
      this.pages.submitted(acting, canonical),
      this.cases.part(acting, canonical, 'assessments'),
      this.cases.part(acting, canonical, 'recommendations'),
      this.reading.triage(acting, canonical),
    ]);
    const { standing, found } = open;
    const offer = offerFor(open, kind);
    const chosen = new PostedForm(fieldsOf(query)).text('outcome');
    const outcome = outcomeOf(chosen);
    const { casePath } = frame(open);
    if (offer.allowed && outcome !== null) return goTo(`${casePath}/${kind}/${outcome}`);
    if (content === null) return refusedPage(open, TITLES[kind], offer.why);
    const asked = 'outcome' in fieldsOf(query) || 'chosen' in fieldsOf(query);
    const problems: readonly ShownProblem[] =
      offer.allowed && asked ? [{ text: 'Choose what you decide', href: '#outcome', field: 'outcome' }] : [];
    return show(
      'review/decide',
      {
        ...frame(open),
        problems,
        kind,
        title: TITLES[kind],
        offer,
        assures: open.assures,
        referBack: offerOf(open, 'refer-back'),
        rows: pointRows(open, content, assessments),
        toLookAt: standing.answersToLookAt,
        progress: progressOf(open),
        exceptions: content.legacyExceptions.map((exception) => exceptionView(open, exception)),
        uncovered: standing.uncovered,
        requestedPence: content.details.requestedPence,
        recommendation: recommendations.filter(({ version }) => version === standing.version).at(-1),
        decision: found.decision,
        steps: triage.route.steps.filter(({ applies }) => applies === true),
        recorded: triage.recordedDecisions,
        outcomes: OUTCOMES,
      },
      statusOf(problems),
    );
  }

  /** The form of one outcome. */
  async word(kind: Kind, acting: Acting, reference: string, outcome: DecidedState): Promise<PageAnswer> {
    const open = await this.pages.open(acting, reference);
    const { decision, conditions } = open.found;
    const fields =
      kind === 'supersede' && decision !== null
        ? fieldsOfDecision(outcome, decision.approvedPence, conditions)
        : {};
    const stepUp = this.stepUpOn([open.found.details.requestedPence]);
    return formPage(open, kind, outcome, fields, [], stepUp);
  }

  /** Checks the form and shows what is about to be made final; or adds or takes away a condition. */
  async check(
    kind: Kind,
    acting: Acting,
    given: string,
    outcome: DecidedState,
    body: unknown,
  ): Promise<PageAnswer> {
    const reference = this.cases.canonical(given);
    const wanted = new PostedForm(fieldsOf(body)).text('do');
    if (wanted === 'add' || wanted.startsWith('remove-')) {
      const fields = fieldsOf(body);
      const shown = withConditions(fields, new PostedForm(fields), wanted);
      return this.form(kind, acting, reference, outcome, shown, []);
    }
    return this.take(kind, acting, reference, outcome, body, async (form, open) => {
      const { decision, supersedes } = await this.read(kind, acting, outcome, form, open);
      const [triage, { promises, lapsing }] = await together([
        this.reading.triage(acting, reference),
        this.reviews.rehearse(acting, reference, outcome, decision, supersedes),
      ]);
      return show('review/decide-check', {
        ...frame(open, form.fields),
        kind,
        outcome,
        outcomeName: outcomeName(outcome),
        decision,
        promises,
        lapsing,
        steps: triage.route.steps.filter(({ applies }) => applies === true),
        recorded: triage.recordedDecisions,
        requestedPence: open.found.details.requestedPence,
        stepUp: this.stepUpOn([open.found.details.requestedPence, decision.approvedPence ?? null]),
        kept: Object.entries(form.fields)
          .filter(([name]) => !name.startsWith('_') && !['revision', 'version', 'do'].includes(name))
          .flatMap(([name, value]) =>
            (typeof value === 'string' ? [value] : value).map((one) => ({ name, value: one })),
          ),
      });
    });
  }

  /** Makes the decision. */
  confirm(
    kind: Kind,
    acting: Acting,
    given: string,
    outcome: DecidedState,
    body: unknown,
  ): Promise<PageAnswer> {
    const reference = this.cases.canonical(given);
    return this.take(kind, acting, reference, outcome, body, async (form, open) => {
      const { decision, supersedes } = await this.read(kind, acting, outcome, form, open);
      const revision = revisionIn(form.fields);
      if (supersedes === null) await this.decisions.decide(acting, reference, revision, outcome, decision);
      else await this.decisions.supersede(acting, reference, revision, { ...decision, outcome, supersedes });
      return goTo(donePath(reference, 'decided'));
    });
  }

  private take(
    kind: Kind,
    acting: Acting,
    reference: string,
    outcome: DecidedState,
    body: unknown,
    act: (form: PostedForm, open: OpenReview) => Promise<PageAnswer>,
  ): Promise<PageAnswer> {
    let uncovered: readonly PointNumber[] = [];
    let overridden: readonly PointNumber[] = [];
    return this.pages.take(acting, reference, {
      body,
      fieldOf: (pointer) => decisionFieldOf(pointer, overridden, uncovered),
      act: async (form) => {
        const open = await this.pages.open(acting, reference);
        ({ uncovered } = open.standing);
        overridden = overridesAsked(form, uncovered).map(({ point }) => point);
        return act(form, open);
      },
      again: (fields, problems) =>
        this.form(
          kind,
          acting,
          reference,
          outcome,
          fields,
          sayingWhich(
            inOrder(problems, decisionWords, ['approvedPence', 'reason', 'condition-', 'override-']),
            conditionOfField,
          ),
        ),
    });
  }

  /** What is said beforehand of the sign-in that amounts ask for; `null` where they ask for none. */
  private stepUpOn(amounts: readonly (Pence | null)[]): StepUpRule | null {
    return this.stepUp.asks(amounts) ? this.stepUp.settings : null;
  }

  /** What the form says, by the classes of the API’s requests. @throws ProblemError 400 */
  private async read(
    kind: Kind,
    acting: Acting,
    outcome: DecidedState,
    form: PostedForm,
    { standing, header }: OpenReview,
  ) {
    const approves = outcome !== 'not-approved';
    const asked = {
      version: versionIn(form.fields),
      reason: form.textOrNull('reason'),
      ...(approves
        ? {
            approvedPence: form.pounds('approvedPence', 'Approved amount'),
            overrides: overridesAsked(form, standing.uncovered),
          }
        : {}),
      ...(outcome === 'approved-with-conditions' ? { conditions: conditionsAsked(form) } : {}),
    };
    await this.noteFaults(acting, header.reference, outcome, asked, form, standing.uncovered);
    if (kind === 'supersede') {
      const request = checkRequest(
        SupersedeRequest,
        { ...asked, outcome, supersedes: form.text('supersedes') },
        form.problems,
      );
      return { decision: decisionOf(request), supersedes: request.supersedes };
    }
    const type = {
      approved: ApprovalRequest,
      'approved-with-conditions': ConditionalApprovalRequest,
      'not-approved': ReasonOnVersionRequest,
    }[outcome];
    return { decision: decisionOf(checkRequest(type, asked, form.problems)), supersedes: null };
  }

  /**
   * Notes what the rules find wrong with what could be read, so that it is told together with what is missing or could
   * not be read.
   */
  private async noteFaults(
    acting: Acting,
    reference: string,
    outcome: DecidedState,
    asked: DecisionAsked,
    form: PostedForm,
    uncovered: readonly PointNumber[],
  ): Promise<void> {
    if (outcome === 'not-approved') return;
    const { approvedPence = null, conditions, overrides = [] } = asked;
    const faults = await this.faults.of(acting, reference, ACTION_OF[outcome], {
      outcome,
      ...(approvedPence === null ? {} : { approvedPence }),
      ...(conditions === undefined ? {} : { conditions: conditions.map(saidOfCondition) }),
      overrides,
    });
    const overridden = overrides.map(({ point }) => point);
    for (const { pointer, detail } of faults) {
      const field = decisionFieldOf(pointer, overridden, uncovered);
      const isUnsaid = pointer === '/approvedPence' && approvedPence === null;
      if (!isUnsaid && FAULTY_PARTS.test(pointer) && !form.isRefused(field)) form.refuse(field, detail);
    }
  }

  private async form(
    kind: Kind,
    acting: Acting,
    reference: string,
    outcome: DecidedState,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const open = await this.pages.open(acting, reference);
    const stepUp = this.stepUpOn([open.found.details.requestedPence]);
    return formPage(open, kind, outcome, fields, problems, stepUp);
  }
}

/** Parts of a decision whose faults can be told while others are missing. */
const FAULTY_PARTS = /^\/(approvedPence|overrides|conditions\/)/;
/** A due date that was not given is not in the past. */
const NO_DAY = '9999-12-31';

/** A decision as a form has it: what is missing or cannot be read is `null`. */
interface DecisionAsked {
  readonly approvedPence?: Pence | null;
  readonly overrides?: readonly PointOverride[];
  readonly conditions?: ReturnType<typeof conditionsAsked>;
}

/** A condition as far as rules look at it. */
function saidOfCondition(condition: ReturnType<typeof conditionsAsked>[number]): NewCondition {
  const point = POINT_NUMBERS.find((one) => one === condition.point) ?? null;
  return { text: '', point, ownerName: '', ownerEmail: '', dueOn: condition.dueOn ?? NO_DAY };
}

/** The form of one outcome. */
function formPage(
  open: OpenReview,
  kind: Kind,
  outcome: DecidedState,
  fields: PostedFields,
  problems: readonly ShownProblem[],
  stepUp: StepUpRule | null,
): PageAnswer {
  const offer = offerFor(open, kind);
  if (!offer.allowed) return refusedPage(open, TITLES[kind], offer.why, fields, problems);
  const form = new PostedForm(fields);
  const { standing, found } = open;
  return show(
    'review/decide-form',
    {
      ...frame(open, fields),
      problems,
      kind,
      outcome,
      title: OUTCOMES.find(({ value }) => value === outcome)?.text,
      requestedPence: found.details.requestedPence,
      stepUp,
      supersedes: form.text('supersedes') || (found.decision?.id ?? ''),
      uncovered: standing.uncovered.map((number) => ({
        number,
        title: codePoint(number).title,
        reason: form.text(`override-${String(number)}`),
      })),
      conditions: conditionsShown(form),
      focusCondition: problems.length > 0 ? -1 : conditionToGoOnFrom(form),
      conditionCount: conditionCount(form),
      points: [
        { value: '', text: 'No one point' },
        ...POINT_NUMBERS.map((number) => ({
          value: String(number),
          text: `${String(number)}. ${codePoint(number).title}`,
        })),
      ],
    },
    statusOf(problems),
  );
}
