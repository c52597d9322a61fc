// A worker that reminds people, in a process of its own, on the build as it is shipped: it is told what time it is,
// looks for what somebody has to be reminded of, and says when it is done.
import { CaseDesk, NobodyToNudge, PolicyBook, ReminderService } from '../../dist/libs/casework/index.js';
import { Database } from '../../dist/libs/persistence/index.js';
import { AppLogger, loadConfig, ManualClock } from '../../dist/libs/platform/index.js';

const config = loadConfig({
  DATABASE_URL: process.env.DATABASE_URL,
  PUBLIC_URL: 'http://localhost:3000',
  MAIL_TRANSPORT: 'file',
  MAIL_DIRECTORY: '/nowhere',
  MAIL_FROM: 'service@tests.example',
  ASSURANCE_INBOX: 'inbox@tests.example',
});
const database = new Database({ url: config.databaseUrl, poolSize: 2 });
const clock = new ManualClock(new Date('2026-01-01T00:00:00.000Z'));
const policies = new PolicyBook();
const desk = new CaseDesk(database, clock, config, new NobodyToNudge(), policies);
const reminders = new ReminderService(desk, database, clock, new AppLogger({ level: 'warn' }), policies);

process.on('message', ({ now }) => {
  clock.set(new Date(now));
  reminders.raiseDue().then(
    (raised) => process.send({ raised }),
    (error) => process.send({ fault: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send({ raised: 0 });
