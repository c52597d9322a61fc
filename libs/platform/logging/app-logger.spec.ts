import { AppLogger } from './app-logger.js';

function logging(level: 'info' | 'warn' = 'info') {
  const lines: string[] = [];
  const logger = new AppLogger({ level, destination: { write: (line: string) => void lines.push(line) } });
  return { logger, lines, last: () => JSON.parse(lines.at(-1)!) as Record<string, unknown> };
}

describe('the logger', () => {
  it('writes one line of JSON with the fields and the message', () => {
    const { logger, last } = logging();
    logger.info({ caseId: 'abc' }, 'Case submitted');
    expect(last()).toMatchObject({ level: 30, caseId: 'abc', msg: 'Case submitted' });
    expect(last()['time']).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it('takes secrets and email addresses out wherever they are', () => {
    const { logger, lines } = logging();
    const cause = new Error('cannot reach postgresql://owner:hunter2@db/spend');
    const error = new Error('no such person: pat@example.com', { cause });
    logger.error(
      {
        error,
        headers: { authorization: 'Bearer abcdef', cookie: 'id=1' },
        body: { password: 'hunter2', email: 'pat@example.com', nested: [{ token: 'sct_abcdef' }] },
        text: 'sent Bearer abc.def to pat@example.com with sct_abcdef and scm_abcdef',
      },
      'Refused pat@example.com',
    );
    const line = lines.join('');
    for (const secret of ['hunter2', 'pat@', 'abcdef', 'abc.def', 'id=1']) expect(line).not.toContain(secret);
    expect(line).toContain('[email]');
    expect(line).toContain('[credentials]@db/spend');
  });

  it('says the type, the stack and the cause of an error', () => {
    const { logger, last } = logging();
    logger.error(new TypeError('broken', { cause: new RangeError('deeper') }), 'Could not do it');
    expect(last()).toMatchObject({
      msg: 'Could not do it',
      error: { type: 'TypeError', message: 'broken', cause: { type: 'RangeError', message: 'deeper' } },
    });
    expect((last()['error'] as { stack: string }).stack).toContain('app-logger.spec');
  });

  it('understands Nest, and keeps quiet below its level', () => {
    const { logger, lines, last } = logging('warn');
    logger.log('started', 'NestFactory');
    expect(lines).toHaveLength(0);
    logger.warn('slow', 'Router');
    expect(last()).toMatchObject({ msg: 'slow', context: 'Router', level: 40 });
  });

  it('survives a value that refers to itself', () => {
    const { logger, lines } = logging();
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    logger.info({ loop }, 'round');
    expect(lines).toHaveLength(1);
  });
});
