import { formatSigningKey, generateSigningKey } from '#domain';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppLogger } from '#platform';
import { AddressError, runApi } from '../../apps/api/run-api.js';
import { startWorld, type World } from './world/api-world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const MAIN = join(import.meta.dirname, '..', '..', 'dist', 'apps', 'api', 'main.js');

describe('starting the API', () => {
  it('says in one sentence that the port is taken', async () => {
    const httpPort = Number(new URL(world.api.url).port);
    const config = Object.assign(Object.create(Object.getPrototypeOf(world.config) as object), world.config, {
      httpPort,
    }) as typeof world.config;
    const starting = runApi(config, { logger: new AppLogger({ level: 'fatal' }) });
    await expect(starting).rejects.toThrow(AddressError);
    await expect(starting).rejects.toThrow(/^The API cannot listen on 127\.0\.0\.1, port \d+: [^\n]+$/);
  });

  const built = existsSync(MAIN) ? it : it.skip;

  function environment(port: string): Record<string, string | undefined> {
    return {
      PATH: process.env['PATH'],
      DATABASE_URL: world.config.databaseUrl,
      HTTP_HOST: '127.0.0.1',
      HTTP_PORT: port,
      PUBLIC_URL: 'http://localhost',
      MAIL_TRANSPORT: 'file',
      MAIL_DIRECTORY: '/nowhere',
      MAIL_FROM: 'no-reply@spend.example',
      ASSURANCE_INBOX: 'assurance@gds.example',
      LOG_LEVEL: 'info',
      LOG_SIGNING_KEY: formatSigningKey(generateSigningKey('tests.example')),
    };
  }

  built('does not start without a key for the log, and says how one is made', () => {
    const ended = spawnSync(process.execPath, [MAIN], {
      env: { ...environment('0'), LOG_SIGNING_KEY: '' },
      encoding: 'utf8',
    });
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain('LOG_SIGNING_KEY must be set');
  });

  built('does not start as somebody who could rewrite history', () => {
    const ended = spawnSync(process.execPath, [MAIN], {
      env: { ...environment('0'), DATABASE_URL: world.ownerUrl },
      encoding: 'utf8',
    });
    expect(ended.status).toBe(1);
    expect(ended.stderr).toMatch(/^DATABASE_URL connects as a user who may change or remove history/);
  });

  built('ends the process with code 1 and that sentence', () => {
    const env = environment(new URL(world.api.url).port);
    const ended = spawnSync(process.execPath, [MAIN], { env, encoding: 'utf8' });
    expect(ended.status).toBe(1);
    expect(ended.stderr).toMatch(/^The API cannot listen on [^\n]+\n$/);
  });

  built('ends with code 0 when it is asked to stop', async () => {
    const child = spawn(process.execPath, [MAIN], { env: environment('0') });
    const ended = once(child, 'exit');
    let output = '';
    for await (const chunk of child.stdout) {
      output += String(chunk);
      if (output.includes('API started')) break;
    }
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});
