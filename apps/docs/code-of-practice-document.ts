import { CODE_OF_PRACTICE_URL, CODE_OF_PRACTICE_VERSION, CODE_POINTS, type MandatoryRule } from '#domain';
import { generatedDocument, list, table } from './markdown.js';
import { DEFAULT_REGIME } from './shipped-regimes.js';

const MANDATORY_WORDS: Readonly<Record<MandatoryRule, string>> = {
  always: 'yes',
  'when-building-a-service': 'when building a service',
  no: 'no',
};

/** `docs/code-of-practice.md`. */
export function codeOfPracticeDocument(): string {
  return generatedDocument(
    'The Technology Code of Practice in this service',
    `Titles and wording of the duty: [The Technology Code of Practice](${CODE_OF_PRACTICE_URL}), GOV.UK, ${CODE_OF_PRACTICE_VERSION}. Contains public sector information licensed under the [Open Government Licence v3.0](https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/).`,
    '**“Mandatory” is this service’s own reading**, from where the guidance says “must”: no public list says which points are mandatory. Approving with a mandatory point not met needs an accepted legacy exception on the point, a condition on it, or an override with a reason. Each [version of the spend control](regimes.md) carries the reading in its own file; the table has that of the version new cases get.',
    table(
      ['Point', 'Title', 'The guidance says', 'Mandatory (this service’s reading)'],
      CODE_POINTS.map(({ number, title, url, verb }) => [
        String(number),
        `[${title}](${url})`,
        verb,
        MANDATORY_WORDS[DEFAULT_REGIME.mandatoryPoints.points[number]],
      ]),
    ),
    '## What evidence could show',
    'These prompts are this service’s own words, not an official list.',
    ...CODE_POINTS.map(
      ({ number, title, summary, evidencePrompts }) =>
        `### ${String(number)}. ${title}\n\n${summary}\n\n${list(evidencePrompts)}`,
    ),
  );
}
