/**
 * Organisations that ask for approval, as data.
 *
 * Source: the map of submitting organisations to parent departments that the Government Digital Service published in
 * co-cddo/gds-idea-dia (src/dia/department_mapping.py). It is that team's best effort and not the whole of government;
 * some parents are as it has them, not as the law does (it puts the Office for National Statistics under the Cabinet
 * Office and the Valuation Office Agency under HM Treasury). Public sector information licensed under the Open
 * Government Licence v3.0. Keys, and the official spelling of department names, are this service's own.
 */
const DEPARTMENTS = {
  'cabinet-office': { name: 'Cabinet Office', acronym: 'CO', aliases: [] },
  'department-for-science-innovation-and-technology': {
    name: 'Department for Science, Innovation and Technology',
    acronym: 'DSIT',
    aliases: ['Department for Science, Innovation & Technology'],
  },
  'department-for-transport': { name: 'Department for Transport', acronym: 'DfT', aliases: [] },
  'ministry-of-justice': { name: 'Ministry of Justice', acronym: 'MOJ', aliases: [] },
  'attorney-generals-office': {
    name: 'Attorney General’s Office',
    acronym: 'AGO',
    aliases: ["Attorney General's Office"],
  },
  'home-office': { name: 'Home Office', acronym: 'HO', aliases: [] },
  'department-of-health-and-social-care': {
    name: 'Department of Health and Social Care',
    acronym: 'DHSC',
    aliases: [],
  },
  'department-for-business-and-trade': {
    name: 'Department for Business and Trade',
    acronym: 'DBT',
    aliases: ['Department of Business and Trade'],
  },
  'department-for-energy-security-and-net-zero': {
    name: 'Department for Energy Security and Net Zero',
    acronym: 'DESNZ',
    aliases: [],
  },
  'ministry-of-housing-communities-and-local-government': {
    name: 'Ministry of Housing, Communities and Local Government',
    acronym: 'MHCLG',
    aliases: ['DLUHC'],
  },
  'department-for-environment-food-and-rural-affairs': {
    name: 'Department for Environment, Food & Rural Affairs',
    acronym: 'Defra',
    aliases: ['Department for Environment, Food and Rural Affairs'],
  },
  'department-for-work-and-pensions': {
    name: 'Department for Work and Pensions',
    acronym: 'DWP',
    aliases: [],
  },
  'department-for-culture-media-and-sport': {
    name: 'Department for Culture, Media and Sport',
    acronym: 'DCMS',
    aliases: ['Department for Culture, Media & Sport'],
  },
  'ministry-of-defence': { name: 'Ministry of Defence', acronym: 'MOD', aliases: [] },
  'hm-treasury': { name: 'HM Treasury', acronym: 'HMT', aliases: [] },
  'department-for-education': { name: 'Department for Education', acronym: 'DfE', aliases: [] },
  'hm-revenue-and-customs': {
    name: 'HM Revenue and Customs',
    acronym: 'HMRC',
    aliases: ['HM Revenue & Customs'],
  },
  'department-for-business-energy-and-industrial-strategy': {
    name: 'Department for Business, Energy and Industrial Strategy',
    acronym: 'BEIS',
    aliases: ['Department for Business, Energy & Industrial Strategy'],
  },
  'foreign-commonwealth-and-development-office': {
    name: 'Foreign, Commonwealth & Development Office',
    acronym: 'FCDO',
    aliases: ['FCO', 'DfID'],
  },
} as const satisfies Record<string, { name: string; acronym: string; aliases: readonly string[] }>;

export type DepartmentKey = keyof typeof DEPARTMENTS;

/** Arm's length bodies, under their parent department. */
const ARMS_LENGTH_BODIES = {
  'cabinet-office': {
    'government-property-agency': 'Government Property Agency',
    'equality-and-human-rights-commission': 'The Equality and Human Rights Commission',
    'office-for-national-statistics': 'Office for National Statistics',
    'infrastructure-and-projects-authority': 'Infrastructure and Projects Authority',
    'uk-covid-19-inquiry': 'UK Covid-19 Inquiry',
    'civil-service-commission': 'Civil Service Commission',
    'infected-blood-compensation-authority': 'Infected Blood Compensation Authority',
  },
  'department-for-science-innovation-and-technology': {
    'government-digital-service': 'Government Digital Service',
    'central-digital-and-data-office': 'Central Digital and Data Office',
    'met-office': 'Met Office',
    'uk-research-and-innovation': 'UK Research and Innovation',
    'intellectual-property-office': 'Intellectual Property Office',
    'uk-space-agency': 'UK Space Agency',
  },
  'department-for-transport': {
    'driver-and-vehicle-licensing-agency': 'Driver and Vehicle Licensing Agency',
    'driver-and-vehicle-standards-agency': 'Driver & Vehicle Standards Agency',
    'national-highways': 'National Highways',
    'network-rail': 'Network Rail',
    'maritime-and-coastguard-agency': 'Maritime & Coastguard Agency',
    'high-speed-two': 'High Speed Two (HS2) Limited',
    'british-transport-police': 'British Transport Police',
    'east-west-rail': 'East West Rail',
    'vehicle-certification-agency': 'Vehicle Certification Agency',
  },
  'ministry-of-justice': {
    'hm-courts-and-tribunals-service': 'HM Courts & Tribunals Service',
    'youth-justice-board': 'Youth Justice Board',
    'criminal-cases-review-commission': 'Criminal Cases Review Commission',
  },
  'attorney-generals-office': {
    'crown-prosecution-service': 'The Crown Prosecution Service',
    'serious-fraud-office': 'Serious Fraud Office',
  },
  'home-office': {
    'independent-office-for-police-conduct': 'Independent Office for Police Conduct',
    'national-crime-agency': 'National Crime Agency',
    'disclosure-and-barring-service': 'Disclosure & Barring Service',
    'security-industry-authority': 'Security Industry Authority',
  },
  'department-of-health-and-social-care': {
    'nhs-business-services-authority': 'NHS Business Services Authority',
    'uk-health-security-agency': 'UK Health Security Agency',
    'nhs-blood-and-transplant': 'NHS Blood and Transplant',
    'medicines-and-healthcare-products-regulatory-agency':
      'Medicines and Healthcare products Regulatory Agency',
    'genomics-england': 'Genomics England',
    'care-quality-commission': 'Care Quality Commission',
    'nhs-property-services': 'NHS Property Services',
    'nhs-england': 'NHS England',
    'health-research-authority': 'Health Research Authority',
    'nhs-shared-business-services': 'NHS Shared Business Services',
    'nhs-resolution': 'NHS Resolution',
    'nhs-professionals': 'NHS Professionals',
    'nhs-supply-chain': 'NHS Supply Chain',
    'nhs-commercial-solutions': 'NHS Commercial Solutions',
    'nhs-north-of-england-commercial-procurement-collaborative':
      'NHS North of England Commercial Procurement Collaborative',
    'national-institute-for-health-and-care-excellence': 'National Institute for Health and Care Excellence',
    'food-standards-agency': 'Food Standards Agency',
    'ambulance-radio-programme': 'Ambulance Radio Programme',
  },
  'department-for-business-and-trade': {
    'british-business-bank': 'British Business Bank',
    'companies-house': 'Companies House',
    'advisory-conciliation-and-arbitration-service': 'Advisory, Conciliation and Arbitration Service',
    'competition-and-markets-authority': 'Competition and Markets Authority',
    'financial-reporting-council': 'Financial Reporting Council',
    'insolvency-service': 'Insolvency Service',
  },
  'department-for-energy-security-and-net-zero': {
    ofgem: 'Ofgem',
    'coal-authority': 'Coal Authority',
    'uk-atomic-energy-authority': 'UK Atomic Energy Authority',
    'north-sea-transition-authority': 'North Sea Transition Authority',
    'nuclear-decommissioning-authority': 'Nuclear Decommissioning Authority',
    'uk-industrial-fusion-solutions': 'UK Industrial Fusion Solutions',
    'civil-nuclear-constabulary': 'Civil Nuclear Constabulary',
    'salix-finance': 'Salix Finance',
  },
  'ministry-of-housing-communities-and-local-government': {
    'planning-inspectorate': 'Planning Inspectorate',
    'hm-land-registry': 'HM Land Registry',
    'homes-england': 'Homes England',
  },
  'department-for-environment-food-and-rural-affairs': {
    ofwat: 'Ofwat',
    'animal-and-plant-health-agency': 'Animal & Plant Health Agency',
    'environment-agency': 'Environment Agency',
    'natural-england': 'Natural England',
    'marine-management-organisation': 'Marine Management Organisation',
    'rural-payments-agency': 'Rural Payments Agency',
  },
  'department-for-work-and-pensions': {
    'money-and-pensions-service': 'Money and Pensions Service',
    'health-and-safety-executive': 'Health and Safety Executive',
    'pension-regulator': 'The Pension Regulator',
  },
  'department-for-culture-media-and-sport': {
    'gambling-commission': 'Gambling Commission',
    'national-lottery-heritage-fund': 'National Lottery Heritage Fund',
    'visit-britain': 'Visit Britain',
    'sport-england': 'Sport England',
    'arts-council-england': 'Arts Council England',
    'national-archives': 'The National Archives',
  },
  'ministry-of-defence': {
    'mod-strategic-command': 'MOD Strategic Command',
    'air-force': 'Air Force',
    'defence-equipment-and-support': 'Defence Equipment and Support',
    army: 'Army',
  },
  'hm-treasury': {
    'uk-investment-bank': 'UK Investment Bank',
    'national-savings-and-investments': 'National Savings and Investments',
    'valuation-office-agency': 'The Valuation Office Agency',
  },
  'department-for-education': {
    'student-loans-company': 'Student Loans Company',
    ofsted: 'Ofsted',
  },
} as const satisfies Readonly<Partial<Record<DepartmentKey, Readonly<Record<string, string>>>>>;

type KeysIn<Group> = Group extends unknown ? keyof Group & string : never;
export type ArmsLengthBodyKey = KeysIn<(typeof ARMS_LENGTH_BODIES)[keyof typeof ARMS_LENGTH_BODIES]>;

/** Stable name of an organisation for programs, in kebab-case. */
export type OrganisationKey = DepartmentKey | ArmsLengthBodyKey;

/** The organisation whose assurance team reviews cases. */
export const ASSURING_ORGANISATION_KEY = 'government-digital-service' satisfies OrganisationKey;

/** Departments that were abolished, with the day, and so get no new cases. */
const ABOLISHED: Partial<Readonly<Record<OrganisationKey, string>>> = {
  // Machinery of government change of 7 February 2023.
  'department-for-business-energy-and-industrial-strategy': '2023-02-07',
};

/** Department codes of the Government Major Projects Portfolio's annual data, with the organisation each stands for. */
const PROGRAMME_ORGANISATIONS = {
  CO: 'cabinet-office',
  DBT: 'department-for-business-and-trade',
  DEFRA: 'department-for-environment-food-and-rural-affairs',
  DHSC: 'department-of-health-and-social-care',
  DSIT: 'department-for-science-innovation-and-technology',
  DWP: 'department-for-work-and-pensions',
  FCDO: 'foreign-commonwealth-and-development-office',
  HMLR: 'hm-land-registry',
  HMRC: 'hm-revenue-and-customs',
  HMT: 'hm-treasury',
  HO: 'home-office',
  MHCLG: 'ministry-of-housing-communities-and-local-government',
  MOD: 'ministry-of-defence',
  MOJ: 'ministry-of-justice',
  ONS: 'office-for-national-statistics',
  VOA: 'valuation-office-agency',
} as const satisfies Readonly<Record<string, OrganisationKey>>;

export type ProgrammeCode = keyof typeof PROGRAMME_ORGANISATIONS;

/** One organisation. */
export interface GovernmentOrganisation {
  readonly key: OrganisationKey;
  readonly name: string;
  readonly kind: 'department' | 'arms-length-body';
  readonly acronym: string | null;
  readonly parentKey: DepartmentKey | null;
  readonly parentName: string | null;
  /** Code in the Government Major Projects Portfolio's data, where it has one. */
  readonly programmeCode: ProgrammeCode | null;
  /** Other names it goes or went by. */
  readonly aliases: readonly string[];
  /** The day it was abolished, `YYYY-MM-DD`; `null` while it exists, as far as this service knows. */
  readonly abolishedOn: string | null;
}

const CODES_BY_KEY: ReadonlyMap<string, ProgrammeCode> = new Map(
  entriesOf(PROGRAMME_ORGANISATIONS).map(([code, key]) => [key, code]),
);

/** `Object.entries` that keeps the type of the keys; sound for the constants of this file, which nothing widens. */
function entriesOf<Key extends string, Value>(record: Readonly<Partial<Record<Key, Value>>>): [Key, Value][] {
  return Object.entries(record) as [Key, Value][];
}

function organisation(
  key: OrganisationKey,
  rest: Pick<GovernmentOrganisation, 'name' | 'kind' | 'acronym' | 'parentKey' | 'parentName' | 'aliases'>,
): GovernmentOrganisation {
  return { key, ...rest, programmeCode: CODES_BY_KEY.get(key) ?? null, abolishedOn: ABOLISHED[key] ?? null };
}

/** All organisations this service knows: departments first, each body after its department among the rest. */
export const GOVERNMENT_ORGANISATIONS: readonly GovernmentOrganisation[] = [
  ...entriesOf(DEPARTMENTS).map(([key, department]) =>
    organisation(key, { ...department, kind: 'department', parentKey: null, parentName: null }),
  ),
  ...entriesOf<DepartmentKey, Readonly<Record<string, string>>>(ARMS_LENGTH_BODIES).flatMap(
    ([parentKey, bodies]) =>
      entriesOf(bodies).map(([key, name]) =>
        organisation(key as ArmsLengthBodyKey, {
          name,
          kind: 'arms-length-body',
          acronym: null,
          parentKey,
          parentName: DEPARTMENTS[parentKey].name,
          aliases: [],
        }),
      ),
  ),
];

/** The organisation a programme's department code stands for. */
export function organisationOfProgramme(code: ProgrammeCode): OrganisationKey {
  return PROGRAMME_ORGANISATIONS[code];
}

/** So that "&" and "and", capitals, a leading "The" and doubled spaces do not tell names apart. */
function plainName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[’']/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^the /, '');
}

const BY_NAME: ReadonlyMap<string, GovernmentOrganisation> = new Map(
  GOVERNMENT_ORGANISATIONS.flatMap((each) =>
    [each.name, each.key, ...each.aliases, each.acronym, each.programmeCode]
      .filter((name) => name !== null)
      .map((name) => [plainName(name), each]),
  ),
);

/** Finds an organisation by key, name, acronym or an older name, however it is capitalised; `undefined` if unknown. */
export function findOrganisation(text: string): GovernmentOrganisation | undefined {
  return BY_NAME.get(plainName(text));
}
