import {
  IMPACT_CRITERIA,
  LIKELIHOOD_CRITERIA,
  scoreLegacyRisk,
  type AttachmentRef,
  type LegacyException,
  type LegacyRisk,
} from '#domain';
import type { FileView } from '../attachments/file-views.js';
import type { RulingText } from './case-texts.js';

/** One score of the risk framework, with the level that was picked. */
export interface ScoreView {
  readonly criterion: string;
  readonly score: number | null;
  readonly level: string;
}

/** A legacy exception with its risk and what reviewers said of it. */
export interface ExceptionView {
  readonly exception: LegacyException;
  readonly files: readonly FileView[];
  readonly risk: LegacyRisk;
  readonly scores: readonly ScoreView[];
  /** Which the decider is to see before anything else. */
  readonly isRedAndUnfunded: boolean;
  /** Latest first, as far as the reader may see them. */
  readonly rulings: readonly RulingText[];
}

function scoresOf({ scores }: LegacyException): readonly ScoreView[] {
  const given: Readonly<Partial<Record<string, number | null>>> = { ...scores.likelihood, ...scores.impact };
  return [...LIKELIHOOD_CRITERIA, ...IMPACT_CRITERIA].map(({ code, name, levels }) => {
    const score = given[code] ?? null;
    const level = levels.find((one) => one.score === score);
    return {
      criterion: `${code} ${name}`,
      score,
      level: level === undefined ? 'Not scored' : `${level.label}: ${level.descriptor}`,
    };
  });
}

/** Legacy exceptions as they are shown. */
export function exceptionViews(
  exceptions: readonly LegacyException[],
  rulings: readonly RulingText[],
  shown: (file: AttachmentRef) => FileView,
): readonly ExceptionView[] {
  return exceptions.map((exception) => {
    const risk = scoreLegacyRisk(exception.scores);
    return {
      exception,
      files: (exception.attachments ?? []).map(shown),
      risk,
      scores: scoresOf(exception),
      isRedAndUnfunded: risk.complete && risk.isRedRated && exception.funded === false,
      rulings: rulings.filter(({ exceptionId }) => exceptionId === exception.id).toReversed(),
    };
  });
}
