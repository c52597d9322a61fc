import { BENEFIT_HAS_PASSED, isPastBenefit, type Benefit, type IsoDate } from '#domain';
import { benefitLines } from '../../case/content-words.js';
import type { FieldOf } from '../../forms/form-problems.js';
import { dateBoxes, poundsBox, type PostedFields, type PostedForm } from '../../forms/posted-form.js';
import { dayInWords } from '../../views/page-filters.js';
import type { Answer } from '../answer.js';

/** The boxes of a benefit's form, filled with what is saved. */
export function benefitBoxes({ benefit, measure, dueOn, amountPence }: Benefit): PostedFields {
  return {
    benefit,
    measure: measure ?? '',
    ...dateBoxes('dueOn', dueOn),
    amountPence: poundsBox(amountPence),
  };
}

/**
 * What the form says, as a request for a benefit; what cannot be read, and a day that has passed, is noted in the form,
 * so that everything is told at once.
 * @param saved the benefits promised before
 * @param today London
 */
export function readBenefit(
  form: PostedForm,
  saved: readonly Benefit[],
  today: IsoDate,
): Readonly<Record<string, unknown>> {
  const dueOn = form.date('dueOn', 'The date it is promised by');
  if (isPastBenefit(dueOn, saved, today)) form.refuse('dueOn-day', BENEFIT_HAS_PASSED);
  return {
    benefit: form.text('benefit'),
    measure: form.textOrNull('measure'),
    dueOn,
    amountPence: form.pounds('amountPence', 'What it is worth'),
  };
}

/** Field of the form that shows a problem, of the benefit alone or of the whole legacy exception. */
export const benefitField: FieldOf = (pointer) => {
  const name = pointer.split('/').at(-1) ?? '';
  if (name === 'dueOn') return 'dueOn-day';
  return name === '' ? null : name;
};

/** What to say where a field was not filled in. */
export const BENEFIT_ASKS: Readonly<Record<string, string>> = { benefit: 'Enter what will be better' };

/** What is promised, as people read it. */
export function wordsOfBenefit({ benefit, measure, dueOn, amountPence }: Benefit): readonly Answer[] {
  return [
    { label: 'Benefit', text: benefit, field: 'benefit' },
    { label: 'How it will be measured', text: measure ?? '', field: 'measure' },
    { label: 'Promised by', text: dayInWords(dueOn), field: 'dueOn-day' },
    { label: 'Worth', text: amountPence === null ? '' : `£${poundsBox(amountPence)}`, field: 'amountPence' },
  ];
}

/** Benefits of a system as one answer each, named by their place. */
export function benefitAnswers(benefits: readonly Benefit[] = []): readonly Answer[] {
  return benefitLines(benefits).map((text, index) => ({
    label: `Promised benefit ${index + 1}`,
    text,
    field: 'benefit',
  }));
}
