import type { EventProof } from '#audit';
import {
  EVENT_NAMES,
  eventHash,
  leafHash,
  openCheckpoint,
  privateHashOf,
  STATE_NAMES,
  treeNamedBy,
  verifyInclusion,
  type EventType,
  type VerifierKey,
} from '#domain';

/** One thing that was checked, and whether it holds. */
export interface Check {
  readonly asked: string;
  /** `null` where there was nothing to check. */
  readonly holds: boolean | null;
  readonly words: string;
}

/** The event as people read it. */
export function eventInWords({ event }: EventProof): { readonly name: string; readonly states: string } {
  const { type, fromState, toState } = event;
  const names: Readonly<Record<string, string>> = STATE_NAMES;
  const [from, to] = [fromState === null ? null : (names[fromState] ?? fromState), names[toState] ?? toState];
  return {
    name: EVENT_NAMES[type as EventType],
    states: from === null ? to : from === to ? `${to}, as before` : `${from}, then ${to}`,
  };
}

/** Checks the proof of an event as somebody who was handed it would: it trusts nothing but the keys. */
export function checksOf(proof: EventProof, known: readonly VerifierKey[]): readonly Check[] {
  const isSame = eventHash(proof.event) === proof.hash;
  return [
    {
      asked: 'The event is as it was hashed',
      holds: isSame,
      words: isSame
        ? 'Hashed again just now, the event gives the hash it was entered with.'
        : 'Hashed again just now, the event gives another hash than it was entered with: it was changed.',
    },
    checkOfText(proof),
    checkOfLog(proof, known),
  ];
}

function checkOfText({ event, salt, private: texts }: EventProof): Check {
  const asked = 'Its text is as it was written';
  if (event.private === null)
    return { asked, holds: null, words: 'The event has no text that people wrote.' };
  if (salt === null || texts === null)
    return { asked, holds: null, words: 'Its text was disposed of. What is left of it is its hash.' };
  const holds = privateHashOf(texts, Buffer.from(salt, 'hex'), event.format) === event.private;
  return {
    asked,
    holds,
    words: holds
      ? 'With its salt, the text people wrote gives the hash the event is committed to.'
      : 'The text people wrote does not give the hash the event is committed to: it was changed.',
  };
}

function checkOfLog(
  { hash, index, inclusion, checkpoint }: EventProof,
  known: readonly VerifierKey[],
): Check {
  const asked = 'The log holds it';
  if (index === null || checkpoint === null)
    return {
      asked,
      holds: null,
      words:
        'It waits to be sealed, which is done every few seconds. There is no proof before that: look again.',
    };
  try {
    const { origin, size, root } = openCheckpoint(checkpoint, known);
    const { by } = treeNamedBy(origin);
    const claim = { index, size, root, leafHash: leafHash(Buffer.from(hash, 'hex'), by) };
    const holds = verifyInclusion(
      claim,
      inclusion.map((node) => Buffer.from(node, 'base64')),
      by,
    );
    return {
      asked,
      holds,
      words: holds
        ? `It is entry ${(index + 1).toLocaleString('en-GB')} of the log. With the hashes below it leads to the root of a checkpoint of ${size.toLocaleString('en-GB')} entries, which the log’s key signed.`
        : 'The hashes below do not lead to the root of the signed checkpoint: the log was changed.',
    };
  } catch {
    return { asked, holds: false, words: 'The checkpoint is not signed by a key of this log.' };
  }
}
