import { Nested as NestedField, type NestedOptions } from '../../http/fields.js';

/**
 * An object, or a list of objects, of another class. The description of the API recognises a class given lazily by
 * the name of the function that gives it, `type`, which an arrow function written in place does not have.
 */
export function Nested(type: () => new () => object, options: NestedOptions = {}): PropertyDecorator {
  const named = { type: () => type() };
  return NestedField(named.type, options);
}
