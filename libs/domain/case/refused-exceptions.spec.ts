import { FINISHED_CONTENT, FINISHED_EXCEPTION } from './finished-content.fixture.js';
import { refusedExceptions } from './refused-exceptions.js';
import { pointHashes } from './version-content.js';

const CONTENT = { ...FINISHED_CONTENT, legacyExceptions: [FINISHED_EXCEPTION] };
const VERSIONS = [{ number: 1, pointHashes: pointHashes(CONTENT) }];
const REFUSED = { exceptionId: FINISHED_EXCEPTION.id, version: 1, ruling: 'refused' } as const;

describe('a refused legacy exception', () => {
  it('is open while it says what was refused', () => {
    expect(refusedExceptions(CONTENT, [REFUSED], VERSIONS)).toEqual([
      { exceptionId: FINISHED_EXCEPTION.id, standing: 'open' },
    ]);
  });

  it('is held against what was refused by the hash function that has', () => {
    const before = [{ number: 1, pointHashes: pointHashes(CONTENT, 'sha384') }];
    const [refused] = refusedExceptions(CONTENT, [REFUSED], before);
    expect(refused?.standing).toBe('open');
  });

  it('is answered once it says something else, or where what was refused is not known', () => {
    const changed = { ...CONTENT, legacyExceptions: [{ ...FINISHED_EXCEPTION, explanation: 'Another.' }] };
    const answered = [{ exceptionId: FINISHED_EXCEPTION.id, standing: 'changed' }];
    expect(refusedExceptions(changed, [REFUSED], VERSIONS)).toEqual(answered);
    expect(refusedExceptions(CONTENT, [REFUSED], [])).toEqual(answered);
  });

  it('is none once it is removed, and none where it was accepted', () => {
    expect(refusedExceptions(FINISHED_CONTENT, [REFUSED], VERSIONS)).toEqual([]);
    expect(refusedExceptions(CONTENT, [{ ...REFUSED, ruling: 'accepted' }], VERSIONS)).toEqual([]);
  });
});
