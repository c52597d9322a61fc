import { EventStreamService, type Acting } from '#casework';
import { NAMED_CASES } from '#domain';
import { EVENT_SCHEMAS } from '../../apps/api/cases/schemas/event-schemas.js';
import type { JsonSchema } from '../../apps/api/cases/schemas/json-schema.js';
import { startLogWorld, type LogWorld } from '../audit/log-world.js';
import type { Person } from './world/api-world.js';
import { CaseDriver, type DrivenCase } from './world/case-driver.js';
import { FINISHED_DETAILS } from './world/case-content.js';
import { Description } from './world/description.js';

// What happened to all cases, followed from a cursor by somebody who keeps a copy.

let world: LogWorld;
let driver: CaseDriver;
let driven: DrivenCase;
beforeAll(async () => {
  world = await startLogWorld();
  driver = new CaseDriver(world);
  driven = await driver.driveTo('in-review');
  const internal = { audience: 'internal', body: 'Among ourselves.' };
  await driver.act(driven, 'reviewer', 'POST', 'comments', internal);
  await driver.act(driven, 'reviewer', 'POST', 'comments', { audience: 'shared', body: 'To everybody.' });
  await world.sealing.seal();
});
afterAll(async () => {
  const description = new Description(await world.http.read(world.people.nobody, '/openapi.json'));
  // A feed is no JSON to hold against a schema.
  const described = world.http.exchanges.filter(({ path }) => !path.includes('/feed'));
  const faults = described.flatMap((exchange) => description.faultsOf(exchange));
  await world.close();
  expect(faults).toEqual([]);
});

interface Item {
  readonly place: number;
  readonly case: { readonly reference: string; readonly protectiveMarking: string };
  readonly event: { readonly sequence: number; readonly type: string; readonly audience: string };
}
interface Part {
  readonly items: readonly Item[];
  readonly next: number;
  readonly more: boolean;
}

const part = (person: { readonly token: string }, after: number, limit = 100) =>
  world.http.read<Part>(person, `/events?after=${after}&limit=${limit}`);

/** Everything from a cursor on, until there is no more. */
async function follow(person: { readonly token: string }, after = 0, limit = 7): Promise<Part> {
  const items: Item[] = [];
  for (let at = after; ;) {
    const page = await part(person, at, limit);
    items.push(...page.items);
    if (!page.more) return { ...page, items };
    at = page.next;
  }
}

/** Of a draft of the other department. */
async function draftElsewhere(details: object = {}): Promise<string> {
  const { stranger } = world.people;
  const organisationId = world.organisations.otherDepartment.id;
  const body = { organisationId, ...FINISHED_DETAILS, ...details };
  return String((await world.http.expect(201, stranger, 'POST', '/cases', { body })).body['reference']);
}

/** Where a payload has the reference, or only the id, of a case that is not its own. */
function placesOfCases(schema: JsonSchema | undefined, path = ''): readonly string[] {
  const properties = Object.entries((schema?.['properties'] ?? {}) as Record<string, JsonSchema>);
  const places = properties.flatMap(([name, inner]) => {
    const place = path === '' ? name : `${path}.${name}`;
    if (/reference$/i.test(name)) return ['reference', 'sourceReference'].includes(place) ? [] : [place];
    return placesOfCases(inner, place);
  });
  const ids = properties.filter(([name]) => /caseId$/i.test(name)).map(([name]) => `only ${path}${name}`);
  return places.length > 0 ? places : ids;
}

describe('who follows what happens', () => {
  it('is given every event once, in the order of the log, and a cursor to go on with', async () => {
    const { items, next, more } = await follow(world.people.reviewer);
    expect(items.map(({ place }) => place)).toEqual(items.map((_, index) => index));
    expect(items.map(({ event }) => event.sequence)).toEqual(items.map((_, index) => index + 1));
    expect(items.at(-1)?.event).toMatchObject({ type: 'comment-added', audience: 'shared' });
    expect({ next, more }).toEqual({ next: items.length, more: false });
    // Nothing new: the same cursor again.
    expect(await part(world.people.reviewer, next)).toEqual({ items: [], next, more: false });
    const { items: history } = await world.http.read<{ items: readonly Item['event'][] }>(
      world.people.reviewer,
      `/cases/${driven.reference}/events?limit=100`,
    );
    expect(items.map(({ event }) => event)).toEqual(history);
  });

  it('waits for the log: what is not sealed is given later, after what was', async () => {
    const { next } = await follow(world.people.reviewer);
    const reference = await draftElsewhere();
    expect(await part(world.people.reviewer, next)).toEqual({ items: [], next, more: false });
    await world.sealing.seal();
    const { items } = await part(world.people.reviewer, next);
    expect(items.map((item) => [item.place, item.case.reference])).toEqual([[next, reference]]);
  });

  it('misses nothing while fifty write and the log is sealed in between', async () => {
    let cursor = (await follow(world.people.auditor)).next;
    const seen: string[] = [];
    const state = { writing: true };
    const written = Promise.all(Array.from({ length: 50 }, () => draftElsewhere())).finally(() => {
      state.writing = false;
    });
    for (let last = false; !last;) {
      last = !state.writing;
      await world.sealing.seal();
      const { items, next } = await follow(world.people.auditor, cursor, 9);
      seen.push(...items.map((item) => item.case.reference));
      cursor = next;
    }
    expect([...seen].sort()).toEqual([...(await written)].sort());
  });

  it('sees as much as of the history of each case: a department its own, and nothing of what is internal', async () => {
    const own = await follow(world.people.submitter);
    expect(new Set(own.items.map((item) => item.case.reference))).toEqual(new Set([driven.reference]));
    const { items: history } = await world.http.read<{ items: readonly Item['event'][] }>(
      world.people.submitter,
      `/cases/${driven.reference}/events?limit=100`,
    );
    expect(own.items.map(({ event }) => event)).toEqual(history);
    expect(own.items.some(({ event }) => event.audience === 'internal')).toBe(false);
    for (const nobodys of [world.people.nobody, world.people.administrator])
      expect((await follow(nobodys)).items).toEqual([]);
    // Everybody comes to the same end, whatever they see of it.
    expect(own.next).toBe((await follow(world.people.nobody)).next);
  });

  it('is led past long stretches they may not see, page by page', async () => {
    const { stranger } = world.people;
    const acting: Acting = {
      personId: stranger.id,
      name: stranger.name,
      email: stranger.email,
      roles: [{ role: 'submitter', organisationId: world.organisations.otherDepartment.id }],
      rolesAt: world.clock.now(),
      authenticatedAt: null,
    };
    const stream = world.api.app.get(EventStreamService, { strict: false });
    expect(await stream.after(acting, 0, 10, 5)).toEqual({ items: [], next: 5, more: true });
    const { next } = await follow(world.people.auditor);
    const last = await stream.after(acting, next - 2, 10, 5);
    expect([last.items.length, last.next, last.more]).toEqual([2, next, false]);
  });

  it('is refused a cursor the log has not come to, and who is not signed in everything', async () => {
    const { next } = await follow(world.people.nobody);
    await world.http.expect(400, world.people.nobody, 'GET', `/events?after=${next + 1}`);
    await world.http.expect(400, world.people.nobody, 'GET', '/events?after=-1');
    expect((await world.http.send(null, 'GET', '/events')).status).toBe(401);
  });

  it('is on record, with what was asked for', async () => {
    await part(world.people.submitter, 0, 3);
    await new Promise((resume) => setTimeout(resume, 200));
    const { items } = await world.http.read<{ items: readonly object[] }>(
      world.people.auditor,
      `/access-records?personId=${world.people.submitter.id}&limit=1`,
    );
    expect(items).toEqual([
      expect.objectContaining({ part: 'events', criteria: { after: '0', limit: '3' }, resultCount: 3 }),
    ]);
  });
});

describe('a program that follows', () => {
  async function tokenWith(person: Person, scopes: readonly string[]): Promise<{ token: string }> {
    const body = { name: 'A copy', scopes };
    const made = await world.http.expect(201, person, 'POST', '/me/tokens', { body });
    return { token: String(made.body['token']) };
  }

  it('needs the scope to read cases, and another to be shown marked ones', async () => {
    const marked = await draftElsewhere({ protectiveMarking: 'OFFICIAL-SENSITIVE' });
    await world.sealing.seal();
    const { auditor } = world.people;
    await world.http.expect(403, await tokenWith(auditor, ['decisions:read']), 'GET', '/events');
    const referencesOf = async (scopes: readonly string[]) =>
      (await follow(await tokenWith(auditor, scopes), 0, 100)).items.map((item) => item.case.reference);
    const plain = await referencesOf(['cases:read']);
    expect(plain).toContain(driven.reference);
    expect(plain).not.toContain(marked);
    expect(await referencesOf(['cases:read', 'marked-cases:read'])).toContain(marked);
  });
});

describe('an event that names another case', () => {
  it('is known to be one by its type, wherever its payload has a reference or an id of another case', () => {
    const { oneOf } = EVENT_SCHEMAS['Event'] as {
      oneOf: readonly { properties: Record<string, JsonSchema> }[];
    };
    const naming = oneOf.flatMap(({ properties }) => {
      const places = placesOfCases(properties['payload']);
      return places.length === 0 ? [] : [[String(properties['type']?.['const']), places] as const];
    });
    const known = Object.entries(NAMED_CASES).flatMap(([type, named]) =>
      named === null ? [] : [[type, [named.reference.join('.')]] as const],
    );
    expect(new Map(naming)).toEqual(new Map(known));
  });

  const answersOf = async (reader: { readonly token: string }, reference: string) => {
    const at = world.clock.now().toISOString();
    const then = await world.http.read(reader, `/cases/${reference}/as-it-stood?at=${at}`);
    const history = await world.http.read(reader, `/cases/${reference}/events?limit=100`);
    const all = `/decision-history/events?limit=100&case=${reference}`;
    const { items } = await world.http.read<{ items: readonly { reference: string }[] }>(reader, all);
    const asked = items.filter((item) => item.reference === reference);
    const { items: log } = await follow(reader, 0, 100);
    return { then, history, asked, log: log.filter((item) => item.case.reference === reference) };
  };
  const naming = (answers: object, other: string): readonly string[] =>
    Object.entries(answers).flatMap(([of, answer]) => (JSON.stringify(answer).includes(other) ? [of] : []));

  it('of a variation and its approval is for nobody who does not see the other one', async () => {
    const { submitter } = world.people;
    const approved = await driver.driveTo('approved');
    const body = { kind: 'extends', whatChanges: 'Six more months.' };
    const started = await driver.act(approved, 'submitter', 'POST', 'variations', body);
    const { reference } = started.body['following'] as { reference: string };
    await world.sealing.seal();
    const scopes = ['cases:read', 'decisions:read'];
    const made = (more: readonly string[]) =>
      world.http.expect(201, submitter, 'POST', '/me/tokens', {
        body: { name: 'A copy', scopes: [...scopes, ...more] },
      });
    const plain = { token: String((await made([])).body['token']) };
    const outright = { token: String((await made(['marked-cases:read'])).body['token']) };
    const everywhere = ['then', 'history', 'asked', 'log'];
    const mark = (of: string, marking: string) =>
      world.database.query({
        text: 'update spend_case set protective_marking = $2 where reference = $1',
        values: [of, marking],
      });
    for (const [one, other] of [
      [reference, approved.reference],
      [approved.reference, reference],
    ] as const) {
      // As it stood, an approval does not say what follows it.
      const named = one === reference ? everywhere : everywhere.slice(1);
      expect(naming(await answersOf(plain, one), other)).toEqual(named);
      await mark(other, 'OFFICIAL-SENSITIVE');
      expect(naming(await answersOf(plain, one), other)).toEqual([]);
      expect(naming(await answersOf(outright, one), other)).toEqual(named);
      await mark(other, 'OFFICIAL');
    }
    // Nor are the emails that told of it listed.
    const toldBy = async (reader: { readonly token: string }) => {
      const path = `/cases/${approved.reference}/emails`;
      const emails = await world.http.read<readonly { template: string }[]>(reader, path);
      return emails.filter(({ template }) => template === 'variation-started').length;
    };
    const told = await toldBy(plain);
    expect(told).toBeGreaterThan(0);
    await mark(reference, 'OFFICIAL-SENSITIVE');
    expect([await toldBy(plain), await toldBy(outright)]).toEqual([0, told]);
    // Nor does a second one start because the first is not seen; it is not named.
    await mark(reference, 'OFFICIAL-SENSITIVE');
    const writing = { body: { name: 'A writer', scopes: ['cases:read', 'cases:write'] } };
    const writer = await world.http.expect(201, submitter, 'POST', '/me/tokens', writing);
    const token = { token: String(writer.body['token']) };
    const again = await world.http.send(token, 'POST', `/cases/${approved.reference}/variations`, {
      body,
      ifMatch: approved.revision,
    });
    expect([again.status, again.body['detail']]).toEqual([
      409,
      'Another request starts from this approval already, or has taken its place',
    ]);
    expect(again.text).not.toContain(reference);
    await mark(reference, 'OFFICIAL');
    await mark(approved.reference, 'OFFICIAL-SENSITIVE');
    expect((await world.http.send(plain, 'GET', `/cases/${reference}/events/1/proof`)).status).toBe(404);
    expect((await world.http.send(outright, 'GET', `/cases/${reference}/events/1/proof`)).status).toBe(200);
    await mark(approved.reference, 'OFFICIAL');
  });

  it('as a mark between two is for nobody who speaks for the organisation of either', async () => {
    const { organisations, people } = world;
    const both = await world.addPerson('Demonstration reviewer of two', [
      ['reviewer', organisations.assurance.id],
      ['submitter', organisations.department.id],
    ]);
    const elsewhere = await draftElsewhere();
    await world.http.expect(200, people.stranger, 'POST', `/cases/${elsewhere}/withdraw`, {
      body: { reason: 'Not needed.' },
      ifMatch: 1,
    });
    await world.http.expect(201, people.reviewer, 'POST', `/cases/${elsewhere}/relations`, {
      body: { relatedReference: driven.reference, kind: 'duplicate', reason: 'The same spend.' },
    });
    await world.sealing.seal();
    expect(naming(await answersOf(people.reviewer, elsewhere), driven.reference)).toEqual(
      expect.arrayContaining(['history', 'asked', 'log']),
    );
    expect(naming(await answersOf(both, elsewhere), driven.reference)).toEqual([]);
  });
});

describe('the feed of an organisation', () => {
  const feed = (person: { readonly token: string }, query = '') =>
    world.http.expect(200, person, 'GET', `/organisations/${world.organisations.department.id}/feed${query}`);
  const idsIn = (text: string) => [...text.matchAll(/<id>([^<]+)<[/]id>/g)].map((match) => match[1]).slice(1);

  it('tells the steps of its cases, the latest first, page by page, under ids that stay', async () => {
    const { headers, text } = await feed(world.people.submitter);
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const event = (sequence: number) => `tag:localhost,2026:cases/${driven.reference}/events/${sequence}`;
    const ids = idsIn(text);
    expect(ids.at(-1)).toBe(event(1));
    expect(ids.length).toBeGreaterThan(4);
    expect(text).not.toContain('Among ourselves');
    // States in words, as on pages.
    expect(text).toContain('<summary>The case is now: Draft.</summary>');
    expect(text).not.toMatch(/is now: [a-z]/);
    expect(text).not.toContain('rel="next"');
    const first = (await feed(world.people.submitter, '?limit=2')).text;
    const next = /rel="next"[^>]+href="http:[/][/]localhost[/]api[/]v1([^"]+)"/.exec(first)?.[1] ?? '';
    const second = (await world.http.expect(200, world.people.submitter, 'GET', next.replace('&amp;', '&')))
      .text;
    expect([...idsIn(first), ...idsIn(second)]).toEqual(ids.slice(0, 4));
  });

  it('has nothing in it of cases the reader may not see, and is none of an organisation there is not', async () => {
    expect(idsIn((await feed(world.people.stranger)).text)).toEqual([]);
    const nowhere = '/organisations/3f0d8e0e-5c55-4c4e-9a39-5a3a4d9ce001/feed';
    await world.http.expect(404, world.people.auditor, 'GET', nowhere);
  });

  it('is well-formed whatever an organisation is called', async () => {
    const { administrator } = world.people;
    const path = `/organisations/${world.organisations.department.id}`;
    await world.http.expect(200, administrator, 'PATCH', path, { body: { name: 'Trade & <Industry>' } });
    expect((await feed(world.people.submitter)).text).toContain('cases of Trade &amp; &lt;Industry&gt;<');
  });
});
