import {
  CASE_FLAGS,
  CATEGORY_NAMES,
  COMMERCIAL_APPROACH_NAMES,
  EVIDENCE_NAMES,
  FLAG_NAMES,
  formatPounds,
  PHASE_NAMES,
  scoreLegacyRisk,
  STATE_NAMES,
  wordAsRead,
  type LegacyException,
  type Pence,
  type Regime,
  pointAsRead,
} from '#domain';
import type { FileView } from '../../attachments/file-views.js';
import { benefitLines, componentLines } from '../../case/content-words.js';
import type { CaseTextOf, ExceptionText, PointText } from '../../case/case-texts.js';
import { dayInWords, deadlineInWords, firstCapital, instantInWords } from '../../views/page-filters.js';
import { VERDICT_TAGS } from '../../views/tags.js';
import type { CaseThenText, PartsThen } from './case-then.js';
import type { ShownFile } from './sections.js';
import { answer, entry, fact, nameOf, type Entry, type Fact, type Section } from './sections.js';

function yesOrNo(value: boolean | null): string | null {
  return value === null ? null : value ? 'Yes' : 'No';
}

function money(pence: Pence | null): string | null {
  return pence === null ? null : formatPounds(pence);
}

/** Where the case stood. */
export function standingFacts({ case: one }: CaseThenText, regime: Regime | null): readonly Fact[] {
  const route = regime?.routing.routes.find(({ id }) => id === one.route)?.name ?? one.route;
  const rating = one.rating === null ? null : wordAsRead(one.rating);
  return [
    answer('Status', STATE_NAMES[one.state]),
    answer('Organisation', one.organisation.name),
    {
      label: 'Submission version',
      text: one.currentVersion === null ? 'Not submitted' : String(one.currentVersion),
    },
    answer('Requested', money(one.details.requestedPence)),
    answer('Regime', regime?.name ?? one.regimeVersion),
    ...fact(
      'Risk and importance',
      rating === null ? null : `${rating}${one.ratingConfirmed ? ', confirmed' : ''}`,
    ),
    ...fact('Route', route),
    ...fact('Depth of review', one.reviewDepth === null ? null : wordAsRead(one.reviewDepth)),
    { label: 'Reviewer', text: one.reviewer?.name ?? 'Nobody' },
    ...fact('Started by', one.createdBy?.name),
    answer('Started', instantInWords(one.createdAt)),
    ...fact('First submitted', instantInWords(one.submittedAt)),
    ...fact(
      'Due next',
      one.nextDueAt === null
        ? null
        : `${firstCapital((one.nextDueTarget ?? 'be dealt with').replaceAll('-', ' '))} by ${deadlineInWords(one.nextDueAt)}`,
    ),
    answer('Marking', one.details.protectiveMarking),
    ...fact(
      'Imported from',
      one.importedFrom === null ? null : `${one.importedFrom.source}, ${one.importedFrom.reference}`,
    ),
  ];
}

/** What the department asked for. */
export function requestFacts({ details }: CaseTextOf, regime: Regime | null): readonly Fact[] {
  const { seniorResponsibleOwner: owner, retrospectiveExplanation: retrospective } = details;
  const yes = CASE_FLAGS.filter((flag) => details.flags[flag] === true);
  const unanswered = CASE_FLAGS.filter((flag) => details.flags[flag] === null);
  return [
    answer('Title', details.title),
    answer('Description', details.description),
    answer('Category', details.category === null ? null : CATEGORY_NAMES[details.category]),
    answer('Phase', details.phase === null ? null : PHASE_NAMES[details.phase]),
    answer('Requested', money(details.requestedPence)),
    answer('Whole-life cost', money(details.wholeLifePence)),
    answer(
      'By financial year',
      details.yearAmounts
        .map(({ financialYear, amountPence }) => `${financialYear}: ${formatPounds(amountPence)}`)
        .join('\n'),
    ),
    answer('Spending starts', dayInWords(details.spendStartsOn)),
    answer('Spending ends', dayInWords(details.spendEndsOn)),
    answer('Contract ends', dayInWords(details.contractEndsOn)),
    answer(
      'Commercial approach',
      details.commercialApproach === null ? null : COMMERCIAL_APPROACH_NAMES[details.commercialApproach],
    ),
    answer('Suppliers now', details.currentSuppliers.join('\n')),
    answer('Suppliers proposed', details.proposedSuppliers.join('\n')),
    { label: 'Answered yes to', text: yes.map((flag) => FLAG_NAMES[flag]).join('\n') || 'Nothing' },
    ...fact('Not answered yet', unanswered.map((flag) => FLAG_NAMES[flag]).join('\n')),
    ...fact('Root cause', retrospective?.rootCause),
    ...fact('How judgement was applied', retrospective?.howJudgementWasApplied),
    ...fact('Improvement plan', retrospective?.improvementPlan),
    answer('Senior responsible owner', owner === null ? null : `${owner.name}, ${owner.email}`),
    ...ratingFacts(details.ratingAnswers, regime),
    ...commitmentFacts(details.commitmentAnswers, regime),
  ];
}

function ratingFacts(answers: Readonly<Record<string, string>>, regime: Regime | null): readonly Fact[] {
  const sets = regime === null || regime.rating === 'not-known' ? [] : regime.rating.questionSets;
  const questions = sets.flatMap((set) => set.questions);
  return Object.entries(answers).map(([id, chosen]) => {
    const asked = questions.filter((question) => question.id === id);
    const option = asked.flatMap(({ options }) => options).find((one) => one.id === chosen);
    return { label: asked[0]?.text ?? id, text: option?.label ?? chosen };
  });
}

function commitmentFacts(
  answers: CaseTextOf['details']['commitmentAnswers'],
  regime: Regime | null,
): readonly Fact[] {
  const asked =
    regime === null || regime.strategicCommitments === 'not-known'
      ? []
      : regime.strategicCommitments.commitments;
  return Object.entries(answers).map(([id, { meets, explanation }]) => ({
    label: asked.find((one) => one.id === id)?.text ?? id,
    text: [yesOrNo(meets) ?? 'Not answered', explanation].filter((text) => text !== null).join('\n'),
  }));
}

/** All 13 points: what the department said, and what reviewers found. */
export function pointSection({ case: one, parts }: CaseThenText, shown: ShownFile): Section {
  return {
    id: 'points',
    title: 'Points of the Technology Code of Practice',
    empty: '',
    entries: one.points.map((point) =>
      pointEntry(point, parts, one.attachments.filter((file) => file.point === point.point).map(shown)),
    ),
  };
}

function pointEntry(point: PointText, { assessments }: PartsThen, files: readonly FileView[]): Entry {
  const { selfAssessment, remediation } = point;
  const gap = [
    remediation?.action,
    remediation?.owner,
    remediation?.dueOn === null ? null : dayInWords(remediation?.dueOn),
  ];
  return entry(
    pointAsRead(point.point),
    [
      [
        answer(
          'Department’s own assessment',
          selfAssessment === null ? null : VERDICT_TAGS[selfAssessment].text,
        ),
      ],
      fact('Evidence', point.narrative),
      fact('Why it does not apply', point.notApplicableReason),
      fact(
        'How the gap is closed',
        gap.filter((text) => text !== null && text !== undefined && text !== '').join('\n'),
      ),
      fact(EVIDENCE_NAMES.components, componentLines(point.components ?? []).join('\n')),
      ...assessments
        .filter((assessment) => assessment.point === point.point)
        .map(({ verdict, explanation, version, assessedBy, assessedAt, latest }) =>
          fact(
            latest ? 'Reviewer’s assessment' : 'Reviewer’s earlier assessment',
            `${VERDICT_TAGS[verdict].text} (version ${String(version)}, ${nameOf(assessedBy)}, ${instantInWords(assessedAt)})${explanation === null ? '' : `\n${explanation}`}`,
          ),
        ),
    ],
    { links: point.links, files },
  );
}

/** Legacy exceptions with their rulings. */
export function exceptionSection({ case: one, parts }: CaseThenText, shown: ShownFile): Section {
  return {
    id: 'legacy-exceptions',
    title: 'Legacy exceptions',
    empty: 'There were none.',
    entries: one.legacyExceptions.map((exception) =>
      exceptionEntry(
        exception,
        parts,
        one.attachments.filter((file) => file.exceptionId === exception.id).map(shown),
      ),
    ),
  };
}

function riskInWords({ scores }: LegacyException): string {
  const risk = scoreLegacyRisk(scores);
  if (!risk.complete) return 'Not scored in full';
  return `${risk.overall.toFixed(2)}${risk.isRedRated ? ', red-rated' : ''}${risk.isLegacy ? '' : ', not legacy by the framework'}`;
}

function exceptionEntry(exception: ExceptionText, { rulings }: PartsThen, files: readonly FileView[]): Entry {
  const facts = [
    fact('Points it limits', exception.points.map(pointAsRead).join('\n')),
    [answer('How it limits them', exception.explanation)],
    [answer('What will be done', exception.remediationPlan)],
    [answer('Funded', yesOrNo(exception.funded))],
    [answer('By when', dayInWords(exception.targetDate))],
    [answer('Owner', exception.owner)],
    fact('Promised benefits', benefitLines(exception.benefits ?? []).join('\n\n')),
    [{ label: 'Risk score', text: riskInWords(exception) }],
    ...rulings
      .filter(({ exceptionId }) => exceptionId === exception.id)
      .map(({ ruling, reason, ruledBy, ruledAt }) =>
        fact(
          'Ruling',
          `${wordAsRead(ruling)} (${nameOf(ruledBy)}, ${instantInWords(ruledAt)})${reason === null ? '' : `\n${reason}`}`,
        ),
      ),
  ];
  return entry(exception.system, facts, { files });
}
