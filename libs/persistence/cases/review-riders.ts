import type { CaseContent, ExceptionRuling, PointNumber, ReturnedPoint, Verdict } from '#domain';
import type { Rider } from './case-change.js';
import type { PointHashes } from './case-record.js';

/** Freezes what the department says as the next submission version. */
export function freezeVersion(version: {
  readonly number: number;
  readonly content: CaseContent;
  readonly contentHash: string;
  readonly pointHashes: PointHashes;
  readonly regimeVersion: string;
  readonly submittedBy: string;
  readonly submittedAt: Date;
}): Rider {
  return (bind) => `insert into submission_version (case_id, number, content, content_hash, point_hashes,
      regime_version, submitted_by, submitted_at)
    select id, ${bind(version.number, 'int')}, ${bind(JSON.stringify(version.content), 'jsonb')},
      ${bind(version.contentHash, 'text')}, ${bind(JSON.stringify(version.pointHashes), 'jsonb')},
      ${bind(version.regimeVersion, 'text')}, ${bind(version.submittedBy, 'uuid')},
      ${bind(version.submittedAt, 'timestamptz')}
    from changed`;
}

/** Records what a reviewer thinks of a point. */
export function recordAssessment(assessment: {
  readonly id: string;
  readonly version: number;
  readonly point: PointNumber;
  readonly verdict: Verdict;
  readonly explanation: string | null;
  readonly assessedBy: string;
  readonly assessedAt: Date;
}): Rider {
  return (
    bind,
  ) => `insert into assessment (id, case_id, version, point, sequence, verdict, explanation, assessed_by,
      assessed_at)
    select ${bind(assessment.id, 'uuid')}, id, ${bind(assessment.version, 'int')},
      ${bind(assessment.point, 'smallint')}, revision, ${bind(assessment.verdict, 'text')},
      ${bind(assessment.explanation, 'text')}, ${bind(assessment.assessedBy, 'uuid')},
      ${bind(assessment.assessedAt, 'timestamptz')}
    from changed`;
}

/** Records what a reviewer thinks of a legacy exception. */
export function recordRuling(ruling: {
  readonly id: string;
  readonly exceptionId: string;
  readonly version: number;
  readonly ruling: ExceptionRuling;
  readonly reason: string;
  readonly ruledBy: string;
  readonly ruledAt: Date;
}): Rider {
  return (
    bind,
  ) => `insert into exception_ruling (id, case_id, exception_id, version, sequence, ruling, reason,
      ruled_by, ruled_at)
    select ${bind(ruling.id, 'uuid')}, id, ${bind(ruling.exceptionId, 'uuid')}, ${bind(ruling.version, 'int')},
      revision, ${bind(ruling.ruling, 'text')}, ${bind(ruling.reason, 'text')}, ${bind(ruling.ruledBy, 'uuid')},
      ${bind(ruling.ruledAt, 'timestamptz')}
    from changed`;
}

/** Records a return for information. */
export function recordReturn(back: {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
  readonly points: readonly ReturnedPoint[];
  readonly returnedBy: string;
  readonly returnedAt: Date;
}): Rider {
  return (
    bind,
  ) => `insert into case_return (id, case_id, version, sequence, reason, points, returned_by, returned_at)
    select ${bind(back.id, 'uuid')}, id, ${bind(back.version, 'int')}, revision, ${bind(back.reason, 'text')},
      ${bind(JSON.stringify(back.points), 'jsonb')}, ${bind(back.returnedBy, 'uuid')},
      ${bind(back.returnedAt, 'timestamptz')}
    from changed`;
}

/** Records what the reviewer recommends. */
export function recordRecommendation(recommendation: {
  readonly id: string;
  readonly version: number;
  readonly outcome: string;
  readonly reason: string;
  readonly recommendedBy: string;
  readonly recommendedAt: Date;
}): Rider {
  return (
    bind,
  ) => `insert into recommendation (id, case_id, version, sequence, outcome, reason, recommended_by,
      recommended_at)
    select ${bind(recommendation.id, 'uuid')}, id, ${bind(recommendation.version, 'int')}, revision,
      ${bind(recommendation.outcome, 'text')}, ${bind(recommendation.reason, 'text')},
      ${bind(recommendation.recommendedBy, 'uuid')}, ${bind(recommendation.recommendedAt, 'timestamptz')}
    from changed`;
}
