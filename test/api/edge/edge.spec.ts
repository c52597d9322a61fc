import { connect } from 'node:net';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  Choice,
  ChoiceList,
  DateField,
  decodeCursor,
  EmailField,
  FinancialYearField,
  Flag,
  IdParam,
  LinkField,
  Nested,
  PageQuery,
  PenceField,
  QueryFlag,
  Text,
  TextList,
  UuidField,
  WholeNumber,
} from '#edge';
import { Access } from '#identity';
import { conflict } from '#platform';
import { IfMatch } from '../../../apps/api/http/entity-tag.js';
import { send, startEdge, type EdgeApp } from './edge-app.js';

class Inner {
  @Text({ max: 10 })
  readonly name!: string;

  @PenceField({ nullable: true })
  readonly amountPence!: number | null;
}

class Everything {
  @Text({ max: 5, optional: true })
  readonly text?: string;

  @Text({ max: 20, multiline: true, nullable: true, optional: true })
  readonly lines?: string | null;

  @PenceField({ optional: true })
  readonly pence?: number;

  @DateField({ optional: true })
  readonly date?: string;

  @FinancialYearField({ optional: true })
  readonly year?: string;

  @Choice(['red', 'green'], { optional: true })
  readonly colour?: string;

  @Flag({ optional: true, nullable: true })
  readonly flag?: boolean | null;

  @WholeNumber({ min: 1, max: 13, optional: true })
  readonly point?: number;

  @EmailField({ optional: true })
  readonly email?: string;

  @LinkField({ optional: true })
  readonly link?: string;

  @UuidField({ optional: true })
  readonly id?: string;

  @TextList({ max: 5, maxItems: 2, optional: true })
  readonly suppliers?: string[];

  @ChoiceList([1, 2, 3], { optional: true })
  readonly points?: number[];

  @Nested(() => Inner, { optional: true, nullable: true })
  readonly inner?: Inner | null;

  @Nested(() => Inner, { array: true, maxItems: 2, optional: true })
  readonly rows?: Inner[];
}

class FlagQuery extends PageQuery {
  @QueryFlag()
  readonly mine?: boolean;
}

@Controller('test')
@Access('anyone')
class TestController {
  @Post('everything')
  @HttpCode(200)
  everything(@Body() body: Everything): unknown {
    return { nested: body.inner instanceof Inner, body };
  }

  @Get('query')
  query(@Query() query: FlagQuery): unknown {
    return {
      limit: query.limit,
      mine: query.mine,
      position: query.after === undefined ? null : decodeCursor(query.after, ['string']),
    };
  }

  @Post('change')
  change(@IfMatch() version: number): unknown {
    return { version };
  }

  @Get('things/:id')
  thing(@IdParam() id: string): unknown {
    return { id };
  }

  @Get('fails/:how')
  fails(@Param('how') how: string): unknown {
    if (how === 'problem') throw conflict('It is too late.', [{ pointer: '/a', detail: 'Change a' }]);
    throw new Error('the secret reason is hunter2');
  }
}

@Controller('forgotten')
class ForgottenController {
  @Get()
  read(): string {
    return 'nobody should read this';
  }
}

let edge: EdgeApp;
beforeAll(async () => {
  edge = await startEdge([TestController, ForgottenController]);
});
afterAll(() => edge.close());

async function post(path: string, body: string, headers: Record<string, string> = {}) {
  return send(`${edge.url}/test/${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** The complaints about a body of `Everything`, by pointer. */
async function complaints(json: unknown): Promise<Record<string, string>> {
  const answer = await post('everything', JSON.stringify(json));
  if (answer.status === 200) return {};
  expect(answer.status).toBe(400);
  const errors = answer.body['errors'] as { pointer: string; detail: string }[];
  return Object.fromEntries(errors.map(({ pointer, detail }) => [pointer, detail]));
}

describe('every answer', () => {
  it('carries a correlation id: the caller’s where it is usable', async () => {
    const mine = await send(`${edge.url}/health/live`, {
      headers: { 'x-correlation-id': 'my-request_0001' },
    });
    expect(mine.headers.get('x-correlation-id')).toBe('my-request_0001');
    const odd = await send(`${edge.url}/health/live`, { headers: { 'x-correlation-id': 'a b; drop' } });
    expect(odd.headers.get('x-correlation-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it.each(['/health/live', '/nowhere', '/forgotten'])('carries the security headers: %s', async (path) => {
    const { headers } = await send(edge.url + path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('what goes wrong', () => {
  it.each([
    ['an unknown address', () => send(`${edge.url}/nowhere?email=a@b.example`), 404, 'not-found'],
    [
      'an unknown method',
      () => send(`${edge.url}/test/query`, { method: 'DELETE' }),
      405,
      'method-not-allowed',
    ],
    ['an address that cannot be read', () => send(`${edge.url}/test/things/%ZZ`), 400, 'bad-request'],
    ['an id that is none', () => send(`${edge.url}/test/things/12`), 404, 'not-found'],
    ['broken JSON', () => post('everything', '{"text": '), 400, 'bad-request'],
    ['an empty body', () => post('everything', ''), 400, 'bad-request'],
    ['a body that is a list', () => post('everything', '[]'), 400, 'bad-request'],
    ['a body that is a text', () => post('everything', '"text"'), 400, 'bad-request'],
    ['a reach for the prototype', () => post('everything', '{"__proto__": {"a": 1}}'), 400, 'bad-request'],
    ['a body too deep', () => post('everything', '['.repeat(5_000) + ']'.repeat(5_000)), 400, 'bad-request'],
    [
      'a body too large',
      () => post('everything', `{"text": "${'a'.repeat(20_000)}"}`),
      413,
      'body-too-large',
    ],
    [
      'another media type',
      () => post('everything', 'text=a', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'unsupported-media-type',
    ],
    [
      'plain text',
      () => post('everything', '{}', { 'content-type': 'text/plain' }),
      415,
      'unsupported-media-type',
    ],
    ['a route nobody was let into', () => send(`${edge.url}/forgotten`), 403, 'not-permitted'],
    ['a refusal', () => send(`${edge.url}/test/fails/problem`), 409, 'conflict'],
  ])('is told as problem details: %s', async (_what, request, status, kind) => {
    const answer = await request();
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({ type: `/problems/${kind}`, status });
    expect(answer.body['correlationId']).toBe(answer.headers.get('x-correlation-id'));
    expect(String(answer.body['detail'])).toMatch(/\.$/);
    expect(answer.body['instance']).not.toContain('?');
  });

  it('is never leaked when it is our fault, and is logged in full', async () => {
    const answer = await send(`${edge.url}/test/fails/fault`);
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/hunter2|Error|\.ts/);
    expect(answer.body['detail']).toContain('quote the correlation id');
    const line = edge
      .log()
      .split('\n')
      .find((text) => text.includes('could not be answered'));
    expect(line).toContain('the secret reason is hunter2');
    expect(line).toContain(String(answer.body['correlationId']));
  });

  it('tells of bytes that are not UTF-8 rather than keeping something else', async () => {
    const answer = await send(`${edge.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: Buffer.from('{"email":"caf\xe9@people.example","password":"a long password"}', 'latin1'),
    });
    expect(answer.status).toBe(400);
    expect(answer.body['detail']).toBe('The body is not valid UTF-8. Send JSON encoded in UTF-8.');
  });

  it('tells of JSON that says it is encoded otherwise than in UTF-8', async () => {
    const sent = (charset: string) =>
      send(`${edge.url}/test/everything`, {
        method: 'POST',
        headers: { 'content-type': `application/json; charset=${charset}` },
        body: '{"text":"abc"}',
      });
    const answer = await sent('utf-16');
    expect([answer.status, answer.body['detail']]).toEqual([415, 'Send JSON encoded in UTF-8.']);
    for (const charset of ['utf-8', '"UTF-8"']) expect((await sent(charset)).status).toBe(200);
  });

  it('keeps the pointers of a refusal', async () => {
    const answer = await send(`${edge.url}/test/fails/problem`);
    expect(answer.body['errors']).toEqual([{ pointer: '/a', detail: 'Change a' }]);
  });

  it('is told as problem details even when it is not HTTP', async () => {
    const { port, hostname } = new URL(edge.url);
    const text = await new Promise<string>((resolve, reject) => {
      let received = '';
      const socket = connect(Number(port), hostname, () => socket.write('THIS IS NOT HTTP\r\n\r\n'));
      socket.on('data', (chunk) => (received += chunk.toString()));
      socket.on('end', () => {
        resolve(received);
      });
      socket.on('error', reject);
    });
    expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request/);
    expect(text).toContain('application/problem+json');
  });

  it('is told where a request names two hosts', async () => {
    const { port, hostname } = new URL(edge.url);
    const text = await new Promise<string>((resolve, reject) => {
      let received = '';
      const lines = [
        'GET /test/query HTTP/1.1',
        'Host: localhost',
        'Host: elsewhere.example',
        'Connection: close',
      ];
      const socket = connect(Number(port), hostname, () => socket.write(`${lines.join('\r\n')}\r\n\r\n`));
      socket.on('data', (chunk) => (received += chunk.toString()));
      socket.on('end', () => {
        resolve(received);
      });
      socket.on('error', reject);
    });
    expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request/);
    expect(text).toContain('more than one Host header');
  });
});

describe('a body', () => {
  it('is handed on as it was sent, as instances of its classes', async () => {
    const json = { text: 'cafés', lines: null, inner: { name: ' Ada ', amountPence: null } };
    const answer = await post('everything', JSON.stringify(json));
    expect(answer.body).toEqual({ nested: true, body: json });
  });

  it('may be left out where every field may', async () => {
    expect((await send(`${edge.url}/test/everything`, { method: 'POST' })).status).toBe(200);
  });

  it('is told everything wrong with it at once, by pointer', async () => {
    const found = await complaints({
      colour: 'blue',
      surplus: 1,
      'a/b~c': 1,
      inner: { name: 'Ada', amountPence: 1.5, more: true },
      rows: [{ name: 'Ada', amountPence: 1 }, { amountPence: null }],
    });
    expect(found).toEqual({
      '/colour': 'Choose one of “red”, “green”',
      '/surplus': 'Remove “surplus”: it is not one of the fields of this request',
      '/a~1b~0c': 'Remove “a/b~c”: it is not one of the fields of this request',
      '/inner/amountPence':
        'Enter the amount in whole pence, between 0 and 100,000,000,000,000, or null to leave it unanswered',
      '/inner/more': 'Remove “more”: it is not one of the fields of this request',
      '/rows/1/name': 'Enter text of 1 to 10 characters',
    });
  });

  it.each([
    ['items', { inner: Array(5_000).fill(0) }],
    ['items of lists of its fields', { rows: Array(50).fill({ name: Array(100).fill(0) }) }],
    ['items of what is in a field', { email: { of: Array(5_000).fill(0) } }],
  ])('with too many %s is refused before any of them is checked', async (_what, json) => {
    const answer = await post('everything', JSON.stringify(json));
    expect(answer.status).toBe(400);
    expect(answer.body['detail']).toBe('The body has too many fields and items. Send at most 5,000 in all.');
    expect(answer.body['errors']).toBeUndefined();
  });

  it('with many fields nobody knows is refused for these, before the others are looked at', async () => {
    const surplus = Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`x${String(n)}`, 0]));
    const found = await complaints({ colour: 'blue', ...surplus });
    expect(Object.keys(found)).toHaveLength(100);
    expect(found).toHaveProperty(['/x0'], 'Remove “x0”: it is not one of the fields of this request');
    expect(found).not.toHaveProperty(['/colour']);
  });

  it.each([...Object.getOwnPropertyNames(Object.prototype), 'prototype'])(
    'with a field “%s”, which no class names, is refused for it',
    async (name) => {
      // What would reach a prototype is refused before it is read.
      const isRead = name !== '__proto__';
      for (const [body, pointer] of [
        [`{"${name}": 1}`, `/${name}`],
        [`{"inner": {"name": "a", "amountPence": 1, "${name}": true}}`, `/inner/${name}`],
      ] as const) {
        const answer = await post('everything', body);
        expect(answer.status).toBe(400);
        if (isRead)
          expect(answer.body['errors']).toEqual([
            { pointer, detail: `Remove “${name}”: it is not one of the fields of this request` },
          ]);
      }
      const asked = await send(`${edge.url}/test/query?${name}=1`);
      expect([asked.status, asked.body['errors']]).toMatchObject([400, [{ pointer: `/${name}` }]]);
    },
  );

  it('with no more members than may be is checked', async () => {
    expect(await complaints({ inner: Array(4_999).fill(0) })).toEqual({
      '/inner': 'Give a JSON object, or null to leave it unanswered',
    });
  });

  it.each([
    ['text', '', 'Enter text of 1 to 5 characters'],
    ['text', '   ', 'Enter text of 1 to 5 characters'],
    ['text', 7, 'Enter text of 1 to 5 characters'],
    ['text', null, 'Enter text of 1 to 5 characters'],
    ['text', 'abcdef', 'The text must be 5 characters or fewer'],
    ['text', 'a\u0000b', 'Remove the line ends, tabs and other control characters'],
    ['text', 'a\nb', 'Remove the line ends, tabs and other control characters'],
    [
      'text',
      'a\u202eb',
      'The text must be plain text. Remove the character that cannot be seen and turns the direction of the text (U+202E), after the words “a”',
    ],
    ['text', 'a\ud800b', 'Remove the line ends, tabs and other control characters'],
    ['lines', 'a\u0007b', 'Remove the control characters; only line ends and tabs may be used'],
    ['pence', '100', 'Enter the amount in whole pence, between 0 and 100,000,000,000,000'],
    ['pence', -1, 'Enter the amount in whole pence, between 0 and 100,000,000,000,000'],
    ['pence', 100_000_000_000_001, 'Enter the amount in whole pence, between 0 and 100,000,000,000,000'],
    [
      'date',
      '2026-02-30',
      'Enter a date that exists, from 1900 to 2200, written YYYY-MM-DD, like 2026-04-01',
    ],
    [
      'date',
      '2026-02-01T00:00:00Z',
      'Enter a date that exists, from 1900 to 2200, written YYYY-MM-DD, like 2026-04-01',
    ],
    ['year', '2026-28', 'Enter a financial year, written like 2026-27'],
    ['flag', 'true', 'Answer true or false'],
    ['point', '3', 'Enter a whole number from 1 to 13'],
    ['point', 14, 'Enter a whole number from 1 to 13'],
    ['email', 'nobody', 'Enter an email address, like name@department.gov.uk'],
    ['email', '\ud800@b.example', 'Enter an email address, like name@department.gov.uk'],
    ['link', 'javascript:alert(1)', 'Enter a link that begins with'],
    ['link', 'https://user:word@example.com/', 'Enter a link that begins with'],
    ['id', '12', 'Enter an id, a UUID'],
    ['suppliers', 'One', 'Give a list of at most 2'],
    ['suppliers', ['a', 'b', 'c'], 'Give a list of at most 2'],
    ['suppliers', ['a', 5], 'Item 2 of the list: Enter text of 1 to 5 characters'],
    ['points', [1, 1], 'Name each only once'],
    ['points', [1, '2'], 'Item 2 of the list: Choose one of 1, 2, 3'],
    ['inner', 'text', 'Give a JSON object'],
    ['inner', [{ name: 'Ada', amountPence: 1 }], 'Give a JSON object'],
    ['rows', { name: 'Ada', amountPence: 1 }, 'Give a list of at most 2'],
    ['rows', [null], 'Item 1 of the list: Give a JSON object'],
    ['rows', [['a']], 'Item 1 of the list: Give a JSON object'],
  ])('is refused for %s = %j', async (name, value, sentence) => {
    const found = await complaints({ [name]: value });
    expect(Object.keys(found)).toEqual([`/${name}`]);
    expect(found[`/${name}`]).toContain(sentence);
  });

  it.each([
    ['text', '👩‍💻ab'],
    ['lines', 'a\r\n\tb'],
    ['pence', 100_000_000_000_000],
    ['date', '2028-02-29'],
    ['year', '2099-00'],
    ['flag', null],
    ['link', 'http://example.com/a?b=c#d'],
    ['points', [3, 1]],
    ['inner', null],
  ])('is accepted for %s = %j', async (name, value) => {
    await expect(complaints({ [name]: value })).resolves.toEqual({});
  });

  it('has its ids handed on in lower case', async () => {
    const answer = await post('everything', '{"id": "2F0F7A2E-6C7F-4B8B-9A71-2F1D0F6A6A11"}');
    expect(answer.body['body']).toEqual({ id: '2f0f7a2e-6c7f-4b8b-9a71-2f1d0f6a6a11' });
  });
});

describe('a query', () => {
  it('is read into numbers and flags', async () => {
    expect((await send(`${edge.url}/test/query`)).body).toEqual({ limit: 25, position: null });
    expect((await send(`${edge.url}/test/query?limit=5&mine=true`)).body).toMatchObject({
      limit: 5,
      mine: true,
    });
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=5x',
    'limit=',
    'limit=1&limit=2',
    'mine=1',
    'other=1',
    'after=nonsense',
  ])('is refused for %s', async (query) => {
    const answer = await send(`${edge.url}/test/query?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.body['errors']).toMatchObject([{ pointer: `/${query.split('=')[0]!}` }]);
  });
});

describe('If-Match', () => {
  it('hands on the version of one strong tag', async () => {
    expect((await post('change', '{}', { 'if-match': '"7"' })).body).toEqual({ version: 7 });
  });

  it('is required', async () => {
    const answer = await post('change', '{}');
    expect(answer.status).toBe(428);
    expect(answer.body['type']).toBe('/problems/precondition-required');
  });

  it.each(['*', 'W/"7"', '7', '"0"', '"-1"', '"7", "8"', '"99999999999"', '""'])(
    'is refused as %s',
    async (tag) => {
      const answer = await post('change', '{}', { 'if-match': tag });
      expect(answer.status).toBe(400);
      expect(answer.body['detail']).toContain('If-Match');
    },
  );
});

describe('health', () => {
  it('tells a running process from one that can work', async () => {
    expect((await send(`${edge.url}/health/live`)).body).toEqual({ status: 'ok' });
    const ready = await send(`${edge.url}/health/ready`);
    expect(ready.status).toBe(200);
    expect(ready.body).toEqual({ ready: true, checks: { database: 'ok' } });
  });

  it('is not ready without its database, and then says 503 elsewhere too', async () => {
    const lame = await startEdge();
    try {
      await lame.database.query({ text: 'select 1', values: [] });
      await lame.database.close();
      const ready = await send(`${lame.url}/health/ready`);
      expect(ready.status).toBe(503);
      expect(ready.body).toEqual({ ready: false, checks: { database: 'failed' } });
      expect((await send(`${lame.url}/health/live`)).status).toBe(200);
    } finally {
      await lame.app.close();
    }
  });
});
