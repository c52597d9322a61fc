import { randomUUID } from 'node:crypto';
import { NotifyTransport, PermanentRefusal, TemporaryFailure, type OutgoingMessage } from '#notifications';
import { startNotifyServer, type NotifyServer } from './mail-notify-server.js';

const API_KEY = `spend_control-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0`;
const TEMPLATE_ID = 'f33517ff-2a88-4f6e-b855-c550268ce08a';

function message(attempt = 1): OutgoingMessage {
  return {
    emailId: randomUUID(),
    attempt,
    recipientName: 'Demonstration submitter (Home Office)',
    recipientAddress: 'reader@home-office.example',
    subject: 'COSC-00103: review started',
    body: 'Siân 🚢\n\nSee the case.\n',
    date: new Date('2026-11-24T09:00:00.000Z'),
  };
}

describe('sending through GOV.UK Notify', () => {
  let server: NotifyServer;

  beforeEach(async () => {
    server = await startNotifyServer(API_KEY);
  });
  afterEach(async () => {
    await server.close();
  });

  function transport(apiKey = API_KEY): NotifyTransport {
    return new NotifyTransport({ url: server.url, apiKey, templateId: TEMPLATE_ID, timeout: 500 });
  }

  it('fills the template, gives the row’s id as reference, and keeps Notify’s id', async () => {
    const email = message();

    const receipt = await transport().send(email);

    expect(server.taken).toEqual([
      {
        id: receipt.providerReference,
        reference: email.emailId,
        email_address: 'reader@home-office.example',
        template_id: TEMPLATE_ID,
        personalisation: { subject: email.subject, body: email.body },
      },
    ]);
    expect(server.lookUps()).toBe(0);
  });

  it('gives it what somebody wrote as words, not as Markdown', async () => {
    const email = message();
    await transport().send({ ...email, body: '# Approved\n[The case](https://elsewhere.example)\n' });
    expect(server.taken[0]?.personalisation.body).toBe(
      '\u200b# Approved\n[The case]\u200b(https://elsewhere.example)\n',
    );
  });

  it('sends nothing twice when the answer to the first attempt was lost', async () => {
    const email = message();
    server.script('lose-answer');
    await expect(transport().send(email)).rejects.toBeInstanceOf(TemporaryFailure);

    const receipt = await transport().send({ ...email, attempt: 2 });

    expect(server.taken).toHaveLength(1);
    expect(receipt.providerReference).toBe(server.taken[0]?.id);
  });

  it('sends on a repeat what Notify has never seen', async () => {
    const email = message(2);
    await transport().send(email);
    expect(server.lookUps()).toBe(1);
    expect(server.taken.map(({ reference }) => reference)).toEqual([email.emailId]);
  });

  it('takes a 400 for final, and does not repeat the address Notify names', async () => {
    server.script(400);
    const failure = await transport()
      .send(message())
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PermanentRefusal);
    expect((failure as PermanentRefusal).reason).toBe('GOV.UK Notify refused it (400 ValidationError)');
  });

  it.each([
    [403, 'GOV.UK Notify could not take it (403 AuthError)'],
    [429, 'GOV.UK Notify could not take it (429 TooManyRequestsError)'],
    [500, 'GOV.UK Notify could not take it (500 Exception)'],
    ['hang', 'GOV.UK Notify could not be reached'],
  ] as const)('tries again after %s', async (behaviour, reason) => {
    server.script(behaviour);
    const failure = await transport()
      .send(message())
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TemporaryFailure);
    expect((failure as TemporaryFailure).reason).toBe(reason);
  });

  it('tries again when our key is not the right one, and does not tell it', async () => {
    const wrong = `${API_KEY.slice(0, -36)}00000000-0000-4000-8000-000000000000`;
    const failure = await transport(wrong)
      .send(message())
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TemporaryFailure);
    expect((failure as TemporaryFailure).reason).toBe('GOV.UK Notify could not take it (403 AuthError)');
    expect(server.taken).toEqual([]);
  });

  it('goes nowhere an answer sends it to, and tries again later', async () => {
    server.script('elsewhere');
    await expect(transport().send(message())).rejects.toBeInstanceOf(TemporaryFailure);
    expect(server.taken).toEqual([]);
  });

  it('tries again when nobody answers', async () => {
    const away = transport();
    await server.close();
    await expect(away.send(message())).rejects.toBeInstanceOf(TemporaryFailure);
  });
});
