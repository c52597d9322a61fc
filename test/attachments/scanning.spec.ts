import { ScanService } from '#casework';
import { ClamdScanner } from '../../libs/casework/attachments/scanning/clamd-scanner.js';
import { projectionDifferences, projectionOf, replay } from '#domain';
import { readCaseHistory, readProjection } from '#persistence';
import { Readable } from 'node:stream';
import { startWorld, type World } from '../api/world/api-world.js';
import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { CLAMD_IS_HERE, startRealClamd, startTestClamd, type TestClamd } from './clamd.js';
import { EICAR, office, pdf } from './files.js';
import { keptFiles, upload, type KeptFiles } from './kept.js';

let clamd: TestClamd;
let kept: KeptFiles;
let world: World;
let scans: ScanService;
let driven: DrivenCase;
beforeAll(async () => {
  clamd = await startTestClamd();
  kept = await keptFiles();
  world = await startWorld({
    ...kept.environment,
    MALWARE_SCANNER: 'clamav',
    CLAMAV_HOST: '127.0.0.1',
    CLAMAV_PORT: String(clamd.port),
  });
  scans = world.api.app.get(ScanService, { strict: false });
  driven = await new CaseDriver(world).draft();
}, 120_000);
afterAll(async () => {
  await world.close();
  await clamd.stop();
  await kept.remove();
});
beforeEach(() => {
  clamd.manner = 'well';
});

async function attach(content: Uint8Array, name: string): Promise<string> {
  // Each to a point of its own, so that no limit is met.
  const points = await world.owner.asService().query<{ n: number }>({
    text: 'select count(*)::int as n from attachment',
    values: [],
  });
  const point = ((points[0]?.n ?? 0) % 13) + 1;
  const sent = await upload(
    world,
    'submitter',
    `${driven.reference}/points/${point}/attachments`,
    content,
    name,
  );
  expect([sent.status, sent.body['status']]).toEqual([201, 'waiting']);
  return String(sent.body['id']);
}

const file = (id: string) =>
  world.http.read<{ status: string; signature: string | null }>(
    world.people.auditor,
    `/cases/${driven.reference}/attachments/${id}`,
  );
const download = (id: string) =>
  world.http.send(world.people.reviewer, 'GET', `/cases/${driven.reference}/attachments/${id}/content`);

describe('a file where a scanner is configured', () => {
  it('is had by nobody until it is found clean, and then by whoever sees the case', async () => {
    const id = await attach(office('docx'), 'plan.docx');
    const early = await download(id);
    expect([early.status, early.body['detail']]).toEqual([
      409,
      'This file is still being checked for viruses. It can be downloaded once it is found clean: try again in a few minutes.',
    ]);
    expect(await scans.scan(id)).toBe('clean');
    expect(clamd.scanned).toContain(office('docx').length);
    expect(await file(id)).toMatchObject({ status: 'clean', signature: null });
    expect((await download(id)).status).toBe(200);
    // Asked again, nothing is done twice.
    expect(await scans.scan(id)).toBe('nothing-to-do');
  });

  it('is destroyed when a virus is found, on record, and who attached it is told', async () => {
    const id = await attach(EICAR, 'notes.txt');
    expect(await kept.names()).toContain(id);
    expect(await scans.scan(id)).toBe('infected');
    expect(await kept.names()).not.toContain(id);
    expect(await file(id)).toMatchObject({ status: 'infected', signature: 'Eicar-Test-Signature' });
    const got = await download(id);
    expect([got.status, got.body['detail']]).toEqual([
      409,
      'A virus was found in this file, so it was destroyed. Its name and checksum are kept; its content is gone.',
    ]);
    const emails = await world.owner.asService().query({
      text: `select recipient_address as to, recipient_role as role, status, parameters ->> 'fileName' as name,
          parameters ->> 'signature' as signature
        from email where template = 'attachment-infected'`,
      values: [],
    });
    expect(emails).toEqual([
      {
        to: world.people.submitter.email.toLowerCase(),
        role: 'uploader',
        status: 'queued',
        name: 'notes.txt',
        signature: 'Eicar-Test-Signature',
      },
    ]);
    const history = await readCaseHistory(
      world.owner.asService(),
      driven.reference,
      { everything: true, organisationIds: [] },
      world.clock.now(),
    );
    expect(history?.events.at(-1)).toMatchObject({ type: 'attachment-infected', actorId: null });
    const rows = await readProjection(world.owner.asService(), history?.caseId ?? '');
    expect(projectionDifferences(projectionOf(replay(history?.events ?? [])), rows)).toEqual([]);
  });

  it.each(['cut', 'too-small', 'nonsense'] as const)(
    'waits while the scanner cannot say (%s), and is tried again later',
    async (manner) => {
      const id = await attach(pdf(), `${manner}.pdf`);
      clamd.manner = manner;
      expect(await scans.scan(id)).toBe('not-yet');
      expect(await file(id)).toMatchObject({ status: 'waiting' });
      clamd.manner = 'well';
      // Not at once: the scanner is given time.
      expect(await scans.scan(id)).toBe('nothing-to-do');
      world.clock.advance(15_000);
      expect((await scans.due()).map((due) => due.id)).toContain(id);
      expect(await scans.scan(id)).toBe('clean');
    },
  );

  it('waits while the scanner is down, which readiness says, and is found by the sweep when it is back', async () => {
    const id = await attach(pdf(), 'down.pdf');
    const { port } = clamd;
    await clamd.stop();
    expect(await scans.scan(id)).toBe('not-yet');
    const ready = () => world.http.send(null, 'GET', '//health/ready');
    expect((await ready()).body).toMatchObject({
      ready: true,
      checks: { attachments: 'ok', 'virus-scanner': 'failed' },
    });
    clamd = await startTestClamd(port);
    expect((await ready()).body).toMatchObject({ checks: { 'virus-scanner': 'ok' } });
    world.clock.advance(15 * 60_000);
    for (const due of await scans.due()) await scans.scan(due.id);
    expect(await file(id)).toMatchObject({ status: 'clean' });
  });

  it('is looked at by one worker at a time, and by another when that one dies', async () => {
    const id = await attach(pdf(), 'lease.pdf');
    clamd.manner = 'silent';
    const given = clamd.scanned.length;
    const first = scans.scan(id);
    // Until the silent scanner has the whole file, so that the first worker waits for it.
    while (clamd.scanned.length === given) await new Promise((resume) => setTimeout(resume, 10));
    expect(await scans.scan(id)).toBe('nothing-to-do');
    clamd.manner = 'well';
    world.clock.advance(5 * 60_000);
    expect(await scans.scan(id)).toBe('clean');
    // The one that was thought dead changes nothing any more.
    const { port } = clamd;
    await clamd.stop();
    expect(await first).toBe('not-yet');
    expect(await file(id)).toMatchObject({ status: 'clean' });
    clamd = await startTestClamd(port);
  });
});

describe('a scanner that is silent', () => {
  it('is given up after a while', async () => {
    clamd.manner = 'silent';
    const scanner = new ClamdScanner({ host: '127.0.0.1', port: clamd.port }, 200);
    await expect(scanner.scan(Readable.from([Buffer.from('text')]))).rejects.toThrow('silent for too long');
  });
});

(CLAMD_IS_HERE ? describe : describe.skip)('ClamAV’s own clamd', () => {
  it('finds the EICAR file, finds nothing in a document, and says when a file is too large for it', async () => {
    const real = await startRealClamd();
    try {
      const scanner = new ClamdScanner({ host: '127.0.0.1', port: real.port });
      await scanner.check();
      expect(await scanner.scan(Readable.from([EICAR]))).toEqual({
        clean: false,
        signature: expect.stringMatching(/^Eicar-Test-Signature/) as string,
      });
      expect(await scanner.scan(Readable.from([office('docx')]))).toEqual({ clean: true });
      const large = Readable.from(Array.from({ length: 40 }, () => Buffer.alloc(65_536, 65)));
      await expect(scanner.scan(large)).rejects.toThrow(
        /larger than clamd takes|without an answer|cannot be reached/,
      );
    } finally {
      await real.stop();
    }
  }, 120_000);
});
