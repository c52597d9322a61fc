import { simpleParser } from 'mailparser';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Chance,
  FileTransport,
  GIVE_UP_AFTER_MS,
  LEASE_MS,
  MailSender,
  MailTransport,
  SmtpTransport,
} from '#notifications';
import { claimEmail, dueEmails } from '#persistence';
import { AppLogger, loadConfig, ManualClock } from '#platform';
import { freshDatabase, type FreshDatabase } from '../setup/fresh-database.js';
import { emailRow, emailsShown, insertCase, insertEmail } from './mail-rows.js';
import { startMailServer, type MailServer } from './mail-server.js';

const START = new Date('2026-11-24T09:00:00.000Z');
const FROM = 'Spend control <spend-control@assurance.example>';

/** No chance at all: delays are at their longest. */
class NoChance extends Chance {
  override next(): number {
    return 0;
  }
}

describe('sending one row of the outbox', () => {
  let fresh: FreshDatabase;
  let server: MailServer;
  let caseId: string;
  let clock: ManualClock;
  const logged: string[] = [];

  beforeAll(async () => {
    fresh = await freshDatabase();
    caseId = await insertCase(fresh.database, START);
  });
  afterAll(async () => {
    await fresh.close();
  });
  beforeEach(async () => {
    server = await startMailServer();
    clock = new ManualClock(START);
    logged.length = 0;
    await fresh.owner.query({ text: 'delete from email', values: [] });
  });
  afterEach(async () => {
    await server.close();
  });

  function senderOver(transport: MailTransport): MailSender {
    const config = loadConfig({
      DATABASE_URL: fresh.url,
      PUBLIC_URL: 'https://spend.example/',
      MAIL_TRANSPORT: 'smtp',
      SMTP_URL: server.url,
      MAIL_FROM: FROM,
      ASSURANCE_INBOX: 'inbox@assurance.example',
    });
    const logger = new AppLogger({ level: 'trace', destination: { write: (text) => logged.push(text) } });
    return new MailSender(fresh.database, clock, config, transport, new NoChance(), logger);
  }

  function smtp(url = server.url): MailTransport {
    return new SmtpTransport(url, FROM, { connection: 2_000, greeting: 2_000, answer: 1_000 });
  }

  it('sends nothing of a case of others that was marked after the email was written, by itself or in a digest', async () => {
    const other = await insertCase(fresh.database, START);
    const [named] = await fresh.owner.query<{ reference: string }>({
      text: 'select reference from spend_case where id = $1',
      values: [other],
    });
    const touch = {
      other: {
        reference: named?.reference,
        title: 'Register of drones',
        organisation: 'Ministry',
        contactName: 'Another',
        contactEmail: 'another@ministry.example',
      },
    };
    const inTouch = () =>
      insertEmail(fresh.database, caseId, START, { template: 'put-in-touch', parameters: touch });
    const before = await inTouch();
    const after = await inTouch();
    const item = (template: string, parameters: object) => ({
      template,
      at: START.toISOString(),
      parameters: { title: 'Own', reference: 'DT-2345-6789', recipientPart: 'submitter', ...parameters },
    });
    const digest = await insertEmail(fresh.database, caseId, START, {
      template: 'daily-digest',
      parameters: { day: '2026-11-24', items: [item('put-in-touch', touch), item('acknowledged', {})] },
    });
    const empty = await insertEmail(fresh.database, caseId, START, {
      template: 'daily-digest',
      parameters: { day: '2026-11-24', items: [item('put-in-touch', touch)] },
    });
    expect(await senderOver(smtp()).attempt(before)).toBe('sent');
    await fresh.owner.query({
      text: `update spend_case set protective_marking = 'OFFICIAL-SENSITIVE' where id = $1`,
      values: [other],
    });
    expect(await senderOver(smtp()).attempt(after)).toBe('refused');
    expect(await senderOver(smtp()).attempt(empty)).toBe('refused');
    expect(await senderOver(smtp()).attempt(digest)).toBe('sent');
    expect(await emailRow(fresh.database, after)).toMatchObject({ status: 'refused' });
    const [first, second] = server.received.map(({ text }) => text ?? '');
    expect(first).toContain('Register of drones');
    expect(second).not.toContain('drones');
    expect(server.received).toHaveLength(2);
  });

  it('delivers the email with its words, whatever alphabet they are in, and records the receipt', async () => {
    const id = await insertEmail(fresh.database, caseId, START, {
      template: 'returned',
      recipientName: 'Siân Ó Dónaill 🚢',
      recipientAddress: 'reader@home-office.example',
      parameters: { reason: 'Costs — “unclear” 💷\nand late', points: [{ point: 5, question: '为什么?' }] },
    });

    expect(await senderOver(smtp()).attempt(id)).toBe('sent');

    const [mail] = server.received;
    expect(mail?.subject).toBe('COSC-00103: returned for information');
    expect(mail?.text).toContain('Costs — “unclear” 💷\nand late');
    expect(mail?.text).toContain('为什么?');
    expect(mail?.text).toContain('https://spend.example/cases/COSC-00103');
    expect(mail?.to).toMatchObject({
      value: [{ name: 'Siân Ó Dónaill 🚢', address: 'reader@home-office.example' }],
    });
    expect(mail?.messageId).toBe(`<${id}@assurance.example>`);
    expect(mail?.date).toEqual(START);
    expect(await emailRow(fresh.database, id)).toMatchObject({
      status: 'sent',
      attempts: 1,
      firstAttemptAt: START,
      settledAt: START,
      leaseUntil: null,
      lastError: null,
      providerReference: `<${id}@assurance.example>`,
    });
  });

  it('has an answer go to whoever asks, where it is sent on for them, and to nobody else', async () => {
    const answerTo = 'asker@home-office.example';
    for (const recipientPart of ['crown-commercial-service', 'submitter']) {
      const id = await insertEmail(fresh.database, caseId, START, {
        template: 'advice-referred',
        parameters: { message: 'Which framework?', answerTo, recipientPart },
      });
      expect(await senderOver(smtp()).attempt(id)).toBe('sent');
    }
    expect(server.received.map(({ replyTo }) => replyTo?.value)).toEqual([
      [{ name: '', address: answerTo }],
      undefined,
    ]);
  });

  it('sends nothing in the clear to another machine, unless that is said outright', async () => {
    const id = await insertEmail(fresh.database, caseId, START);
    // Another way to write this machine's own address, which the transport does not know for one.
    const elsewhere = server.url.replace('127.0.0.1', '127.1');
    expect(await senderOver(smtp(elsewhere)).attempt(id)).not.toBe('sent');
    expect(server.received).toHaveLength(0);
    clock.advance(60_000);
    expect(await senderOver(smtp(`${elsewhere}?requireTLS=false`)).attempt(id)).toBe('sent');
    expect(server.received).toHaveLength(1);
  });

  it('sends one email when ten attempts start at once', async () => {
    const id = await insertEmail(fresh.database, caseId, START);
    const sender = senderOver(smtp());

    const outcomes = await Promise.all(Array.from({ length: 10 }, () => sender.attempt(id)));

    expect(outcomes.filter((outcome) => outcome === 'sent')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'nothing-to-do')).toHaveLength(9);
    expect(server.received).toHaveLength(1);
  });

  it('tries again after 30 seconds when the server is busy, and not before', async () => {
    const id = await insertEmail(fresh.database, caseId, START);
    const sender = senderOver(smtp());
    server.script('busy', 'accept');

    expect(await sender.attempt(id)).toBe('tried-in-vain');
    const waiting = await emailRow(fresh.database, id);
    expect(waiting).toMatchObject({ status: 'queued', nextAttemptAt: new Date(START.getTime() + 30_000) });
    expect(waiting.lastError).toContain('451');

    clock.advance(29_999);
    expect(await sender.attempt(id)).toBe('nothing-to-do');
    clock.advance(1);
    expect(await sender.attempt(id)).toBe('sent');
    expect(await emailRow(fresh.database, id)).toMatchObject({
      status: 'sent',
      attempts: 2,
      lastError: null,
    });
    expect(server.received).toHaveLength(1);
  });

  it.each(['refuse', 'refuse-content'] as const)(
    'never tries again when the answer is %s',
    async (behaviour) => {
      const id = await insertEmail(fresh.database, caseId, START, {
        recipientAddress: 'gone@home-office.example',
      });
      const sender = senderOver(smtp());
      server.script(behaviour);

      expect(await sender.attempt(id)).toBe('refused');
      const row = await emailRow(fresh.database, id);
      expect(row).toMatchObject({ status: 'refused', settledAt: START });
      expect(row.lastError).toMatch(behaviour === 'refuse' ? /550 5\.1\.1/ : /554 5\.6\.0/);
      expect(row.lastError).not.toContain('gone@home-office.example');

      clock.advance(GIVE_UP_AFTER_MS);
      expect(await sender.attempt(id)).toBe('nothing-to-do');
      expect(await dueEmails(fresh.database, clock.now(), 10)).toEqual([]);
      expect(server.received).toHaveLength(0);
    },
  );

  it.each(['refuse-sender', 'drop', 'hang'] as const)(
    'tries again when the trouble is %s',
    async (behaviour) => {
      const id = await insertEmail(fresh.database, caseId, START);
      const sender = senderOver(smtp());
      server.script(behaviour);

      expect(await sender.attempt(id)).toBe('tried-in-vain');
      clock.advance(30_000);
      expect(await sender.attempt(id)).toBe('sent');
      expect(server.received).toHaveLength(1);
    },
  );

  it('says the same Message-ID again when the answer to a message that arrived was lost', async () => {
    const id = await insertEmail(fresh.database, caseId, START);
    const sender = senderOver(smtp());
    server.script('drop-after');

    expect(await sender.attempt(id)).toBe('tried-in-vain');
    clock.advance(30_000);
    expect(await sender.attempt(id)).toBe('sent');
    expect(server.received.map(({ messageId }) => messageId)).toEqual([
      `<${id}@assurance.example>`,
      `<${id}@assurance.example>`,
    ]);
  });

  it('tries again when the sign-in is not accepted, and does not tell the password', async () => {
    const guarded = await startMailServer('right');
    const url = guarded.url.replace('smtp://', 'smtp://sender:wrong-secret@');
    const id = await insertEmail(fresh.database, caseId, START);

    expect(await senderOver(smtp(url)).attempt(id)).toBe('tried-in-vain');

    const row = await emailRow(fresh.database, id);
    expect(row).toMatchObject({
      status: 'queued',
      lastError: 'The mail server did not accept the sign-in (535)',
    });
    expect(logged.join('')).not.toContain('wrong-secret');
    await guarded.close();
  });

  it('gives up when four hours have passed since the first attempt', async () => {
    const id = await insertEmail(fresh.database, caseId, START);
    const sender = senderOver(smtp());
    await server.close();
    const delays: number[] = [];
    for (;;) {
      const outcome = await sender.attempt(id);
      if (outcome !== 'tried-in-vain') {
        expect(outcome).toBe('technical-failure');
        break;
      }
      const { nextAttemptAt } = await emailRow(fresh.database, id);
      delays.push(nextAttemptAt.getTime() - clock.now().getTime());
      clock.set(nextAttemptAt);
    }
    const end = new Date(START.getTime() + GIVE_UP_AFTER_MS);
    expect(clock.now()).toEqual(end);
    expect(delays.slice(0, 8)).toEqual(
      [30, 60, 120, 240, 480, 960, 1_800, 1_800].map((seconds) => seconds * 1_000),
    );
    const row = await emailRow(fresh.database, id);
    expect(row).toMatchObject({ status: 'technical-failure', settledAt: end, leaseUntil: null });
    expect(row.lastError).toContain('could not be reached');
    expect(await sender.attempt(id)).toBe('nothing-to-do');
  });

  it('takes a row up again when the attempt that held it has died, but only once its lease is over', async () => {
    const id = await insertEmail(fresh.database, caseId, START);
    const sender = senderOver(smtp());
    // A worker that claimed the row and was never heard of again.
    await claimEmail(fresh.database, id, START, new Date(START.getTime() + LEASE_MS));

    clock.advance(LEASE_MS);
    expect(await sender.attempt(id)).toBe('nothing-to-do');
    expect(await dueEmails(fresh.database, clock.now(), 10)).toEqual([]);
    clock.advance(1);
    expect(await dueEmails(fresh.database, clock.now(), 10)).toEqual([{ id, attempts: 1 }]);
    expect(await sender.attempt(id)).toBe('sent');
    expect(await emailRow(fresh.database, id)).toMatchObject({ status: 'sent', attempts: 2 });
  });

  it('lets an attempt that outlived its lease say that it sent the email, but not that it failed', async () => {
    const [late, failed] = [
      await insertEmail(fresh.database, caseId, START),
      await insertEmail(fresh.database, caseId, START, { recipientAddress: 'other@home-office.example' }),
    ];
    /** Another worker takes the row over and puts it back while this transport is still busy. */
    class Overtaken extends MailTransport {
      override async send(message: { emailId: string }): Promise<{ providerReference: string }> {
        clock.advance(LEASE_MS + 1);
        await claimEmail(
          fresh.database,
          message.emailId,
          clock.now(),
          new Date(clock.now().getTime() + LEASE_MS),
        );
        if (message.emailId === failed) throw new Error('too late');
        return { providerReference: 'late' };
      }
    }
    const sender = senderOver(new Overtaken());

    await sender.attempt(late);
    expect(await emailRow(fresh.database, late)).toMatchObject({ status: 'sent', providerReference: 'late' });
    await sender.attempt(failed);
    expect(await emailRow(fresh.database, failed)).toMatchObject({
      status: 'sending',
      attempts: 2,
      lastError: null,
    });
  });

  it('tries again when an email cannot be written, and tells the log which', async () => {
    const id = await insertEmail(fresh.database, caseId, START, { parameters: { reference: null } });

    expect(await senderOver(smtp()).attempt(id)).toBe('tried-in-vain');

    expect(await emailRow(fresh.database, id)).toMatchObject({ lastError: 'The email could not be written' });
    expect(logged.join('')).toContain(id);
  });

  it('keeps addresses, names and words out of the log', async () => {
    const id = await insertEmail(fresh.database, caseId, START, {
      template: 'returned',
      recipientAddress: 'reader@home-office.example',
      parameters: { reason: 'A reason nobody else should read' },
    });
    server.script('refuse');
    await senderOver(smtp()).attempt(id);

    const log = logged.join('');
    expect(log).toContain(id);
    expect(log).not.toContain('home-office.example');
    expect(log).not.toContain('Demonstration submitter');
    expect(log).not.toContain('A reason');
  });

  it('writes a file for each email, and a repeat replaces it', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'mail-'));
    const id = await insertEmail(fresh.database, caseId, START, { recipientName: 'Zoë 🚢' });
    const sender = senderOver(new FileTransport(join(directory, 'out'), FROM));

    expect(await sender.attempt(id)).toBe('sent');
    await fresh.database.query({ text: `update email set status = 'queued'`, values: [] });
    expect(await sender.attempt(id)).toBe('sent');

    expect(await readdir(join(directory, 'out'))).toEqual([`${id}.eml`]);
    const mail = await simpleParser(await readFile(join(directory, 'out', `${id}.eml`)));
    expect(mail).toMatchObject({
      subject: 'COSC-00103: review started',
      messageId: `<${id}@assurance.example>`,
    });
    expect(mail.to).toMatchObject({ value: [{ name: 'Zoë 🚢' }] });
    await rm(directory, { recursive: true });
  });

  it('is read back for the case, without addresses', async () => {
    const id = await insertEmail(fresh.database, caseId, START);
    server.script('busy');
    await senderOver(smtp()).attempt(id);

    const [email, ...others] = await emailsShown(fresh.database, caseId);
    expect(others).toEqual([]);
    expect(email).toEqual({
      id,
      sequence: 1,
      template: 'review-started',
      recipientName: 'Demonstration submitter (Home Office)',
      recipientRole: 'submitter',
      status: 'queued',
      attempts: 1,
      lastError: 'The mail server could not take it: 451 4.3.0 Try again later',
      createdAt: START,
      settledAt: null,
      nextAttemptAt: new Date(START.getTime() + 30_000),
      digest: null,
    });
    clock.advance(30_000);
    await senderOver(smtp()).attempt(id);
    expect((await emailsShown(fresh.database, caseId))[0]).toMatchObject({
      status: 'sent',
      settledAt: clock.now(),
      nextAttemptAt: null,
    });
  });
});
