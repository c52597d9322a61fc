import type { CaseFlag, SpendCategory } from '../case/case-content.js';
import { poundsToPence, type Pence } from '../money/pence.js';

/** Versions of the digital and technology spend control a case can be pinned to, oldest first. */
export const REGIME_VERSIONS = ['v4', 'v5', 'v6', '2026-assurance'] as const;
export type RegimeVersion = (typeof REGIME_VERSIONS)[number];

/** The regime a case gets unless somebody says otherwise. */
export const DEFAULT_REGIME_VERSION = 'v6' satisfies RegimeVersion;

/** To what spending a threshold applies. */
export type ThresholdScope =
  | { readonly kind: 'flag'; readonly flag: CaseFlag }
  | { readonly kind: 'category'; readonly category: SpendCategory };

/** An amount, in pence, above which something is asked of a department. Exactly the amount is not above it. */
export interface Threshold {
  readonly thresholdPence: Pence;
  /** The amount that is compared with it. */
  readonly measure: 'requested' | 'whole-life';
  /** What being over it means. */
  readonly effect: 'needs-approval' | 'pipeline-reporting';
  /** To follow the amount in a sentence: "because public-facing". */
  readonly reason: string;
  readonly source: string;
}

/** A threshold for some spending only. */
export interface ScopedThreshold extends Threshold {
  readonly scope: ThresholdScope;
}

/** Of all thresholds that apply to a case the lowest counts. */
export interface Thresholds {
  readonly scoped: readonly ScopedThreshold[];
  /** For everything. */
  readonly otherwise: Threshold;
}

/** Turnaround targets, in the unit each name says. */
export interface TurnaroundTargets {
  readonly acknowledgeWithinWorkingDays: number;
  readonly askForInformationWithinWorkingDays: number;
  readonly decideWithinCalendarDays: number;
  readonly source: string;
}

/**
 * One version of the control, as data. Dates are only as precise as the sources are: a year, a month (`2018-04`) or a
 * day. `'not-known'` means no source that could be read says; `null` as an end means still in force.
 */
export interface Regime {
  readonly version: RegimeVersion;
  readonly name: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly route: string;
  readonly thresholds: Thresholds | 'not-known';
  readonly turnaround: TurnaroundTargets | 'not-known';
  readonly source: string;
}

const V5_SOURCE = 'GOV.UK Service Manual and press reports of 2018';
const V6_SOURCE =
  'GOV.UK, Digital and technology spend control version 6, creating a pipeline, updated 23 October 2024';
const PLAYBOOK_THRESHOLD_SOURCE =
  'A department’s published guidance on the Digital Assurance Playbook; not read in the Playbook itself';

/**
 * The regimes this service knows. Published under the Open Government Licence v3.0 unless a press report is named.
 * The sources do not say whether amounts include VAT.
 */
export const REGIMES: Readonly<Record<RegimeVersion, Regime>> = {
  v4: {
    version: 'v4',
    name: 'Spend controls version 4',
    // The date of the page with the targets; when the regime began is not known.
    validFrom: '2014-04-09',
    validTo: '2023-09',
    route: 'Case by case',
    thresholds: 'not-known',
    turnaround: {
      acknowledgeWithinWorkingDays: 2,
      askForInformationWithinWorkingDays: 7,
      decideWithinCalendarDays: 28,
      source: 'GOV.UK, Service level agreements for spend controls version 4, 9 April 2014',
    },
    source: 'GOV.UK, 9 April 2014; its end: PublicTechnology, 22 September 2023',
  },
  v5: {
    version: 'v5',
    name: 'Spend controls version 5',
    validFrom: '2018-04',
    validTo: '2024-02',
    route: 'Pipeline of 15 to 18 months',
    thresholds: {
      scoped: [
        {
          scope: { kind: 'flag', flag: 'novelOrContentious' },
          thresholdPence: poundsToPence('0'),
          measure: 'requested',
          effect: 'needs-approval',
          reason: 'because novel or contentious',
          source: V5_SOURCE,
        },
        {
          // That "digital" is the category of digital services is this service's own reading.
          scope: { kind: 'category', category: 'digital-service' },
          thresholdPence: poundsToPence('100,000'),
          measure: 'requested',
          effect: 'needs-approval',
          reason: 'because a digital service',
          source: V5_SOURCE,
        },
      ],
      otherwise: {
        thresholdPence: poundsToPence('5,000,000'),
        measure: 'requested',
        effect: 'needs-approval',
        reason: 'for technology',
        source: V5_SOURCE,
      },
    },
    turnaround: 'not-known',
    source: V5_SOURCE,
  },
  v6: {
    version: 'v6',
    name: 'Digital and technology spend control version 6',
    validFrom: '2024-02-23',
    validTo: '2026-03-31',
    route: 'Pipeline in Get approval to spend',
    thresholds: {
      scoped: [
        {
          scope: { kind: 'flag', flag: 'cryptKey' },
          thresholdPence: poundsToPence('0'),
          measure: 'requested',
          effect: 'needs-approval',
          reason: 'because Crypt-Key',
          source: V6_SOURCE,
        },
        {
          scope: { kind: 'flag', flag: 'publicFacing' },
          thresholdPence: poundsToPence('100,000'),
          measure: 'requested',
          effect: 'needs-approval',
          reason: 'because public-facing',
          source: V6_SOURCE,
        },
      ],
      otherwise: {
        thresholdPence: poundsToPence('1,000,000'),
        measure: 'requested',
        effect: 'needs-approval',
        reason: 'for other digital, data and technology',
        source: V6_SOURCE,
      },
    },
    turnaround: 'not-known',
    source: V6_SOURCE,
  },
  '2026-assurance': {
    version: '2026-assurance',
    name: 'Departmental approval with functional assurance',
    validFrom: '2026-04-01',
    validTo: null,
    route: 'Departmental approval within delegated limits, functional assurance and a shared pipeline',
    thresholds: {
      scoped: [
        {
          scope: { kind: 'flag', flag: 'cryptKey' },
          thresholdPence: poundsToPence('0'),
          measure: 'requested',
          effect: 'needs-approval',
          reason: 'because cryptographic products',
          source: PLAYBOOK_THRESHOLD_SOURCE,
        },
      ],
      otherwise: {
        thresholdPence: poundsToPence('5,000,000'),
        measure: 'whole-life',
        effect: 'pipeline-reporting',
        reason: 'of whole-life cost, so reported in the shared pipeline',
        source: PLAYBOOK_THRESHOLD_SOURCE,
      },
    },
    turnaround: 'not-known',
    source: 'GOV.UK, Digital Assurance Playbook, 1 April 2026',
  },
};

/** Whether a text names a regime version this service knows. */
export function isRegimeVersion(text: string): text is RegimeVersion {
  return (REGIME_VERSIONS as readonly string[]).includes(text);
}
