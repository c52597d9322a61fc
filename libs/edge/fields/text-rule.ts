import { lengthOf, unprintableIn } from '#domain';
import { grouped, OF_FIELD, type Check, type Schema } from './field-rule.js';

/** Limits of a text, in characters (Unicode code points). */
export interface TextLimits {
  readonly max: number;
  /** 1 unless given; from 1 on, spaces alone will not do. */
  readonly min?: number;
  /** Line ends and tabs are welcome. */
  readonly multiline?: boolean;
}

/** The check of a text. Nothing is trimmed: what was sent is what is kept. */
export function textCheck(limits: TextLimits): Check {
  const { max, min = 1, multiline = false } = limits;
  const ask =
    min <= 0
      ? `Enter text of at most ${grouped(max)} characters`
      : `Enter text of ${grouped(min)} to ${grouped(max)} characters`;
  return (value) => {
    if (typeof value !== 'string') return ask;
    // A code point is at most two units: a text far too long is not walked through.
    if (value.length > max * 2 || lengthOf(value) > max)
      return `${OF_FIELD} must be ${grouped(max)} characters or fewer`;
    const unprintable = unprintableIn(value, multiline);
    if (unprintable !== null) return `${OF_FIELD} must be plain text. ${unprintable}`;
    if (min > 0 && (lengthOf(value) < min || value.trim() === '')) return ask;
    return null;
  };
}

/** The same as a JSON schema. */
export function textSchema(limits: TextLimits): Schema {
  const { max, min = 1, multiline = false } = limits;
  const allowed = multiline
    ? '[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069]'
    : '[^\\u0000-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069]';
  return {
    type: 'string',
    minLength: Math.max(min, 0),
    maxLength: max,
    pattern: min > 0 ? `^(?=[\\s\\S]*\\S)${allowed}*$` : `^${allowed}*$`,
  };
}
