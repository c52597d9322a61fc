import {
  CONDITION_KIND_NAMES,
  formatPounds,
  overspend,
  RELATION_NAMES,
  STATE_NAMES,
  wordAsRead,
  pointAsRead,
} from '#domain';
import { dayInWords, instantInWords } from '../../views/page-filters.js';
import { CONDITION_TAGS, judgementTag, STATE_TAGS, type Tag } from '../../views/tags.js';
import type { CaseThenText, PartsThen } from './case-then.js';
import { entry, fact, nameOf, type Section, type ShownFile } from './sections.js';

const OVERDUE: Tag = { text: 'Overdue', classes: 'govuk-tag--red' };
const FINAL: Tag = { text: 'Final', classes: 'govuk-tag--green' };
const OVERSPENT: Tag = { text: 'More than was approved', classes: 'govuk-tag--red' };
const SUPERSEDED: Tag = { text: 'Superseded', classes: 'govuk-tag--grey' };
const INTERNAL: Tag = { text: 'Internal to GDS Assurance', classes: 'govuk-tag--purple' };
const RESOLVED: Tag = { text: 'Resolved', classes: 'govuk-tag--green' };

function version(number: number | null): string | null {
  return number === null ? null : String(number);
}

/** A section of one part, entry by entry. */
function section<Part extends keyof PartsThen>(
  parts: PartsThen,
  part: Part,
  title: string,
  of: (item: PartsThen[Part][number]) => Section['entries'][number],
): Section {
  const items: readonly PartsThen[Part][number][] = parts[part];
  return { id: part, title, empty: 'There were none.', entries: items.map(of) };
}

/** What became of the case, part by part. */
export function progressSections(
  { case: one, parts, relations }: CaseThenText,
  shown: ShownFile,
): readonly Section[] {
  return [
    section(parts, 'versions', 'Submission versions', (one) =>
      entry(`Version ${String(one.number)}`, [
        fact('Submitted by', nameOf(one.submittedBy)),
        fact('Submitted', instantInWords(one.submittedAt)),
        fact('Regime version', one.regimeVersion),
        fact('SHA-256 of its content', one.contentHash),
      ]),
    ),
    section(parts, 'returns', 'Returns for information', (one) =>
      entry(`Returned ${instantInWords(one.returnedAt)}`, [
        fact('By', nameOf(one.returnedBy)),
        fact('Version', version(one.version)),
        fact('Reason', one.reason),
        ...one.points.map(({ point, question }) => fact(pointAsRead(point), question)),
      ]),
    ),
    section(parts, 'recommendations', 'Recommendations', (one) =>
      entry(
        `Recommended ${instantInWords(one.recommendedAt)}`,
        [
          fact('By', nameOf(one.recommendedBy)),
          fact('Outcome', STATE_NAMES[one.outcome]),
          fact('Version', version(one.version)),
          fact('Reason', one.reason),
        ],
        { tags: [STATE_TAGS[one.outcome]] },
      ),
    ),
    decisionSection(parts),
    conditionSection(parts, one.attachments, shown),
    spendSection(parts),
    section(parts, 'external-decisions', 'Decisions of ministers and HM Treasury', (one) =>
      entry(
        `${one.kind === 'ministerial' ? 'Minister' : 'HM Treasury'}: ${wordAsRead(one.outcome)}`,
        [
          fact('Decided', dayInWords(one.decidedOn)),
          fact('Note', one.note),
          fact('Recorded by', nameOf(one.recordedBy)),
          fact('Recorded', instantInWords(one.recordedAt)),
        ],
        {
          tags: one.superseded ? [SUPERSEDED] : [],
          links: [{ title: one.documentTitle, url: one.documentUrl }],
        },
      ),
    ),
    section(parts, 'rating-reviews', 'Reviews of the rating', (one) =>
      entry(`Rating ${one.overridden ? 'overridden' : 'confirmed'} ${instantInWords(one.reviewedAt)}`, [
        fact('By', nameOf(one.reviewedBy)),
        fact('By its answers', one.computed === null ? 'None' : wordAsRead(one.computed)),
        fact('Rated', wordAsRead(one.rating)),
        fact('Reason', one.reason),
      ]),
    ),
    section(parts, 'comments', 'Comments', (one) =>
      entry(
        `${nameOf(one.author)}, ${instantInWords(one.createdAt)}`,
        [
          fact('About', one.point === null ? null : pointAsRead(one.point)),
          fact('Version', version(one.version)),
          fact('Comment', one.body),
          ...one.before.map(({ body, replacedAt }) => fact(`Until ${instantInWords(replacedAt)}`, body)),
          fact(
            'Resolved',
            one.resolvedAt === null ? null : `${nameOf(one.resolvedBy)}, ${instantInWords(one.resolvedAt)}`,
          ),
        ],
        {
          tags: [
            ...(one.audience === 'internal' ? [INTERNAL] : []),
            ...(one.resolvedAt === null ? [] : [RESOLVED]),
          ],
        },
      ),
    ),
    {
      id: 'relations',
      title: 'Related cases',
      empty: 'There were none.',
      entries: relations.map((one) =>
        entry(`${one.case.reference}: ${one.case.title}`, [
          fact(
            'How',
            one.direction === 'from'
              ? `This case ${RELATION_NAMES[one.kind]} that one`
              : `That case ${RELATION_NAMES[one.kind]} this one`,
          ),
          fact('Reason', one.reason),
          fact('Marked by', nameOf(one.relatedBy)),
          fact('Marked', instantInWords(one.relatedAt)),
        ]),
      ),
    },
  ];
}

function decisionSection(parts: PartsThen): Section {
  return section(parts, 'decisions', 'Decisions', (one) =>
    entry(
      `Decision ${String(one.number)}, ${instantInWords(one.decidedAt)}`,
      [
        fact(
          'By',
          one.decidedBy === null ? (one.decidedInSource ?? 'Somebody elsewhere') : one.decidedBy.name,
        ),
        fact('Requested', formatPounds(one.requestedPence)),
        fact('Approved', one.approvedPence === null ? 'None' : formatPounds(one.approvedPence)),
        fact('Version', version(one.version)),
        fact('Regime version', one.regimeVersion),
        fact('Reason', one.reason),
        ...one.overrides.map(({ point, reason }) => fact(`Overridden: ${pointAsRead(point)}`, reason)),
      ],
      { tags: [STATE_TAGS[one.outcome], ...(one.superseded ? [SUPERSEDED] : [])] },
    ),
  );
}

/** What was reported as spent, the report that stood first. */
function spendSection(parts: PartsThen): Section {
  return section(parts, 'spend-reports', 'What was spent', (one) =>
    entry(
      `Reported ${instantInWords(one.recordedAt)}`,
      [
        fact('By', nameOf(one.recordedBy)),
        fact('Spent so far', formatPounds(one.totalPence)),
        fact('Approved', one.approvedPence === null ? 'Not known' : formatPounds(one.approvedPence)),
        fact(
          'By financial year',
          one.years
            .map(({ financialYear, amountPence }) => `${financialYear}: ${formatPounds(amountPence)}`)
            .join('\n'),
        ),
        fact('Spending ended', dayInWords(one.endedOn)),
        fact('Note', one.note),
      ],
      {
        tags: [
          ...(one.final ? [FINAL] : []),
          ...(overspend(one.totalPence, one.approvedPence) === null ? [] : [OVERSPENT]),
        ],
      },
    ),
  );
}

function conditionSection(
  parts: PartsThen,
  attachments: CaseThenText['case']['attachments'],
  shown: ShownFile,
): Section {
  return section(parts, 'conditions', 'Conditions and what was promised', (one) =>
    entry(
      `${CONDITION_KIND_NAMES[one.kind]} ${String(one.number)}`,
      [
        fact('What is asked', one.text),
        fact('About', one.point === null ? null : pointAsRead(one.point)),
        fact('Owner', `${one.ownerName}, ${one.ownerEmail}`),
        fact('Due', dayInWords(one.dueOn)),
        ...one.evidence.flatMap(({ text, submittedBy, submittedAt, judgement }) => [
          fact(`Evidence of ${instantInWords(submittedAt)}`, `${text}\n${nameOf(submittedBy)}`),
          judgement === null
            ? fact('What GDS Assurance made of it', 'Not judged yet')
            : fact(
                'What GDS Assurance made of it',
                `${judgementTag(judgement.status).text} (${nameOf(judgement.judgedBy)}, ${instantInWords(judgement.judgedAt)})${judgement.reason === null ? '' : `\n${judgement.reason}`}`,
              ),
        ]),
      ],
      {
        tags: [
          CONDITION_TAGS[one.status],
          ...(one.overdue ? [OVERDUE] : []),
          ...(one.inForce ? [] : [{ text: 'Not in force', classes: 'govuk-tag--grey' }]),
        ],
        links: one.evidence.flatMap(({ links }) => links),
        files: attachments.filter(({ conditionId }) => conditionId === one.id).map(shown),
      },
    ),
  );
}
