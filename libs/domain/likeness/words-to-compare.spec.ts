import { COMMON_WORDS, SPELT_OUT, wordsToCompare } from './words-to-compare.js';

const OFFICE = [{ name: 'Met Office', acronym: null }];

describe('the words by which a case is compared', () => {
  it('are without common words, their plurals, and the names of its own organisations', () => {
    expect(wordsToCompare('The Met Office Supercomputer Programme', OFFICE)).toEqual(['supercomputer']);
    expect(wordsToCompare('New digital services and technologies', [])).toEqual([]);
    expect(wordsToCompare('Transforming Public Procurement (2024-25), lot 17', [])).toEqual(['lot']);
    expect(
      wordsToCompare('MoJ probation case lists', [{ name: 'Ministry of Justice', acronym: 'MOJ' }]),
    ).toEqual(['probation', 'case', 'lists']);
  });

  it('are the same whether an abbreviation is spelt out or not, in capitals or not, with accents or not', () => {
    expect(wordsToCompare('CRM', [])).toEqual(['customer', 'relationship']);
    expect(wordsToCompare('Customer Relationship Management', [])).toEqual(['customer', 'relationship']);
    expect(wordsToCompare('Café-licences (2)', [])).toEqual(['cafe', 'licences']);
  });

  it('are lists of small words', () => {
    for (const word of [...COMMON_WORDS, ...Object.keys(SPELT_OUT), ...Object.values(SPELT_OUT)])
      expect(word).toMatch(/^[a-z ]+$/);
  });
});
