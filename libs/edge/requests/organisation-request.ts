import { field } from '../fields/field-rule.js';
import { DateField, Text, UuidField } from '../fields/fields.js';

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_KEY = 100;

/** A readable, stable name for addresses and files. */
function KeyField(): PropertyDecorator {
  return field(
    { type: 'string', pattern: KEY.source, maxLength: LONGEST_KEY },
    (value) =>
      typeof value === 'string' && value.length <= LONGEST_KEY && KEY.test(value)
        ? null
        : 'Enter a key in small letters, digits and single hyphens, like home-office',
    { example: 'home-office' },
  );
}

/** A new organisation. */
export class OrganisationRequest {
  @KeyField()
  readonly key!: string;

  @Text({ max: 200, example: 'Home Office' })
  readonly name!: string;

  @Text({ max: 20, optional: true, nullable: true, example: 'HO' })
  readonly acronym?: string | null;

  @UuidField({ optional: true, nullable: true, description: 'The organisation it belongs to.' })
  readonly parentId?: string | null;

  @DateField({ optional: true, description: 'First day it exists; today unless given.' })
  readonly validFrom?: string;
}

/** What to change of an organisation; what is left out stays. */
export class OrganisationChangeRequest {
  @Text({ max: 200, optional: true, example: 'Home Office' })
  readonly name?: string;

  @Text({ max: 20, optional: true, nullable: true, example: 'HO' })
  readonly acronym?: string | null;

  @DateField({
    optional: true,
    nullable: true,
    description: 'First day it no longer exists; null takes an end back.',
  })
  readonly validTo?: string | null;
}
