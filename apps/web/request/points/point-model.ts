import {
  codePoint,
  COMPONENT_USE_NAMES,
  COMPONENT_USES,
  LONGEST_NARRATIVE,
  LONGEST_REASON,
  MOST_LINKS,
  POINT_GUIDANCE,
  VERDICT_NAMES,
  VERDICTS,
  type PointNumber,
  type Verdict,
} from '#domain';
import type { PostedFields } from '../../forms/posted-form.js';
import type { FormModel } from '../../server/page.js';
import type { OpenRequest } from '../open-request.js';
import { FROM_CHECK, paths } from '../paths.js';
import { shownRows } from '../repeated-rows.js';
import { componentRows, type KnownComponent } from './component-rows.js';
import { LINK_BOXES } from './point-form.js';

/** What each self-assessment asks for next; this service's own words. */
const VERDICT_HINTS: Readonly<Record<Verdict, string>> = {
  met: 'You meet the point, or will by the time the money is spent',
  'partially-met': 'You meet some of it: say below how the gap will be closed',
  'not-met': 'You do not meet it: say below how the gap will be closed',
  'not-applicable': 'The point has nothing to do with this spending: say why',
};

/** Everything a page of a point shows but what is wrong with it. */
export function pointModel(
  open: OpenRequest,
  point: PointNumber,
  fields: PostedFields,
  components: readonly KnownComponent[],
): FormModel {
  const { reference, found, returned, assessments, questions, rulings } = open;
  const asked = questions.find((one) => one.point === point) ?? null;
  const { revision = '', from } = fields;
  return {
    title: `Point ${point}: ${codePoint(point).title}`,
    point: codePoint(point),
    guidance: POINT_GUIDANCE[point],
    question: asked?.question ?? null,
    questionStanding: asked?.standing ?? null,
    saidInWords: asked?.inWords ?? [],
    returned,
    assessment: assessments.find((assessed) => assessed.point === point) ?? null,
    exceptions: found.legacyExceptions
      .filter(({ points }) => points.includes(point))
      .map((exception) => ({
        ...exception,
        ruling: rulings.find(({ exceptionId }) => exceptionId === exception.id) ?? null,
        editHref: paths.exception(reference, exception.id),
      })),
    verdicts: VERDICTS.map((value) => ({ value, text: VERDICT_NAMES[value], hint: VERDICT_HINTS[value] })),
    rows: shownRows(fields, LINK_BOXES, MOST_LINKS),
    mostLinks: MOST_LINKS,
    components: componentRows(fields, components),
    uses: COMPONENT_USES.map((value) => ({ value, text: COMPONENT_USE_NAMES[value] })),
    longest: LONGEST_NARRATIVE,
    longestReason: LONGEST_REASON,
    found,
    fields,
    action: paths.point(reference, point),
    exceptionsHref: paths.exceptions(reference),
    backHref: from === FROM_CHECK ? paths.checkAnswers(reference) : paths.tasks(reference),
    hidden: { revision, ...(from === FROM_CHECK ? { from } : {}) },
  };
}
