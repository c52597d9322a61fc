import { readFileSync } from 'node:fs';
import { inPlainWords } from './regime-words.js';

const FOLDER = 'prisma/reference-data/regimes';

function notesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    name === 'note' && typeof inner === 'string' ? [inner] : notesIn(inner),
  );
}

describe('what a regime says', () => {
  it('is put for people, and says that what could not be found is this service’s own', () => {
    const notes = notesIn(JSON.parse(readFileSync(`${FOLDER}/v6.json`, 'utf8'))).map(inPlainWords);
    expect(notes.length).toBeGreaterThan(3);
    for (const note of notes)
      expect(note).not.toMatch(/could not be read|could be read|Rests on|stands for it/);
    expect(notes.join('\n')).toContain('this service’s own reading');
  });

  it('has its reasons and dates in sentences', () => {
    expect(inPlainWords('over £100,000 because public-facing')).toBe(
      'over £100,000 and the service is public-facing',
    );
    expect(
      inPlainWords(
        'By its own dates v6 ended on 31 March 2026; it counts here because it is the one adopted for new requests',
      ),
    ).toBe('The published end date of v6 was 31 March 2026. This service still uses it for new requests');
    expect(inPlainWords('Anything else')).toBe('Anything else');
  });
});
