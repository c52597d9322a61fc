import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SystemClock } from '#platform';

// What is known of the packages the service is made of: the bill of materials, and faults that others found.

const PROJECT = join(import.meta.dirname, '..', '..');
/** What the step goes by, which runs by the clock of the machine. */
const TODAY = Date.parse(new SystemClock().now().toISOString().slice(0, 10));
const LAUNCH = join(PROJECT, 'apps', 'local', 'launch');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'packages-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function json(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe('the bill of materials', () => {
  interface Component {
    readonly name: string;
    readonly version: string;
    readonly purl: string;
  }
  interface Lock {
    readonly packages: Readonly<
      Record<
        string,
        {
          name?: string;
          version: string;
          dev?: boolean;
          devOptional?: boolean;
          optional?: boolean;
          peer?: boolean;
        }
      >
    >;
  }

  it('lists everything that runs in production, and nothing that is for development alone', () => {
    const file = join(folder, 'sbom.json');
    const made = spawnSync(process.execPath, [join(LAUNCH, 'sbom.mjs'), file], { encoding: 'utf8' });
    expect({ status: made.status, stderr: made.status === 0 ? '' : made.stderr }).toEqual({
      status: 0,
      stderr: '',
    });
    const bill = JSON.parse(readFileSync(file, 'utf8')) as {
      bomFormat: string;
      specVersion: string;
      metadata: { component: { name: string; version: string } };
      components: readonly Component[];
    };
    expect(bill).toMatchObject({
      bomFormat: 'CycloneDX',
      metadata: { component: { name: 'spend-control-cases' } },
    });
    const listed = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
    const { packages } = JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8')) as Lock;
    const installed = Object.entries(packages)
      .filter(([path]) => path !== '')
      .map(([path, entry]) => ({
        ...entry,
        name: entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 13),
      }));
    // What is optional is there on some machines only.
    const needed = installed.filter(
      ({ dev, devOptional, optional, peer }) => !dev && !devOptional && !optional && !peer,
    );
    expect(needed.length).toBeGreaterThan(150);
    expect(needed.map(({ name, version }) => `${name}@${version}`).filter((one) => !listed.has(one))).toEqual(
      [],
    );
    const inUse = new Set(
      installed.filter(({ dev }) => !dev).map(({ name, version }) => `${name}@${version}`),
    );
    const forDevelopment = installed
      .filter(({ dev }) => dev)
      .map(({ name, version }) => `${name}@${version}`);
    expect(forDevelopment.filter((one) => listed.has(one) && !inUse.has(one))).toEqual([]);
    for (const { purl } of bill.components) expect(purl).toMatch(/^pkg:npm\//);
  });

  it('is in the image', () => {
    const dockerfile = readFileSync(join(PROJECT, 'Dockerfile'), 'utf8');
    expect(dockerfile).toContain('RUN node apps/local/launch/sbom.mjs sbom.cdx.json');
    expect(dockerfile).toContain('COPY --from=build /app/sbom.cdx.json sbom.cdx.json');
  });
});

describe('known faults of packages', () => {
  const finding = (severity: string, id: string) => ({
    source: 1,
    name: 'left-over',
    title: 'It does what it should not',
    url: `https://github.com/advisories/${id}`,
    severity,
  });
  const reportOf = (...findings: object[]) => ({
    auditReportVersion: 2,
    vulnerabilities: { 'left-over': { name: 'left-over', severity: 'high', via: [...findings, 'another'] } },
  });

  function audited(report: unknown, allowed: unknown = []) {
    const files = ['--report', json('report.json', report), '--allowed', json('allowed.json', allowed)];
    const { status, stderr } = spawnSync(process.execPath, [join(LAUNCH, 'audit.mjs'), ...files], {
      encoding: 'utf8',
    });
    return { status, stderr };
  }
  const ADVISORY = 'GHSA-aaaa-bbbb-cccc';
  const day = (days: number) => new Date(TODAY + days * 86_400_000).toISOString().slice(0, 10);
  /** Let be from one day to another, counted from today. */
  const letBe = (since: number, until: number, advisory = ADVISORY) => [
    { advisory, reason: 'Never called', since: day(since), until: day(until) },
  ];

  it('fail where they are moderate or worse, and only there', () => {
    expect(audited(reportOf(finding('low', 'GHSA-aaaa-bbbb-cccc'))).status).toBe(0);
    for (const severity of ['moderate', 'high', 'critical']) {
      const { status, stderr } = audited(reportOf(finding(severity, 'GHSA-aaaa-bbbb-cccc')));
      expect(status).toBe(1);
      expect(stderr).toContain('left-over: It does what it should not');
    }
  });

  it('are let be for a time, with a reason', () => {
    const report = reportOf(finding('high', 'GHSA-aaaa-bbbb-cccc'));
    expect(audited(report, letBe(-1, 1)).status).toBe(0);
    expect(audited(report, letBe(-3, -1)).status).toBe(1);
    expect(audited(report, letBe(2, 3)).status).toBe(1);
    expect(audited(report, letBe(-1, 1, 'GHSA-xxxx-yyyy-zzzz')).status).toBe(1);
    expect(audited(report, [{ advisory: ADVISORY }]).status).toBe(1);
  });

  it('are let be for no longer than is written down for their severity', () => {
    const security = readFileSync(join(PROJECT, 'SECURITY.md'), 'utf8');
    for (const [severity, days] of [
      ['critical', 7],
      ['high', 30],
      ['moderate', 90],
    ] as const) {
      expect(security).toMatch(new RegExp(`^\\| ${severity} +\\| ${String(days)} days +\\|$`, 'im'));
      const report = reportOf(finding(severity, ADVISORY));
      expect([severity, audited(report, letBe(-1, days - 1)).status]).toEqual([severity, 0]);
      expect([severity, audited(report, letBe(-1, days)).status]).toEqual([severity, 1]);
    }
  });

  it('are not known where the registry does not answer, which is said and fails nothing', () => {
    const { status, stderr } = audited({ message: '405 Method Not Allowed', statusCode: 405 });
    expect(status).toBe(0);
    expect(stderr).toContain('NOT ASKED');
    expect(stderr).toContain('nothing is known');
  });

  it('are asked of the registry itself, by what is installed', async () => {
    const { title, url, severity } = finding('high', ADVISORY);
    const advisories = { nunjucks: [{ id: 1, title, url, severity, vulnerable_versions: '*' }] };
    const { packages } = JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { version: string }>;
    };
    const version = packages['node_modules/nunjucks']?.version ?? '';
    const packument = {
      name: 'nunjucks',
      versions: { [version]: { name: 'nunjucks', version } },
      'dist-tags': { latest: version },
    };
    const asked: string[] = [];
    /** Answers as a registry does: with advisories, or not at all. */
    const askedOf = async (answer: object | null) => {
      const server = createServer((request, response) => {
        asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
        request.resume();
        const isAudit = request.url?.endsWith('/security/advisories/bulk') === true;
        const found = isAudit ? answer : packument;
        response.writeHead(found === null || (!isAudit && request.method === 'POST') ? 405 : 200, {
          'content-type': 'application/json',
        });
        response.end(JSON.stringify(found ?? { error: 'Method Not Allowed' }));
      });
      await once(server.listen(0, '127.0.0.1'), 'listening');
      const { port } = server.address() as AddressInfo;
      const child = spawn(process.execPath, [join(LAUNCH, 'audit.mjs'), '--allowed', json('none.json', [])], {
        env: {
          ...process.env,
          npm_config_registry: `http://127.0.0.1:${String(port)}/`,
          npm_config_cache: join(folder, 'npm'),
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let said = '';
      child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
      const [status] = (await once(child, 'close')) as [number];
      server.closeAllConnections();
      server.close();
      return { status, said };
    };
    const bad = await askedOf(advisories);
    expect(bad.said).toContain('high: nunjucks: It does what it should not');
    expect(bad.status).toBe(1);
    const good = await askedOf({});
    expect(good.said).toContain('The registry was asked');
    expect(good.status).toBe(0);
    const away = await askedOf(null);
    expect(away.said).toContain('NOT ASKED');
    expect(away.status).toBe(0);
    expect(asked).toContain('POST /-/npm/v1/security/advisories/bulk');
  }, 60_000);

  it('that are let be each have their reason and their end', () => {
    const list = JSON.parse(readFileSync(join(PROJECT, '.ci', 'audit-allowed.json'), 'utf8')) as {
      advisory: string;
      reason: string;
      since: string;
      until: string;
    }[];
    for (const { advisory, reason, since, until } of list) {
      expect(since).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(advisory).toMatch(/^GHSA-/);
      expect(reason.length).toBeGreaterThan(10);
      expect(until).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });
});
