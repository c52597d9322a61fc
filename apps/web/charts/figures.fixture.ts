import {
  SPEND_STATES,
  CODE_POINTS,
  OTHER_ORGANISATIONS,
  type ConditionFigures,
  type FigureOrganisation,
  type MoneyFigures,
  inAllSpend,
  type OrganisationMoneyFigure,
  type SpendFigures,
  type StateFigure,
  type TimeToDecisionFigures,
  type VerdictFigure,
} from '#domain';

/** A name that would be a script if it were let. */
export const HOSTILE = `Ministry of "Quotes" & <script>alert('1')</script>`;

/** As many organisations as a figure has at most, and the others. */
export const ORGANISATIONS: readonly FigureOrganisation[] = [
  'Home Office',
  'Department for Environment, Food and Rural Affairs',
  'HM Revenue and Customs',
  'Ministry of Justice',
  'Department for Work and Pensions',
  'Department of Health and Social Care',
  'Ministry of Defence',
  'Foreign, Commonwealth and Development Office',
  'Department for Education',
  'Department for Energy Security and Net Zero',
  'Driver and Vehicle Licensing Agency',
  HOSTILE,
  OTHER_ORGANISATIONS,
].map((name, place, all) => ({ id: place === all.length - 1 ? null : `id-${String(place)}`, name }));

/** A dashboard leaves out what is only planned. */
export const STATES: readonly StateFigure[] = SPEND_STATES.filter((state) => state !== 'planned').map(
  (state, place) => ({ state, cases: (place * 37) % 101 }),
);

/** In the fourth month, March 2026, nothing was decided. */
export const TIMES: TimeToDecisionFigures = {
  months: Array.from({ length: 12 }, (_, place) => {
    const some = place === 3 ? 0 : 1;
    const buckets = {
      'first-half': some * ((14 + place * 7) % 23),
      'second-half': some * (1 + ((10 + place * 5) % 11)),
      late: some * ((place + 2) % 4),
      'very-late': some * ((place + 2) % 3),
    };
    const inTime = buckets['first-half'] + buckets['second-half'];
    return {
      month: new Date(Date.UTC(2025, 11 + place, 1)).toISOString().slice(0, 7),
      cases: inTime + buckets.late + buckets['very-late'],
      inTime,
      buckets,
    };
  }),
  targets: [
    { days: 20, dayKind: 'working-days' },
    { days: 28, dayKind: 'calendar-days' },
  ],
  notTimed: 3,
};

/** Point 4 of the first organisation is assessed and does not apply; point 5 of the second is not assessed. */
export const VERDICT_FIGURES: readonly VerdictFigure[] = ORGANISATIONS.flatMap((organisation, row) =>
  CODE_POINTS.flatMap(({ number: point }): readonly VerdictFigure[] => {
    if (row === 1 && point === 5) return [];
    const applies = row !== 0 || point !== 4;
    const verdicts = {
      met: applies ? (row * 5 + point * 3) % 17 : 0,
      'partially-met': applies ? (row + point) % 4 : 0,
      'not-met': applies ? 1 + ((row * point) % 3) : 0,
      'not-applicable': applies ? row % 2 : 2,
    };
    const assessed = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
    return [{ organisation, point, verdicts, assessed }];
  }),
);

function moneyOf(organisation: FigureOrganisation, place: number): OrganisationMoneyFigure {
  const requestedPence = 123_456_789_00 * (ORGANISATIONS.length - place);
  return {
    organisation,
    cases: 1 + place,
    requestedPence,
    approvedPence: Math.floor(requestedPence / (place + 1)),
  };
}

const money = ORGANISATIONS.map(moneyOf);
export const MONEY: MoneyFigures = {
  organisations: money,
  inAll: {
    cases: money.reduce((sum, { cases }) => sum + cases, 0),
    requestedPence: money.reduce((sum, { requestedPence }) => sum + requestedPence, 0),
    approvedPence: money.reduce((sum, { approvedPence }) => sum + approvedPence, 0),
  },
};

const spend = money.map(({ organisation, approvedPence }, place) => ({
  organisation,
  approvals: 1 + place,
  approvedPence,
  reportedOfPence: place === 0 ? 0 : approvedPence,
  spentPence: place === 0 ? 0 : Math.floor((approvedPence * (1 + place)) / 4),
  over: place > 2 ? 1 : 0,
  notReported: place === 0 ? 1 : 0,
  overdue: place === 0 ? 1 : 0,
}));
/** Nothing is reported of the first organisation. */
export const SPEND: SpendFigures = { organisations: spend, inAll: inAllSpend(spend) };

/** No condition of the first organisation is overdue. */
export const CONDITIONS: ConditionFigures = {
  today: '2026-11-26',
  organisations: ORGANISATIONS.map((organisation, place) => ({
    organisation,
    conditions: { overdue: place, open: 2 + place, met: 30 - place, 'not-met': 0, waived: 1 },
  })),
};
