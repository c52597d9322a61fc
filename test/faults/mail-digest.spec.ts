import { TestDatabase } from '../setup/test-database.js';
import type { EmailPreference } from '#domain';
import {
  Chance,
  DigestCalendar,
  DigestService,
  MailSender,
  SmtpTransport,
  type MailQueue,
} from '#notifications';
import { dueEmails, setEmailPreference } from '#persistence';
import { AppLogger, loadConfig, ManualClock } from '#platform';
import { freshDatabase, type FreshDatabase } from '../setup/fresh-database.js';
import {
  countOf,
  emailRow,
  emailsShown,
  insertCase,
  insertEmail,
  insertReader,
  readerAddress,
} from './mail-rows.js';
import { startMailServer, type MailServer } from './mail-server.js';
import { until } from './mail-worker.js';

const SILENT = new AppLogger({ level: 'silent' });
const NO_QUEUE = { nudge: () => Promise.resolve() } as unknown as MailQueue;
const FROM = 'Spend control <spend-control@assurance.example>';
/** Around Easter 2027, when the clocks go forward on the Sunday. */
const START = new Date('2027-03-23T10:00:00.000Z');
const BANK_HOLIDAYS = ['2027-03-26', '2027-03-29'];

/** Working days of this spring, from 08:00 in London. */
class Spring extends DigestCalendar {
  override digestDay(now: Date): string | null {
    const london = now.toLocaleString('sv-SE', { timeZone: 'Europe/London' });
    const [day = '', time = ''] = london.split(' ');
    const weekday = new Date(`${day}T12:00:00.000Z`).getUTCDay();
    const works = weekday !== 0 && weekday !== 6 && !BANK_HOLIDAYS.includes(day);
    return works && time >= '08:00' ? day : null;
  }
}

class NoChance extends Chance {
  override next(): number {
    return 0;
  }
}

/** The same numbers from 0 up to 1 for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('daily digests', () => {
  let fresh: FreshDatabase;
  let server: MailServer;
  let clock: ManualClock;
  let others: TestDatabase[];
  let caseId: string;

  beforeEach(async () => {
    fresh = await freshDatabase();
    server = await startMailServer();
    clock = new ManualClock(START);
    caseId = await insertCase(fresh.database, START);
    others = [];
  });
  afterEach(async () => {
    for (const other of others) await other.close();
    await server.close();
    await fresh.close();
  });

  /** What one worker has, on connections of its own. */
  function worker(): { digests: DigestService; sender: MailSender } {
    const database = new TestDatabase({ url: fresh.url, poolSize: 4 });
    others.push(database);
    const config = loadConfig({
      DATABASE_URL: fresh.url,
      PUBLIC_URL: 'https://spend.example',
      MAIL_TRANSPORT: 'smtp',
      SMTP_URL: server.url,
      MAIL_FROM: FROM,
      ASSURANCE_INBOX: 'inbox@assurance.example',
    });
    const transport = new SmtpTransport(server.url, FROM, {
      connection: 5_000,
      greeting: 5_000,
      answer: 5_000,
    });
    return {
      digests: new DigestService(database, clock, new Spring(), NO_QUEUE, SILENT),
      sender: new MailSender(database, clock, config, transport, new NoChance(), SILENT),
    };
  }

  async function sendAll(...senders: readonly MailSender[]): Promise<void> {
    const due = await dueEmails(fresh.database, clock.now(), 10_000);
    await Promise.all(
      senders.map(async (sender) => {
        for (const { id } of due) await sender.attempt(id);
      }),
    );
  }

  function held(personId: string, sequence: number, title = 'Border crossing records'): Promise<string> {
    return insertEmail(fresh.database, caseId, clock.now(), {
      personId,
      held: true,
      sequence,
      recipientAddress: readerAddress(personId),
      parameters: { title, reference: `COSC-${String(sequence)}` },
    });
  }

  it('wait for 08:00 in London on a working day, and what is held from then on for the next', async () => {
    const { digests, sender } = worker();
    const personId = await insertReader(fresh.database, START);
    clock.set(new Date('2027-03-25T09:00:00.000Z'));
    const before = await held(personId, 1);
    // Good Friday to Easter Monday, and a minute before 08:00 by summer time on the Tuesday.
    for (const quiet of [
      '2027-03-25T18:00:00.000Z',
      '2027-03-26T12:00:00.000Z',
      '2027-03-28T12:00:00.000Z',
      '2027-03-29T12:00:00.000Z',
      '2027-03-30T06:59:00.000Z',
    ]) {
      clock.set(new Date(quiet));
      expect([quiet, await digests.makeDue()]).toEqual([quiet, 0]);
    }
    const justBefore = await held(personId, 2);
    clock.set(new Date('2027-03-30T07:00:00.000Z'));
    const justAfter = await held(personId, 3);

    expect(await digests.makeDue()).toBe(1);
    await sendAll(sender);

    expect(await emailRow(fresh.database, before)).toMatchObject({ status: 'in-digest' });
    expect(await emailRow(fresh.database, justBefore)).toMatchObject({ status: 'in-digest' });
    expect(await emailRow(fresh.database, justAfter)).toMatchObject({ status: 'held' });
    clock.set(new Date('2027-03-30T15:00:00.000Z'));
    expect(await digests.makeDue()).toBe(0);
    clock.set(new Date('2027-03-31T07:00:00.000Z'));
    expect(await digests.makeDue()).toBe(1);
    expect(server.received.map(({ subject }) => subject)).toEqual([
      'Your digest of 30 March 2027: 2 notices about 2 cases',
    ]);
    expect(server.received[0]?.to).toMatchObject({ value: [{ address: readerAddress(personId) }] });
  });

  it('show what became of an email that went into one', async () => {
    const { digests, sender } = worker();
    const personId = await insertReader(fresh.database, START);
    await held(personId, 1);
    expect(await emailsShown(fresh.database, caseId)).toMatchObject([
      { status: 'held', nextAttemptAt: null, settledAt: null, digest: null },
    ]);
    clock.set(new Date('2027-03-24T08:00:00.000Z'));
    await digests.makeDue();
    expect(await emailsShown(fresh.database, caseId)).toMatchObject([
      { status: 'in-digest', nextAttemptAt: null, digest: { status: 'queued', settledAt: null } },
    ]);
    await sendAll(sender);
    expect(await emailsShown(fresh.database, caseId)).toMatchObject([
      { status: 'in-digest', digest: { status: 'sent', settledAt: '2027-03-24T08:00:00.000Z' } },
    ]);
  });

  it('are made once by six workers at once, for many people', async () => {
    const people = await Promise.all(Array.from({ length: 150 }, () => insertReader(fresh.database, START)));
    let sequence = 0;
    for (const [index, personId] of people.entries())
      for (let number = 0; number <= index % 3; number += 1) await held(personId, (sequence += 1));
    clock.set(new Date('2027-03-24T08:00:00.000Z'));

    const made = await Promise.all(Array.from({ length: 6 }, () => worker().digests.makeDue()));

    expect(made.reduce((sum, one) => sum + one, 0)).toBe(people.length);
    expect(await countOf(fresh.database, 'queued')).toBe(people.length);
    expect(await countOf(fresh.database, 'held')).toBe(0);
    const told = await fresh.database.query<{ items: number; rows: number }>({
      text: `select jsonb_array_length(d.parameters -> 'items') as items,
               (select count(*)::int from email e where e.digest_id = d.id) as rows
             from email d where d.template = 'daily-digest'`,
      values: [],
    });
    expect(told.filter(({ items, rows }) => items !== rows)).toEqual([]);
    expect(told.reduce((sum, { items }) => sum + items, 0)).toBe(sequence);
  }, 60_000);

  it('see to emails written for people who had just changed their mind or whose account has ended', async () => {
    const { digests } = worker();
    const changed = await held(await insertReader(fresh.database, START, 'each'), 1);
    const gone = await insertReader(fresh.database, START);
    const ended = await held(gone, 2);
    await fresh.database.query({
      text: 'update person set deactivated_at = $2 where id = $1',
      values: [gone, START],
    });
    clock.set(new Date('2027-03-27T12:00:00.000Z'));

    expect(await digests.makeDue()).toBe(0);

    expect(await emailRow(fresh.database, changed)).toMatchObject({
      status: 'queued',
      nextAttemptAt: clock.now(),
    });
    expect(await emailRow(fresh.database, ended)).toMatchObject({
      status: 'refused',
      lastError: 'The account has ended',
      settledAt: clock.now(),
    });
  });

  it('leave alone what is being released at the same moment', async () => {
    const { digests } = worker();
    const personId = await insertReader(fresh.database, START);
    const id = await held(personId, 1);
    clock.set(new Date('2027-03-24T08:00:00.000Z'));

    let making: Promise<number> | undefined;
    await fresh.database.transaction(async (transaction) => {
      await setEmailPreference(transaction, personId, 'each', clock.now());
      making = digests.makeDue();
      // It saw the email held, and waits for whoever has its row.
      await until(async () => {
        const waiting = await fresh.database.query({
          text: `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          values: [],
        });
        return waiting.length > 0;
      });
    });

    expect(await making).toBe(0);
    expect(await emailRow(fresh.database, id)).toMatchObject({ status: 'queued' });
    expect(await countOf(fresh.database, 'queued')).toBe(1);
  });

  it('do not keep others waiting when one cannot be made', async () => {
    const [one, other] = [
      await insertReader(fresh.database, START),
      await insertReader(fresh.database, START),
    ];
    const [broken, whole] = [await held(one, 1), await held(other, 2)];
    await fresh.owner.query({
      text: `create function refuse() returns trigger language plpgsql as
               $$ begin raise exception 'no'; end $$`,
      values: [],
    });
    await fresh.owner.query({
      text: `create trigger refuse before insert on email for each row
               when (new.person_id = '${one}'::uuid and new.template = 'daily-digest') execute function refuse()`,
      values: [],
    });
    clock.set(new Date('2027-03-24T08:00:00.000Z'));

    expect(await worker().digests.makeDue()).toBe(1);

    expect(await emailRow(fresh.database, broken)).toMatchObject({ status: 'held' });
    expect(await emailRow(fresh.database, whole)).toMatchObject({ status: 'in-digest' });
  });

  it.each([2])(
    'tell everything once, as days pass, two workers work, and people change their minds (%i)',
    async (seed) => {
      const random = numbers(seed);
      const workers = [worker(), worker()];
      const preferences = new Map<string, EmailPreference>();
      for (let number = 0; number < 30; number += 1)
        preferences.set(await insertReader(fresh.database, START), 'daily-digest');
      const people = [...preferences.keys()];
      const marks = new Map<string, string>();
      let sequence = 0;

      const write = async (personId: string, preference: EmailPreference) => {
        sequence += 1;
        const mark = `Mark ${String(sequence).padStart(5, '0')}.`;
        const id = await insertEmail(fresh.database, caseId, clock.now(), {
          personId,
          held: preference === 'daily-digest',
          sequence,
          recipientAddress: readerAddress(personId),
          parameters: { title: mark, reference: `COSC-${String(sequence)}` },
        });
        marks.set(id, mark);
      };
      const change = async (personId: string) => {
        const preference: EmailPreference = random() < 0.5 ? 'each' : 'daily-digest';
        preferences.set(personId, preference);
        await setEmailPreference(fresh.database, personId, preference, clock.now());
      };
      const any = () => people[Math.floor(random() * people.length)]!;

      for (let day = 24; day <= 32; day += 1) {
        const date = day <= 31 ? `2027-03-${String(day)}` : `2027-04-0${String(day - 31)}`;
        for (const time of ['05:30', '07:02', '08:02', '12:00', '19:00']) {
          clock.set(new Date(`${date}T${time}:00.000Z`));
          // Whoever writes knows each preference as it was a moment ago.
          const known = new Map(preferences);
          await Promise.all([
            ...Array.from({ length: 8 }, () => {
              const personId = any();
              return write(personId, known.get(personId)!);
            }),
            ...Array.from({ length: 3 }, () => change(any())),
            ...workers.map(({ digests }) => digests.makeDue()),
          ]);
          await sendAll(...workers.map(({ sender }) => sender));
        }
        const [leaver] = people.splice(Math.floor(random() * people.length), 1);
        await fresh.database.query({
          text: 'update person set deactivated_at = $2 where id = $1',
          values: [leaver, clock.now()],
        });
      }
      // Two more working days, so that nothing is held any more.
      for (const last of ['2027-04-02T10:00:00.000Z', '2027-04-05T10:00:00.000Z']) {
        clock.set(new Date(last));
        await Promise.all(workers.map(({ digests }) => digests.makeDue()));
        await sendAll(...workers.map(({ sender }) => sender));
      }

      const rows = await fresh.database.query<{ id: string; status: string; digest: string | null }>({
        text: `select e.id, e.status, d.status as digest from email e left join email d on d.id = e.digest_id
               where e.case_id is not null`,
        values: [],
      });
      expect(rows).toHaveLength(marks.size);
      const letters = server.received.map(({ text }) => text ?? '');
      for (const { id, status, digest } of rows) {
        const times = letters.filter((text) => text.includes(marks.get(id)!)).length;
        expect([status, digest, times]).toEqual(
          status === 'in-digest'
            ? ['in-digest', 'sent', 1]
            : status === 'refused'
              ? ['refused', null, 0]
              : ['sent', null, 1],
        );
      }
      const counts = new Set(rows.map(({ status }) => status));
      expect([...counts].sort()).toEqual(['in-digest', 'refused', 'sent']);
      expect([...server.countById().values()].filter((times) => times !== 1)).toEqual([]);
      const misplaced = await fresh.database.query({
        text: `select e.id from email e join email d on d.id = e.digest_id
               where d.person_id <> e.person_id
                  or e.created_at >= ((d.parameters ->> 'day')::date + time '08:00') at time zone 'Europe/London'
                  or d.created_at < ((d.parameters ->> 'day')::date + time '08:00') at time zone 'Europe/London'
                  or d.parameters ->> 'day' in ('2027-03-26', '2027-03-27', '2027-03-28', '2027-03-29')`,
        values: [],
      });
      expect(misplaced).toEqual([]);
    },
    120_000,
  );

  describe('of a case that is another by the time they are sent', () => {
    async function reader(role: string | null): Promise<string> {
      const personId = await insertReader(fresh.database, START);
      if (role !== null)
        await fresh.database.query({
          text: `insert into role_assignment (id, person_id, organisation_id, role, valid_from, valid_to)
            select gen_random_uuid(), $1, organisation_id, 'submitter', '2000-01-01', $3 from spend_case where id = $2`,
          values: [personId, caseId, role === 'ended' ? START : null],
        });
      return personId;
    }
    async function question(personId: string, isHeld: boolean): Promise<string> {
      const [row] = await fresh.database.query<{ reference: string }>({
        text: 'select reference from spend_case where id = $1',
        values: [caseId],
      });
      return insertEmail(fresh.database, caseId, clock.now(), {
        personId,
        held: isHeld,
        template: 'advice-answered',
        recipientAddress: readerAddress(personId),
        parameters: {
          ...row,
          title: 'Which secret?',
          message: 'This one.',
          advice: true,
          marking: 'OFFICIAL',
        },
      });
    }

    it('say no more of a question that was marked meanwhile than that there is something to read', async () => {
      const { digests, sender } = worker();
      const [inDigest, released, retried] = [
        await reader('submitter'),
        await reader('submitter'),
        await reader('submitter'),
      ];
      await question(inDigest, true);
      await question(released, true);
      await question(retried, false);
      await fresh.database.query({
        text: `update spend_case set protective_marking = 'OFFICIAL-SENSITIVE' where id = $1`,
        values: [caseId],
      });
      clock.set(new Date('2027-03-24T09:00:00.000Z'));
      await setEmailPreference(fresh.database, released, 'each', clock.now());
      expect(await digests.makeDue()).toBe(1);
      await sendAll(sender);
      expect(server.received).toHaveLength(3);
      for (const text of server.received.map((mail) => mail.text ?? '')) {
        expect(text).toContain('OFFICIAL-SENSITIVE');
        expect(text).not.toMatch(/secret|This one|Marking: OFFICIAL$/m);
      }
    });

    it('say nothing of it to somebody who does not see it any more', async () => {
      const { digests, sender } = worker();
      const emails = [];
      for (const role of ['ended', null]) emails.push(await question(await reader(role), role !== null));
      clock.set(new Date('2027-03-24T09:00:00.000Z'));
      expect(await digests.makeDue()).toBe(1);
      await sendAll(sender);
      expect(server.received).toEqual([]);
      expect(await countOf(fresh.database, 'refused')).toBe(2);
      expect((await emailRow(fresh.database, emails[1] ?? '')).lastError).toBe(
        'What it told of is no longer for its reader',
      );
    });
  });
});
