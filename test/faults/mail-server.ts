import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/**
 * What the server does with the next message; after the last it goes on as `accept`. `busy` is 451 and `refuse` 550 to
 * the recipient; `refuse-content` 554 after the message; `refuse-sender` 550 to the sender; `drop` breaks the connection
 * while it receives, `drop-after` once it has everything and before it says so; `hang` never answers.
 */
export type Behaviour =
  'accept' | 'busy' | 'refuse' | 'refuse-content' | 'refuse-sender' | 'drop' | 'drop-after' | 'hang';

/** A real mail server that does as it is told. */
export interface MailServer {
  readonly url: string;
  /** Messages it has taken, with `messageId`. */
  readonly received: readonly ParsedMail[];
  /** What it does next, in order. */
  script(...behaviours: Behaviour[]): void;
  /** Milliseconds it takes over each message. */
  slow(milliseconds: number): void;
  /** How many times each Message-ID arrived. */
  countById(): ReadonlyMap<string, number>;
  close(): Promise<void>;
}

function refusal(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

/** Starts a mail server on a free port; `password` makes it ask for that password, and refuse every other. */
export async function startMailServer(password?: string): Promise<MailServer> {
  const received: ParsedMail[] = [];
  const script: Behaviour[] = [];
  const bySession = new Map<string, Behaviour>();
  let delay = 0;
  const options: SMTPServerOptions = {
    disabledCommands: password === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: password === undefined,
    logger: false,
    onAuth: (auth, _session, callback) => {
      if (auth.password === password) callback(null, { user: 'sender' });
      else callback(refusal(535, 'Authentication credentials invalid'));
    },
    onMailFrom: (_address, session, callback) => {
      const behaviour = script.shift() ?? 'accept';
      bySession.set(session.id, behaviour);
      callback(behaviour === 'refuse-sender' ? refusal(550, '5.7.1 Sender not allowed') : null);
    },
    onRcptTo: (address, session, callback) => {
      const behaviour = bySession.get(session.id);
      if (behaviour === 'busy') callback(refusal(451, '4.3.0 Try again later'));
      else if (behaviour === 'refuse') callback(refusal(550, `5.1.1 <${address.address}> no such mailbox`));
      else callback(null);
    },
    onData: (stream, session, callback) => {
      const behaviour = bySession.get(session.id);
      simpleParser(stream)
        .then(async (mail) => {
          await new Promise((resume) => setTimeout(resume, delay));
          if (behaviour === 'hang') return;
          const arrives = behaviour === 'accept' || behaviour === 'drop-after';
          if (arrives) received.push(mail);
          if (behaviour === 'refuse-content') callback(refusal(554, '5.6.0 Message not accepted'));
          else if (behaviour === 'drop' || behaviour === 'drop-after') breakConnections(server);
          else callback(null);
        })
        .catch(callback);
    },
  };
  const server = new SMTPServer(options);
  // A client that is killed in mid-sentence is what these tests are about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    received,
    script: (...behaviours) => {
      script.splice(0, script.length, ...behaviours);
    },
    slow: (milliseconds) => {
      delay = milliseconds;
    },
    countById: () => {
      const counts = new Map<string, number>();
      for (const { messageId } of received)
        counts.set(messageId ?? '', (counts.get(messageId ?? '') ?? 0) + 1);
      return counts;
    },
    close: () =>
      new Promise((resolve) => {
        breakConnections(server);
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** Cuts every open connection without a word. */
function breakConnections(server: SMTPServer): void {
  for (const connection of server.connections as unknown as Set<{ _socket: { destroy(): void } }>)
    connection._socket.destroy();
}
