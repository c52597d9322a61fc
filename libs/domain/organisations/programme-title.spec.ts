import { MAJOR_PROGRAMMES } from './major-programmes.js';
import { programmeTitle } from './programme-title.js';

describe('the name of a programme', () => {
  it.each([
    ['HOME OFFICE BIOMETRICS (HOB) PROGRAMME', 'Home Office Biometrics (HOB) Programme'],
    ['MAKING TAX DIGITAL', 'Making Tax Digital'],
    ['NEW STYLE OF INFORMATION TECHNOLOGY DEPLOYED', 'New Style of Information Technology Deployed'],
    ['POST OFFICE - NEW IT SYSTEM', 'Post Office – New IT System'],
    ['DATA FOR RESEARCH AND DEVELOPMENT (R&D)', 'Data for Research and Development (R&D)'],
    ['NEXT GENERATION (FIXED) COMMUNICATION NETWORK', 'Next Generation (Fixed) Communication Network'],
    ['THE LINK TO DATA', 'The Link to Data'],
    ['Evolve: WAN/LAN (Networks)', 'Evolve: WAN/LAN (Networks)'],
  ])('%s reads %s', (name, title) => {
    expect(programmeTitle(name)).toBe(title);
  });

  it('of the portfolio is never in capitals alone, unless it is one word', () => {
    const titles = MAJOR_PROGRAMMES.map(({ name }) => programmeTitle(name));
    expect(titles.filter((title) => /\b[A-Z]{3,} [A-Z]{3,}\b/.test(title))).toEqual([]);
  });
});
