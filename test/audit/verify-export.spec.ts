import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatVerifierKey, generateSigningKey } from '#domain';
import {
  checkpointOf,
  commitmentTo,
  exportOf,
  hashOf,
  history,
  ORIGIN,
  written,
  type Export,
  type ExportedEvent,
  type ExportedLine,
} from './export-writer.js';

const PROGRAM = join(import.meta.dirname, '../../apps/auditor/verify-export.mjs');
const SIZE = 24;

const key = generateSigningKey(ORIGIN);
const nextKey = generateSigningKey(ORIGIN);
const foreignKey = generateSigningKey(ORIGIN);
const KEY = formatVerifierKey(key.verifier);

const lines = history(SIZE);
const good = exportOf(lines, [
  { size: 10, keys: [key] },
  { size: SIZE, keys: [key] },
]);

let folder: string;
let files = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-export-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Keeps a text as a file and gives its path. */
function file(text: string | Buffer): string {
  files += 1;
  const path = join(folder, `${files}`);
  writeFileSync(path, text);
  return path;
}

/** Runs the program as an auditor does, in a folder without this service. */
function verify(text: string | Buffer, ...options: readonly string[]) {
  return run(file(text), ...options);
}

function run(...options: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...options], {
    cwd: folder,
    encoding: 'utf8',
    env: {},
  });
  return { status, stdout, stderr };
}

/** The export with one line replaced, as it is written. */
function withLine(index: number, change: (line: ExportedLine) => unknown): Export {
  return {
    ...good,
    lines: lines.map((line, place) => (place === index ? (change(line) as ExportedLine) : line)),
  };
}

/** A forger's line: another event, with the hash that belongs to it. */
function rehashed(line: ExportedLine, change: Partial<ExportedEvent>): ExportedLine {
  const event = { ...line.event, ...change };
  return { ...line, event, hash: hashOf(event) };
}

function renumbered(kept: readonly ExportedLine[]): readonly ExportedLine[] {
  return kept.map((line, index) => ({ ...line, index }));
}

describe('an export that is as it was signed', () => {
  it('is verified, with a key that was given', () => {
    const { status, stdout, stderr } = verify(written(good), '--key', KEY);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^VERIFIED/);
    expect(stdout).toMatch(/Size +24\n/);
    expect(stdout).toContain(good.checkpoints[1]!.split('\n')[2]);
    expect(stdout).toMatch(/Cases +3\n/);
    expect(stdout).toMatch(/Private +18 shown and verified, 0 redacted/);
    expect(stdout).toMatch(/Checkpoints +2\n/);
    expect(stdout).toContain(`${KEY}\n             given with --key`);
    expect(stdout).not.toContain('TRUST');
  });

  it('names a line whose brackets are nested too deeply to be read', () => {
    const nested = '['.repeat(20_000) + ']'.repeat(20_000);
    const text = written(good)
      .split('\n')
      .map((line, place) => (place === 4 ? line.replace('"facts":{', `"facts":{"deep":${nested},`) : line))
      .join('\n');
    expect(text).toContain(nested);
    const { status, stderr } = verify(text, '--key', KEY);
    expect(stderr).toContain('Event 3 is unreadable');
    expect(status).toBe(1);
  });

  it('is verified without a key, and says loudly what that is worth', () => {
    const { status, stdout } = verify(written(good));
    expect(status).toBe(0);
    expect(stdout).toContain('!!! NO KEY WAS GIVEN');
    expect(stdout).toContain('TAKEN ON TRUST');
  });

  it('may leave private parts out, and counts them', () => {
    const redacted = withLine(5, (line) => ({ ...line, salt: null, private: null }));
    const { status, stdout } = verify(written(redacted), '--key', KEY);
    expect(status).toBe(0);
    expect(stdout).toMatch(/17 shown and verified, 1 redacted/);
  });

  it('may be written with other spaces and another order of members', () => {
    const text = written(good)
      .split('\n')
      .map((line) => line.replace(/^\{"index":(\d+),(.*)\}$/su, '{ $2 , "index" : $1 }'))
      .join('\n');
    expect(text).not.toBe(written(good));
    expect(verify(text, '--key', KEY).status).toBe(0);
  });

  it('may have no events', () => {
    const empty = exportOf([], [{ size: 0, keys: [key] }]);
    expect(verify(written(empty), '--key', KEY)).toMatchObject({ status: 0, stderr: '' });
  });

  it('may have lines of any ordinary length', () => {
    const long = lines.map((line, index) =>
      index === SIZE - 1 ? rehashed(line, { facts: { text: 'é'.repeat(2_000_000) } }) : line,
    );
    const text = written(exportOf(long, [{ size: SIZE, keys: [key] }]));
    expect(verify(text, '--key', KEY)).toMatchObject({ status: 0, stderr: '' });
  });

  it('may lack the newline at its end', () => {
    expect(verify(written(good).slice(0, -1), '--key', KEY).status).toBe(0);
  });

  it('may be signed by a new key once the text that a trusted one signed introduces it', () => {
    const rotated = exportOf(lines, [
      { size: 10, keys: [key] },
      { size: 15, keys: [key, nextKey] },
      { size: SIZE, keys: [nextKey] },
    ]);
    const { status, stdout } = verify(written(rotated), '--key', KEY);
    expect(status).toBe(0);
    expect(stdout).toContain(`introduced by key ${key.verifier.keyId}, at 15 events`);
  });

  it('is of the same history as a checkpoint kept from earlier', () => {
    const kept = file(checkpointOf(lines, { size: 7, keys: [key] }));
    const { status, stdout } = verify(written(good), '--key', KEY, '--checkpoint', kept);
    expect(status).toBe(0);
    expect(stdout).toContain('a checkpoint of 7 events is of the same history');
  });
});

describe('an export of a log whose algorithms were changed', () => {
  const other = generateSigningKey(ORIGIN, 'ed448');
  const mixed = history(SIZE, SIZE, 12);
  const signings = [
    { size: 10, keys: [key] },
    { size: 14, keys: [key, other] },
    { size: SIZE, keys: [other], by: 'sha384' as const },
  ];
  const whole = exportOf(mixed, signings);

  it('is verified, each event, tree and signature by its own', () => {
    const held = file(checkpointOf(mixed, { size: 7, keys: [key] }));
    const { status, stdout, stderr } = verify(written(whole), '--key', KEY, '--checkpoint', held);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain(whole.checkpoints[2]!.split('\n')[2]);
    expect(stdout).toContain(`introduced by key ${key.verifier.keyId}, at 14 events`);
    expect(stdout).toMatch(/Private +18 shown and verified, 0 redacted/);
    const last = file(whole.checkpoints[2]!);
    const later = exportOf(mixed, [{ size: SIZE, keys: [key, other] }]);
    expect(verify(written(later), '--key', KEY, '--checkpoint', last).status).toBe(0);
  });

  it.each([
    [
      'content of an event in the second format',
      19,
      (line: ExportedLine) => ({ ...line, event: { ...line.event, actorRole: 'decider' } }),
      'Event 19 .* was altered',
    ],
    [
      'a private part in the second format',
      19,
      (line: ExportedLine) => ({ ...line, private: { ...line.private, forked: true } }),
      'Event 19 .*: the private part was altered',
    ],
    [
      'the format of an event, hashed by the other',
      23,
      (line: ExportedLine) => rehashed(line, { format: 'spend-control-event/1', private: null }),
      'Event 23 .*: the private part|given with a private part',
    ],
    [
      'the format to one that is not known',
      19,
      (line: ExportedLine) => rehashed(line, { format: 'spend-control-event/3' }),
      'Event 19 .*: format is not what an event has there',
    ],
    [
      'an old event before the change of the tree, and all that names it',
      0,
      (line: ExportedLine) => ({ ...line, salt: null, private: null, hash: '0'.repeat(64) }),
      'Event 0 .* was altered',
    ],
  ])('is found out by %s', (_what, place, change, message) => {
    const spoilt = { ...whole, lines: mixed.map((line, index) => (index === place ? change(line) : line)) };
    const { status, stderr } = verify(written(spoilt), '--key', KEY);
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(message));
  });

  it('is held to the root of each tree, and to the name of its hash', () => {
    const forked = { ...exportOf(history(SIZE, 5, 12), signings), checkpoints: whole.checkpoints };
    expect(verify(written(forked), '--key', KEY).stderr).toContain('Checkpoint 1, of 10 events');
    const later = { ...exportOf(history(SIZE, 20, 12), signings), checkpoints: whole.checkpoints };
    expect(verify(written(later), '--key', KEY).stderr).toContain('Checkpoint 3, of 24 events');
    const [first, second, third] = whole.checkpoints;
    const renamed = { ...whole, checkpoints: [first!, second!, third!.replace('/sha384', '')] };
    expect(verify(written(renamed), '--key', KEY).stderr).toContain(
      'Checkpoint 3 is not a signed checkpoint: its root is not a hash',
    );
  });
});

describe('an export that was tampered with', () => {
  /** What the program says first is wrong. */
  function fault(text: string | Buffer, ...options: readonly string[]): string {
    const { status, stdout, stderr } = verify(text, '--key', KEY, ...options);
    expect(stdout).toBe('');
    expect(status).toBe(1);
    return stderr;
  }

  const SEVENTH = 'Event 7 (case 0190aaaa-0000-7000-8000-000000000001, sequence 3)';

  it('is found out at every byte', () => {
    const whole = Buffer.from(written(exportOf(history(2), [{ size: 2, keys: [key] }])));
    const places = Array.from({ length: 60 }, (_, step) => Math.floor((step * (whole.length - 1)) / 60));
    const exportedAt = whole.indexOf('"exportedAt"');
    for (const place of places) {
      // When it was exported is the exporter's word; nothing depends on it.
      if (place >= exportedAt && place < exportedAt + 42) continue;
      const spoilt = Buffer.from(whole);
      spoilt[place] = spoilt[place]! ^ 1;
      fault(spoilt);
    }
  }, 120_000);

  it('names the event whose content was altered', () => {
    const altered = withLine(7, (line) => ({ ...line, event: { ...line.event, actorRole: 'decider' } }));
    expect(fault(written(altered))).toContain(`${SEVENTH} was altered`);
  });

  it('names the event whose private part was altered', () => {
    const altered = withLine(7, (line) => ({ ...line, private: { ...line.private, forked: true } }));
    expect(fault(written(altered))).toContain(`${SEVENTH}: the private part was altered`);
    const salted = withLine(7, (line) => ({ ...line, salt: '00' }));
    expect(fault(written(salted))).toContain(`${SEVENTH}: the private part was altered`);
  });

  it('names the event that was given a private part, or half of one', () => {
    const given = withLine(4, (line) => ({ ...line, salt: '00', private: {} }));
    expect(fault(written(given))).toContain('the event was signed without one');
    for (const half of [{ salt: null }, { private: null }])
      expect(fault(written(withLine(7, (line) => ({ ...line, ...half }))))).toContain(
        'the private part is to have',
      );
  });

  it('names the next event of the case when one was altered and hashed anew', () => {
    const altered = withLine(4, (line) => rehashed(line, { actorRole: 'decider' }));
    expect(fault(written(altered))).toContain(`${SEVENTH} does not follow`);
  });

  it('sees by the root that the last event of a case was altered and hashed anew', () => {
    const hidden = { forged: true };
    const altered = withLine(23, (line) => ({
      ...rehashed(line, { private: commitmentTo('00', hidden) }),
      salt: '00',
      private: hidden,
    }));
    const message = fault(written(altered));
    expect(message).toContain('Checkpoint 2, of 24 events, was signed over another history');
    expect(message).toContain('events 10 to 23');
  });

  it('names the gap where an event was taken out', () => {
    const kept = lines.filter((_, index) => index !== 4);
    expect(fault(written({ ...good, lines: kept }))).toContain('says it is event 5');
    const smoothed = { ...good, lines: renumbered(kept) };
    expect(fault(written(smoothed))).toContain('sequence 2 of the case should come here');
  });

  it('sees by the root that the last event of a case was taken out and all else made to fit', () => {
    const kept = renumbered(lines.filter((_, index) => index !== 22));
    const smoothed = { ...good, lines: kept, header: { ...good.header, size: kept.length } };
    expect(fault(written(smoothed))).toContain('Checkpoint 2 is of 24 events: the export has only 23');
  });

  it('names where an event was put in', () => {
    const doubled = renumbered([...lines.slice(0, 8), lines[7]!, ...lines.slice(8)]);
    const inserted = { ...good, lines: doubled, header: { ...good.header, size: doubled.length } };
    expect(fault(written(inserted))).toContain('Event 8 (case');
    const further = { ...good, lines: [...lines, { ...lines[0]!, index: SIZE }] };
    expect(fault(written(further))).toContain('more events than it announces');
  });

  it('names where two events changed places', () => {
    const swapped = lines.map((line, index) => (index === 6 ? lines[7]! : index === 7 ? lines[6]! : line));
    expect(fault(written({ ...good, lines: swapped }))).toContain('says it is event 7');
    // Of different cases, so that no chain minds.
    expect(fault(written({ ...good, lines: renumbered(swapped) }))).toContain(
      'Checkpoint 1, of 10 events, was signed over another history',
    );
  });

  it('sees that the tail is cut off, wherever', () => {
    const text = written(good);
    const before = (line: number) => text.split('\n').slice(0, line).join('\n');
    expect(fault(`${before(1)}\n`)).toContain('ends before event 0');
    expect(fault(`${before(9)}\n`)).toContain('ends before event 8');
    expect(fault(before(9).slice(0, -20))).toContain('Event 7 is not JSON');
    expect(fault(`${before(1 + SIZE)}\n`)).toContain('there is none at all');
    expect(fault(`${before(2 + SIZE)}\n`)).toContain('the last is of 10');
    expect(fault('')).toContain('The export is empty');
    const withoutTail = { ...good, lines: lines.slice(0, 20) };
    expect(fault(written(withoutTail))).toContain('Event 20 is missing: a checkpoint stands in its place');
  });

  it('sees a tail cut off cleanly by a checkpoint kept from later', () => {
    const shorter = exportOf(lines.slice(0, 10), [{ size: 10, keys: [key] }]);
    expect(verify(written(shorter), '--key', KEY).status).toBe(0);
    const kept = file(good.checkpoints[1]!);
    expect(fault(written(shorter), '--checkpoint', kept)).toContain('events are missing at its end');
  });

  it('does not believe a key because the export lists it', () => {
    const forged = exportOf(history(SIZE, 12), [
      { size: 10, keys: [key] },
      { size: SIZE, keys: [foreignKey] },
    ]);
    const message = fault(written(forged));
    expect(message).toContain('Checkpoint 2 is signed by no key that is trusted');
    expect(message).toContain(foreignKey.verifier.keyId);
  });

  it('does not believe a key introduced by one that is not believed', () => {
    const forged = exportOf(lines, [
      { size: 10, keys: [foreignKey, nextKey] },
      { size: SIZE, keys: [nextKey, key] },
    ]);
    expect(fault(written(forged))).toContain('Checkpoint 1 is signed by no key that is trusted');
  });

  it('does not believe a key because its signature stands beside a genuine one, in a line that anybody can add', () => {
    // Everything after the first genuine checkpoint is written anew, with an event more.
    const forgedLines = history(SIZE + 1, 12);
    const genuine = good.checkpoints[0]!;
    const own = checkpointOf(lines, { size: 10, keys: [foreignKey], introduces: [] });
    const beside = `${genuine}${own.split('\n').at(-2)!}\n`;
    const signed = exportOf(forgedLines, [
      { size: 10, keys: [key] },
      { size: SIZE + 1, keys: [foreignKey] },
    ]);
    const message = fault(written({ ...signed, checkpoints: [beside, signed.checkpoints[1]!] }));
    expect(message).toContain('Checkpoint 2 is signed by no key that is trusted');
    expect(message).toContain('Ask whoever runs the log');
    // Nor because both signed a text that names nobody, or because a line of the text is added by hand.
    const unnamed = exportOf(forgedLines, [
      { size: 10, keys: [key, foreignKey], introduces: [] },
      { size: SIZE + 1, keys: [foreignKey] },
    ]);
    expect(fault(written(unnamed))).toContain('Checkpoint 2 is signed by no key that is trusted');
    const named = genuine.replace('\n\n', `\nkey ${formatVerifierKey(foreignKey.verifier)}\n\n`);
    expect(fault(written({ ...signed, checkpoints: [named, signed.checkpoints[1]!] }))).toContain(
      `Checkpoint 1: the signature of ${ORIGIN} (key ${key.verifier.keyId}) does not fit`,
    );
    // With the key given, by whoever trusts it, the same is believed.
    expect(
      verify(written(unnamed), '--key', KEY, '--key', formatVerifierKey(foreignKey.verifier)).status,
    ).toBe(0);
  });

  it('does not accept a signature that does not fit, although another does', () => {
    const both = checkpointOf(lines, { size: SIZE, keys: [key, nextKey] });
    const other = checkpointOf(lines, { size: 10, keys: [nextKey] });
    const spoilt = [...both.split('\n').slice(0, -2), other.split('\n').at(-2), ''].join('\n');
    const listed = { ...good.header, keys: [KEY, formatVerifierKey(nextKey.verifier)] };
    const message = fault(written({ ...good, header: listed, checkpoints: [spoilt] }));
    expect(message).toContain(`the signature of ${ORIGIN} (key ${nextKey.verifier.keyId}) does not fit`);
  });

  it('sees by a checkpoint kept from earlier that the history was written anew, even by its own key', () => {
    const forked = exportOf(history(SIZE, 5), [{ size: SIZE, keys: [key] }]);
    expect(verify(written(forked), '--key', KEY).status).toBe(0);
    const kept = file(good.checkpoints[0]!);
    const message = fault(written(forked), '--checkpoint', kept);
    expect(message).toContain(
      `The checkpoint kept in ${kept}, of 10 events, was signed over another history`,
    );
  });

  it('sees by a checkpoint kept from earlier that another key signed everything anew', () => {
    const forged = written(exportOf(history(SIZE, 5), [{ size: SIZE, keys: [foreignKey] }]));
    expect(verify(forged).status).toBe(0);
    const kept = file(good.checkpoints[0]!);
    expect(verify(forged, '--checkpoint', kept)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('is signed by no key that is trusted'),
    });
  });

  it('does not accept what would be read in two ways', () => {
    const text = written(good);
    const twice = text.replace('"actorRole":"submitter"', '"actorRole":"decider","actorRole":"submitter"');
    expect(fault(twice)).toContain('Event 0 says "actorRole" twice');
    const digits = text.replace('"number":0', '"number":0.00000000000000000000000000000');
    expect(fault(digits)).toContain('a number that is not written as it is meant');
    const latin = Buffer.from(text.replace('submitter', 'submittér'), 'latin1');
    expect(fault(latin)).toContain('Event 0 is not UTF-8');
  });

  it('does not accept what the signatures do not cover', () => {
    expect(fault(written(withLine(7, (line) => ({ ...line, note: 'approved' }))))).toContain(
      'Event 7 has note, which the format does not know',
    );
    expect(fault(written(withLine(7, (line) => rehashed(line, { note: 'approved' }))))).toContain('has note');
    const header = Object.fromEntries(Object.entries(good.header).filter(([name]) => name !== 'exportedAt'));
    expect(fault(written({ ...good, header }))).toContain('The first line lacks exportedAt');
    expect(fault(written({ ...good, header: { ...good.header, format: 'other/1' } }))).toContain('format');
    expect(fault(written({ ...good, header: { ...good.header, origin: 'elsewhere' } }))).toContain(
      `is of the log ${ORIGIN}, the export says it is of elsewhere`,
    );
  });

  it('does not accept checkpoints out of order', () => {
    const [first, second] = good.checkpoints;
    expect(fault(written({ ...good, checkpoints: [second!, first!] }))).toContain(
      'Checkpoint 2 is of 10 events, the one before it of 24',
    );
  });
});

describe('a command that is not understood', () => {
  it.each([
    [[], 'Name one export'],
    [['one', 'two'], 'Name one export'],
    [['--colour'], 'There is no option --colour'],
    [['x', '--key'], '--key needs a value'],
    [['x', '--key', 'abc'], 'not an Ed25519 or Ed448 verifier key'],
    [['x', '--checkpoint', 'no-such-file'], 'cannot be read'],
    [['no-such-file'], 'cannot be read'],
    [['.'], 'cannot be read'],
  ])('is answered with how it is used: %j', (options, message) => {
    const { status, stdout, stderr } = run(...options);
    expect(stderr).toContain(message);
    expect(stderr).toContain('Usage: node verify-export.mjs');
    expect([status, stdout]).toEqual([2, '']);
  });
});
