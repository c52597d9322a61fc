/** One column of a file of decisions to import. */
export interface ImportColumn {
  readonly name: string;
  /** `always`, or when a cell must be filled in; the column itself may be missing unless it is `always`. */
  readonly required: 'always' | 'no' | 'when anything is approved' | 'when approved with conditions';
  /** What to write, for people. */
  readonly meaning: string;
  /** The nearest field of the real service's export; `null` where no public list names one. */
  readonly sourceField: string | null;
  readonly example: string;
}

function column<Name extends string>(
  name: Name,
  required: ImportColumn['required'],
  sourceField: string | null,
  example: string,
  meaning: string,
) {
  return { name, required, sourceField, example, meaning } as const;
}

/**
 * Every column, in the order the documents list them. Field names of the real service are those its own public code
 * names (co-cddo/gds-idea-dia, athena_schema.py); what they mean here is this service's own words.
 */
export const IMPORT_COLUMNS = [
  column(
    'reference',
    'always',
    'co_spendid',
    'COSC-00103',
    'What the source system calls the case. With the name of the source it says whether a row was imported before.',
  ),
  column(
    'organisation',
    'always',
    'co_organisationsubmitter',
    'home-office',
    'Key or name of an organisation this service knows. Capitals, blanks and “&” for “and” make no difference; nothing else is guessed.',
  ),
  column('title', 'always', 'co_casename', 'Case management replacement', 'On one line.'),
  column(
    'description',
    'no',
    'co_shortdescription',
    'Replaces two older systems.',
    'May have several lines.',
  ),
  column('category', 'no', 'co_spendcategory', 'digital-service', 'One of this service’s categories.'),
  column('phase', 'no', 'co_dt_phase', 'beta', 'Phase of delivery the money was for.'),
  column(
    'requested-amount',
    'always',
    'co_spendamount',
    '1250000.00',
    'Pounds sterling; pence as two digits or left out.',
  ),
  column(
    'approved-amount',
    'when anything is approved',
    'co_approvalamount',
    '1000000.00',
    'As the requested amount, and not more than it; empty where nothing was approved.',
  ),
  column('whole-life-cost', 'no', null, '4000000', 'Cost from first to last, written as the other amounts.'),
  column('submitted-on', 'always', 'co_casesubmitdate', '2019-02-04', 'Day of the submission, YYYY-MM-DD.'),
  column('decided-on', 'always', null, '2019-03-01', 'Day of the decision, YYYY-MM-DD.'),
  column(
    'outcome',
    'always',
    'co_casestatus',
    'approved-with-conditions',
    '“approved”, “approved-with-conditions” or “not-approved”. Cases that never came to a decision are not imported.',
  ),
  column(
    'decided-by',
    'always',
    null,
    'Head of Controls',
    'Name or role of who decided, as the source has it. Personal data.',
  ),
  column(
    'reason',
    'always',
    'co_fullcasedecision',
    'Meets the Code of Practice.',
    'Why it was decided so. Where the source gives no reason, write that.',
  ),
  column(
    'conditions',
    'when approved with conditions',
    null,
    'Publish the roadmap | 2019-09-30 | A. Owner | a.owner@home-office.example | met',
    'One condition a line: text | due date | owner’s name | owner’s email address | status. The status is “open”, “met” or “waived”; “open” when left out. Owners are personal data.',
  ),
  column(
    'flags',
    'no',
    'co_directaward_yesno and other yes-or-no fields',
    'direct-award; public-facing=no',
    'Flags that were answered, separated by semicolons: the name alone for yes, “name=no” for no. The others stay unanswered.',
  ),
  column('rating', 'no', 'co_caseriskrating', 'high', 'A level of the regime’s own scale.'),
  column(
    'regime',
    'no',
    null,
    'v5',
    'Version of the spend control. It must have been in force on the day of the submission; left out, it is the one that was.',
  ),
  column('spend-starts-on', 'no', 'co_spendstartdate', '2019-04-01', 'YYYY-MM-DD.'),
  column('spend-ends-on', 'no', 'co_spendenddate', '2021-03-31', 'YYYY-MM-DD.'),
  column('contract-ends-on', 'no', 'co_contractenddate', '2021-03-31', 'YYYY-MM-DD.'),
  column(
    'current-suppliers',
    'no',
    'co_currentsupplier',
    'Example Systems Ltd; Other Ltd',
    'Separated by semicolons or line ends.',
  ),
  column(
    'proposed-suppliers',
    'no',
    'co_proposedsupplier',
    'New Systems Ltd',
    'Separated by semicolons or line ends.',
  ),
  column(
    'commercial-approach',
    'no',
    'co_commercialapproach',
    'open-competition',
    'How the supplier was to be found.',
  ),
  column('document-title', 'no', null, 'Decision letter', 'Title of the source document.'),
  column(
    'document-url',
    'no',
    'co_cs_files',
    'https://documents.example/cosc-00103',
    'Where the source document is, https or http. The document itself is not imported.',
  ),
  column(
    'protective-marking',
    'always',
    null,
    'OFFICIAL',
    '“OFFICIAL” or “OFFICIAL-SENSITIVE”. It is never guessed; nothing marked higher may be imported.',
  ),
] as const satisfies readonly ImportColumn[];
export type ImportColumnName = (typeof IMPORT_COLUMNS)[number]['name'];

/** The cells of a row by column; empty where the file has no such column. */
export type ImportCells = Readonly<Partial<Record<ImportColumnName, string>>>;
