import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import {
  isReviewerCriterion,
  isSearchText,
  isUnprintable,
  LONGEST_SEARCH_TEXT,
  SHORTEST_SEARCH_TEXT,
} from '#domain';
import { field, type FieldOptions } from '../fields/field-rule.js';

/** Who has the case: `me`, `nobody`, or an id, taken in either case and handed on in small letters. */
export function ReviewerField(options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    field(
      { type: 'string', pattern: '^([Mm][Ee]|[Nn][Oo][Bb][Oo][Dd][Yy]|[0-9A-Fa-f-]{36})$' },
      (value) => (isReviewerCriterion(value) ? null : 'Give “me”, “nobody” or the id of a person, a UUID'),
      options,
    ),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value)),
  );
}

/** Part of a title. */
export function TitleField(options: FieldOptions): PropertyDecorator {
  return field(
    { type: 'string', minLength: SHORTEST_SEARCH_TEXT, maxLength: LONGEST_SEARCH_TEXT },
    (value) =>
      isSearchText(value) && !isUnprintable(value, false)
        ? null
        : `Give ${SHORTEST_SEARCH_TEXT} to ${LONGEST_SEARCH_TEXT} characters of a title, on one line`,
    options,
  );
}
