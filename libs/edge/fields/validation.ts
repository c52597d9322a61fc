import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { getMetadataStorage, ValidationError } from 'class-validator';
import { badRequest, type FieldProblem, type ProblemError } from '#platform';
import { FIELD_CONSTRAINT } from './field-rule.js';

/** Most problems told at once; the rest come once these are put right. */
const MOST_PROBLEMS = 100;

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function surplus(name: string): string {
  return `Remove “${name}”: it is not one of the fields of this request`;
}

function sentenceOf(error: ValidationError, constraints: Readonly<Record<string, string>>): string {
  if ('whitelistValidation' in constraints) return surplus(error.property);
  return constraints[FIELD_CONSTRAINT] ?? Object.values(constraints)[0] ?? 'Correct this';
}

/** Nested errors as a flat list: JSON pointer (RFC 6901) and one sentence each. */
export function flatten(errors: readonly ValidationError[], parent = ''): FieldProblem[] {
  return errors.flatMap((error): FieldProblem[] => {
    const pointer = `${parent}/${escaped(error.property)}`;
    const { constraints } = error;
    const own = constraints === undefined || Object.keys(constraints).length === 0 ? null : constraints;
    // A field that is not even the right shape needs saying once, not once more for everything inside it.
    if (own !== null && FIELD_CONSTRAINT in own) return [{ pointer, detail: sentenceOf(error, own) }];
    const inner = flatten(error.children ?? [], pointer);
    return inner.length > 0 || own === null ? inner : [{ pointer, detail: sentenceOf(error, own) }];
  });
}

/** What class-validator says of a field that a class does not name. */
function unknownField(property: string): ValidationError {
  return Object.assign(new ValidationError(), {
    property,
    constraints: { whitelistValidation: 'unknown' },
  });
}

function refusal(errors: readonly ValidationError[]): ProblemError {
  const [first] = errors;
  if (errors.length === 1 && first?.constraints?.['isObject'] !== undefined)
    return badRequest('The body must be a JSON object.', [{ pointer: '', detail: 'Send a JSON object' }]);
  return refused(flatten(errors));
}

function refused(problems: readonly FieldProblem[]): ProblemError {
  const count = problems.length === 1 ? 'One thing needs' : `${problems.length} things need`;
  return badRequest(`${count} putting right: see “errors”.`, problems.slice(0, MOST_PROBLEMS));
}

/** Names of the fields a class has rules for. */
function fieldsOfClass(type: new () => unknown): ReadonlySet<string> {
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  return new Set(rules.map(({ propertyName }) => propertyName));
}

/** Names every object has from its prototype. No field has one, and class-validator would take them for known. */
const INHERITED: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
]);

/** Fields of such a name, wherever they are. Bodies are neither deep nor large by then: see `shapeFaultOf`. */
function inheritedFields(value: unknown, parent = ''): readonly FieldProblem[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const pointer = `${parent}/${escaped(name)}`;
    const isField = INHERITED.has(name) && !Array.isArray(value);
    return isField ? [{ pointer, detail: surplus(name) }] : inheritedFields(inner, pointer);
  });
}

/**
 * Refuses what has far more fields than its class before it is made into one: class-transformer compares every field
 * with every other. Fewer are left to be told together with everything else that is wrong.
 */
class KnownFieldsFirst extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { metatype } = metadata;
    if (metatype !== undefined && this.toValidate(metadata) && typeof value === 'object' && value !== null) {
      const inherited = inheritedFields(value);
      if (inherited.length > 0) throw refused(inherited);
      const known = fieldsOfClass(metatype as new () => unknown);
      const unknown = Object.keys(value).filter((name) => !known.has(name));
      if (unknown.length > MOST_PROBLEMS && !Array.isArray(value)) throw refusal(unknown.map(unknownField));
    }
    return super.transform(value, metadata);
  }
}

/**
 * Checks bodies and queries against their classes. Fields a class does not name are refused; nothing is converted
 * from one type to another unless a field of a query says so.
 */
export function createValidationPipe(): ValidationPipe {
  return new KnownFieldsFirst({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transformOptions: { enableImplicitConversion: false, exposeUnsetFields: false },
    exceptionFactory: refusal,
  });
}
