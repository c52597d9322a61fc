import { supplierKey, supplierKeysOf } from './supplier-key.js';

describe('what a supplier is compared by', () => {
  it.each([
    [
      ['Example Systems Ltd', 'EXAMPLE SYSTEMS LIMITED', 'Example  Systems', ' example systems ltd. '],
      'example systems',
    ],
    [['Smith & Sons P.L.C.', 'Smith and Sons plc', 'Smith And Sons'], 'smith and sons'],
    [['One/Two (UK) LLP', 'One-Two UK', 'One Two, UK'], 'one two uk'],
    [['Other, Inc.', 'Other Incorporated Ltd'], 'other'],
    [['O’Neill Ltd', "O'Neill"], 'oneill'],
  ])('is the same of %j', (names, key) => {
    expect(names.map(supplierKey)).toEqual(names.map(() => key));
  });

  it('keeps a name that is nothing but a legal form, and one that only begins or ends like one', () => {
    expect(['Limited', 'Ltd Ltd', 'Unlimited', 'Incandescent', 'Link plc Services'].map(supplierKey)).toEqual(
      ['limited', 'ltd', 'unlimited', 'incandescent', 'link plc services'],
    );
  });

  it('is each once, and nothing of a name without a letter', () => {
    expect(supplierKeysOf(['B Ltd', 'A', 'b', ' ', '.'])).toEqual(['a', 'b']);
  });
});
