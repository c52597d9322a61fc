#!/usr/bin/env node
/**
 * Verifies an export of the decision history, with nothing but Node.js: copy this one file to any machine and run
 *
 *   node verify-export.mjs export.jsonl [--key <verifier key>]... [--checkpoint <file>]...
 *
 * --key         a verifier key you were given by another way than the export (name+id+base64). Give every key you
 *               trust. A further key is trusted where the text of a checkpoint that a trusted key signed names it in a
 *               line “key …”; a signature beside another makes nobody trusted, because anybody can add one. Without
 *               --key, the key of the first checkpoint in the export is taken on trust, which shows that the export
 *               agrees with itself but not who wrote it.
 * --checkpoint  a signed checkpoint kept from earlier: the history up to it must be the same as it was then.
 *
 * It is written from the standards alone and shares no code with the service, so that one mistake cannot hide in both:
 * canonical JSON by RFC 8785, the Merkle tree by RFC 9162 section 2.1, signed notes and checkpoints by the C2SP
 * specifications signed-note and tlog-checkpoint.
 *
 * Algorithms are told by name: an event's format says its hash function (EVENT_HASHES), the origin of a checkpoint that
 * of the tree (TREE_HASHES), and a key what it signs with (KEY_TYPES). All may have been changed in the course of a log.
 *
 * What is verified, of every line: the event's hash, the private part against the commitment in the event, and the
 * chain of its case; of every checkpoint: the signature, and that the events before it have the root it says. A private
 * part may have been left out (salt and private both null); such lines are counted. Not covered by any signature, and so
 * the exporter's word: when the export was made.
 *
 * Exit code 0: all is as it was signed. 1: it is not, and the first thing wrong is named. 2: wrong usage.
 */
import { Buffer, isUtf8 } from 'node:buffer';
import crypto from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const EXPORT_FORMAT = 'spend-control-log/1';
/** The hash function of each format of events. */
const EVENT_HASHES = { 'spend-control-event/1': 'sha256', 'spend-control-event/2': 'sha384' };
/** Hash functions of the tree; all but the first stand at the end of the origin of their checkpoints. */
const TREE_HASHES = ['sha256', 'sha384'];
const HASH_BYTES = { sha256: 32, sha384: 48 };
/** What keys are of, by what stands before their bytes. */
const KEY_TYPES = [
  { crv: 'Ed25519', type: Buffer.of(0x01), keyBytes: 32, signatureBytes: 64 },
  { crv: 'Ed448', type: Buffer.from('\u00ffEd448', 'latin1'), keyBytes: 57, signatureBytes: 114 },
];
/** What begins a line of a checkpoint that names a key which is believed as far as those that signed the line. */
const INTRODUCTION = 'key ';
const HEADER_KEYS = ['format', 'origin', 'exportedAt', 'size', 'keys'];
const LINE_KEYS = ['index', 'hash', 'event', 'salt', 'private'];
/** What an event has, and how each value looks. */
const EVENT_SHAPE = {
  format: (value) => typeof value === 'string' && Object.hasOwn(EVENT_HASHES, value),
  caseId: isText,
  sequence: (value) => Number.isSafeInteger(value) && value >= 1,
  type: isText,
  audience: isText,
  actorId: isTextOrNull,
  actorRole: isTextOrNull,
  actorOrganisationId: isTextOrNull,
  occurredAt: isInstant,
  fromState: isTextOrNull,
  toState: isTextOrNull,
  version: (value) => value === null || Number.isSafeInteger(value),
  facts: isObject,
  private: (value) => value === null || isHash(value),
  previous: (value) => value === null || isHash(value),
};

const EVENT_PARTS = Object.entries(EVENT_SHAPE);
const EVENT_KEYS = Object.keys(EVENT_SHAPE);

const NEWLINE = 0x0a;
const CHUNK_BYTES = 1 << 20;
/** A line longer than this is not an event; reading on would only fill the memory. */
const LONGEST_LINE_BYTES = 64 << 20;
const MOST_SIGNATURES = 100;
const PROGRESS_EVERY = 5000;

/** Something in the export is not as it was signed. */
class Fault extends Error {}
/** The command was not given what it needs. */
class Usage extends Error {}

function main(commandLine) {
  try {
    const { path, keys, held } = readCommandLine(commandLine);
    const progress = progressLine();
    let result;
    try {
      result = verifyExport(path, keys, held, progress);
    } finally {
      progress.clear();
    }
    process.stdout.write(`${report(result)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof Usage) {
      process.stderr.write(
        `${error.message}\nUsage: node verify-export.mjs export.jsonl [--key <verifier key>]... [--checkpoint <file>]...\n`,
      );
      return 2;
    }
    if (!(error instanceof Fault)) throw error;
    process.stderr.write(`NOT VERIFIED. The first thing wrong:\n${error.message}\n`);
    return 1;
  }
}

function readCommandLine(commandLine) {
  const paths = [];
  const keys = [];
  const held = [];
  for (let place = 0; place < commandLine.length; place += 1) {
    const word = commandLine[place];
    if (word === '--key' || word === '--checkpoint') {
      place += 1;
      const value = commandLine[place];
      if (value === undefined) throw new Usage(`${word} needs a value.`);
      if (word === '--checkpoint') held.push({ path: value, note: readHeld(value) });
      else {
        const key = parseVerifierKey(value);
        if (key === undefined)
          throw new Usage(`This is not an Ed25519 or Ed448 verifier key (name+id+base64): ${value}`);
        keys.push(key);
      }
    } else if (word.startsWith('-')) throw new Usage(`There is no option ${word}.`);
    else paths.push(word);
  }
  if (paths.length !== 1) throw new Usage('Name one export to verify.');
  return { path: paths[0], keys, held };
}

function readHeld(path) {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Usage(`The checkpoint ${path} cannot be read: ${error.message}`);
  }
}

// ---------------------------------------------------------------------------------------------------- the export

function verifyExport(path, givenKeys, held, progress) {
  const announced = announcedCheckpoints(path);
  const heldNotes = held.map(({ path: heldPath, note }) => ({
    where: `The checkpoint kept in ${heldPath}`,
    note: openNote(textOf(note, `The checkpoint kept in ${heldPath}`), `The checkpoint kept in ${heldPath}`),
  }));
  const wanted = new Set([...announced.sizes, ...heldNotes.map(({ note }) => note.size)]);

  const lines = linesOf(path);
  const header = readHeader(lines.next());
  // By each hash function that a checkpoint names a tree of its own over the same events.
  const named = [...announced.origins, ...heldNotes.map(({ note }) => note.origin)];
  const trees = [...new Set([...named.map((origin) => treeNamedBy(origin).by), 'sha256'])].map(
    (by) => new Tree(by),
  );
  const cases = new Map();
  const roots = new Map();
  const counts = { shown: 0, redacted: 0 };
  const keepRoots = () => {
    for (const tree of trees) if (wanted.has(tree.size)) roots.set(`${tree.by} ${tree.size}`, tree.root());
  };
  keepRoots();
  for (let index = 0; index < header.size; index += 1) {
    const read = lines.next();
    if (read.done)
      throw new Fault(
        `The export is cut off: it announces ${header.size} events and ends before event ${index}.`,
      );
    const entry = verifyLine(read.value, index, cases, counts);
    for (const tree of trees) tree.append(entry);
    keepRoots();
    if (index % PROGRESS_EVERY === 0) progress.show(index, header.size);
  }

  const trust = new Trust(header.keys, givenKeys);
  const checkpoints = [];
  for (const line of lines) {
    const where = `Checkpoint ${checkpoints.length + 1}`;
    const note = openNote(readCheckpointLine(line, where), where);
    const before = checkpoints.at(-1);
    if (before !== undefined && note.size < before.size)
      throw new Fault(`${where} is of ${note.size} events, the one before it of ${before.size}.`);
    if (note.size > header.size)
      throw new Fault(`${where} is of ${note.size} events: the export has only ${header.size}.`);
    trust.verify(note, where);
    compareRoot(note, header, roots, where, before?.size ?? 0);
    checkpoints.push(note);
  }
  const last = checkpoints.at(-1);
  if (last?.size !== header.size)
    throw new Fault(
      `The export is cut off: no checkpoint is of all ${header.size} events` +
        (last === undefined ? ', there is none at all.' : `, the last is of ${last.size}.`),
    );

  for (const { where, note } of heldNotes) {
    trust.verify(note, where);
    if (note.size > header.size)
      throw new Fault(
        `${where} is of ${note.size} events, the export has only ${header.size}: events are missing at its end, or it is of another history.`,
      );
    compareRoot(note, header, roots, where, 0);
  }
  return {
    header,
    root: Buffer.from(last.root, 'base64'),
    cases: cases.size,
    counts,
    checkpoints,
    held: heldNotes.map(({ note }) => note),
    trust,
  };
}

/**
 * The sizes and trees the checkpoints at the end speak of, read beforehand so that the roots at those sizes can be kept as the
 * tree grows. Nothing is believed or refused here: whatever is wrong is found in its turn.
 */
function announcedCheckpoints(path) {
  const sizes = [];
  const origins = [];
  const lines = linesOf(path);
  const first = lines.next();
  const size = first.done ? undefined : tolerantly(() => JSON.parse(first.value.toString('utf8')).size);
  if (!isCount(size)) return { sizes, origins };
  let number = 0;
  for (const line of lines) {
    number += 1;
    if (number <= size) continue;
    const announced = tolerantly(() => openNote(JSON.parse(line.toString('utf8')).checkpoint, ''));
    if (announced === undefined) continue;
    sizes.push(announced.size);
    origins.push(announced.origin);
  }
  return { sizes, origins };
}

function readHeader(read) {
  if (read.done) throw new Fault('The export is empty.');
  const where = 'The first line';
  const header = parseJson(read.value, where);
  demandKeys(header, HEADER_KEYS, where);
  if (header.format !== EXPORT_FORMAT) throw new Fault(`${where} does not say format ${EXPORT_FORMAT}.`);
  if (!isText(header.origin) || !isInstant(header.exportedAt))
    throw new Fault(`${where} does not say the origin and the instant of the export.`);
  if (!isCount(header.size)) throw new Fault(`${where} does not say how many events there are.`);
  if (!Array.isArray(header.keys)) throw new Fault(`${where} does not list the keys.`);
  const keys = header.keys.map((text) => {
    const key = typeof text === 'string' ? parseVerifierKey(text) : undefined;
    if (key === undefined)
      throw new Fault(`${where} lists a key that is not an Ed25519 or Ed448 verifier key: ${text}`);
    return key;
  });
  return { origin: header.origin, exportedAt: header.exportedAt, size: header.size, keys };
}

/** Verifies an event, and gives what it is in the tree. */
function verifyLine(bytes, index, cases, counts) {
  let where = `Event ${index}`;
  const line = parseJson(bytes, where);
  if (isObject(line) && 'checkpoint' in line)
    throw new Fault(
      `${where} is missing: a checkpoint stands in its place, so events before it were removed.`,
    );
  demandKeys(line, LINE_KEYS, where);
  const { event } = line;
  demandKeys(event, EVENT_KEYS, `${where}: what happened`);
  where = `Event ${index} (case ${event.caseId}, sequence ${event.sequence})`;
  if (line.index !== index)
    throw new Fault(`${where} says it is event ${line.index}: a line is missing, added or out of place.`);
  for (const [name, fits] of EVENT_PARTS)
    if (!fits(event[name])) throw new Fault(`${where}: ${name} is not what an event has there.`);

  const hash = hashed(EVENT_HASHES[event.format], canonical(event, where));
  if (hash.toString('hex') !== line.hash)
    throw new Fault(`${where} was altered: its hash is ${hash.toString('hex')}, the line says ${line.hash}.`);
  verifyPrivatePart(line, where, counts);

  const before = cases.get(event.caseId);
  const expected = (before?.sequence ?? 0) + 1;
  if (event.sequence !== expected)
    throw new Fault(
      `${where}: sequence ${expected} of the case should come here; events of it are missing, repeated or out of order.`,
    );
  if (event.previous !== (before?.hash ?? null))
    throw new Fault(
      `${where} does not follow what the export has before it: it names ${event.previous} as the case's previous event, which is ${before?.hash ?? 'none'}.`,
    );
  // A substring would keep the whole line it was cut from; what is computed holds 64 characters.
  cases.set(event.caseId, { sequence: event.sequence, hash: hash.toString('hex') });
  return hash;
}

function verifyPrivatePart(line, where, counts) {
  const commitment = line.event.private;
  if (line.salt === null && line.private === null) {
    if (commitment !== null) counts.redacted += 1;
    return;
  }
  if (commitment === null)
    throw new Fault(`${where} is given with a private part, but the event was signed without one.`);
  if (typeof line.salt !== 'string' || !/^(?:[0-9a-f]{2})+$/.test(line.salt) || !isObject(line.private))
    throw new Fault(`${where}: the private part is to have a salt and be an object, or both be left out.`);
  const text = Buffer.from(canonical(line.private, where), 'utf8');
  const salted = Buffer.concat([Buffer.from(line.salt, 'hex'), text]);
  const found = hashed(EVENT_HASHES[line.event.format], salted).toString('hex');
  if (found !== commitment)
    throw new Fault(
      `${where}: the private part was altered; the event is committed to ${commitment}, it gives ${found}.`,
    );
  counts.shown += 1;
}

function readCheckpointLine(bytes, where) {
  const line = parseJson(bytes, where);
  if (isObject(line) && 'event' in line)
    throw new Fault(`${where}: an event stands in its place; the export has more events than it announces.`);
  demandKeys(line, ['checkpoint'], where);
  if (typeof line.checkpoint !== 'string') throw new Fault(`${where} is not text.`);
  return line.checkpoint;
}

function compareRoot(note, header, roots, where, from) {
  const { log, by } = treeNamedBy(note.origin);
  if (log !== header.origin)
    throw new Fault(`${where} is of the log ${note.origin}, the export says it is of ${header.origin}.`);
  const root = roots.get(`${by} ${note.size}`)?.toString('base64');
  if (root !== note.root)
    throw new Fault(
      `${where}, of ${note.size} events, was signed over another history: among events ${from} to ${note.size - 1} one or more were altered, added or removed, though each agrees with itself. The signed root is ${note.root}, the export's is ${root}.`,
    );
}

// ------------------------------------------------------------------------------------------------ whom to believe

/** Which keys are believed, and why. Knowing a key's bytes is not believing it: the export lists them itself. */
class Trust {
  constructor(listed, given) {
    this.known = new Map([...listed, ...given].map((key) => [`${key.name}+${key.id}`, key]));
    // What was given by another way counts, whatever the export says of a key by that name.
    this.reasons = new Map(given.map((key) => [key, 'given with --key']));
    this.onTrust = given.length === 0;
  }

  verify(note, where) {
    const signers = [];
    for (const { name, id, signature } of note.signatures) {
      const key = this.known.get(`${name}+${id}`);
      if (key === undefined) continue;
      if (
        signature.length !== key.signatureBytes ||
        !crypto.verify(null, Buffer.from(note.text, 'utf8'), key.publicKey, signature)
      )
        throw new Fault(`${where}: the signature of ${name} (key ${id}) does not fit; it was altered.`);
      signers.push(key);
    }
    if (this.reasons.size === 0 && signers.length > 0) this.reasons.set(signers[0], 'TAKEN ON TRUST');
    const voucher = signers.find((key) => this.reasons.has(key));
    if (voucher === undefined)
      throw new Fault(
        `${where} is signed by no key that is trusted. It is signed by: ${note.signatures.map(({ name, id }) => `${name} (key ${id})`).join(', ')}. ` +
          'No checkpoint before it that a trusted key signed names one of these keys in its text. ' +
          'Ask whoever runs the log whether one of them is its key, by another way than the export; if so, give it with --key.',
      );
    // Only what stands in the text: a signature line is covered by no signature, anybody can add one of their own.
    for (const key of note.introduced) {
      const place = `${key.name}+${key.id}`;
      if (this.reasons.has(this.known.get(place))) continue;
      this.known.set(place, key);
      this.reasons.set(key, `introduced by key ${voucher.id}, at ${note.size} events`);
    }
  }
}

/** Takes a signed checkpoint apart, strictly. */
function openNote(note, where) {
  const refuse = (why) => new Fault(`${where} is not a signed checkpoint: ${why}.`);
  if (/[\u0000-\u0009\u000b-\u001f]/.test(note)) throw refuse('it holds control characters');
  const separator = note.lastIndexOf('\n\n');
  if (separator < 0 || !note.endsWith('\n')) throw refuse('text and signatures are not as they should be');
  const text = note.slice(0, separator + 1);
  const signatureLines = note.slice(separator + 2, -1).split('\n');
  if (signatureLines.length > MOST_SIGNATURES) throw refuse('it has too many signatures');
  const signatures = signatureLines.map((line) => {
    const [, name, encoded] = /^\u2014 ([^\p{White_Space}+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? [];
    const bytes = encoded === undefined ? undefined : decodeBase64(encoded);
    if (bytes === undefined || bytes.length < 5) throw refuse('a signature line is malformed');
    return { name, id: bytes.toString('hex', 0, 4), signature: bytes.subarray(4) };
  });
  const [origin, decimal, root, ...extensions] = text.slice(0, -1).split('\n');
  if (!origin || extensions.includes('')) throw refuse('a line is empty');
  if (!/^(?:0|[1-9][0-9]{0,14})$/.test(decimal ?? '')) throw refuse('its size is not a number');
  if (decodeBase64(root ?? '')?.length !== HASH_BYTES[treeNamedBy(origin).by])
    throw refuse('its root is not a hash');
  // Other lines, and keys of a kind that is not known here, are passed over, as the format demands.
  const introduced = extensions
    .filter((line) => line.startsWith(INTRODUCTION))
    .map((line) => parseVerifierKey(line.slice(INTRODUCTION.length)))
    .filter((key) => key !== undefined);
  return { text, signatures, origin, size: Number(decimal), root, introduced };
}

function parseVerifierKey(text) {
  const [, name, id, encoded] =
    /^([^\p{White_Space}+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u.exec(text) ?? [];
  const typed = encoded === undefined ? undefined : decodeBase64(encoded);
  const kind = KEY_TYPES.find(
    ({ type, keyBytes }) =>
      typed?.length === type.length + keyBytes && typed.subarray(0, type.length).equals(type),
  );
  if (typed === undefined || kind === undefined) return undefined;
  // Ids of keys are made with SHA-256 whatever the key: they are names, and nothing is believed for them.
  const expected = hashed('sha256', Buffer.concat([Buffer.from(`${name}\n`, 'utf8'), typed]));
  if (expected.toString('hex', 0, 4) !== id) return undefined;
  const publicKey = crypto.createPublicKey({
    key: { kty: 'OKP', crv: kind.crv, x: typed.toString('base64url', kind.type.length) },
    format: 'jwk',
  });
  return { name, id, text, publicKey, signatureBytes: kind.signatureBytes };
}

/** The log that the origin of a checkpoint names, and the hash function of its tree. */
function treeNamedBy(origin) {
  const by = TREE_HASHES.slice(1).find((name) => origin.endsWith(`/${name}`));
  return by === undefined
    ? { log: origin, by: TREE_HASHES[0] }
    : { log: origin.slice(0, -1 - by.length), by };
}

function decodeBase64(text) {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

// ------------------------------------------------------------------------------------------------------ the tree

/** The tree of RFC 9162 as it grows: of every complete subtree, the largest first, only the root is kept. */
class Tree {
  constructor(by) {
    this.by = by;
    this.size = 0;
    this.subtrees = [];
  }

  append(entry) {
    let hash = hashed(this.by, Buffer.concat([Buffer.of(0), entry]));
    for (let rest = this.size; rest % 2 === 1; rest = Math.floor(rest / 2))
      hash = this.nodeHash(this.subtrees.pop(), hash);
    this.subtrees.push(hash);
    this.size += 1;
  }

  root() {
    if (this.size === 0) return hashed(this.by, '');
    let hash = this.subtrees.at(-1);
    for (let place = this.subtrees.length - 2; place >= 0; place -= 1)
      hash = this.nodeHash(this.subtrees[place], hash);
    return hash;
  }

  nodeHash(left, right) {
    return hashed(this.by, Buffer.concat([Buffer.of(1), left, right]));
  }
}

function hashed(by, data) {
  // The short way is three times as fast; older versions of Node.js do not have it.
  if (crypto.hash !== undefined) return crypto.hash(by, data, 'buffer');
  return crypto.createHash(by).update(data).digest();
}

// ---------------------------------------------------------------------------------------------------------- JSON

/** RFC 8785: members by the UTF-16 units of their names, no space, numbers and strings as ECMAScript writes them. */
function canonical(value, where) {
  return withinDepth(where, () => canonicalPart(value, where));
}

function canonicalPart(value, where) {
  if (typeof value === 'string') return canonicalString(value, where);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += `${text === '' ? '' : ','}${canonicalPart(item, where)}`;
    return `[${text}]`;
  }
  for (const name of Object.keys(value).sort())
    text += `${text === '' ? '' : ','}${canonicalString(name, where)}:${canonicalPart(value[name], where)}`;
  return `{${text}}`;
}

function canonicalString(value, where) {
  const text = JSON.stringify(value);
  // Half a character would be written as an escape; only a string with one need be looked at.
  if (text.includes('\\ud') && /\p{Surrogate}/u.test(value))
    throw new Fault(`${where} holds half a character.`);
  return text;
}

/** Reads a line so that what a person reads in the file is what is verified. */
function parseJson(bytes, where) {
  const text = textOf(bytes, where);
  return withinDepth(where, () => {
    const value = parsed(text, where);
    // What ECMAScript writes back the same has no doubled names and no numbers that lose digits.
    if (JSON.stringify(value) !== text) demandUnambiguous(text, where);
    return value;
  });
}

function parsed(text, where) {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new Fault(`${where} is not JSON: ${error.message}`);
  }
}

/** Brackets within brackets by the thousand exhaust the stack, which is a finding about the line and no fault here. */
function withinDepth(where, attempt) {
  try {
    return attempt();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Fault(`${where} is unreadable: its brackets are nested too deeply for an event.`);
  }
}

/** Of two members with one name a parser keeps one, and of a number with too many digits some: both could deceive. */
function demandUnambiguous(text, where) {
  const token = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?[0-9][0-9.eE+-]*)|[{}]/g;
  const names = [];
  for (const [whole, string, colon, number] of text.matchAll(token)) {
    if (number !== undefined) {
      if (JSON.stringify(Number(number)) !== number)
        throw new Fault(`${where} holds a number that is not written as it is meant: ${number}`);
    } else if (whole === '{') names.push(new Set());
    else if (whole === '}') names.pop();
    else if (colon !== undefined) {
      const name = JSON.parse(string);
      if (names.at(-1).has(name)) throw new Fault(`${where} says ${string} twice.`);
      names.at(-1).add(name);
    }
  }
}

function demandKeys(value, names, where) {
  if (!isObject(value)) throw new Fault(`${where} is not an object.`);
  const missing = names.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) throw new Fault(`${where} lacks ${missing}.`);
  const further = Object.keys(value).find((name) => !names.includes(name));
  if (further !== undefined) throw new Fault(`${where} has ${further}, which the format does not know.`);
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value) {
  return typeof value === 'string' && value !== '';
}

function isTextOrNull(value) {
  return value === null || isText(value);
}

function isHash(value) {
  return typeof value === 'string' && /^(?:[0-9a-f]{64}|[0-9a-f]{96})$/.test(value);
}

function isInstant(value) {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
}

function isCount(value) {
  return Number.isSafeInteger(value) && value >= 0;
}

// ------------------------------------------------------------------------------------------- reading and writing

/** The lines of a file, as bytes, without ever holding more than one and a portion. */
function* linesOf(path) {
  const file = reading(path, () => openSync(path, 'r'));
  try {
    let rest = [];
    let restBytes = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      const length = reading(path, () => readSync(file, chunk, 0, CHUNK_BYTES, null));
      if (length === 0) break;
      let start = 0;
      for (let end = chunk.indexOf(NEWLINE); end >= 0 && end < length; end = chunk.indexOf(NEWLINE, start)) {
        const piece = chunk.subarray(start, end);
        yield rest.length === 0 ? piece : Buffer.concat([...rest, piece]);
        rest = [];
        restBytes = 0;
        start = end + 1;
      }
      if (start < length) {
        rest.push(chunk.subarray(start, length));
        restBytes += length - start;
        if (restBytes > LONGEST_LINE_BYTES)
          throw new Fault(`A line is longer than ${LONGEST_LINE_BYTES} bytes.`);
      }
    }
    if (rest.length > 0) yield Buffer.concat(rest);
  } finally {
    closeSync(file);
  }
}

/** What the system says against reading the export is no finding about it. */
function reading(path, attempt) {
  try {
    return attempt();
  } catch (error) {
    throw new Usage(`The export ${path} cannot be read: ${error.message}`);
  }
}

function textOf(bytes, where) {
  if (!isUtf8(bytes)) throw new Fault(`${where} is not UTF-8.`);
  return bytes.toString('utf8');
}

function tolerantly(attempt) {
  try {
    return attempt();
  } catch {
    return undefined;
  }
}

function progressLine() {
  if (!process.stderr.isTTY) return { show() {}, clear() {} };
  return {
    show(done, all) {
      process.stderr.write(
        `\r${grouped(done)} of ${grouped(all)} events (${Math.floor((100 * done) / all)} %)`,
      );
    },
    clear() {
      process.stderr.write('\r\u001b[K');
    },
  };
}

function grouped(number) {
  return number.toLocaleString('en-GB');
}

function report({ header, root, cases, counts, checkpoints, held, trust }) {
  const used = [...trust.reasons].map(([key, reason]) => `${key.text}\n             ${reason}`);
  const lines = [
    'VERIFIED. Every event, chain, checkpoint and signature is as it was signed.',
    `Log          ${header.origin}, exported ${header.exportedAt}`,
    `Size         ${grouped(header.size)}`,
    `Root         ${root.toString('base64')}`,
    `Cases        ${grouped(cases)}`,
    `Events       ${grouped(header.size)}`,
    `Private      ${grouped(counts.shown)} shown and verified, ${grouped(counts.redacted)} redacted (left out, the events still say that they were there)`,
    `Checkpoints  ${grouped(checkpoints.length)}`,
    ...held.map(({ size }) => `Kept         a checkpoint of ${grouped(size)} events is of the same history`),
    ...used.map((text, place) => `${place === 0 ? 'Keys        ' : '            '} ${text}`),
  ];
  if (trust.onTrust)
    lines.push(
      '',
      '!!! NO KEY WAS GIVEN. The key of the first checkpoint was TAKEN ON TRUST: this shows that the export agrees',
      '!!! with itself, not who wrote it. Obtain the key from another source, compare, and give it with --key.',
    );
  return lines.join('\n');
}

// At the end, when every class is there.
process.exitCode = main(process.argv.slice(2));
