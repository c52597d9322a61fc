import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// What is known of the packages the service is made of: the bill of materials, and faults that others found.

const PROJECT = join(import.meta.dirname, '..', '..');
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
  const letBe = (until: string) => [{ advisory: 'GHSA-aaaa-bbbb-cccc', reason: 'Never called', until }];

  it('fail where they are high or critical, and only there', () => {
    expect(audited(reportOf(finding('moderate', 'GHSA-aaaa-bbbb-cccc'))).status).toBe(0);
    for (const severity of ['high', 'critical']) {
      const { status, stderr } = audited(reportOf(finding(severity, 'GHSA-aaaa-bbbb-cccc')));
      expect(status).toBe(1);
      expect(stderr).toContain('left-over: It does what it should not');
    }
  });

  it('are let be for a time, with a reason', () => {
    const report = reportOf(finding('high', 'GHSA-aaaa-bbbb-cccc'));
    expect(audited(report, letBe('2999-12-31')).status).toBe(0);
    expect(audited(report, letBe('2020-12-31')).status).toBe(1);
    expect(audited(reportOf(finding('high', 'GHSA-xxxx-yyyy-zzzz')), letBe('2999-12-31')).status).toBe(1);
    expect(audited(report, [{ advisory: 'GHSA-aaaa-bbbb-cccc' }]).status).toBe(1);
  });

  it('are not known where the registry does not answer, which is said and fails nothing', () => {
    const { status, stderr } = audited({ message: '405 Method Not Allowed', statusCode: 405 });
    expect(status).toBe(0);
    expect(stderr).toContain('nothing is known');
  });

  it('that are let be each have their reason and their end', () => {
    const list = JSON.parse(readFileSync(join(PROJECT, '.ci', 'audit-allowed.json'), 'utf8')) as {
      advisory: string;
      reason: string;
      until: string;
    }[];
    for (const { advisory, reason, until } of list) {
      expect(advisory).toMatch(/^GHSA-/);
      expect(reason.length).toBeGreaterThan(10);
      expect(until).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });
});
