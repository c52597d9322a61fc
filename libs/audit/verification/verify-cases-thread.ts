import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { Database } from '#persistence';
import { verifyCases, type CaseRange, type CasesVerified } from './verify-cases.js';

/** What a thread is given. */
interface Task extends CaseRange {
  readonly databaseUrl: string;
  /** Name of the snapshot it reads. */
  readonly snapshot: string;
}

/** What a thread says, now and then and at the end. */
type Message = { readonly events: number } | { readonly verified: CasesVerified };

/** Verifies the cases of a range in a thread of its own, so that hashing them takes nobody else's time. */
export async function verifyCasesInThread(
  task: Task,
  progress: (events: number) => void,
): Promise<CasesVerified> {
  return new Promise((done, fail) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: task });
    thread.on('message', (message: Message) => {
      if ('events' in message) progress(message.events);
      else done(message.verified);
    });
    thread.once('error', fail);
    thread.once('exit', () => {
      fail(new Error('A thread that verifies cases has ended without a word'));
    });
  });
}

async function runThread(task: Task): Promise<void> {
  const say = (message: Message): void => parentPort?.postMessage(message);
  const database = new Database({ url: task.databaseUrl, poolSize: 1 });
  try {
    const verified = await database.asService().atSnapshot(task.snapshot, (snapshot) =>
      verifyCases(snapshot, task, (events) => {
        say({ events });
      }),
    );
    say({ verified });
  } finally {
    await database.close();
  }
}

function isTask(data: unknown): data is Task {
  return typeof data === 'object' && data !== null && 'databaseUrl' in data && 'snapshot' in data;
}

// This file is also what the thread runs.
if (!isMainThread && isTask(workerData)) await runThread(workerData);
