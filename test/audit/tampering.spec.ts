import { createHash } from 'node:crypto';
import {
  formatSigningKey,
  generateSigningKey,
  parseNote,
  signCheckpoint,
  signNote,
  type SigningKey,
} from '#domain';
import { LogKeys, LogVerifier, SealingService } from '#audit';
import { latestCheckpoint } from '#persistence';
import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { ORIGIN, startLogWorld, type LogWorld } from './log-world.js';
import { tamperedBy } from './tampered-by.js';

// Somebody who owns the database can do anything to it, triggers or not. Whatever they do, the log gives it away.

let world: LogWorld;
let decided: DrivenCase;
let other: DrivenCase;
/** A checkpoint kept outside before anything was tampered with. */
let kept: string;

beforeAll(async () => {
  world = await startLogWorld();
  const driver = new CaseDriver(world);
  decided = await driver.driveTo('approved-with-conditions');
  other = await driver.driveTo('acknowledged');
  await world.sealing.seal();
  await driver.step(other, 'start-review');
  await world.sealing.seal();
  kept = await world.checkpoint();
  // What is not sealed yet is chained already.
  await driver.draft();
}, 60_000);
afterAll(() => world.close());

/** Does something as the owner of the database, looks, and takes it back. */
const tampered = (statements: readonly string[], look: () => Promise<void>) =>
  tamperedBy(world.owner, statements, look);

function idOf(driven: DrivenCase): string {
  return `(select id from spend_case where reference = '${driven.reference}')`;
}

async function indexOf(driven: DrivenCase, sequence: number): Promise<number> {
  const [row] = await world.owner.query<{ index: number }>({
    text: `select index from log_leaf where case_id = ${idOf(driven)} and sequence = $1`,
    values: [sequence],
  });
  if (row === undefined) throw new Error('It is not in the log');
  return row.index;
}

const event = (driven: DrivenCase, sequence: number) =>
  `case_id = ${idOf(driven)} and sequence = ${String(sequence)}`;

describe('the untouched log', () => {
  it('verifies, with a checkpoint that was kept and without', async () => {
    expect(await world.verify()).toMatchObject({ fault: null, cases: 3, waiting: 15 });
    expect(await world.verify([kept])).toMatchObject({ fault: null });
  });

  it('is taken back whole after each of the trials below', async () => {
    await tampered(['delete from decision', 'delete from case_event'], async () => {
      expect((await world.verify()).fault).not.toBeNull();
    });
    expect((await world.verify([kept])).fault).toBeNull();
  });
});

/** What is done to which event, and what is then said to be wrong with which. */
const TRIALS: readonly (readonly [
  what: string,
  statements: () => readonly string[],
  fault: { readonly of?: () => DrivenCase; readonly sequence?: number; readonly what: RegExp },
])[] = [
  [
    'one byte of a payload is altered',
    () => [
      `update case_event set payload = jsonb_set(payload, '{evidence,narrative}', to_jsonb(replace(payload #>> '{evidence,narrative}', 'e', 'a'))) where ${event(decided, 4)}`,
    ],
    { of: () => decided, sequence: 4, what: /private text of the event is not what was committed to/ },
  ],
  [
    'a fact of a payload is altered',
    () => [
      `update case_event set payload = jsonb_set(payload, '{details,requestedPence}', '1') where ${event(decided, 1)}`,
    ],
    { of: () => decided, sequence: 1, what: /not what its hash was made of/ },
  ],
  [
    'an event is dated a millisecond later',
    () => [`update case_event set occurred_at = occurred_at + interval '1 ms' where ${event(other, 3)}`],
    { of: () => other, sequence: 3, what: /not what its hash was made of/ },
  ],
  [
    'an event is given to another person',
    () => [`update case_event set actor_id = gen_random_uuid() where ${event(decided, 16)}`],
    { of: () => decided, sequence: 16, what: /not what its hash was made of/ },
  ],
  [
    'an event is removed',
    () => [`delete from case_event where ${event(decided, 7)}`],
    { of: () => decided, sequence: 7, what: /event of this entry is missing/ },
  ],
  [
    'an event is put in between and the rest are moved up',
    () => [
      `update case_event set sequence = sequence + 1000 where case_id = ${idOf(decided)} and sequence > 5`,
      `insert into case_event select case_id, 6, type, audience, actor_id, actor_role, actor_organisation_id, occurred_at,
        from_state, to_state, version, reason, payload, sha256('made up'), hash, null, null from case_event where ${event(decided, 5)}`,
      `update case_event set sequence = sequence - 999 where case_id = ${idOf(decided)} and sequence > 1000`,
    ],
    { of: () => decided, sequence: 6, what: /not the one that was sealed/ },
  ],
  [
    'an event is appended without the log',
    () => [
      `insert into case_event select case_id, sequence + 1, type, audience, actor_id, actor_role, actor_organisation_id,
        occurred_at, from_state, to_state, version, reason, payload, sha256('made up'), hash, null, null
        from case_event where ${event(other, other.revision)}`,
    ],
    { of: () => other, what: /neither in the log nor waiting|not what its hash/ },
  ],
  [
    'two events of a case are swapped',
    () => [
      `update case_event set sequence = 10000 where ${event(decided, 8)}`,
      `update case_event set sequence = 8 where ${event(decided, 9)}`,
      `update case_event set sequence = 9 where case_id = ${idOf(decided)} and sequence = 10000`,
    ],
    { of: () => decided, sequence: 8, what: /not the one that was sealed/ },
  ],
  [
    'a case is taken away and its events are rewritten',
    () => [
      `update case_event set payload = jsonb_set(payload, '{details,requestedPence}', '1') where ${event(decided, 1)}`,
      `delete from spend_case where reference = '${decided.reference}'`,
    ],
    { sequence: 1, what: /the case of the event is not there/ },
  ],
  [
    'a case is made up under the first id of all',
    () => [
      `insert into spend_case select (jsonb_populate_record(c, '{"id": "00000000-0000-0000-0000-000000000000",
        "reference": "DT-MADE-UP00"}')).* from spend_case c where reference = '${other.reference}'`,
    ],
    { what: /the case has no events|does not end with/ },
  ],
  [
    'a decision is given to another organisation',
    () => [`update decision set organisation_id = gen_random_uuid() where case_id = ${idOf(decided)}`],
    { of: () => decided, what: /organisation_id in decision .* is not what the events give/ },
  ],
  [
    'a sealed event is said to wait',
    () => [`insert into log_pending select case_id, sequence from log_leaf where index = 5`],
    { sequence: 6, what: /is in the log and is said to wait for it/ },
  ],
  [
    'every event is removed',
    () => ['delete from case_event'],
    { sequence: 1, what: /event of this entry is missing/ },
  ],
  ['history is emptied', () => ['truncate case_event cascade'], { what: /was signed when the log had/ }],
  [
    'an event is rewritten with its hash, and so with all after it, but not the log',
    () => [`update case_event set hash = sha256('made up') where ${event(decided, 5)}`],
    { of: () => decided, sequence: 5, what: /not the one that was sealed/ },
  ],
  [
    'an entry of the log is altered',
    () => [`update log_leaf set hash = sha256('made up') where ${event(decided, 5)}`],
    { of: () => decided, sequence: 5, what: /not the one that was sealed/ },
  ],
  [
    'an entry of the log is removed',
    () => [`delete from log_leaf where ${event(decided, 5)}`],
    { what: /an entry of the log is missing before this one/ },
  ],
  [
    'a node of the tree is altered',
    () => [`update log_node set hash = sha256('made up') where level = 2 and index = 1`],
    { what: /stored node of the tree is missing or wrong/ },
  ],
  [
    'the outcome in the decision is altered',
    () => [`update decision set outcome = 'not-approved' where case_id = ${idOf(decided)}`],
    { of: () => decided, what: /outcome in decision .* is not what the events give/ },
  ],
  [
    'the state of a case is altered',
    () => [`update spend_case set state = 'approved' where reference = '${other.reference}'`],
    { of: () => other, what: /state in spend_case .* is not what the events give/ },
  ],
  [
    'a condition is called met',
    () => [`update condition set status = 'met' where case_id = ${idOf(decided)}`],
    { of: () => decided, what: /status in condition .* is not what the events give/ },
  ],
  [
    'a condition is removed',
    () => [`delete from condition where case_id = ${idOf(decided)}`],
    { of: () => decided, what: /row of condition .* is missing/ },
  ],
  [
    'a checkpoint is altered',
    () => [`update log_checkpoint set note = regexp_replace(note, '^[^/]+', 'other.example')`],
    { what: /does not fit the text/ },
  ],
];

describe('the verifier', () => {
  it.each(TRIALS)('says so when %s', async (_what, statements, expected) => {
    await tampered(statements(), async () => {
      const { fault } = await world.verify();
      expect(fault?.what).toMatch(expected.what);
      if (expected.of !== undefined) {
        const [row] = await world.owner.query<{ id: string }>({
          text: 'select id from spend_case where reference = $1',
          values: [expected.of().reference],
        });
        expect(fault?.caseId).toBe(row?.id);
      }
      if (expected.sequence !== undefined) expect(fault?.sequence).toBe(expected.sequence);
    });
  });

  it('says so, by a checkpoint that was kept, when the tail is rolled back without a trace', async () => {
    const index = await indexOf(other, other.revision);
    await tampered(
      [
        `delete from case_event where ${event(other, other.revision)}`,
        `delete from log_leaf where index >= ${String(index)}`,
        `delete from log_checkpoint where size > ${String(index)}`,
        `delete from log_node n where (n.index + 1) * (1 << n.level) > ${String(index)}`,
        `update spend_case set revision = revision - 1, state = 'acknowledged', head_hash = (select hash from case_event
          where ${event(other, other.revision - 1)}) where reference = '${other.reference}'`,
      ],
      async () => {
        const { fault } = await world.verify([kept]);
        expect(fault).toMatchObject({ index });
        expect(fault?.what).toMatch(/was signed when the log had/);
      },
    );
  });

  it('says so when the whole log is signed anew with another key', async () => {
    const forged = generateSigningKey(ORIGIN);
    const latest = await latestCheckpoint(world.database);
    const note = signCheckpoint(
      { origin: ORIGIN, size: latest?.size ?? 0, root: latest?.root ?? Buffer.alloc(32), extensions: [] },
      [forged],
    );
    await tampered([`update log_checkpoint set note = $note$${note}$note$`], async () => {
      const { fault } = await world.verify([kept]);
      expect(fault?.what).toMatch(/the checkpoint at \d+ is not signed by a key that is trusted/);
    });
  });

  it('says so when a stranger signs beside a genuine checkpoint, and then alone', async () => {
    const stranger = generateSigningKey(ORIGIN);
    const notes = await world.owner.query<{ size: number; note: string }>({
      text: 'select size, note from log_checkpoint order by size',
      values: [],
    });
    const [first, last] = [notes[0], notes.at(-1)];
    if (first === undefined || last === undefined) throw new Error('Nothing was sealed');
    const signed = (note: string) => signNote(parseNote(note).text, [stranger]);
    const beside = `${first.note}${signed(first.note).split('\n').at(-2) ?? ''}\n`;
    await tampered(
      [
        `update log_checkpoint set note = $note$${beside}$note$ where size = ${String(first.size)}`,
        `update log_checkpoint set note = $note$${signed(last.note)}$note$ where size = ${String(last.size)}`,
      ],
      async () => {
        // It may even be a key that may have signed.
        const { fault } = await new LogVerifier(world.database).verify({
          origin: ORIGIN,
          trusted: [world.key.verifier],
          known: [world.key.verifier, stranger.verifier],
          kept: [],
        });
        expect(fault?.what).toBe(
          `the checkpoint at ${String(last.size)} is not signed by a key that is trusted`,
        );
      },
    );
  });

  it('says so when the log goes on beyond its last checkpoint, whoever took that away', async () => {
    const latest = await latestCheckpoint(world.database);
    const [before] = await world.owner.query<{ size: number }>({
      text: 'select max(size) as size from log_checkpoint where size < $1',
      values: [latest?.size],
    });
    const entries = latest?.size ?? 0;
    const sealed = before?.size ?? 0;
    expect(await world.verify()).toMatchObject({ fault: null, size: entries, sealed: entries });
    await tampered(
      [
        `delete from log_publication where size = ${String(entries)}`,
        `delete from log_checkpoint where size = ${String(entries)}`,
      ],
      async () => {
        const { fault, ...report } = await world.verify();
        expect(report).toMatchObject({ size: entries, sealed });
        expect(fault).toMatchObject({
          index: sealed,
          what: `the log has ${String(entries)} entries, and its last checkpoint is of ${String(sealed)}: nobody has signed for this one`,
        });
      },
    );
    await tampered(
      [
        `insert into log_node (level, index, hash, tree_hash) values (1, ${String(entries)}, '\\x00', 'sha256')`,
      ],
      async () => {
        expect((await world.verify()).fault).toMatchObject({
          index: entries,
          what: 'a stored node of the tree is of entries that nobody has signed for',
        });
      },
    );
  });

  it('says so, by a checkpoint that was kept, when all of history is made up anew with the real key', async () => {
    const index = await indexOf(decided, 1);
    await tampered(
      [
        'delete from log_leaf',
        'delete from log_node',
        'delete from log_checkpoint',
        'delete from log_pending',
        // The order of two cases' events is another, each chain is whole, and everything is sealed again.
        'insert into log_pending select case_id, sequence from case_event',
        `update case_event set occurred_at = occurred_at`,
        `update log_pending set sequence = sequence`,
        `delete from log_pending where case_id = ${idOf(decided)}`,
      ],
      async () => {
        const keys: SigningKey = world.key;
        const forger = new SealingService(
          world.database,
          world.clock,
          new LogKeys(world.withSettings({ logSigningKey: formatSigningKey(keys) })),
        );
        await forger.seal();
        await world.owner.query({
          text: `insert into log_pending select case_id, sequence from case_event where case_id = ${idOf(decided)}`,
          values: [],
        });
        await forger.seal();
        expect((await world.verify()).fault).toBeNull();
        const { fault } = await world.verify([kept]);
        expect(fault?.what).toMatch(/has another root: what was sealed before it has been altered/);
        expect(fault?.index).toBeGreaterThanOrEqual(index);
      },
    );
  });

  it('is not satisfied with a checkpoint of another log, or one that is none', async () => {
    const [foreign] = [
      signCheckpoint(
        { origin: 'other.example/log', size: 3, root: createHash('sha256').digest(), extensions: [] },
        [world.key],
      ),
    ];
    expect((await world.verify([foreign])).fault?.what).toMatch(/is of another log/);
    expect((await world.verify(['nothing of the kind'])).fault?.what).toMatch(/No blank line/);
  });
});
