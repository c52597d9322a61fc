import { londonDate } from '#domain';
import { conditionFields, decisionFields } from './case-as-it-stood.js';
import { isReleased, personIn, type CaseView } from './case-view.js';

/** A part of a case as reading it gave it at an instant. */
type PartAsItStood = (view: CaseView, at: Date) => readonly object[];

/** Compares by what was first, then by id. */
function inOrder<Item extends { readonly id: string }>(
  items: readonly Item[],
  first: (item: Item) => string,
): readonly Item[] {
  const key = (item: Item): string => `${first(item)} ${item.id}`;
  return items.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

const versions: PartAsItStood = (view) =>
  view.replayed.versions.map(({ number, contentHash, regimeVersion, submittedBy, submittedAt }) => ({
    number,
    contentHash,
    regimeVersion,
    submittedBy: personIn(view, submittedBy),
    submittedAt,
  }));

const assessments: PartAsItStood = (view) => {
  const all = view.replayed.assessments;
  return all
    .toSorted((one, other) => one.point - other.point || one.sequence - other.sequence)
    .filter(({ sequence }) => isReleased(view, sequence))
    .map(({ assessedBy, ...assessment }) => ({
      ...assessment,
      assessedBy: personIn(view, assessedBy),
      latest: all.findLast(({ point }) => point === assessment.point)?.id === assessment.id,
    }));
};

const rulings: PartAsItStood = (view) =>
  view.replayed.rulings
    .filter(({ sequence }) => isReleased(view, sequence))
    .map(({ ruledBy, ...ruling }) => ({ ...ruling, ruledBy: personIn(view, ruledBy) }));

const returns: PartAsItStood = (view) =>
  view.replayed.returns.map(({ returnedBy, ...back }) => ({
    ...back,
    returnedBy: personIn(view, returnedBy),
  }));

/** Shown to departments once decided. */
const recommendations: PartAsItStood = (view) => {
  const decided = Math.max(0, ...view.replayed.decisions.map(({ sequence }) => sequence));
  return view.replayed.recommendations
    .filter(({ sequence }) => view.seesInternal || sequence <= decided)
    .map(({ recommendedBy, ...recommendation }) => ({
      ...recommendation,
      recommendedBy: personIn(view, recommendedBy),
    }));
};

const decisions: PartAsItStood = (view) => {
  const all = view.replayed.decisions;
  return all.map((decision) => ({
    ...decisionFields(view, decision),
    superseded: all.some(({ supersedesId }) => supersedesId === decision.id),
  }));
};

/** Of every decision; overdue by the date it was in the United Kingdom. */
const conditions: PartAsItStood = (view, at) => {
  const { decisionId, conditions: all } = view.replayed;
  const today = londonDate(at);
  return inOrder(all, ({ changedAt, number }) => `${changedAt} ${String(number).padStart(5, '0')}`).map(
    (condition) => {
      const inForce = condition.decisionId === decisionId;
      const unsettled = condition.status === 'open' || condition.status === 'evidence-submitted';
      return {
        ...conditionFields(condition),
        inForce,
        overdue: inForce && unsettled && condition.dueOn < today,
        evidence: condition.evidence.map(({ id, text, links, submittedBy, submittedAt, judgement }) => ({
          id,
          text,
          links,
          submittedBy: personIn(view, submittedBy),
          submittedAt,
          judgement:
            judgement === null ? null : { ...judgement, judgedBy: personIn(view, judgement.judgedBy) },
        })),
      };
    },
  );
};

/** Of what was spent, the latest first: that one stood. */
const spendReports: PartAsItStood = (view) =>
  view.replayed.spendReports
    .map(({ id, approvedPence, years, totalPence, note, final, endedOn, recordedBy, recordedAt }) => ({
      id,
      approvedPence,
      years,
      totalPence,
      note,
      final,
      endedOn,
      recordedBy: personIn(view, recordedBy),
      recordedAt,
    }))
    .reverse();

const comments: PartAsItStood = (view) =>
  inOrder(
    view.replayed.comments.filter(({ audience }) => audience === 'shared' || view.seesInternal),
    ({ createdAt }) => createdAt,
  ).map(({ authorId, resolvedBy, before, ...comment }) => ({
    ...comment,
    author: personIn(view, authorId),
    resolvedBy: personIn(view, resolvedBy),
    before: before.map(({ body, replacedAt }) => ({ body, replacedAt })),
  }));

const ratingReviews: PartAsItStood = (view) =>
  view.replayed.ratingReviews.map(({ reviewedBy, ...review }) => ({
    ...review,
    overridden: review.computed !== review.rating,
    reviewedBy: personIn(view, reviewedBy),
  }));

const externalDecisions: PartAsItStood = (view) =>
  view.replayed.externalDecisions.map(({ recordedBy, ...decision }) => ({
    ...decision,
    superseded: view.replayed.externalDecisions.some(({ supersedesId }) => supersedesId === decision.id),
    recordedBy: personIn(view, recordedBy),
  }));

/** Whether a file could be had then is not told: how far its checking had got is no part of the history. */
const attachments: PartAsItStood = (view) => {
  const gone = new Map(view.replayed.legacyExceptions.map(({ id, removedAt }) => [id, removedAt]));
  return inOrder(view.replayed.attachments, ({ addedAt }) => addedAt).map(
    ({ addedBy, removedBy: _removedBy, removedAt, storedId: _storedId, ...attachment }) => ({
      ...attachment,
      addedBy: personIn(view, addedBy),
      // A file of a legacy exception that was taken out went with it.
      removedAt: removedAt ?? gone.get(attachment.exceptionId ?? '') ?? null,
    }),
  );
};

/** The parts of a case its own history gives, by the names their routes have. */
export const PARTS_AS_THEY_STOOD = {
  versions,
  assessments,
  rulings,
  returns,
  recommendations,
  decisions,
  conditions,
  'spend-reports': spendReports,
  comments,
  attachments,
  'rating-reviews': ratingReviews,
  'external-decisions': externalDecisions,
} as const satisfies Readonly<Record<string, PartAsItStood>>;

export type PartThen = keyof typeof PARTS_AS_THEY_STOOD;
