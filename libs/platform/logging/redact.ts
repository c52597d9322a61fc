/** Fields whose value never reaches a log, however deep they are. */
const SECRET_FIELDS =
  /^(authorization|cookie|set-cookie|password|password_?hash|new_?password|token|token_?hash|access_?token|secret|api_?key|e-?mail|(recipient_?|owner_?)?e?mail_?address|recipient_?address|owner_?email)$/i;

const REPLACEMENTS: readonly (readonly [RegExp, string])[] = [
  // Credentials in an address: postgresql://person:secret@host, which would otherwise read as an email address.
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1[credentials]@'],
  [/\bbearer\s+[\w.~+/=-]+/gi, 'Bearer [token]'],
  [/\bsc[timr]_[\w-]+/g, '[token]'],
  [/[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+/g, '[email]'],
];

const DEEPEST = 8;
const LONGEST_TEXT = 8_192;

/** Takes credentials and email addresses out of a text, and shortens one that is very long. */
export function redactText(text: string): string {
  const short = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}… (shortened)` : text;
  return REPLACEMENTS.reduce((kept, [pattern, replacement]) => kept.replace(pattern, replacement), short);
}

/** A copy fit for the log: no passwords, tokens or email addresses, errors written out with their causes. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) return '[deeper]';
  if (value instanceof Date) return value;
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.map((item: unknown) => redact(item, depth + 1));
  if (value instanceof Error) return writtenOut(value, depth);
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      SECRET_FIELDS.test(name) && field !== null && field !== undefined
        ? '[redacted]'
        : redact(field, depth + 1),
    ]),
  );
}

/** What of an error is logged. Libraries hang whole connections on theirs, and PostgreSQL the values of a row. */
const ERROR_FIELDS = ['code', 'errno', 'syscall', 'constraint', 'table', 'statusCode', 'responseCode'];

/** PostgreSQL's classes of errors whose message repeats a value that was sent: data exceptions, and those of functions. */
const WITH_VALUES = /^(22|2F|38|39|P0)/;
/** What is in quotes, or after a colon, up to the end. */
const VALUES = /"[\s\S]*"|: [\s\S]*$/;

/** The message of an error, without the values some repeat: of the database, and of what is no JSON. */
function messageOf(error: Error): string {
  const { code } = error as { readonly code?: unknown };
  const repeats = error instanceof SyntaxError || (typeof code === 'string' && WITH_VALUES.test(code));
  return redactText(repeats ? error.message.replace(VALUES, '[value]') : error.message);
}

/** Where it happened, without the message, which may be of several lines, in front. */
function stackOf({ stack = '' }: Error): string {
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return redactText(places.join('\n'));
}

function writtenOut(error: Error, depth: number): Record<string, unknown> {
  const fields = Object.entries(error).filter(
    ([name, field]) => ERROR_FIELDS.includes(name) && typeof field !== 'object',
  );
  return {
    ...Object.fromEntries(fields),
    type: error.name,
    message: messageOf(error),
    ...(error.stack === undefined ? {} : { stack: stackOf(error) }),
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
  };
}
