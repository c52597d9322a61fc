import type { CaseDetails, CommitmentAnswer } from '../case/case-content.js';
import { holds, type TriageFacts, type Unanswered } from './evaluate.js';
import type { Provenance, Regime } from './regime.js';

/** What a case is asked of the government's strategic commitments, and what it answers. */
export interface CommitmentsAsked {
  /** `null` while it is not known, or where the regime does not say. */
  readonly asked: boolean | null;
  /** False where the list of commitments could not be read. */
  readonly complete: boolean;
  /** What is not known. */
  readonly note: string | null;
  readonly questions: readonly {
    readonly id: string;
    readonly text: string;
    /** `null` where nothing has been said. */
    readonly answer: CommitmentAnswer | null;
    /** What to do before sign-off; `null` where the answer is whole, or is not asked for. */
    readonly missing: Unanswered | null;
  }[];
  readonly provenance: Provenance | null;
}

function missingFromAnswer(id: string, text: string, answer: CommitmentAnswer | null): Unanswered | null {
  const at = `/details/commitmentAnswers/${id}`;
  const meets = answer?.meets ?? null;
  if (meets === null) return { pointer: `${at}/meets`, message: `Answer “${text}”` };
  // A "no" is not a rejection, so it has to be understood.
  return meets || (answer?.explanation ?? '').trim() !== ''
    ? null
    : { pointer: `${at}/explanation`, message: `Explain the “no” to “${text}”` };
}

/** What a case is asked of the strategic commitments of its regime. A “no” needs an explanation and decides nothing. */
export function commitmentsAsked(
  { strategicCommitments, name }: Regime,
  { commitmentAnswers }: Pick<CaseDetails, 'commitmentAnswers'>,
  facts: TriageFacts,
): CommitmentsAsked {
  if (strategicCommitments === 'not-known')
    return {
      asked: null,
      complete: false,
      note: `What ${name} asks of strategic commitments is not known to this service`,
      questions: [],
      provenance: null,
    };
  const { askedWhen, commitments, complete, note, provenance } = strategicCommitments;
  const asked = holds(askedWhen, facts);
  const given = new Map(Object.entries(commitmentAnswers));
  return {
    asked,
    complete,
    note: note ?? null,
    questions: commitments.map(({ id, text }) => {
      const answer = given.get(id) ?? null;
      return { id, text, answer, missing: asked === true ? missingFromAnswer(id, text, answer) : null };
    }),
    provenance,
  };
}
