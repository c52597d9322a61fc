import type { CaseAction } from '#domain';
import type { Person, World } from './api-world.js';
import { CaseDriver, type DriveOptions } from './case-driver.js';
import { RandomRequests, type CaseNow } from './random-requests.js';

const PLAYERS = ['submitter', 'lead', 'reviewer', 'decider'] as const;
/** What takes a case on is done more often than what does not; what ends it, hardly ever. */
const WEIGHTS: Partial<Record<CaseAction, number>> = {
  'sign-off': 3,
  submit: 6,
  'record-departmental-assurance': 6,
  acknowledge: 5,
  'start-review': 5,
  'assess-point': 8,
  'rule-on-legacy-exception': 6,
  recommend: 12,
  'approve-with-conditions': 8,
  resubmit: 4,
  'submit-condition-evidence': 4,
  withdraw: 0.02,
  'take-back-sign-off': 0.4,
  'close-draft-below-threshold': 0.05,
  'refer-back': 0.5,
};
/** Whose turn it mostly is in a state; the others do something all the same. */
const TURNS: Readonly<Record<string, readonly (typeof PLAYERS)[number][]>> = {
  planned: ['submitter', 'lead'],
  draft: ['submitter', 'lead', 'lead'],
  'signed-off': ['submitter', 'lead'],
  'assured-by-department': ['decider'],
  submitted: ['reviewer'],
  acknowledged: ['reviewer'],
  'in-review': ['reviewer'],
  returned: ['lead', 'submitter'],
  recommended: ['decider'],
  'approved-with-conditions': ['submitter', 'reviewer', 'decider'],
};
/** Lives of cases by chance: at each step somebody does something the rules offer them. */
export class RandomLife {
  private readonly driver: CaseDriver;
  private readonly requests: RandomRequests;

  constructor(
    private readonly world: World,
    private readonly chance: () => number,
    reviewers: readonly Person[],
  ) {
    this.driver = new CaseDriver(world);
    this.requests = new RandomRequests(world, chance, reviewers);
  }

  /** A draft with nothing missing. @returns its reference */
  async begin(options: DriveOptions): Promise<string> {
    return (await this.driver.draft(options)).reference;
  }

  /** One of a list. */
  one<Item>(items: readonly Item[]): Item {
    return this.requests.one(items);
  }

  /**
   * Somebody does something to a case.
   * @param others references of other cases it may be marked with
   * @returns how many changes were accepted
   */
  async step(reference: string, others: readonly string[]): Promise<number> {
    const { http, people } = this.world;
    const now = await http.read<CaseNow>(people.auditor, `/cases/${reference}`);
    const part = this.one(this.chance() < 0.8 ? (TURNS[now.state] ?? PLAYERS) : PLAYERS);
    const { actions } = await http.read<{ actions: readonly { action: CaseAction; allowed: boolean }[] }>(
      people[part],
      `/cases/${reference}/actions`,
    );
    const action = this.weighed(actions.filter(({ allowed }) => allowed).map((offer) => offer.action));
    let done = 0;
    for (const { method, path, body, ifMatch } of await this.requests.asks(
      action,
      people[part],
      now,
      others,
    )) {
      const address = `/cases/${reference}/${path}`;
      const reply = await http.send(people[part], method, address, { body, ifMatch });
      if (reply.status >= 500) throw new Error(`${method} ${address} was answered ${reply.text}`);
      if (reply.status <= 201) done += 1;
    }
    return done;
  }

  private weighed(actions: readonly CaseAction[]): CaseAction {
    const weights = actions.map((action) => WEIGHTS[action] ?? 1);
    let left = this.chance() * weights.reduce((sum, weight) => sum + weight, 0);
    const index = weights.findIndex((weight) => (left -= weight) < 0);
    return actions[index] ?? 'comment';
  }
}
