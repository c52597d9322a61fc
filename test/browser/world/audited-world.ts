import { SealingService } from '#audit';
import { formatSigningKey, formatVerifierKey, generateSigningKey } from '#domain';
import { CaseDriver, type DrivenCase } from '../../api/world/case-driver.js';
import { FINISHED_DETAILS } from '../../api/world/case-content.js';
import { startBrowserWorld, type BrowserWorld } from './browser-world.js';

/** A title that a spreadsheet would run and a browser would draw, if they were let. */
export const HOSTILE_TITLE = '=HYPERLINK("http://evil.example","<b id=evil>Click</b>")';

const HOUR = 3_600_000;

/** A world with decided cases for auditors to ask about, whose log is sealed. */
export interface AuditedWorld extends BrowserWorld {
  readonly approved: DrivenCase;
  readonly withConditions: DrivenCase;
  readonly returned: DrivenCase;
  /** The log's verifier key. */
  readonly key: string;
}

/** Starts it: each case an hour after the one before, and each decision an hour after its recommendation. */
export async function startAuditedWorld(): Promise<AuditedWorld> {
  const key = generateSigningKey('tests.example');
  const world = await startBrowserWorld({ LOG_SIGNING_KEY: formatSigningKey(key) });
  const driver = new CaseDriver(world);
  const later = () => {
    world.clock.set(new Date(world.clock.now().getTime() + HOUR));
  };
  const decided = async (outcome: 'approved' | 'approved-with-conditions'): Promise<DrivenCase> => {
    const driven = await driver.driveTo('recommended');
    later();
    await driver.decide(driven, outcome);
    later();
    return driven;
  };
  const approved = await decided('approved');
  const withConditions = await decided('approved-with-conditions');
  const returned = await driver.driveTo('returned');
  const body = {
    organisationId: world.organisations.department.id,
    ...FINISHED_DETAILS,
    title: HOSTILE_TITLE,
  };
  await world.http.expect(201, world.people.submitter, 'POST', '/cases', { body });
  later();
  await world.api.app.get(SealingService, { strict: false }).seal();
  return { ...world, approved, withConditions, returned, key: formatVerifierKey(key.verifier) };
}
