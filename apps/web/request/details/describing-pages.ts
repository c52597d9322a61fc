import {
  CASE_FLAGS,
  CATEGORY_NAMES,
  COMMERCIAL_APPROACH_NAMES,
  FLAG_STATEMENTS,
  PHASE_NAMES,
  type CaseDetails,
  type CaseFlag,
} from '#domain';
import { sameName } from '../../forms/form-problems.js';
import { dateBoxes } from '../../forms/posted-form.js';
import { dayInWords } from '../../views/page-filters.js';
import { yesOrNo, yesOrNoBox } from '../answer.js';
import type { DetailsPage, DetailsPageName } from './details-page.js';
import { factsInOrder } from './fact-groups.js';

/** A statement as a sentence of its own, without a full stop. */
export function capital(statement: string): string {
  return statement.charAt(0).toUpperCase() + statement.slice(1);
}

const EXPLANATIONS = {
  rootCause: 'Why the money was committed before approval',
  howJudgementWasApplied: 'How judgement was applied when it was committed',
  improvementPlan: 'What will be done so that it does not happen again',
} as const;
const EXPLANATION_NAMES = ['rootCause', 'howJudgementWasApplied', 'improvementPlan'] as const;

/** What was explained of money committed before approval; asked, and shown, only where the fact is so. */
function explained(details: CaseDetails) {
  return details.flags.retrospective === true ? explanations(details) : [];
}

function explanations({ retrospectiveExplanation }: CaseDetails) {
  return EXPLANATION_NAMES.map((name) => ({
    label: EXPLANATIONS[name],
    text: retrospectiveExplanation?.[name] ?? '',
    field: name,
  }));
}

function factsOf({ flags }: CaseDetails) {
  return factsInOrder().map((flag) => ({
    label: capital(FLAG_STATEMENTS[flag]),
    text: yesOrNo(flags[flag]),
    field: flag,
  }));
}

/** Names of the fields of the dates; the boxes begin with them. */
const DATES = {
  spendStartsOn: 'First day of spending',
  spendEndsOn: 'Last day of spending',
  contractEndsOn: 'Day the current contract ends',
} as const;

/** Pages that describe what the money is for. */
export const DESCRIBING_PAGES = {
  about: {
    title: 'Title and description',
    covers: ['/details/title', '/details/description', '/details/whatChanges'],
    boxes: ({ title, description, whatChanges }) => ({
      title,
      description: description ?? '',
      ...(whatChanges === undefined ? {} : { whatChanges: whatChanges ?? '' }),
    }),
    read: (form) => ({
      title: form.text('title'),
      description: form.textOrNull('description'),
      ...(form.fields['whatChanges'] === undefined ? {} : { whatChanges: form.text('whatChanges') }),
    }),
    said: ({ title, description, whatChanges }) => [
      ...(whatChanges === undefined
        ? []
        : [{ label: 'What changes and why', text: whatChanges ?? '', field: 'whatChanges' }]),
      { label: 'Title', text: title, field: 'title' },
      { label: 'What the money is for', text: description ?? '', field: 'description' },
    ],
    asks: { title: 'Enter a title', whatChanges: 'Say what changes from what was approved, and why' },
  },
  kind: {
    title: 'Kind of spending and phase',
    covers: ['/details/category', '/details/phase'],
    boxes: ({ category, phase }) => ({ category: category ?? '', phase: phase ?? '' }),
    read: (form) => ({ category: form.textOrNull('category'), phase: form.textOrNull('phase') }),
    said: ({ category, phase }) => [
      {
        label: 'Kind of spending',
        text: category === null ? '' : CATEGORY_NAMES[category],
        field: 'category',
      },
      { label: 'Phase of delivery', text: phase === null ? '' : PHASE_NAMES[phase], field: 'phase' },
    ],
  },
  suppliers: {
    title: 'Suppliers and how they are found',
    covers: ['/details/commercialApproach', '/details/currentSuppliers', '/details/proposedSuppliers'],
    boxes: ({ commercialApproach, currentSuppliers, proposedSuppliers }) => ({
      commercialApproach: commercialApproach ?? '',
      currentSuppliers: currentSuppliers.join('\n'),
      proposedSuppliers: proposedSuppliers.join('\n'),
    }),
    read: (form) => ({
      commercialApproach: form.textOrNull('commercialApproach'),
      currentSuppliers: form.lines('currentSuppliers'),
      proposedSuppliers: form.lines('proposedSuppliers'),
    }),
    said: ({ commercialApproach, currentSuppliers, proposedSuppliers }) => [
      {
        label: 'How the supplier is found',
        text: commercialApproach === null ? '' : COMMERCIAL_APPROACH_NAMES[commercialApproach],
        field: 'commercialApproach',
      },
      { label: 'Current suppliers', text: currentSuppliers.join('\n'), field: 'currentSuppliers' },
      { label: 'Proposed suppliers', text: proposedSuppliers.join('\n'), field: 'proposedSuppliers' },
    ],
  },
  facts: {
    title: 'Facts about the spending',
    covers: ['/details/flags', '/details/retrospectiveExplanation'],
    boxes: ({ flags, retrospectiveExplanation }) => ({
      ...Object.fromEntries(CASE_FLAGS.map((flag) => [flag, yesOrNoBox(flags[flag])])),
      ...Object.fromEntries(EXPLANATION_NAMES.map((name) => [name, retrospectiveExplanation?.[name] ?? ''])),
    }),
    read: (form) => {
      const given = Object.fromEntries(EXPLANATION_NAMES.map((name) => [name, form.textOrNull(name)]));
      return {
        flags: Object.fromEntries(CASE_FLAGS.map((flag: CaseFlag) => [flag, form.yesOrNo(flag)])),
        // Kept where “no” was chosen by mistake: it is shown, and counts, only where the answer is “yes”.
        retrospectiveExplanation: Object.values(given).every((text) => text === null) ? null : given,
      };
    },
    said: (details) => [...factsOf(details), ...explained(details)],
    compares: (details) => [...factsOf(details), ...explanations(details)],
    fieldOf: (pointer) => pointer.split('/')[2] ?? sameName(pointer),
  },
  dates: {
    title: 'Dates',
    covers: Object.keys(DATES).map((name) => `/details/${name}`),
    boxes: ({ spendStartsOn, spendEndsOn, contractEndsOn }) => ({
      ...dateBoxes('spendStartsOn', spendStartsOn),
      ...dateBoxes('spendEndsOn', spendEndsOn),
      ...dateBoxes('contractEndsOn', contractEndsOn),
    }),
    read: (form) =>
      Object.fromEntries(Object.entries(DATES).map(([name, label]) => [name, form.date(name, label)])),
    said: (details) =>
      (Object.keys(DATES) as (keyof typeof DATES)[]).map((name) => ({
        label: DATES[name],
        text: dayInWords(details[name]),
        field: `${name}-day`,
      })),
    fieldOf: (pointer) => {
      const name = sameName(pointer);
      return name !== null && name in DATES ? `${name}-day` : name;
    },
  },
  owner: {
    title: 'Senior responsible owner',
    covers: ['/details/seniorResponsibleOwner'],
    boxes: ({ seniorResponsibleOwner }) => ({
      ownerName: seniorResponsibleOwner?.name ?? '',
      ownerEmail: seniorResponsibleOwner?.email ?? '',
    }),
    read: (form) => {
      const [name, email] = [form.text('ownerName'), form.text('ownerEmail')];
      return { seniorResponsibleOwner: name === '' && email === '' ? null : { name, email } };
    },
    said: ({ seniorResponsibleOwner }) => [
      { label: 'Name', text: seniorResponsibleOwner?.name ?? '', field: 'ownerName' },
      { label: 'Email address', text: seniorResponsibleOwner?.email ?? '', field: 'ownerEmail' },
    ],
    fieldOf: (pointer) => (pointer.endsWith('/email') ? 'ownerEmail' : 'ownerName'),
    asks: { ownerName: 'Enter the name of the senior responsible owner' },
  },
  marking: {
    title: 'Protective marking',
    covers: ['/details/protectiveMarking'],
    boxes: ({ protectiveMarking }) => ({ protectiveMarking }),
    read: (form) => ({ protectiveMarking: form.text('protectiveMarking') }),
    said: ({ protectiveMarking }) => [
      { label: 'Protective marking', text: protectiveMarking, field: 'protectiveMarking' },
    ],
  },
} as const satisfies Partial<Record<DetailsPageName, DetailsPage>>;
