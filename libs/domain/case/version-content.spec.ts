import { exceptionKey } from '../lifecycle/standing.js';
import { POINT_NUMBERS } from './case-content.js';
import { FINISHED_CONTENT, FINISHED_EXCEPTION } from './finished-content.fixture.js';
import { contentHash, pointHashes } from './version-content.js';

const OTHER = { ...FINISHED_EXCEPTION, id: 'exception-2', points: [1] as const };
const CONTENT = { ...FINISHED_CONTENT, legacyExceptions: [FINISHED_EXCEPTION, OTHER] };

describe('the hash of what is submitted', () => {
  it('is the same whatever the order of legacy exceptions, and another for anything else', () => {
    const reversed = { ...CONTENT, legacyExceptions: [OTHER, FINISHED_EXCEPTION] };
    expect(contentHash(reversed)).toBe(contentHash(CONTENT));
    expect(contentHash(FINISHED_CONTENT)).not.toBe(contentHash(CONTENT));
    expect(contentHash(CONTENT)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the hashes of what was assessed', () => {
  it('are one for each point and each legacy exception', () => {
    const hashes = pointHashes(CONTENT);
    expect(Object.keys(hashes).sort()).toEqual(
      [...POINT_NUMBERS.map(String), exceptionKey('exception-1'), exceptionKey('exception-2')].sort(),
    );
    expect(Object.values(pointHashes(CONTENT, 'sha384')).every((hash) => hash.length === 96)).toBe(true);
    expect(contentHash(CONTENT, 'sha384')).toMatch(/^[0-9a-f]{96}$/);
    const changed = pointHashes({ ...CONTENT, legacyExceptions: [FINISHED_EXCEPTION] });
    expect(changed['1']).not.toBe(hashes['1']);
    expect(changed['2']).toBe(hashes['2']);
  });
});
