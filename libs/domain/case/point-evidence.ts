import {
  emptyPointEvidence,
  type CaseContent,
  type LegacyException,
  type PointEvidence,
  type PointNumber,
} from './case-content.js';

/** What the department says about a point; empty evidence when the content has none. */
export function evidenceFor(content: CaseContent, point: PointNumber): PointEvidence {
  return content.points.find((evidence) => evidence.point === point) ?? emptyPointEvidence(point);
}

/** The legacy exceptions that name a point, in the content's order. */
export function exceptionsNaming(content: CaseContent, point: PointNumber): readonly LegacyException[] {
  return content.legacyExceptions.filter((exception) => exception.points.includes(point));
}
