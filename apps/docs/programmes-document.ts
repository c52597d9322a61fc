import {
  CASE_FLAGS,
  formatPounds,
  GOVERNMENT_ORGANISATIONS,
  MAJOR_PROGRAMMES,
  triageOf,
  type CaseDetails,
  type CaseFlags,
  type MajorProgramme,
  type ThresholdCheck,
  type Triage,
} from '#domain';
import { generatedDocument, list, table } from './markdown.js';
import { DEFAULT_REGIME } from './shipped-regimes.js';

/** A day whose question set is the latest of version 6. */
const ON = '2025-04-01';

const ALL_NO = Object.fromEntries(CASE_FLAGS.map((flag) => [flag, false])) as CaseFlags;

/** The lowest answers there are: nothing but the cost then makes the rating. */
const LOWEST = { transactions: 'under-100000', 'top-75': 'no', 'vulnerable-users': 'no' };

function triage(
  { name, wholeLifePence }: MajorProgramme,
  given: { readonly publicFacing: boolean; readonly autonomy: boolean },
): Triage {
  const details: CaseDetails = {
    title: name,
    description: null,
    category: 'digital-service',
    phase: null,
    requestedPence: wholeLifePence,
    wholeLifePence,
    yearAmounts: [],
    spendStartsOn: null,
    spendEndsOn: null,
    contractEndsOn: null,
    currentSuppliers: [],
    proposedSuppliers: [],
    commercialApproach: null,
    flags: { ...ALL_NO, publicFacing: given.publicFacing },
    retrospectiveExplanation: null,
    protectiveMarking: 'OFFICIAL',
    seniorResponsibleOwner: null,
    ratingAnswers: LOWEST,
    commitmentAnswers: {},
  };
  const earnedAutonomy = given.autonomy ? ['low', 'medium'] : [];
  return triageOf({ regime: DEFAULT_REGIME, on: ON, earnedAutonomy }, details, null);
}

function organisationName({ organisationKey }: MajorProgramme): string {
  return GOVERNMENT_ORGANISATIONS.find(({ key }) => key === organisationKey)?.name ?? organisationKey;
}

function thresholdWords(check: ThresholdCheck): string {
  if (!check.known) return 'not known';
  return `${check.overThreshold ? 'over' : 'not over'} ${formatPounds(check.thresholdPence)}`;
}

function stepWords({ route }: Triage): string {
  const applies = route.steps.find(({ kind }) => kind === 'ministerial')?.applies ?? null;
  if (applies === null) return 'not known';
  return applies ? 'yes' : 'no';
}

function row(programme: MajorProgramme): readonly string[] {
  const facing = triage(programme, { publicFacing: true, autonomy: false });
  const other = triage(programme, { publicFacing: false, autonomy: false });
  const autonomous = triage(programme, { publicFacing: false, autonomy: true });
  return [
    programme.name,
    organisationName(programme),
    programme.year,
    programme.wholeLifePence === null ? 'not published' : formatPounds(programme.wholeLifePence),
    thresholdWords(facing.threshold),
    thresholdWords(other.threshold),
    other.effectiveRating?.levelName ?? 'not known',
    other.route.route.name,
    autonomous.route.route.name,
    stepWords(other),
  ];
}

/** "59 are rated High", for every rating there is. */
function counts(): readonly string[] {
  const ratings = MAJOR_PROGRAMMES.map(
    (programme) =>
      triage(programme, { publicFacing: false, autonomy: false }).effectiveRating?.levelName ?? null,
  );
  const names = [...new Set(ratings)].sort((one, other) => (one ?? '').localeCompare(other ?? ''));
  return names.map((name) => {
    const count = String(ratings.filter((rating) => rating === name).length);
    return name === null
      ? `${count} cannot be rated, because their cost is not published`
      : `${count} are rated ${name}`;
  });
}

/** `docs/programmes.md`. */
export function programmesDocument(): string {
  return generatedDocument(
    '67 real programmes, rated and routed',
    'The digital programmes of the Government Major Projects Portfolio, with their published whole-life costs, as version 6 of the spend control would rate and route them by what is public. **No department, and nobody in government, has rated or routed them so.** Source: annual data of the National Infrastructure and Service Transformation Authority, [Open Government Licence v3.0](https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/), by way of a re-cut of it.',
    '## What is assumed',
    list([
      `The questions are those in force on ${ON}, and the kind of spending is a digital service.`,
      'The whole-life cost counts as the amount requested too. A real request asks for part of it.',
      'Every other answer is the lowest: under 100,000 transactions a year, not a “Top 75” service, not mainly for users who need special care; and every yes-or-no fact is “no”, but for the column that says public-facing.',
      'With earned autonomy means that the organisation assures Low and Medium itself; which organisations do is not assumed.',
    ]),
    '## To check by hand',
    list([
      'Rating: under £20,000,000 is Low, £20,000,000 to £50,000,000 is Medium, over £50,000,000 is High. The framework has further questions that could not be read, so a real rating could be higher.',
      'Thresholds: over £100,000 where public-facing, over £1,000,000 otherwise.',
      'Route: with earned autonomy Low and Medium are the department’s own; everything else goes to GDS Assurance, and so does what cannot be rated.',
      'Ministerial decision: over £20,000,000.',
    ]),
    '## What comes of it',
    list(counts()),
    table(
      [
        'Programme',
        'Organisation',
        'Year',
        'Whole-life cost',
        'If public-facing',
        'If not',
        'Rating',
        'Route',
        'Route with earned autonomy',
        'Ministerial decision',
      ],
      MAJOR_PROGRAMMES.map(row),
    ),
  );
}
