import type { FinancialYear } from '../case/case-content.js';
import { millionPoundsToPence, type Pence } from '../money/pence.js';
import {
  organisationOfProgramme,
  type OrganisationKey,
  type ProgrammeCode,
} from './government-organisations.js';

/** How likely delivery is, in the judgement published with the data. */
export type DeliveryConfidence = 'red' | 'amber' | 'green';

/** A real programme as published for one year. A programme may appear in two years, and by two names. */
export interface MajorProgramme {
  readonly name: string;
  readonly organisationKey: OrganisationKey;
  readonly year: FinancialYear;
  /** Identifier in the Government Major Projects Portfolio; one row for each identifier and year. */
  readonly portfolioId: string;
  /** Cost over its whole life, in pence; `null` where not published. */
  readonly wholeLifePence: Pence | null;
  /** `null` where not published, or not in the copy these rows were taken from. */
  readonly deliveryConfidence: DeliveryConfidence | null;
}

type Row = readonly [
  name: string,
  code: ProgrammeCode,
  year: FinancialYear,
  portfolioId: string,
  wholeLifeMillionPounds: string | null,
  deliveryConfidence: DeliveryConfidence | null,
];

/** Names are spelt as in the source. */
const ROWS: readonly Row[] = [
  ['Manchester Digital Campus', 'CO', '2024-25', 'CO_0438_2425-Q3', '1443.7', 'amber'],
  ['Future Service Programme', 'CO', '2024-25', 'CO_0027_2021-Q4', '239.0', null],
  ['Transforming Public Procurement', 'CO', '2024-25', 'CO_0120_2223-Q1', '31.5', null],
  ['Falcon Programme', 'CO', '2024-25', 'CO_0176_2223-Q3', '23.7', null],
  ['ROSA RENEWAL PROJECT', 'CO', '2024-25', 'CO_0210_2223-Q4', '51.0', null],
  ['POST OFFICE - NEW IT SYSTEM', 'DBT', '2024-25', 'DBT_0293_2324-Q3', null, null],
  ['POST OFFICE - TRANSFORMATION', 'DBT', '2025-26', 'DBT_0293_2324-Q3', '1553.73', 'amber'],
  [
    'Livestock Information Transformation Programme',
    'DEFRA',
    '2024-25',
    'DEFRA_0348_2324-Q4',
    '478.08',
    'amber',
  ],
  [
    'Livestock Information Transformation Programme',
    'DEFRA',
    '2025-26',
    'DEFRA_0348_2324-Q4',
    '525.5',
    'red',
  ],
  ['FEDERATED DATA PLATFORM', 'DHSC', '2024-25', 'DHSC_0252_2324-Q1', '1042.0', null],
  ['DATA FOR RESEARCH AND DEVELOPMENT (R&D)', 'DHSC', '2024-25', 'DHSC_0253_2324-Q1', '206.34', null],
  ['NHS Digital Transformation of Screening', 'DHSC', '2024-25', 'DHSC_0069_2021-Q4', '106.69', null],
  [
    'Future NHS Workforce Solution Transformation Programme',
    'DHSC',
    '2024-25',
    'DHSC_0041_2122-Q3',
    null,
    null,
  ],
  ['DIGITISING SOCIAL CARE', 'DHSC', '2024-25', 'DHSC_0096_2122-Q4', '598.0', null],
  ['INTEGRATED SINGLE FINANCIAL ENVIRONMENT', 'DHSC', '2024-25', 'DHSC_0067_2021-Q3', '208.98', 'amber'],
  ['FRONTLINE DIGITISATION', 'DHSC', '2024-25', 'DHSC_0071_2122-Q1', '2035.2', null],
  ['Met Office Supercomputer Programme', 'DSIT', '2024-25', 'BEIS_0005_1920-Q4', '1242.0', null],
  ['MATRIX CLUSTER TRANSFORMATION PROGRAMME', 'DSIT', '2024-25', 'BEIS_0079_2122-Q4', '938.0', 'amber'],
  ['National Underground Asset Register (NUAR)', 'DSIT', '2024-25', 'CO_0014_2122-Q2', '42.6', null],
  ['GOV.UK One Login', 'DSIT', '2024-25', 'CO_0033_2122-Q1', '342.19', null],
  ['GOV.UK One Login', 'DSIT', '2025-26', 'CO_0033_2122-Q1', '708.86', 'amber'],
  ['CONTINUING THE MOVE TO UNIVERSAL CREDIT', 'DWP', '2024-25', 'DWP_0009_1112-Q1', '17305.0', 'green'],
  ['SERVICE MODERNISATION PROGRAMME', 'DWP', '2024-25', 'DWP_0217_2223-Q4', '763.61', 'amber'],
  ['Health Transformation Programme', 'DWP', '2024-25', 'DWP_0028_1819-Q3', '2987.05', 'amber'],
  ['SYNERGY PROGRAMME', 'DWP', '2024-25', 'DWP_0042_2122-Q3', '2450.59', 'red'],
  ['PENSIONS DASHBOARD PROGRAMME', 'DWP', '2024-25', 'DWP_0029_2021-Q4', null, 'amber'],
  ['ECHO 2 PROGRAMME', 'FCDO', '2024-25', 'FCO_0010_1617-Q3', '265.0', null],
  ['LOCAL LAND CHARGES (LLC) PROGRAMME', 'HMLR', '2024-25', 'BIS_0015_1516-Q1', '331.0', null],
  ['TRADER SUPPORT SERVICE', 'HMRC', '2024-25', 'HMRC_0029_2021-Q3', '711.5', null],
  ['HMRC NORTHERN IRELAND DELIVERY PROGRAMME', 'HMRC', '2024-25', 'HMRC_0164_2223-Q3', '573.05', null],
  ['MAKING TAX DIGITAL', 'HMRC', '2024-25', 'HMRC_0017_1617-Q2', '1439.03', 'amber'],
  ['SINGLE CUSTOMS PLATFORM', 'HMRC', '2024-25', 'HMRC_0159_2223-Q2', '589.44', 'amber'],
  ['UNITY PROGRAMME', 'HMRC', '2024-25', 'HMRC_0031_2122-Q3', '259.0', 'amber'],
  ['ENTERPRISE TAX MANAGEMENT PLATFORM (ETMP)', 'HMRC', '2024-25', 'HMRC_0292_2324-Q3', '443.9', null],
  ['NS&I Transformation', 'HMT', '2024-25', 'HMT_0004_2021-Q2', '2955.6', 'red'],
  [
    'NATIONAL STRATEGIC AUTOMATIC NUMBER PLATE RECOGNITION PLATFORM (NSAP)',
    'HO',
    '2024-25',
    'HO_0332_2324-Q4',
    '538.9',
    null,
  ],
  [
    'FRAUD AND CYBER CRIME REPORTING AND ANALYSIS SERVICE',
    'HO',
    '2024-25',
    'HO_0045_2122-Q1',
    '182.72',
    null,
  ],
  ['IMMIGRATION PLATFORM TECHNOLOGIES (IPT)', 'HO', '2024-25', 'HO_0029_1314-Q4', '807.49', null],
  [
    'FUTURE BORDER AND IMMIGRATION SYSTEM PROGRAMME (FBIS)',
    'HO',
    '2024-25',
    'HO_0039_1920-Q4',
    '4536.0',
    'amber',
  ],
  ['Civil Registration Service Transformation (CReST)', 'HO', '2024-25', 'HO_0373_2425-Q1', '235.66', null],
  ['EMERGENCY SERVICES MOBILE COMMUNICATIONS', 'HO', '2024-25', 'HO_0016_1213-Q1', '19180.0', 'amber'],
  ['HOME OFFICE BIOMETRICS (HOB) PROGRAMME', 'HO', '2024-25', 'HO_0033_1415-Q3', '1550.0', 'amber'],
  ['Cerberus', 'HO', '2024-25', 'HO_0042_2021-Q3', '240.97', 'amber'],
  ['Police National Database (PND)', 'HO', '2024-25', 'HO_0331_2324-Q4', '387.64', null],
  ['Law Enforcement Data Service', 'HO', '2024-25', 'HO_0036_1617-Q2', '905.07', null],
  ['PASSPORT TRANSFORMATION PROGRAMME', 'HO', '2024-25', 'HO_0044_2021-Q4', '1010.06', null],
  ['ELECTORAL INTEGRITY PROGRAMME', 'MHCLG', '2024-25', 'CO_0025_2021-Q3', '388.0', 'green'],
  ['DIGITAL PLANNING PROGRAMME', 'MHCLG', '2024-25', 'DLUHC_0181_2223-Q3', '148.34', 'amber'],
  ['MODNET EVOLVE', 'MOD', '2024-25', 'MOD_0110_1718-Q1', '370.68', 'amber'],
  ['NEXT GENERATION (FIXED) COMMUNICATION NETWORK', 'MOD', '2024-25', 'MOD_0126_2021-Q4', null, 'amber'],
  ['NEW STYLE OF INFORMATION TECHNOLOGY DEPLOYED', 'MOD', '2024-25', 'MOD_0109_1617-Q2', '1399.03', null],
  ['JOINT CRYPT KEY PROGRAMME', 'MOD', '2024-25', 'MOD_0111_1718-Q1', null, null],
  ['Evolve: WAN/LAN (Networks)', 'MOJ', '2024-25', 'MOJ_0050_2122-Q3', '253.2', null],
  ['Decommission and Legacy Risk Migration (DLRM)', 'MOJ', '2024-25', 'MOJ_0061_2122-Q3', '273.35', null],
  ['Evolve: Voice & Video', 'MOJ', '2024-25', 'MOJ_0049_2122-Q3', '385.21', null],
  ['Evolve: End User Computer Service (EUCS)', 'MOJ', '2024-25', 'MOJ_0062_2122-Q3', '193.31', null],
  ['HMCTS Reform', 'MOJ', '2024-25', 'MOJ_0028_1314-Q2', '1228.61', 'green'],
  ['Electronic Monitoring Expansion', 'MOJ', '2024-25', 'MOJ_0058_2122-Q1', '857.61', 'amber'],
  ['Integrated Data Programme (IDP)', 'ONS', '2024-25', 'ONS_0003_2021-Q4', '284.6', 'red'],
  [
    'Future Population and Migration Statistics (FPMS) Programme',
    'ONS',
    '2024-25',
    'ONS_0261_2324-Q1',
    '82.61',
    null,
  ],
  ['VOA NextGen Rating Programme', 'VOA', '2024-25', 'HMRC_0143_2223-Q2', '328.5', 'amber'],
  [
    'VOA Business Systems Transformation (BST) Council Tax',
    'VOA',
    '2024-25',
    'HMRC_0291_2324-Q3',
    '236.34',
    null,
  ],
  ['FRONTLINE DIGITISATION', 'DHSC', '2025-26', 'DHSC_0071_2122-Q1', '2080.52', 'amber'],
  ['INTEGRATED SINGLE FINANCIAL ENVIRONMENT', 'DHSC', '2025-26', 'DHSC_0067_2021-Q3', '187.99', 'green'],
  ['FEDERATED DATA PLATFORM', 'DHSC', '2025-26', 'DHSC_0252_2324-Q1', '1084.31', null],
  ['Met Office Supercomputer Programme', 'DSIT', '2025-26', 'BEIS_0005_1920-Q4', '1204.33', null],
  ['Health Transformation Programme', 'DWP', '2025-26', 'DWP_0028_1819-Q3', '735.46', 'amber'],
];

/**
 * 67 rows on real digital programmes of the Government Major Projects Portfolio, 2024-25 and 2025-26. No decision of
 * this service on any of them is real.
 *
 * Source: annual data of the National Infrastructure and Service Transformation Authority, Open Government Licence
 * v3.0; digital rows picked from a re-cut of it (wajedulhaque2/UK-GMPP-Risk-Dashboard).
 */
export const MAJOR_PROGRAMMES: readonly MajorProgramme[] = ROWS.map(
  ([name, code, year, portfolioId, wholeLifeMillionPounds, deliveryConfidence]) => ({
    name,
    organisationKey: organisationOfProgramme(code),
    year,
    portfolioId,
    wholeLifePence: wholeLifeMillionPounds === null ? null : millionPoundsToPence(wholeLifeMillionPounds),
    deliveryConfidence,
  }),
);
