import { DateField, LinkField, Text, UuidField } from '../fields/fields.js';
import { KeyList } from '../fields/map-field.js';
import { LONGEST_NAME, LONGEST_REASON } from './limits.js';

/** What is said of an organisation's earned autonomy. */
export class EarnedAutonomyRequest {
  @KeyList({
    description: 'Levels the organisation assures itself; none takes back what is superseded.',
    example: ['low', 'medium'],
  })
  readonly levels!: string[];

  @DateField({ description: 'First day.' })
  readonly validFrom!: string;

  @DateField({ optional: true, nullable: true, description: 'Last day; no end unless given.' })
  readonly validTo?: string | null;

  @Text({ max: LONGEST_REASON, multiline: true })
  readonly reason!: string;

  @Text({ max: LONGEST_NAME, description: 'Title of the document that says so.' })
  readonly documentTitle!: string;

  @LinkField()
  readonly documentUrl!: string;

  @UuidField({ optional: true, nullable: true, description: 'The record this one corrects.' })
  readonly supersedesId?: string | null;
}
