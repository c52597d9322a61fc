import { financialYearOf, formatPounds, MOST_YEARS, type CaseDetails } from '#domain';
import { financialYearIn } from '../../forms/financial-year.js';
import { yearField } from '../../forms/merge/answer-boxes.js';
import { poundsBox, type PostedForm } from '../../forms/posted-form.js';
import { yesOrNo, yesOrNoBox, type Answer } from '../answer.js';
import { boxesOfRows, rowsOf, type Row } from '../repeated-rows.js';
import type { Asked, DetailsPage, DetailsPageName } from './details-page.js';

/** Id of where the amounts by financial year begin. */
const YEARS_ID = 'years';

/** Boxes of a row of the amounts by financial year. */
export const YEAR_BOXES = ['year', 'amount'] as const;

/** Before anything is divided, the years the dates name are written already. */
function yearRows({
  yearAmounts,
  spendStartsOn,
  spendEndsOn,
}: CaseDetails): readonly Row<'year' | 'amount'>[] {
  if (yearAmounts.length > 0)
    return yearAmounts.map(({ financialYear, amountPence }) => ({
      year: financialYear,
      amount: poundsBox(amountPence),
    }));
  if (spendStartsOn === null || spendEndsOn === null || spendEndsOn < spendStartsOn) return [];
  const first = Number(financialYearOf(spendStartsOn).slice(0, 4));
  const last = Number(financialYearOf(spendEndsOn).slice(0, 4));
  const count = Math.min(last - first + 1, MOST_YEARS);
  return Array.from({ length: count }, (_, index) => ({
    year: `${first + index}-${String((first + index + 1) % 100).padStart(2, '0')}`,
    amount: '',
  }));
}

/** The years that have an amount. Years that were filled in for people say nothing while none has. */
function readYears(form: PostedForm) {
  const rows = rowsOf(form.fields, YEAR_BOXES, MOST_YEARS);
  if (rows.every(({ amount }) => amount === '')) return [];
  return rows.map(({ year, amount }, index) => {
    if (amount === '')
      form.refuse(`amount-${index}`, `Enter the amount for ${year}, or clear the year if there is none`);
    return {
      financialYear: financialYearIn(year),
      amountPence:
        form.pounds(`amount-${index}`, `The amount for ${year === '' ? 'this year' : year}`, amount) ?? 0,
    };
  });
}

/** Questions of the rating that somebody has to answer: the others are worked out from the amounts. */
export function askedOfPeople(asked: Asked): Asked['questions'] {
  return asked.questions.filter(({ workedOutFrom }) => workedOutFrom === null);
}

/** Name of the field of a rating question. */
export function ratingField(questionId: string): string {
  return `rating-${questionId}`;
}

/** Name of the field of a commitment. */
export function commitmentField(commitmentId: string): string {
  return `commitment-${commitmentId}`;
}

/** Whether the commitments are asked of the case, as far as it is known. */
export function commitmentsCount(asked: Asked): boolean {
  return asked.route.commitments.asked === true && asked.route.commitments.questions.length > 0;
}

function commitmentAnswers(asked: Asked): readonly Answer[] {
  return asked.route.commitments.questions.flatMap(({ id, text, answer }) => [
    { label: text, text: yesOrNo(answer?.meets ?? null), field: commitmentField(id) },
    { label: `Explanation: ${text}`, text: answer?.explanation ?? '', field: `${commitmentField(id)}-why` },
  ]);
}

/** The amounts that are for all years. */
function wholeAmounts({ requestedPence, wholeLifePence }: CaseDetails): readonly Answer[] {
  return [
    {
      label: 'Amount requested',
      text: requestedPence === null ? '' : formatPounds(requestedPence),
      field: 'requested',
    },
    {
      label: 'Whole-life cost',
      text: wholeLifePence === null ? '' : formatPounds(wholeLifePence),
      field: 'wholeLife',
    },
  ];
}

/** Pages whose questions depend on the regime or on amounts. */
export const ASKING_PAGES = {
  money: {
    title: 'Money',
    covers: ['/details/requestedPence', '/details/wholeLifePence', '/details/yearAmounts'],
    boxes: (details) => ({
      requested: poundsBox(details.requestedPence),
      wholeLife: poundsBox(details.wholeLifePence),
      ...boxesOfRows(yearRows(details)),
    }),
    read: (form) => ({
      requestedPence: form.pounds('requested', 'The amount requested'),
      wholeLifePence: form.pounds('wholeLife', 'The whole-life cost'),
      yearAmounts: readYears(form),
    }),
    said: (details) => [
      ...wholeAmounts(details),
      {
        label: 'By financial year',
        text: details.yearAmounts
          .map(({ financialYear, amountPence }) => `${financialYear}: ${formatPounds(amountPence)}`)
          .join('\n'),
        field: 'year-0',
      },
    ],
    // Two people can change different years without being in dispute over all of them.
    compares: (details) => [
      ...wholeAmounts(details),
      ...details.yearAmounts.map(({ financialYear, amountPence }) => ({
        label: `Amount for ${financialYear}`,
        text: formatPounds(amountPence),
        field: yearField(financialYear),
      })),
    ],
    fieldOf: (pointer) => {
      const [, name = '', index] = pointer.split('/');
      if (name === 'requestedPence') return 'requested';
      if (name === 'wholeLifePence') return 'wholeLife';
      // What is wrong with all years together is of none of them.
      if (name === 'yearAmounts' && index === undefined) return YEARS_ID;
      if (name === 'yearAmounts') return `${pointer.endsWith('/amountPence') ? 'amount' : 'year'}-${index}`;
      return name === '' ? null : name;
    },
  },
  rating: {
    title: 'Risk and importance',
    covers: ['/details/ratingAnswers'],
    boxes: (details, asked) =>
      Object.fromEntries(
        askedOfPeople(asked).map(({ id, answer }) => [
          ratingField(id),
          answer ?? details.ratingAnswers[id] ?? '',
        ]),
      ),
    read: (form, asked) => ({
      ratingAnswers: Object.fromEntries(
        askedOfPeople(asked).map(({ id }) => [id, form.textOrNull(ratingField(id))]),
      ),
    }),
    said: (details, asked) =>
      askedOfPeople(asked).map(({ id, text, options }) => ({
        label: text,
        text: options.find((option) => option.id === details.ratingAnswers[id])?.label ?? '',
        field: ratingField(id),
      })),
    fieldOf: (pointer) => ratingField(pointer.split('/')[2] ?? ''),
  },
  commitments: {
    title: 'Strategic commitments',
    covers: ['/details/commitmentAnswers'],
    boxes: (_details, asked) =>
      Object.fromEntries(
        asked.route.commitments.questions.flatMap(({ id, answer }) => [
          [commitmentField(id), yesOrNoBox(answer?.meets ?? null)],
          [`${commitmentField(id)}-why`, answer?.explanation ?? ''],
        ]),
      ),
    read: (form, asked) => ({
      commitmentAnswers: Object.fromEntries(
        asked.route.commitments.questions.map(({ id }) => {
          const meets = form.yesOrNo(commitmentField(id));
          const explanation = form.textOrNull(`${commitmentField(id)}-why`);
          return [id, meets === null && explanation === null ? null : { meets, explanation }];
        }),
      ),
    }),
    said: (_details, asked) => commitmentAnswers(asked),
    fieldOf: (pointer) => commitmentField(pointer.split('/')[2] ?? ''),
  },
} as const satisfies Partial<Record<DetailsPageName, DetailsPage>>;
