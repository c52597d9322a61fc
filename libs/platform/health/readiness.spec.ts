import { readinessOf } from './readiness.js';

describe('readiness', () => {
  it('is ready when every check answers', async () => {
    await expect(readinessOf([{ name: 'database', check: async () => 1 }])).resolves.toEqual({
      ready: true,
      checks: { database: 'ok' },
    });
  });

  it('reports what it can do without, and is ready all the same', async () => {
    const failing = { name: 'spare', isDispensable: true, check: () => Promise.reject(new Error('gone')) };
    await expect(readinessOf([failing])).resolves.toEqual({ ready: true, checks: { spare: 'failed' } });
  });

  it('names what failed, whether it rejects, throws or never answers', async () => {
    const report = await readinessOf(
      [
        { name: 'fine', check: async () => undefined },
        { name: 'rejects', check: () => Promise.reject(new Error('secret reason')) },
        {
          name: 'throws',
          check: () => {
            throw new Error('secret reason');
          },
        },
        { name: 'hangs', check: () => new Promise(() => undefined) },
      ],
      20,
    );
    expect(report).toEqual({
      ready: false,
      checks: { fine: 'ok', rejects: 'failed', throws: 'failed', hangs: 'failed' },
    });
    expect(JSON.stringify(report)).not.toContain('secret');
  });
});
