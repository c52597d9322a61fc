import { splitPayload, type Json } from '#domain';
import { disposeOfCase, sealedEventsOfCase, writeCaseChange, type FactsOfEvent } from '#persistence';
import { startWorld, type World } from '../api/world/api-world.js';
import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';

// What the database itself refuses of a disposal, whoever asks and whatever the program in front of it thinks.

let world: World;
let driven: DrivenCase;
let caseId: string;

const MARKED_AT = new Date('2033-05-10T09:00:00.000Z');
const DUE = new Date('2033-06-20T09:00:00.000Z');
const MARK = {
  ending: 'decided',
  endedOn: '2026-05-04',
  dueOn: '2033-05-04',
  notBefore: '2033-06-09T09:00:00.000Z',
};

beforeEach(async () => {
  world = await startWorld();
  const driver = new CaseDriver(world);
  driven = await driver.settle(await driver.driveTo('approved'));
  const [row] = await world.database.query<{ id: string }>({
    text: 'select id from spend_case where reference = $1',
    values: [driven.reference],
  });
  caseId = row?.id ?? '';
  await world.owner.query({ text: `update email set status = 'sent'`, values: [] });
}, 60_000);
afterEach(() => world.close());

/** Appends an event as the service would. */
async function append(type: string, payload: Json, at: Date, by: 'administrator' | 'auditor' | null = null) {
  const [head] = await world.database.query<{ revision: number; hash: string }>({
    text: `select revision, encode(head_hash, 'hex') as hash from spend_case where id = $1`,
    values: [caseId],
  });
  const written = await writeCaseChange(world.database, {
    caseId,
    fromRevision: head?.revision ?? 0,
    previousHash: head?.hash ?? '',
    emails: [],
    event: {
      type,
      audience: 'shared',
      actorId: by === null ? null : world.people[by].id,
      actorRole: by,
      actorOrganisationId: by === null ? null : world.organisations.assurance.id,
      occurredAt: at,
      fromState: 'approved',
      toState: 'approved',
      version: 1,
      reason: by === null ? null : 'Why it was done.',
      payload,
    },
  });
  if (!written) throw new Error('It was not written');
}

const mark = (over: Partial<typeof MARK> = {}) =>
  append('disposal-marked', { ...MARK, ...over }, MARKED_AT, 'administrator');
const finish = (at = DUE) =>
  append('disposed', { ending: 'decided', endedOn: MARK.endedOn, dueOn: MARK.dueOn }, at);

async function factsOfEvents(): Promise<readonly FactsOfEvent[]> {
  const events = await sealedEventsOfCase(world.database, caseId);
  return events.map(({ sequence, payload, reason }) => ({
    sequence,
    payload: splitPayload(payload, reason).facts,
  }));
}

/** Calls the function as the application. */
async function dispose(
  alter: (facts: readonly FactsOfEvent[]) => readonly FactsOfEvent[] = (facts) => facts,
) {
  await disposeOfCase(world.database, caseId, alter(await factsOfEvents()));
}

/** Does something as the owner of the tables while pretending to dispose of the case. */
function pretending(statement: string): Promise<unknown> {
  return world.owner.transaction(async (transaction) => {
    await transaction.query({
      text: `select set_config('spend_control.disposing_of', $1, true)`,
      values: [caseId],
    });
    await transaction.query({ text: statement, values: [] });
  });
}

describe('the function that disposes of a case', () => {
  it('does it for a case that is marked, due and not held', async () => {
    await mark();
    await append('disposal-held', {}, MARKED_AT, 'auditor');
    await append('disposal-released', { notBefore: MARK.notBefore }, MARKED_AT, 'auditor');
    await finish();
    await dispose();
    const [row] = await world.database.query<{ left: number; outcome: string; reason: string }>({
      text: `select (select count(*) from case_event where case_id = $1 and (salt is not null or reason is not null)) as left,
        outcome, reason from decision where case_id = $1`,
      values: [caseId],
    });
    expect(row).toEqual({ left: 0, outcome: 'approved', reason: '' });
  });

  it('leaves what it knows of the same in a case that was never asked for', async () => {
    const other = await new CaseDriver(world).driveTo('approved');
    await world.owner.query({ text: `update email set status = 'sent'`, values: [] });
    await mark();
    await finish();
    await dispose();
    const rows = await world.database.query<{ reason: string }>({
      text: `select d.reason from decision d join spend_case c on c.id = d.case_id where c.reference = $1`,
      values: [other.reference],
    });
    expect(rows).toEqual([{ reason: 'The case is made.' }]);
  });

  it.each<readonly [string, () => Promise<void>, string]>([
    ['whose history does not end with it', () => mark(), 'does not end with its disposal'],
    ['that was not marked', () => finish(), 'not marked'],
    [
      'that somebody else than an administrator marked',
      async () => {
        await append('disposal-marked', MARK, MARKED_AT, 'auditor');
        await finish();
      },
      'not marked',
    ],
    [
      'that is held',
      async () => {
        await mark();
        await append('disposal-held', {}, MARKED_AT, 'auditor');
        await finish();
      },
      'held back',
    ],
    [
      'that was held before it was marked',
      async () => {
        await append('disposal-held', {}, MARKED_AT, 'auditor');
        await mark();
        await finish();
      },
      'held back',
    ],
    [
      'whose waiting time is not over',
      async () => {
        await mark();
        await finish(new Date('2033-06-09T08:59:59.999Z'));
      },
      'not due yet',
    ],
    [
      'whose waiting time began anew',
      async () => {
        await mark();
        await append('disposal-released', { notBefore: '2033-07-01T00:00:00.000Z' }, MARKED_AT, 'auditor');
        await finish();
      },
      'not due yet',
    ],
    [
      'whose period has not passed',
      async () => {
        await mark({ dueOn: '2033-06-21' });
        await finish();
      },
      'not due yet',
    ],
    [
      'to which something has happened since it was marked',
      async () => {
        await mark();
        await append(
          'comment-resolved',
          { commentId: '0190aaaa-0000-7000-8000-000000000000' },
          MARKED_AT,
          'auditor',
        );
        await finish();
      },
      'has happened to the case',
    ],
    [
      'that has not ended',
      async () => {
        await world.owner.query({
          text: `update spend_case set state = 'in-review' where id = $1`,
          values: [caseId],
        });
        await mark();
        await finish();
      },
      'has not ended',
    ],
    [
      'of which an email waits to be sent',
      async () => {
        await world.owner.query({
          text: `update email set status = 'held' where case_id = $1`,
          values: [caseId],
        });
        await mark();
        await finish();
      },
      'wait to be sent',
    ],
  ])('refuses a case %s', async (_what, prepare, message) => {
    await prepare();
    await expect(dispose()).rejects.toThrow(message);
    const events = await sealedEventsOfCase(world.database, caseId);
    expect(events.filter(({ privateHash, salt }) => privateHash !== null && salt === null)).toEqual([]);
  });

  it.each<readonly [string, (facts: readonly FactsOfEvent[]) => readonly FactsOfEvent[]]>([
    ['alters a fact', (facts) => facts.map(altered({ approvedPence: 1 }))],
    ['drops a fact', (facts) => facts.map(without('outcome'))],
    ['adds to the facts', (facts) => facts.map(altered({ added: 'text' }))],
  ])('refuses a redaction that %s', async (_what, alter) => {
    await mark();
    await finish();
    await expect(dispose(alter)).rejects.toThrow('more, or less, than its own');
  });

  it('refuses a redaction that leaves events as they were', async () => {
    await mark();
    await finish();
    await expect(dispose((facts) => facts.slice(1))).rejects.toThrow('Every event of the case');
  });
});

function altered(change: Readonly<Record<string, Json>>) {
  return (event: FactsOfEvent, _index: number, all: readonly FactsOfEvent[]): FactsOfEvent =>
    isDecision(event, all) ? { ...event, payload: { ...(event.payload as object), ...change } } : event;
}

function without(fact: string) {
  return (event: FactsOfEvent, _index: number, all: readonly FactsOfEvent[]): FactsOfEvent =>
    isDecision(event, all)
      ? {
          ...event,
          payload: Object.fromEntries(
            Object.entries(event.payload as Record<string, Json>).filter(([key]) => key !== fact),
          ),
        }
      : event;
}

/** The decision is followed by what was promised being waived, the mark and the disposal. */
function isDecision({ sequence }: FactsOfEvent, all: readonly FactsOfEvent[]): boolean {
  return sequence === all.length - 3;
}

describe('history', () => {
  it('may be changed neither by the application nor by the owner, also while a disposal is due', async () => {
    await mark();
    await finish();
    for (const table of ['case_event', 'decision', 'assessment', 'submission_version']) {
      const text = `update ${table} set case_id = case_id`;
      await expect(world.database.query({ text, values: [] })).rejects.toThrow('permission denied');
      await expect(world.owner.query({ text, values: [] })).rejects.toThrow('are history');
      await expect(pretending(`delete from ${table}`)).rejects.toThrow('are history');
      await expect(pretending(`truncate ${table} cascade`)).rejects.toThrow('are history');
    }
  });

  it('is not the owner’s to change by pretending that a case is being disposed of', async () => {
    await mark();
    await expect(pretending(`update decision set reason = ''`)).rejects.toThrow(
      'does not end with its disposal',
    );
    await finish();
    for (const [statement, message] of [
      [`update decision set outcome = 'not-approved'`, 'A row of decision'],
      [`update decision set reason = 'Something else'`, 'A row of decision'],
      [`update assessment set verdict = 'not-met', explanation = null`, 'A row of assessment'],
      [`update case_event set hash = sha256('made up'), reason = null, salt = null`, 'Event 1 of the case'],
      [`update case_event set actor_id = null, reason = null, salt = null`, 'Event 1 of the case'],
      [`update case_event set salt = null`, 'Event 1 of the case'],
      [`update log_leaf set index = index`, 'are history'],
    ] as const)
      await expect(pretending(statement)).rejects.toThrow(message);
  });

  it('of another case is not to be changed along with it', async () => {
    const other = await new CaseDriver(world).driveTo('approved');
    await mark();
    await finish();
    await expect(
      pretending(
        `update decision set reason = '' where case_id = (select id from spend_case where reference = '${other.reference}')`,
      ),
    ).rejects.toThrow('A row of decision');
  });

  it('is disposed of through one function alone, which nobody else may call', async () => {
    const rows = await world.owner.query<{
      name: string;
      may: boolean;
      definer: boolean;
      path: readonly string[];
    }>({
      text: `select p.proname as name, p.prosecdef as definer, p.proconfig as path,
          has_function_privilege('spend_control_app', p.oid, 'execute') as may
        from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname in ('dispose_of_case', 'redact_rows',
          'redaction_of', 'demand_disposal', 'case_being_disposed_of') order by 1`,
      values: [],
    });
    expect(rows.filter(({ may }) => may).map(({ name }) => name)).toEqual(['dispose_of_case']);
    expect(rows.filter(({ definer }) => definer).map(({ name }) => name)).toEqual(['dispose_of_case']);
    expect(rows.every(({ path }) => path[0] === 'search_path=pg_catalog, public, pg_temp')).toBe(true);
  });
});
