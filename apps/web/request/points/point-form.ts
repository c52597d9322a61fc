import {
  EVIDENCE_NAMES,
  MOST_LINKS,
  POINT_NUMBERS,
  VERDICT_NAMES,
  type PointEvidence,
  type PointNumber,
} from '#domain';
import { componentLines } from '../../case/content-words.js';
import type { FieldOf } from '../../forms/form-problems.js';
import { dateBoxes, type PostedFields, type PostedForm } from '../../forms/posted-form.js';
import { dayInWords } from '../../views/page-filters.js';
import type { Answer } from '../answer.js';
import { postedComponents, type KnownComponent } from './component-rows.js';
import { boxesOfRows, rowsOf } from '../repeated-rows.js';

/** Boxes of a row of the links. */
export const LINK_BOXES = ['linkTitle', 'linkUrl'] as const;

/** Field of the answer to a reviewer's question that leaves the point as it is. */
export const IN_WORDS = 'inWords';

/** Id of where the common components begin. */
export const COMPONENTS_ID = 'components';

/** Longest address that is shown as a name, in characters. */
const LONGEST_SHOWN = 200;

/** The point a part of an address names; `null` where it names none. */
export function pointNumbered(text: string): PointNumber | null {
  return POINT_NUMBERS.find((point) => String(point) === text) ?? null;
}

/**
 * The boxes of a point's form, filled with what is saved.
 * @param components those the form asks about, what is saved of each with it
 */
export function pointBoxes(evidence: PointEvidence, components: readonly KnownComponent[]): PostedFields {
  const { selfAssessment, narrative, notApplicableReason, links, remediation } = evidence;
  return {
    selfAssessment: selfAssessment ?? '',
    narrative: narrative ?? '',
    notApplicableReason: notApplicableReason ?? '',
    ...boxesOfRows(links.map(({ title, url }) => ({ linkTitle: title, linkUrl: url }))),
    ...boxesOfRows(
      components.map(({ id, answer }) => ({
        component: id,
        use: answer?.use ?? '',
        why: answer?.reason ?? '',
      })),
    ),
    action: remediation?.action ?? '',
    owner: remediation?.owner ?? '',
    ...dateBoxes('dueOn', remediation?.dueOn ?? null),
  };
}

/** What a point's form says, as a request for evidence; what cannot be read is noted in the form. */
export function readPoint(form: PostedForm): Readonly<Record<string, unknown>> {
  const action = form.textOrNull('action');
  const owner = form.textOrNull('owner');
  const dueOn = form.date('dueOn', 'The date by which it is put right');
  return {
    selfAssessment: form.textOrNull('selfAssessment'),
    narrative: form.textOrNull('narrative'),
    notApplicableReason: form.textOrNull('notApplicableReason'),
    links: rowsOf(form.fields, LINK_BOXES, MOST_LINKS).map(({ linkTitle, linkUrl }) => ({
      // A page is called by its address where nobody gave it a name.
      title: linkTitle === '' ? linkUrl.slice(0, LONGEST_SHOWN) : linkTitle,
      url: linkUrl,
    })),
    components: postedComponents(form.fields),
    remediation: action === null && owner === null && dueOn === null ? null : { action, owner, dueOn },
  };
}

/** Field of a point's form that shows a problem. */
export const pointField: FieldOf = (pointer) => {
  const [, name = '', part = ''] = pointer.split('/');
  if (name === 'body') return IN_WORDS;
  if (name === 'links') return `${pointer.endsWith('/title') ? 'linkTitle' : 'linkUrl'}-${part || '0'}`;
  if (name === 'components') return componentField(pointer);
  if (name === 'remediation') return part === 'dueOn' ? 'dueOn-day' : part === '' ? 'action' : part;
  return name === '' ? null : name;
};

/** The box of a common component, or where all of them begin. */
function componentField(pointer: string): string {
  const [, , index, part] = pointer.split('/');
  if (index === undefined) return COMPONENTS_ID;
  return `${part === 'reason' ? 'why' : 'use'}-${index}`;
}

/** What is said of a point, as people read it. */
export function saidOfPoint(evidence: PointEvidence): readonly Answer[] {
  const { selfAssessment, narrative, notApplicableReason, links, remediation, components = [] } = evidence;
  return [
    {
      label: 'Your own assessment',
      text: selfAssessment === null ? '' : VERDICT_NAMES[selfAssessment],
      field: 'selfAssessment',
    },
    { label: 'Why it does not apply', text: notApplicableReason ?? '', field: 'notApplicableReason' },
    { label: 'Evidence', text: narrative ?? '', field: 'narrative' },
    {
      label: 'Links',
      text: links.map(({ title, url }) => (title === url ? url : `${title}: ${url}`)).join('\n'),
      links,
      field: 'linkTitle-0',
    },
    {
      label: EVIDENCE_NAMES.components,
      text: componentLines(components).join('\n'),
      field: COMPONENTS_ID,
    },
    { label: 'How the gap will be closed', text: remediation?.action ?? '', field: 'action' },
    { label: 'Who will close it', text: remediation?.owner ?? '', field: 'owner' },
    { label: 'By when', text: dayInWords(remediation?.dueOn), field: 'dueOn-day' },
  ];
}

/**
 * The same without what does not have to be asked: a reason where the point applies, a gap where there is none. Where
 * that was answered all the same it is shown, and changed by way of the answer it hangs on.
 */
export function relevantOfPoint(evidence: PointEvidence): readonly Answer[] {
  const { selfAssessment } = evidence;
  const asked = new Set([
    'selfAssessment',
    'narrative',
    'linkTitle-0',
    ...(selfAssessment === 'not-applicable' ? ['notApplicableReason'] : []),
    ...(selfAssessment === 'partially-met' || selfAssessment === 'not-met'
      ? ['action', 'owner', 'dueOn-day']
      : []),
  ]);
  return saidOfPoint(evidence)
    .filter(({ field, text }) => asked.has(field) || text !== '')
    .map((answer) => (asked.has(answer.field) ? answer : { ...answer, field: 'selfAssessment' }));
}
