import { createHash } from 'node:crypto';
import {
  append,
  canonicalJson,
  EMPTY_FRONTIER,
  EVENT_FORMATS,
  formatVerifierKey,
  introductionOf,
  leafHash,
  originOf,
  rootOf,
  signCheckpoint,
  type EventFormat,
  type SigningKey,
  type TreeHash,
} from '#domain';

/** An event as an export says it; the parts a test changes. */
export interface ExportedEvent {
  readonly format: string;
  readonly caseId: string;
  readonly sequence: number;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly private: string | null;
  readonly previous: string | null;
  readonly [further: string]: unknown;
}

/** One line of an export. */
export interface ExportedLine {
  readonly index: number;
  readonly hash: string;
  readonly event: ExportedEvent;
  readonly salt: string | null;
  readonly private: Readonly<Record<string, unknown>> | null;
}

/** What an export consists of, before it is written. */
export interface Export {
  readonly header: Readonly<Record<string, unknown>>;
  readonly lines: readonly ExportedLine[];
  readonly checkpoints: readonly string[];
}

/**
 * At how many events which keys signed, by which hash function the tree was, and which keys the text introduces: those
 * that sign, when several do.
 */
export interface Signing {
  readonly by?: TreeHash;
  readonly size: number;
  readonly keys: readonly SigningKey[];
  readonly introduces?: readonly SigningKey[];
}

export const ORIGIN = 'example.gov.uk/spend-control';

/** Text that canonical JSON, UTF-8 and line readers each trip over. */
const AWKWARD_TEXT = 'Größe “£1m” \u2028 😀 \\ud800 "\u0001\u007f \ufb33';

/**
 * The lines of a history of `size` events that three cases share; `altered` is where another history begins, and `second`
 * where events are in the second format.
 */
export function history(size: number, altered = size, second = size): readonly ExportedLine[] {
  const formatAt = (index: number): EventFormat => (index >= second ? 2 : 1);
  const latest = new Map<string, { sequence: number; hash: string }>();
  return Array.from({ length: size }, (_, index) => {
    const caseId = `0190aaaa-0000-7000-8000-00000000000${index % 3}`;
    const before = latest.get(caseId);
    const hidden =
      index % 4 === 0 ? null : { title: AWKWARD_TEXT, forked: index >= altered, '': [index, 0.5, -0, 1e21] };
    const salt =
      hidden === null ? null : createHash('sha256').update(`salt ${index}`).digest('hex').slice(0, 32);
    const event: ExportedEvent = {
      format: EVENT_FORMATS[formatAt(index)].name,
      caseId,
      sequence: (before?.sequence ?? 0) + 1,
      type: 'details-changed',
      audience: 'shared',
      actorId: '0190bbbb-0000-7000-8000-000000000000',
      actorRole: 'submitter',
      actorOrganisationId: null,
      occurredAt: '2026-11-24T10:00:00.000Z',
      fromState: before === undefined ? null : 'draft',
      toState: 'draft',
      version: null,
      facts: { number: index, '€': 1, '\u0080': AWKWARD_TEXT, nested: { b: [true, null], a: {} } },
      private: hidden === null ? null : commitmentTo(salt ?? '', hidden, formatAt(index)),
      previous: before?.hash ?? null,
    };
    const line = { index, hash: hashOf(event, formatAt(index)), event, salt, private: hidden };
    latest.set(caseId, { sequence: event.sequence, hash: line.hash });
    return line;
  });
}

/** What an event says of a private part it does not show. */
export function commitmentTo(salt: string, hidden: unknown, format: EventFormat = 1): string {
  return createHash(EVENT_FORMATS[format].hash)
    .update(Buffer.from(salt, 'hex'))
    .update(canonicalJson(hidden))
    .digest('hex');
}

/** What an event of a format is hashed to. */
export function hashOf(event: unknown, format: EventFormat = 1): string {
  return createHash(EVENT_FORMATS[format].hash).update(canonicalJson(event)).digest('hex');
}

/** The checkpoint over the first events of a history. */
export function checkpointOf(
  lines: readonly ExportedLine[],
  { size, keys, by = 'sha256', introduces = keys.length > 1 ? keys : [] }: Signing,
): string {
  const leaves = lines.slice(0, size).map(({ hash }) => leafHash(Buffer.from(hash, 'hex'), by));
  const root = rootOf(append(EMPTY_FRONTIER, leaves, by).frontier, by);
  const extensions = introduces.map(({ verifier }) => introductionOf(verifier));
  return signCheckpoint({ origin: originOf(ORIGIN, by), size, root, extensions }, keys);
}

/** An export of a history, signed at some sizes. */
export function exportOf(lines: readonly ExportedLine[], signings: readonly Signing[]): Export {
  const keys = new Set(
    signings.flatMap((signing) => signing.keys.map(({ verifier }) => formatVerifierKey(verifier))),
  );
  return {
    header: {
      format: 'spend-control-log/1',
      origin: ORIGIN,
      exportedAt: '2026-11-26T09:00:00.000Z',
      size: lines.length,
      keys: [...keys],
    },
    lines,
    checkpoints: signings.map((signing) => checkpointOf(lines, signing)),
  };
}

/** The export as JSON Lines. */
export function written({ header, lines, checkpoints }: Export): string {
  return [header, ...lines, ...checkpoints.map((checkpoint) => ({ checkpoint }))]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}
