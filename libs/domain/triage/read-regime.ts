import Ajv2020Module from 'ajv/dist/2020.js';
import type { ErrorObject } from 'ajv/dist/2020.js';
import { faultsOfJson } from './json-faults.js';
import type { Regime } from './regime.js';
import { faultsOfRegime } from './regime-faults.js';
import { REGIME_SCHEMA } from './regime-schema.js';

/** A regime, or everything that keeps a text from being one. */
export type RegimeReading =
  | { readonly ok: true; readonly regime: Regime }
  /** Each a JSON pointer and a sentence. */
  | { readonly ok: false; readonly faults: readonly string[] };

// A CommonJS module whose types describe an ES module's default.
const Ajv2020 = Ajv2020Module as unknown as typeof Ajv2020Module.default;
const validate = new Ajv2020({
  allErrors: true,
  allowUnionTypes: true,
  discriminator: true,
  verbose: true,
  // A few files are read in the life of a program: it is not worth the time at every start to make the check quicker.
  code: { optimize: false },
}).compile(REGIME_SCHEMA);

function words(values: unknown): string {
  return (values as readonly string[]).join(', ');
}

/** Where something is wrong, and what: in words a person can act on where the validator's own do not say. */
function sentenceOf({ instancePath, keyword, params, message, parentSchema }: ErrorObject): string {
  const at = instancePath === '' ? 'The whole file' : instancePath;
  const details = params as Readonly<Record<string, unknown>>;
  switch (keyword) {
    case 'required':
      return `${at}: “${String(details['missingProperty'])}” is missing`;
    case 'additionalProperties':
      return `${at}: “${String(details['additionalProperty'])}” is nothing this service knows`;
    case 'enum':
      return `${at}: It must be one of ${words(details['allowedValues'])}`;
    case 'const':
      return `${at}: It must be “${String(details['allowedValue'])}”, or the thing itself`;
    case 'discriminator':
      return `${at}: “${String(details['tagValue'])}” is not a kind there is here`;
    case 'pattern':
      return `${at}: It must be so: ${String(parentSchema?.['description'])}`;
    default:
      return `${at}: It ${String(message)}`;
  }
}

/** `if` only says that what follows from it failed, which is told already. */
function isTold({ keyword }: ErrorObject): boolean {
  return keyword === 'if';
}

/**
 * Takes a value read from JSON as a regime, if it is one: its shape first, then what a schema cannot say
 * ({@link faultsOfRegime}). A `$schema` for editors is left out of the regime.
 */
export function readRegime(json: unknown): RegimeReading {
  const unkeepable = faultsOfJson(json);
  if (unkeepable.length > 0) return { ok: false, faults: unkeepable };
  if (!validate(json)) {
    // What is not valid always leaves errors.
    const errors = validate.errors as readonly ErrorObject[];
    return { ok: false, faults: [...new Set(errors.filter((error) => !isTold(error)).map(sentenceOf))] };
  }
  // The validator has just shown it: what is left is the type's own word for the schema.
  const regime = Object.fromEntries(
    Object.entries(json as Record<string, unknown>).filter(([name]) => name !== '$schema'),
  ) as unknown as Regime;
  const faults = faultsOfRegime(regime);
  return faults.length === 0 ? { ok: true, regime } : { ok: false, faults };
}
