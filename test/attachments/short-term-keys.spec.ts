import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Store } from '../../libs/persistence/objects/s3-store.js';

// What stands in for a cloud gives a container keys that end, as its own does; the store of files is asked with those.

const SURROUNDINGS = [
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_CONFIG_FILE',
] as const;
const before = SURROUNDINGS.map((name) => [name, process.env[name]] as const);
afterAll(() => {
  for (const [name, value] of before)
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
});

it('where no key is set, files are kept with short-term ones of the machine or container, fetched again before they end', async () => {
  let given = 0;
  const asked: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    if (request.url === '/keys') {
      given += 1;
      response.setHeader('Content-Type', 'application/json');
      response.end(
        JSON.stringify({
          AccessKeyId: `SHORT${String(given)}`,
          SecretAccessKey: 'secret',
          Token: `token-${String(given)}`,
          Expiration: new Date(performance.timeOrigin + performance.now() + 60_000).toISOString(),
        }),
      );
      return;
    }
    asked.push(request.headers);
    response.writeHead(204).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  for (const name of SURROUNDINGS) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, {
    AWS_CONTAINER_CREDENTIALS_FULL_URI: `${address}/keys`,
    AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
    AWS_CONFIG_FILE: '/nowhere',
  });
  const store = new S3Store({
    bucket: 'evidence',
    region: 'eu-west-2',
    endpoint: address,
    credentials: null,
    encryption: null,
    kmsKeyId: null,
  });
  // The ones there are serve while others are fetched.
  for (let request = 0; request < 4; request += 1) await store.destroy(randomUUID());
  expect(asked).toHaveLength(4);
  for (const { authorization, 'x-amz-security-token': token } of asked) {
    expect(authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=SHORT\d+\//);
    expect(token).toMatch(/^token-\d+$/);
  }
  expect(new Set(asked.map((headers) => headers['x-amz-security-token'])).size).toBeGreaterThan(1);
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});
