import { CASE_FLAGS, CASE_STATES, SPEND_CATEGORIES } from '#domain';
import {
  COUNT,
  DATE,
  described,
  INSTANT,
  list,
  object,
  oneOf,
  ORGANISATION,
  orNull,
  PENCE,
  ref,
  TEXT,
  UUID,
  YES_OR_NO,
  type JsonSchema,
} from '../cases/schemas/json-schema.js';

/** Saved searches, as they are read. */
export const SEARCH_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  SearchCriteria: object({
    organisationId: orNull(UUID),
    states: described(list(oneOf(CASE_STATES)), 'Any of these; any state where empty.'),
    reviewer: described(orNull(TEXT), '“me”, whoever runs the search; “nobody”; or the id of a person.'),
    ratings: described(list(TEXT), 'Any of these levels.'),
    routes: described(list(TEXT), 'Any of these routes.'),
    minPence: orNull(PENCE),
    maxPence: orNull(PENCE),
    flags: described(list(oneOf(CASE_FLAGS)), 'All of these answered with yes.'),
    categories: described(list(oneOf(SPEND_CATEGORIES)), 'Any of these.'),
    overdue: orNull(YES_OR_NO),
    submittedFrom: described(orNull(DATE), 'First day of first submission, London.'),
    submittedTo: described(orNull(DATE), 'Last day of first submission, London.'),
    text: described(orNull(TEXT), 'In the title.'),
  }),
  SavedSearch: object({
    id: UUID,
    name: TEXT,
    criteria: ref('SearchCriteria'),
    description: described(list(TEXT), 'The criteria in words, one phrase for each.'),
    owner: ref('PersonInBrief'),
    sharedWith: described(
      orNull(ORGANISATION),
      'The organisation whose people may see it; null while it is personal.',
    ),
    mine: described(YES_OR_NO, 'Whether you may change and remove it.'),
    following: described(YES_OR_NO, 'Whether you get an email when something new matches.'),
    matches: described(ref('CaseCount'), 'Cases you may see that match.'),
    revision: described(COUNT, 'Its ETag.'),
    createdAt: INSTANT,
    updatedAt: INSTANT,
  }),
  SavedSearchPage: object({
    items: list(ref('SavedSearch')),
    next: described(orNull(TEXT), 'Cursor of the next page; null on the last.'),
  }),
};
