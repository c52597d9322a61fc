import { CaseDriver, type DrivenCase } from '../api/world/case-driver.js';
import { PageClient } from './page-client.js';
import { startPagesWorld, type PagesWorld } from './pages-world.js';
import type { Part } from '../api/world/api-world.js';

/** Time many forms may take where the machine is busy, in milliseconds. */
const FORMS_MS = 90_000;

let world: PagesWorld;
let driver: CaseDriver;
beforeAll(async () => {
  world = await startPagesWorld();
  driver = new CaseDriver(world);
});
afterAll(() => world.close());

/** What a page gives back of a form that cannot be sent any more: each answer beneath its label. */
function writtenBack(html: string): Record<string, string> {
  const [, after = ''] = html.split('<h2 class="govuk-heading-m">What you wrote</h2>');
  const [list = ''] = after.split('</dl>');
  return Object.fromEntries(
    [...list.matchAll(/<dt[^>]*>([^<]*)<\/dt><dd[^>]*>([^<]*)<\/dd>/g)].map(([, label = '', value = '']) => [
      label,
      value,
    ]),
  );
}

/** Sends a form of a review after the case has moved on, and reads what is given back. */
async function sentTooLate(
  who: Part,
  { reference }: DrivenCase,
  path: string,
  fields: Readonly<Record<string, string>> | URLSearchParams,
): Promise<Record<string, string>> {
  const client = await PageClient.of(world, world.people[who].id);
  const { status, html } = await client.post(`/cases/${reference}/${path}`, fields);
  expect({ path, status }).toEqual({ path, status: 403 });
  return writtenBack(html);
}

describe('a form of a review of a case that has moved on', () => {
  it(
    'gives back everything that was written, each answer with what it answers',
    async () => {
      const decided = await driver.driveTo('approved');
      const stale = { revision: '1', version: '1' };
      expect(
        await sentTooLate('decider', decided, 'decide/approved-with-conditions', {
          ...stale,
          approvedPence: '1,000,000',
          reason: 'Sound.',
          conditionCount: '1',
          'condition-1-text': 'Publish',
          'condition-1-point': '3',
          'condition-1-ownerName': 'Demonstration owner',
          'condition-1-ownerEmail': 'owner@home-office.example',
          'condition-1-dueOn-day': '27',
          'condition-1-dueOn-month': '3',
          'condition-1-dueOn-year': '2027',
          'override-5': 'Needed',
          do: 'check',
        }),
      ).toEqual({
        'Approved amount': '£1,000,000',
        Reason: 'Sound.',
        'Condition 1: what must be done': 'Publish',
        'Condition 1: the point it makes good': 'point 3 (Be open and use open source)',
        'Condition 1: name of its owner': 'Demonstration owner',
        'Condition 1: email address of its owner': 'owner@home-office.example',
        'Condition 1: when it must be met': '27 3 2027',
        'Why to approve although point 5 (Use cloud first) is not met': 'Needed',
      });
      const asked = new URLSearchParams({
        ...stale,
        'question-3': 'Where?',
        'question-5': 'Why?',
        reason: 'Unclear',
      });
      asked.append('points', '3');
      asked.append('points', '5');
      expect(await sentTooLate('reviewer', decided, 'return', asked)).toEqual({
        'Question about point 3 (Be open and use open source)': 'Where?',
        'Question about point 5 (Use cloud first)': 'Why?',
        Reason: 'Unclear',
        'Points asked about': 'point 3 (Be open and use open source)\npoint 5 (Use cloud first)',
      });
      expect(
        await sentTooLate('reviewer', decided, 'recommend', {
          ...stale,
          outcome: 'not-approved',
          reason: 'No',
        }),
      ).toEqual({ Outcome: 'Not approved', Reason: 'No' });
      const { reviewer } = world.people;
      for (const path of ['assign', 'acknowledge'])
        expect(await sentTooLate('reviewer', decided, path, { ...stale, reviewerId: reviewer.id })).toEqual({
          Reviewer: reviewer.name,
        });
      expect(await sentTooLate('decider', decided, 'refer-back', { ...stale, reason: 'Again' })).toEqual({
        Reason: 'Again',
      });
      const more = await sentTooLate('reviewer', decided, 'extend-clock', {
        ...stale,
        target: 'decide',
        days: '5',
        reason: 'Large',
      });
      expect(more).toMatchObject({ 'Days more': '5', Reason: 'Large' });
      expect(Object.keys(more)).toEqual(['Target', 'Days more', 'Reason']);
      const client = await PageClient.of(world, reviewer.id);
      const assessed = await client.post(`/cases/${decided.reference}/assess/5`, {
        ...stale,
        sequence: '1',
        verdict: 'not-met',
        explanation: 'Thin',
      });
      expect(writtenBack(assessed.html)).toEqual({
        'How far the point is met': 'Not met',
        Explanation: 'Thin',
      });
      const replaced = {
        ...stale,
        approvedPence: '5,000',
        reason: 'Corrected',
        supersedes: decided.reference,
      };
      const { reference } = await driver.driveTo('in-review');
      expect(await sentTooLate('decider', { ...decided, reference }, 'supersede/approved', replaced)).toEqual(
        {
          'Approved amount': '£5,000',
          Reason: 'Corrected',
        },
      );
      const draft = await driver.draft();
      expect(
        await sentTooLate('reviewer', draft, 'relate', {
          ...stale,
          relatedReference: reference,
          kind: 'duplicates',
          reason: 'The same',
        }),
      ).toMatchObject({ 'Reference of the other case': reference, Reason: 'The same' });
      const rated = await client.post(`/cases/${decided.reference}/triage/depth`, {
        ...stale,
        depth: 'light',
        'depth-reason': 'Small',
      });
      expect(writtenBack(rated.html)).toMatchObject({ 'Reason for the depth': 'Small' });
    },
    FORMS_MS,
  );
});
