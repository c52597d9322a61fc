// A worker as it is shipped, but with a day for digests that does not depend on when the tests are run, and with
// nothing to remind of, to compare, to seal, to dispose of or to clear away. Started as a program of its own, so that it can be killed.
import {
  AttachedFiles,
  DigestCalendar,
  Disposals,
  Followers,
  Likenesses,
  LogSealer,
  Reminders,
  SessionsOver,
} from '../../dist/libs/notifications/index.js';
import { loadConfig } from '../../dist/libs/platform/index.js';
import { runWorker } from '../../dist/apps/worker/run-worker.js';

const day = process.env.DIGEST_DAY;
await runWorker(loadConfig(process.env), {
  reminders: { provide: Reminders, useValue: { raiseDue: async () => 0 } },
  followers: { provide: Followers, useValue: { tellFollowers: async () => 0 } },
  sealer: { provide: LogSealer, useValue: { sealAndPublish: async () => 0 } },
  disposals: { provide: Disposals, useValue: { carryOutDue: async () => 0 } },
  likenesses: { provide: Likenesses, useValue: { compareChanged: async () => 0 } },
  sessions: { provide: SessionsOver, useValue: { clearOld: async () => 0 } },
  files: {
    provide: AttachedFiles,
    useValue: { due: async () => [], scan: async () => 'nothing-to-do', sweep: async () => 0 },
  },
  digestCalendar: { provide: DigestCalendar, useValue: { digestDay: () => day } },
});
