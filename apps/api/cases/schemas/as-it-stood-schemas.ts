import {
  COUNT,
  described,
  INSTANT,
  list,
  object,
  oneOf,
  orNull,
  ref,
  type JsonSchema,
} from './json-schema.js';

const STOOD = {
  at: described(INSTANT, 'The instant asked for, UTC. What happened at the instant itself counts.'),
  revision: described(COUNT, 'The case’s revision then: the sequence of its latest event.'),
  changedAt: described(INSTANT, 'When that event happened, UTC.'),
  disposedAt: described(
    orNull(INSTANT),
    'When text that could be personal was disposed of, UTC: it is missing here, though it was there then.',
  ),
  notKnown: described(
    list(oneOf(['route'])),
    'What events of that time do not say, so that the answer may be wrong in it; mostly nothing.',
  ),
};

function partAsItStood(part: string): readonly [string, JsonSchema] {
  const items = { ...ref(part), description: 'As the part’s own address gave it then.' };
  return [`${part}AsTheyStood`, object({ ...STOOD, items })];
}

/** Cases and their parts as they stood at an instant. */
export const AS_IT_STOOD_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  CaseAsItStood: object({
    ...STOOD,
    case: { ...ref('Case'), description: 'As reading the case gave it then.' },
  }),
  ...Object.fromEntries(
    [
      'Versions',
      'Assessments',
      'Rulings',
      'Returns',
      'Recommendations',
      'Decisions',
      'Conditions',
      'Comments',
      'RatingReviews',
      'ExternalDecisions',
      'Relations',
    ].map(partAsItStood),
  ),
  SpendReportsAsTheyStood: object({
    ...STOOD,
    items: { ...ref('SpendReports'), description: 'As the address of what was spent gave them then.' },
  }),
  AttachmentsAsTheyStood: object({
    ...STOOD,
    items: {
      ...ref('AttachmentsThen'),
      description: 'How far their checking for viruses had got is not told.',
    },
  }),
};
