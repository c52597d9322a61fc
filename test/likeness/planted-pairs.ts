import type { OrganisationKey, SpendCategory } from '#domain';

/** A plan of a department, made up for the tests. */
export interface PlannedText {
  readonly organisation: OrganisationKey;
  readonly title: string;
  readonly description?: string;
  readonly suppliers?: readonly string[];
  readonly category?: SpendCategory;
  /** `YYYY-MM-DD`. */
  readonly starts?: string;
}

/** Pairs of plans for the same thing, as two departments would write them without knowing of each other. */
export const PLANTED_PAIRS: readonly (readonly [PlannedText, PlannedText])[] = [
  // Spelt out, and not.
  [
    {
      organisation: 'home-office',
      title: 'CRM for caseworkers',
      description: 'Caseworkers need one place for letters, calls and emails from applicants.',
      starts: '2027-04-01',
    },
    {
      organisation: 'ministry-of-justice',
      title: 'Customer relationship management for case workers',
      description: 'One place where letters, calls and emails from applicants are kept.',
      starts: '2027-06-01',
    },
  ],
  // The same words in another order.
  [
    {
      organisation: 'department-for-transport',
      title: 'Drone registration and flight permissions',
      description: 'Operators of drones register and ask for permission to fly near airfields.',
      category: 'digital-service',
    },
    {
      organisation: 'ministry-of-defence',
      title: 'Flight permissions and registration of drones',
      description: 'Permission to fly drones near military airfields.',
      category: 'digital-service',
    },
  ],
  // Other words in the title; the descriptions tell.
  [
    {
      organisation: 'department-for-environment-food-and-rural-affairs',
      title: 'Keeping watch on rivers',
      description:
        'Sensors in rivers measure nitrate, phosphate and turbidity every fifteen minutes and send the readings by satellite.',
      suppliers: ['Example Telemetry Ltd'],
    },
    {
      organisation: 'department-for-energy-security-and-net-zero',
      title: 'Water quality telemetry at outfalls',
      description:
        'Readings of nitrate, phosphate and turbidity from sensors at outfalls, sent by satellite every fifteen minutes.',
      suppliers: ['Example Telemetry Ltd'],
    },
  ],
  // A plan for what a real programme does.
  [
    {
      organisation: 'department-for-transport',
      title: 'Register of underground assets across the nation',
      description: 'Where pipes and cables are buried, so that nobody digs into them.',
    },
    {
      organisation: 'department-for-science-innovation-and-technology',
      title: 'National Underground Asset Register (NUAR)',
    },
  ],
  [
    {
      organisation: 'ministry-of-justice',
      title: 'Optical character recognition of scanned court bundles',
      description: 'Scanned bundles become searchable text.',
      category: 'commodity-technology-or-licences',
    },
    {
      organisation: 'attorney-generals-office',
      title: 'OCR for scanned court bundles',
      description: 'Text of scanned bundles for prosecutors to search.',
      category: 'commodity-technology-or-licences',
    },
  ],
  // Slips of the pen and another ending.
  [
    {
      organisation: 'department-for-work-and-pensions',
      title: 'Apprenticeship vacancy matching',
      description: 'Vacancies of employers are matched with candidates by skill and postcode.',
    },
    {
      organisation: 'department-for-education',
      title: 'Matching of aprenticeship vacancies',
      description: 'Candidates are matched with vacancies by postcode and skill.',
    },
  ],
  [
    {
      organisation: 'department-of-health-and-social-care',
      title: 'Laboratory information management replacement',
      description: 'Specimens, assays and accreditation of twelve laboratories.',
      suppliers: ['Example Lab Systems Ltd'],
      starts: '2027-09-01',
    },
    {
      organisation: 'department-for-environment-food-and-rural-affairs',
      title: 'New LIMS',
      description: 'A laboratory system for specimens and assays, with accreditation.',
      suppliers: ['Example Lab Systems Ltd'],
      starts: '2028-01-01',
    },
  ],
  [
    {
      organisation: 'hm-treasury',
      title: 'Grant applications and payments',
      description: 'Charities apply for grants, claim instalments and report on outcomes.',
    },
    {
      organisation: 'department-for-culture-media-and-sport',
      title: 'Online applications for grants, with payment',
      description: 'Charities and clubs apply for grants online, claim instalments and report.',
    },
  ],
  [
    {
      organisation: 'ministry-of-housing-communities-and-local-government',
      title: 'Geospatial viewer for planning constraints',
      description: 'Flood zones, conservation areas and listed buildings on one map.',
    },
    {
      organisation: 'department-for-energy-security-and-net-zero',
      title: 'Map viewer of planning constraints',
      description: 'A map of flood zones, conservation areas and listed buildings for developers.',
    },
  ],
  [
    {
      organisation: 'cabinet-office',
      title: 'VDI refresh',
      description: 'Virtual desktops for 4,000 people at home and abroad, on thin clients.',
      category: 'commodity-technology-or-licences',
      starts: '2027-05-01',
    },
    {
      organisation: 'foreign-commonwealth-and-development-office',
      title: 'Virtual desktop infrastructure',
      description: 'Desktops on thin clients for people abroad.',
      category: 'commodity-technology-or-licences',
      starts: '2027-07-01',
    },
  ],
  [
    {
      organisation: 'hm-revenue-and-customs',
      title: 'Speech analytics in contact centres',
      description: 'Calls are transcribed, and vulnerable callers recognised, to coach advisers.',
    },
    {
      organisation: 'department-for-work-and-pensions',
      title: 'Contact centre speech analytics',
      description: 'Transcribing calls so that advisers are coached and vulnerable callers recognised.',
    },
  ],
  // Another real programme.
  [
    {
      organisation: 'hm-revenue-and-customs',
      title: 'One login for GOV.UK accounts of taxpayers',
      description: 'Taxpayers prove who they are once.',
    },
    { organisation: 'department-for-science-innovation-and-technology', title: 'GOV.UK One Login' },
  ],
];

/** Plans that have the field or some words in common with others and are for something else. */
export const OTHER_PLANS: readonly PlannedText[] = [
  {
    organisation: 'home-office',
    title: 'Asylum accommodation inspections',
    description: 'Inspectors record rooms, repairs and complaints on tablets.',
  },
  {
    organisation: 'home-office',
    title: 'Passport photograph checks',
    description: 'Photographs are checked for quality before an application is sent.',
  },
  {
    organisation: 'ministry-of-justice',
    title: 'Tribunal hearing lists',
    description: 'Listing officers plan hearings, rooms and interpreters.',
  },
  {
    organisation: 'ministry-of-justice',
    title: 'Prison telephony',
    description: 'Calls from cells with monitoring.',
  },
  {
    organisation: 'hm-revenue-and-customs',
    title: 'Customs declarations for parcels',
    description: 'Carriers declare parcels in bulk.',
  },
  {
    organisation: 'hm-revenue-and-customs',
    title: 'Payroll data matching',
    description: 'Payroll returns are matched with bank interest.',
  },
  {
    organisation: 'department-for-work-and-pensions',
    title: 'Telephony for jobcentres',
    description: 'Calls are queued and routed to work coaches.',
  },
  {
    organisation: 'department-for-work-and-pensions',
    title: 'Payroll and expenses',
    description: 'Salaries and travel claims of 90,000 people.',
  },
  {
    organisation: 'department-for-transport',
    title: 'Driving theory test booking',
    description: 'Candidates book and move their test.',
  },
  {
    organisation: 'department-for-transport',
    title: 'Vehicle tax reminders',
    description: 'Keepers are reminded by text message.',
  },
  {
    organisation: 'department-for-education',
    title: 'Teacher vacancy adverts',
    description: 'Schools advertise posts and teachers apply.',
  },
  {
    organisation: 'department-for-education',
    title: 'School census collection',
    description: 'Schools send in numbers of pupils each term.',
  },
  {
    organisation: 'department-of-health-and-social-care',
    title: 'Vaccination booking',
    description: 'People book vaccinations at pharmacies.',
  },
  {
    organisation: 'department-of-health-and-social-care',
    title: 'Ambulance dispatch radios',
    description: 'Radios in ambulances and control rooms.',
  },
  {
    organisation: 'ministry-of-defence',
    title: 'Spare parts inventory',
    description: 'Stocks of spare parts in depots and on ships.',
  },
  {
    organisation: 'ministry-of-defence',
    title: 'Recruit medical records',
    description: 'Examinations of recruits before enlistment.',
  },
  {
    organisation: 'department-for-environment-food-and-rural-affairs',
    title: 'Fishing catch returns',
    description: 'Skippers report catches by species and area.',
  },
  {
    organisation: 'department-for-environment-food-and-rural-affairs',
    title: 'Farm payments',
    description: 'Farmers claim for hedges, ponds and soil.',
  },
  {
    organisation: 'department-for-culture-media-and-sport',
    title: 'Listed collections catalogue',
    description: 'Objects of museums with pictures and provenance.',
  },
  {
    organisation: 'department-for-culture-media-and-sport',
    title: 'Gambling licence register',
    description: 'Licences of operators, with sanctions.',
  },
  {
    organisation: 'department-for-business-and-trade',
    title: 'Export licence applications',
    description: 'Exporters of controlled goods apply for licences.',
  },
  {
    organisation: 'department-for-business-and-trade',
    title: 'Company insolvency notices',
    description: 'Notices to creditors are published.',
  },
  {
    organisation: 'hm-treasury',
    title: 'Economic forecasting models',
    description: 'Models of growth, prices and debt.',
  },
  {
    organisation: 'cabinet-office',
    title: 'Emergency alerts to telephones',
    description: 'Warnings by cell broadcast.',
  },
  {
    organisation: 'ministry-of-housing-communities-and-local-government',
    title: 'Energy certificates of buildings',
    description: 'Assessors lodge certificates of dwellings.',
  },
  {
    organisation: 'department-for-energy-security-and-net-zero',
    title: 'Heat pump vouchers',
    description: 'Installers redeem vouchers of householders.',
  },
];
