import { readdirSync, readFileSync } from 'node:fs';

// A date that stands in a sentence for people is written as GOV.UK writes it, and not as programs do.

const PLACES = ['libs/domain', 'libs/casework', 'libs/audit', 'libs/identity', 'apps/web'] as const;

/** A text with more than one word in which a day is put as it is: `${endedOn}`, `${period.validTo}`. */
const BARE_DAY =
  /[`}][^`{}]* [^`{}]*\$\{(?:String\()?(?:\w+\.)*(?:\w*[a-z]On|today|validFrom|validTo|\w*Day)\)?\}/;

/** Faults of documents administrators write, which hold dates and names just so. */
const OF_DOCUMENTS = /^libs\/domain\/(?:triage\/regime-faults|working-time\/london-time)\.ts/;

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.endsWith('.fixture.ts'))
    .map((name) => `${folder}/${name}`);
}

function bareDays(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => BARE_DAY.test(line)).map((line) => line.trim());
}

it('no sentence holds a date as programs write it', () => {
  const found = PLACES.flatMap(sources)
    .filter((path) => !OF_DOCUMENTS.test(path))
    .flatMap((path) => bareDays(readFileSync(path, 'utf8').split('\n')).map((line) => `${path}: ${line}`));
  expect(found).toEqual([]);
  expect(PLACES.flatMap(sources).length).toBeGreaterThan(500);
});

it('a sentence that does is found', () => {
  expect(
    bareDays([
      'const than = `the ${spendEndsOn} that was approved`;',
      'return `The case is kept until ${end.dueOn}. It can be marked`;',
      'const occasion = `spend-report-due:${period}:${endsOn}`;',
      'return `The case is kept until ${dateInWords(end.dueOn)}.`;',
    ]),
  ).toHaveLength(2);
});
