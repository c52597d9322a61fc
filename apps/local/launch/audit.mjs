import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inProject, ROOT, say } from './project.mjs';

// Asks the registry whether anything that runs in production is known to be unsafe. Run by `npm run audit`. Fails on
// what is moderate or worse and not let be in .ci/audit-allowed.json, for no longer than SECURITY.md allows; where the
// registry does not answer nothing is known, which is said and fails nothing.

const { values } = parseArgs({ options: { report: { type: 'string' }, allowed: { type: 'string' } } });
/** Days within which each is put right, as SECURITY.md says. What is low comes with the next update. */
const DAYS = { critical: 7, high: 30, moderate: 90 };
const DAY = 86_400_000;
const A_DATE = /^\d{4}-\d\d-\d\d$/;

function ask() {
  if (values.report !== undefined) return readFileSync(values.report, 'utf8');
  return spawnSync('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=1'], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 45_000,
    env: { ...process.env, npm_config_fetch_timeout: '20000' },
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  }).stdout;
}

/** What the registry answered; `null` where it did not. */
function answerOf(text) {
  try {
    const report = JSON.parse(text);
    return report.auditReportVersion === undefined ? null : report;
  } catch {
    return null;
  }
}

/** Advisories that are serious, each once. */
function findingsOf(report) {
  const advisories = Object.values(report.vulnerabilities).flatMap(({ via }) =>
    via.filter((one) => typeof one === 'object'),
  );
  const serious = advisories.filter(({ severity }) => severity in DAYS);
  return [...new Map(serious.map((one) => [one.url, one])).values()];
}

/** Those let be for now: `[{ "advisory": "GHSA-…", "reason": "…", "since": "YYYY-MM-DD", "until": "YYYY-MM-DD" }]`. */
function allowedNow() {
  const list = JSON.parse(readFileSync(values.allowed ?? inProject('.ci', 'audit-allowed.json'), 'utf8'));
  const today = new Date().toISOString().slice(0, 10);
  return list.filter(({ advisory, reason, since, until }) => {
    if (!advisory || !reason || !A_DATE.test(since ?? '') || !A_DATE.test(until ?? ''))
      throw new Error(
        'Every entry of the list needs an advisory, a reason, the date it became known, and one until which it is let be',
      );
    return since <= today && until >= today;
  });
}

/** Whether an entry of the list lets a finding be: never for longer than such findings may last. */
function letsBe({ advisory, since, until }, { url, severity }) {
  const days = (Date.parse(until) - Date.parse(since)) / DAY;
  return url.endsWith(`/${advisory}`) && days <= DAYS[severity];
}

const report = answerOf(ask());
if (report === null) {
  say(
    'NOT ASKED: the registry does not answer audits here, so nothing is known of the packages. Ask it from elsewhere.',
  );
} else {
  const allowed = allowedNow();
  const isAllowed = (finding) => allowed.some((entry) => letsBe(entry, finding));
  const findings = findingsOf(report);
  for (const { name, severity, title, url } of findings)
    say(`${isAllowed({ url, severity }) ? 'let be' : severity}: ${name}: ${title} (${url})`);
  const open = findings.filter((finding) => !isAllowed(finding));
  say(
    open.length === 0
      ? 'The registry was asked: nothing that runs in production is known to be unsafe beyond its time.'
      : `${open.length} of these must be put right, or let be for a time, with a reason, in .ci/audit-allowed.json.`,
  );
  process.exitCode = open.length === 0 ? 0 : 1;
}
