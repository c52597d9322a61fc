import {
  CATEGORY_NAMES,
  COMMERCIAL_APPROACH_NAMES,
  FLAG_NAMES,
  formatPounds,
  isPence,
  PHASE_NAMES,
  VERDICT_NAMES,
  type ContentDifference,
  type FieldChange,
  type JsonValue,
  type PointNumber,
} from '#domain';

/** One answer that is not what it was, as people read it. */
export interface ChangeInWords {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

const POINT_LABELS: Readonly<Record<string, string>> = {
  selfAssessment: 'Self-assessment',
  narrative: 'Evidence',
  notApplicableReason: 'Why it does not apply',
  links: 'Links',
  attachments: 'Attachments',
  remediation: 'How the gap will be closed',
  'remediation/action': 'How the gap will be closed',
  'remediation/owner': 'Who closes the gap',
  'remediation/dueOn': 'When the gap will be closed',
};

/** What an assessment of any point rests on, of what is asked for. */
const REQUEST_LABELS: Readonly<Record<string, string>> = {
  category: 'Kind of spending',
  phase: 'Phase',
  requestedPence: 'Amount requested',
  wholeLifePence: 'Whole-life cost',
  commercialApproach: 'How the supplier is found',
};

const WORDS: Readonly<Record<string, string>> = {
  ...VERDICT_NAMES,
  ...CATEGORY_NAMES,
  ...PHASE_NAMES,
  ...COMMERCIAL_APPROACH_NAMES,
};

function valueInWords(name: string, value: JsonValue): string {
  if (value === null || value === '') return 'Not answered';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (name.endsWith('Pence') && isPence(value)) return formatPounds(value);
  if (typeof value === 'string') return WORDS[value] ?? value;
  if (Array.isArray(value))
    return value.map((one) => valueInWords('', one as JsonValue)).join('\n') || 'None';
  if (typeof value === 'object')
    return Object.values(value)
      .filter((part) => part !== null)
      .map((part) => valueInWords('', part as JsonValue))
      .join(', ');
  return String(value);
}

function inWords(label: string, name: string, { before, after }: FieldChange): ChangeInWords {
  return { label, before: valueInWords(name, before), after: valueInWords(name, after) };
}

/** What changed of a point between two versions, and of the request as far as an assessment rests on it. */
export function changesOfPoint(
  difference: Pick<ContentDifference, 'points' | 'details'>,
  number: PointNumber,
): readonly ChangeInWords[] {
  const ofPoint = difference.points.find(({ point }) => point === number);
  const ofEvidence = (ofPoint?.changes ?? []).map((change) => {
    const name = change.pointer.split('/').slice(3).join('/');
    return inWords(POINT_LABELS[name] ?? name, name, change);
  });
  const ofRequest = difference.details.flatMap((change) => {
    const [, , name = '', flag] = change.pointer.split('/');
    if (name === 'flags' && flag !== undefined && flag in FLAG_NAMES)
      return [inWords(FLAG_NAMES[flag as keyof typeof FLAG_NAMES], flag, change)];
    const label = REQUEST_LABELS[name];
    return label === undefined ? [] : [inWords(label, name, change)];
  });
  const ofExceptions =
    ofPoint?.legacyExceptionsChanged === true
      ? [{ label: 'Legacy exceptions', before: 'As before', after: 'Added, removed or changed' }]
      : [];
  return [...ofEvidence, ...ofRequest, ...ofExceptions];
}
