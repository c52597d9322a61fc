import { verdictRemark } from './verdict-remark.js';

describe('a verdict beside the self-assessment', () => {
  it('is remarked on where it says “met” of what does not apply', () => {
    expect(verdictRemark('met', 'not-applicable')).toMatch(/says that this point does not apply/);
  });

  it.each([
    ['met', 'met'],
    ['not-applicable', 'not-applicable'],
    ['partially-met', 'not-applicable'],
    [null, 'not-applicable'],
    ['met', null],
  ] as const)('is not otherwise: %s, %s', (verdict, selfAssessment) => {
    expect(verdictRemark(verdict, selfAssessment)).toBeNull();
  });
});
