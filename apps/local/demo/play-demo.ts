import {
  EVENT_NAMES,
  formatPounds,
  isPence,
  MAJOR_PROGRAMMES,
  POINT_NUMBERS,
  ROLE_NAMES,
  STATE_NAMES,
  type CaseState,
  type EventType,
  type LegacyRisk,
  type GivenEvidence,
  type Role,
} from '#domain';
import { DEMONSTRATION_PASSWORD, demonstrationEmail } from '../demonstration/accounts.js';
import { detailsOf, evidenceOf, exceptionOf, titleOf } from '../demonstration/content.js';
import { ApiClient, expectOk, type Called, type ProblemAnswer } from './api-client.js';
import type { Mailbox } from './mailbox.js';
import type { Teller } from './teller.js';

const DEPARTMENT = 'home-office';
const ASSURANCE = 'government-digital-service';
/** Index that gives this programme a legacy exception and a public-facing service. */
const INDEX = 6;

interface Receipt {
  readonly reference: string;
  readonly state: CaseState;
  readonly revision: number;
  readonly version: number | null;
  readonly id?: string;
  readonly conditions?: readonly { readonly id: string; readonly number: number }[];
}

interface HistoryItem {
  readonly sequence: number;
  readonly type: EventType;
  readonly actor: { readonly name: string } | null;
  readonly actorRole: Role | null;
  readonly fromState: CaseState | null;
  readonly toState: CaseState;
  readonly reason: string | null;
  readonly payload: {
    readonly point?: number;
    readonly verdict?: string;
    readonly evidence?: { readonly point: number };
  };
}

/** Plays one request from a department's draft to an approval with conditions, over HTTP, and tells of every step. */
export class Demo {
  private shown = 0;
  private emailsShown = 0;

  constructor(
    private readonly base: string,
    private readonly teller: Teller,
    private readonly mailbox: Mailbox,
  ) {}

  /** Plays it all. */
  async play(): Promise<void> {
    const { teller } = this;
    const programme = MAJOR_PROGRAMMES.find(({ name }) => name === 'PASSPORT TRANSFORMATION PROGRAMME');
    if (programme?.wholeLifePence == null) throw new Error('The programme of the demonstration is missing');
    teller.aside(
      `The programme is real: ${titleOf(programme)}, Home Office, whole-life cost ${formatPounds(programme.wholeLifePence)}. The request, its evidence and the decision are made up for this demonstration.`,
    );
    const submitter = await this.signIn(DEPARTMENT, 'submitter');
    const lead = await this.signIn(DEPARTMENT, 'assurance-lead');
    const reviewer = await this.signIn(ASSURANCE, 'reviewer');
    const decider = await this.signIn(ASSURANCE, 'decider');
    const auditor = await this.signIn(ASSURANCE, 'auditor');

    teller.begin('Demonstration submitter (Home Office)', 'Starts a request');
    const me = expectOk(
      await submitter.get<{ person: { roles: { organisation: { id: string } }[] } }>(
        '/api/v1/sessions/current',
      ),
    ).body;
    const organisationId = me.person.roles[0]?.organisation.id;
    const spend = 10_100_600_000;
    if (!isPence(spend)) throw new Error('Not an amount');
    const created = expectOk(
      await submitter.send<Receipt>(
        'POST',
        '/api/v1/cases',
        { organisationId, title: titleOf(programme), ...detailsOf(programme, INDEX, spend) },
        null,
      ),
    ).body;
    const path = `/api/v1/cases/${created.reference}`;
    teller.result(`Reference ${created.reference}, asking for ${formatPounds(spend)}.`);
    await this.tellHistory(auditor, path);

    teller.begin('Demonstration assurance lead (Home Office)', 'Tries to sign it off before it is finished');
    const early = await lead.send<ProblemAnswer & { errors?: unknown[] }>(
      'POST',
      `${path}/sign-off`,
      {},
      `"${String(created.revision)}"`,
    );
    teller.refusal(`${String(early.status)}: ${early.body.detail}`);

    teller.begin(
      'Demonstration submitter (Home Office)',
      'Gives evidence for the 13 points, one by one, and explains a legacy system',
    );
    for (const point of POINT_NUMBERS) {
      const evidence = evidenceBody(evidenceOf(programme, point, INDEX));
      expectOk(await submitter.send('PUT', `${path}/points/${String(point)}`, evidence, '"0"'));
    }
    expectOk(
      await submitter.send('POST', `${path}/legacy-exceptions`, exceptionOf(programme, '2027-12-31'), null),
    );
    const exceptions = expectOk(
      await submitter.get<{ legacyExceptions: { id: string }[]; revision: number }>(path),
    ).body.legacyExceptions;
    const exceptionId = exceptions[0]?.id ?? '';
    const risk = expectOk(
      await submitter.get<{ risk: LegacyRisk }>(`${path}/legacy-exceptions/${exceptionId}`),
    ).body;
    teller.result(`Legacy risk as the published framework scores it: ${describeRisk(risk)}`);
    await this.tellHistory(auditor, path);

    await this.act(
      lead,
      auditor,
      path,
      'sign-off',
      {},
      'Demonstration assurance lead (Home Office)',
      'Signs it off for the department',
    );
    await this.act(
      submitter,
      auditor,
      path,
      'submit',
      {},
      'Demonstration submitter (Home Office)',
      'Submits it to GDS Assurance: version 1 is frozen',
    );
    await this.act(
      reviewer,
      auditor,
      path,
      'acknowledge',
      {},
      'Demonstration reviewer (Government Digital Service)',
      'Acknowledges it and is named as its reviewer',
    );
    await this.act(
      reviewer,
      auditor,
      path,
      'start-review',
      {},
      'Demonstration reviewer (Government Digital Service)',
      'Starts the review',
    );

    teller.begin(
      'Demonstration reviewer (Government Digital Service)',
      'Assesses the points; point 1 needs more',
    );
    for (const point of POINT_NUMBERS.filter((number) => number !== 1))
      await this.assess(reviewer, path, point, 1);
    expectOk(
      await reviewer.send(
        'PUT',
        `${path}/legacy-exceptions/${exceptionId}/ruling`,
        { version: 1, ruling: 'accepted', reason: 'The remediation is funded and has a date.' },
        '"0"',
      ),
    );
    await this.tellHistory(auditor, path);
    await this.act(
      reviewer,
      auditor,
      path,
      'return',
      {
        version: 1,
        reason: 'We need to see how users were involved before we can recommend a decision.',
        points: [
          { point: 1, question: 'Which users took part in the research, and what changed because of it?' },
        ],
      },
      'Demonstration reviewer (Government Digital Service)',
      'Returns it for information',
    );

    teller.begin('Demonstration submitter (Home Office)', 'Answers on point 1');
    const first = evidenceBody(evidenceOf(programme, 1, INDEX));
    expectOk(
      await submitter.send(
        'PUT',
        `${path}/points/1`,
        {
          ...first,
          narrative: `${first.narrative ?? ''} 24 applicants in three regions took part; the first form was shortened because of it.`,
        },
        '"1"',
      ),
    );
    await this.tellHistory(auditor, path);
    await this.act(
      lead,
      auditor,
      path,
      'resubmit',
      { reason: 'Point 1 now says who took part and what changed.' },
      'Demonstration assurance lead (Home Office)',
      'Signs the answer off and resubmits: version 2',
    );
    teller.begin(
      'Demonstration reviewer (Government Digital Service)',
      'Looks at what changed and assesses point 1',
    );
    const difference = expectOk(
      await reviewer.get<{ points: { point: number }[] }>(`${path}/versions/2/difference?from=1`),
    ).body;
    teller.result(
      `Changed between version 1 and 2: point ${difference.points.map(({ point }) => String(point)).join(', ')}. What was said of the other points still stands.`,
    );
    await this.assess(reviewer, path, 1, 2);
    await this.tellHistory(auditor, path);
    await this.act(
      reviewer,
      auditor,
      path,
      'recommend',
      {
        version: 2,
        outcome: 'approved-with-conditions',
        reason: 'The evidence holds together; hosting carbon is still to be measured.',
      },
      'Demonstration reviewer (Government Digital Service)',
      'Recommends approval with conditions',
    );
    await this.act(
      decider,
      auditor,
      path,
      'approve-with-conditions',
      {
        version: 2,
        reason: 'It meets the Technology Code of Practice as far as it can, and the remediation is funded.',
        approvedPence: 9_000_000_000,
        conditions: [
          {
            text: 'Show that the carbon cost of hosting is measured.',
            point: 12,
            ownerName: 'Demonstration condition owner',
            ownerEmail: 'condition-owner@home-office.demonstration.example',
            dueOn: '2027-03-31',
          },
        ],
      },
      'Demonstration decider (Government Digital Service)',
      'Decides: approved with one condition',
    );

    const stands = expectOk(
      await auditor.get<{ state: CaseState; reference: string; revision: number }>(path),
    ).body;
    const emails = expectOk(await auditor.get<unknown[]>(`${path}/emails`)).body;
    teller.aside(
      `${stands.reference} is “${STATE_NAMES[stands.state]}” after ${String(stands.revision)} events and ${String(emails.length)} emails, every one on record.`,
    );
  }

  private signIn(organisationKey: string, role: Role): Promise<ApiClient> {
    return ApiClient.signIn(this.base, demonstrationEmail(organisationKey, role), DEMONSTRATION_PASSWORD);
  }

  private async assess(reviewer: ApiClient, path: string, point: number, version: number): Promise<void> {
    const isPartial = point === 12;
    expectOk(
      await reviewer.send(
        'PUT',
        `${path}/assessments/${String(point)}`,
        {
          version,
          verdict: isPartial ? 'partially-met' : 'met',
          explanation: isPartial ? 'The carbon cost of hosting is not measured yet.' : null,
        },
        '"0"',
      ),
    );
  }

  /** One move of the lifecycle, with the events and the emails that came of it. */
  private async act(
    who: ApiClient,
    auditor: ApiClient,
    path: string,
    action: string,
    body: unknown,
    name: string,
    what: string,
  ): Promise<void> {
    this.teller.begin(name, what);
    const { etag } = expectOk(await who.get(path));
    const answered: Called<Receipt> = expectOk(await who.send('POST', `${path}/${action}`, body, etag));
    await this.tellHistory(auditor, path);
    await this.tellEmails(auditor, path);
    this.teller.result(`Now: ${STATE_NAMES[answered.body.state]}`);
  }

  private async tellHistory(auditor: ApiClient, path: string): Promise<void> {
    const { items } = expectOk(
      await auditor.get<{ items: HistoryItem[] }>(`${path}/events?after=${String(this.shown)}&limit=100`),
    ).body;
    for (const item of items) {
      const role = item.actorRole === null ? 'the service' : ROLE_NAMES[item.actorRole];
      const move =
        item.fromState !== null && item.fromState !== item.toState
          ? `, ${STATE_NAMES[item.fromState]} → ${STATE_NAMES[item.toState]}`
          : '';
      const why = item.reason === null ? '' : `. Why: ${item.reason}`;
      const about = item.payload.point ?? item.payload.evidence?.point;
      const point = about === undefined ? '' : `, point ${String(about)}`;
      const verdict = item.payload.verdict === undefined ? '' : ` ${item.payload.verdict.replace('-', ' ')}`;
      this.teller.event(
        `event ${String(item.sequence)}: ${EVENT_NAMES[item.type]}${point}${verdict} (${role})${move}${why}`,
      );
    }
    this.shown = items.at(-1)?.sequence ?? this.shown;
  }

  private async tellEmails(auditor: ApiClient, path: string): Promise<void> {
    const body = expectOk(await auditor.get<unknown[]>(`${path}/emails`)).body;
    const total = body.length;
    const arrived = await this.mailbox.waitFor(total - this.emailsShown, 15_000);
    this.emailsShown += arrived.length;
    for (const { to, subject, body: text } of arrived) this.teller.email(to, subject, text);
    if (this.emailsShown < total)
      this.teller.refusal(`${String(total - this.emailsShown)} emails are still on their way`);
  }
}

/** What is sent of a point's evidence; its number is in the address. */
function evidenceBody({ point: _, ...evidence }: GivenEvidence): Omit<GivenEvidence, 'point'> {
  return evidence;
}

function describeRisk({ risk }: { readonly risk: LegacyRisk }): string {
  if (!risk.complete) return 'not complete';
  return `${String(risk.overallRounded)}${risk.isRedRated ? ', red-rated' : ''}`;
}
