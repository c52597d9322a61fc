import { AUDIENCES, POINT_NUMBERS, type Audience, type PointNumber } from '#domain';
import { Choice, Nested, Text, UuidField } from '../fields/fields.js';
import { LinkRequest } from './evidence-request.js';
import { LONGEST_COMMENT, MOST_LINKS } from './limits.js';

/** A comment, or an answer to one. */
export class CommentRequest {
  @Choice(AUDIENCES, { description: '“internal” stays within GDS Assurance and auditors.' })
  readonly audience!: Audience;

  @Choice(POINT_NUMBERS, { optional: true, nullable: true })
  readonly point?: PointNumber | null;

  @UuidField({ optional: true, nullable: true, description: 'The comment it answers.' })
  readonly parentId?: string | null;

  @Text({ max: LONGEST_COMMENT, multiline: true })
  readonly body!: string;
}

/** What a comment is to say from now on. */
export class CommentEditRequest {
  @Text({ max: LONGEST_COMMENT, multiline: true })
  readonly body!: string;
}

/** What shows that a condition is met. */
export class ConditionEvidenceRequest {
  @Text({ max: LONGEST_COMMENT, multiline: true })
  readonly text!: string;

  @Nested(() => LinkRequest, { array: true, maxItems: MOST_LINKS, optional: true })
  readonly links?: LinkRequest[];
}
