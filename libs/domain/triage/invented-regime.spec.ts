import { checkAction } from '../lifecycle/check-action.js';
import { contentWith, person, RECOMMENDED, WHOLE_REQUEST } from '../lifecycle/facts.fixture.js';
import { poundsToPence } from '../money/pence.js';
import { missingFrom } from '../code-of-practice/completeness.js';
import { mandatoryPoints } from './mandatory-points.js';
import { readRegime } from './read-regime.js';
import type { Policy, Regime } from './regime.js';
import { triageOf } from './triage.js';

/** A regime nobody ever had, as somebody would write it in a file: four levels, its own words, other amounts. */
const FILE = `{
  "$schema": "regime.schema.json",
  "version": "v9",
  "name": "Invented control version 9",
  "summary": "For tests.",
  "validFrom": "2030",
  "validTo": null,
  "provenance": { "whose": "ours", "source": "Invented for a test" },
  "licence": "None",
  "thresholds": {
    "scoped": [
      {
        "when": { "kind": "category", "categories": ["resourcing-contract"] },
        "thresholdPence": 250000,
        "measure": "requested",
        "effect": "needs-approval",
        "reason": "because people are hired",
        "provenance": { "whose": "ours", "source": "Invented for a test" }
      }
    ],
    "otherwise": {
      "thresholdPence": 777700,
      "measure": "requested",
      "effect": "needs-approval",
      "reason": "for everything else",
      "provenance": { "whose": "ours", "source": "Invented for a test" }
    }
  },
  "mandatoryPoints": {
    "points": {
      "1": "no", "2": "no", "3": "no", "4": "no", "5": "no", "6": "always", "7": "no", "8": "no", "9": "no",
      "10": "no", "11": "no", "12": "when-building-a-service", "13": "no"
    },
    "provenance": { "whose": "ours", "source": "Invented for a test" }
  },
  "rating": {
    "name": "weather",
    "levels": [
      { "id": "calm", "name": "Calm" },
      { "id": "breezy", "name": "Breezy" },
      { "id": "stormy", "name": "Stormy" },
      { "id": "hurricane", "name": "Hurricane" }
    ],
    "combination": { "kind": "highest-answer" },
    "questionSets": [
      {
        "id": "people",
        "categories": ["resourcing-contract"],
        "validFrom": "2030-01-01",
        "validTo": null,
        "complete": true,
        "questions": [
          {
            "id": "size",
            "text": "How large is it?",
            "workedOutFrom": "requested",
            "options": [
              { "id": "small", "label": "Up to £5,000", "level": "calm", "upToPence": 500000 },
              { "id": "large", "label": "Over £5,000", "level": "breezy", "upToPence": null }
            ],
            "provenance": { "whose": "ours", "source": "Invented for a test" }
          },
          {
            "id": "wind",
            "text": "How strong is the wind?",
            "options": [
              { "id": "none", "label": "None", "level": "calm" },
              { "id": "gale", "label": "A gale", "level": "stormy" },
              { "id": "worse", "label": "Worse", "level": "hurricane" }
            ],
            "provenance": { "whose": "ours", "source": "Invented for a test" }
          }
        ]
      }
    ],
    "provenance": { "whose": "ours", "source": "Invented for a test" }
  },
  "strategicCommitments": {
    "askedWhen": { "kind": "all", "of": [{ "kind": "rating", "levels": ["breezy"] }, { "kind": "flag", "flag": "publicFacing" }] },
    "commitments": [
      { "id": "umbrellas", "text": "Are there umbrellas?" },
      { "id": "boots", "text": "Are there boots?" }
    ],
    "complete": true,
    "provenance": { "whose": "ours", "source": "Invented for a test" }
  },
  "routing": {
    "routes": [
      {
        "id": "indoors", "name": "Indoors", "assuredBy": "department",
        "roles": { "assures": "assurance-lead", "decides": "assurance-lead" },
        "conditions": ["A roof"],
        "provenance": { "whose": "ours", "source": "Invented for a test" }
      },
      {
        "id": "outdoors", "name": "Outdoors", "assuredBy": "gds-assurance",
        "roles": { "assures": "reviewer", "decides": "decider" },
        "conditions": [],
        "provenance": { "whose": "ours", "source": "Invented for a test" }
      }
    ],
    "rules": [
      {
        "when": { "kind": "rating", "levels": ["stormy", "hurricane"] },
        "route": "indoors",
        "reason": "the weather is bad",
        "provenance": { "whose": "ours", "source": "Invented for a test" }
      }
    ],
    "otherwise": {
      "route": "outdoors",
      "reason": "the weather is good",
      "provenance": { "whose": "ours", "source": "Invented for a test" }
    }
  },
  "furtherSteps": "not-known",
  "turnaround": "not-known"
}`;

function invented(): Regime {
  const reading = readRegime(JSON.parse(FILE));
  if (!reading.ok) throw new Error(reading.faults.join('; '));
  return reading.regime;
}

const UNDER_V9: Policy = { regime: invented(), on: '2030-05-01', earnedAutonomy: [] };

function contentFor(wind: string | undefined, pounds = '5,000') {
  const requestedPence = poundsToPence(pounds);
  return contentWith({
    category: 'resourcing-contract',
    requestedPence,
    wholeLifePence: requestedPence,
    yearAmounts: [{ financialYear: '2030-31', amountPence: requestedPence }],
    ratingAnswers: wind === undefined ? {} : { wind },
  });
}

describe('a regime that is only a file', () => {
  it.each([
    ['none', '5,000', 'calm', 'outdoors'],
    ['none', '5,000.01', 'breezy', 'outdoors'],
    ['gale', '5,000.01', 'stormy', 'indoors'],
    ['worse', '5,000', 'hurricane', 'indoors'],
  ])('rates and routes by its own words: %s, £%s is %s, %s', (wind, pounds, level, route) => {
    expect(triageOf(UNDER_V9, contentFor(wind, pounds).details, null)).toMatchObject({
      regimeVersion: 'v9',
      rating: { known: true, level, complete: true, note: null },
      route: { route: { id: route }, stepsKnown: false },
    });
  });

  it('has its own thresholds and mandatory points', () => {
    const overThreshold = (pounds: string) =>
      triageOf(UNDER_V9, contentFor('none', pounds).details, null).threshold;
    expect(overThreshold('2,500')).toMatchObject({ overThreshold: false, whose: 'ours' });
    expect(overThreshold('2,500.01')).toMatchObject({ rule: 'over £2,500 because people are hired' });
    expect(mandatoryPoints(UNDER_V9.regime, { buildsService: true })).toEqual([6, 12]);
  });

  it('asks its own questions before sign-off, and its commitments where it says', () => {
    const under = { policy: UNDER_V9, confirmedRating: null };
    expect(missingFrom(contentFor(undefined), under).map(({ pointer }) => pointer)).toEqual([
      '/details/ratingAnswers/wind',
    ]);
    const breezy = contentFor('none', '6,000');
    const flags = { ...breezy.details.flags, publicFacing: true };
    const outside = { ...breezy, details: { ...breezy.details, flags } };
    expect(missingFrom(breezy, under)).toEqual([]);
    expect(missingFrom(outside, under).map(({ pointer }) => pointer)).toEqual([
      '/details/commitmentAnswers/umbrellas/meets',
      '/details/commitmentAnswers/boots/meets',
    ]);
  });

  it('takes a case from sign-off to whoever its route leads to, and to a decision', () => {
    const lead = person('lead', 'assurance-lead');
    const reviewer = person('reviewer', 'reviewer');
    const decider = person('decider', 'decider');
    const calm = { ...RECOMMENDED, policy: UNDER_V9, content: contentFor('none') };
    const stormy = { ...calm, content: contentFor('gale') };
    const may = (action: Parameters<typeof checkAction>[0], facts: typeof calm, actor = lead, request = {}) =>
      checkAction(action, facts, actor, { ...WHOLE_REQUEST, ...request }).allowed;

    expect(may('sign-off', { ...calm, state: 'draft' })).toBe(true);
    expect(may('submit', { ...calm, state: 'signed-off' })).toBe(true);
    expect(may('record-departmental-assurance', { ...calm, state: 'signed-off' })).toBe(false);
    expect(may('submit', { ...stormy, state: 'signed-off' })).toBe(false);
    expect(may('record-departmental-assurance', { ...stormy, state: 'signed-off' })).toBe(true);
    expect(may('call-in', { ...stormy, state: 'assured-by-department' }, reviewer)).toBe(true);
    const submitted = { ...calm, state: 'submitted' as const };
    expect(may('review-rating', submitted, reviewer, { rating: 'hurricane' })).toBe(true);
    expect(may('review-rating', submitted, reviewer, { rating: 'high' })).toBe(false);
    expect(may('recommend', { ...calm, state: 'in-review' }, reviewer)).toBe(true);
    // Point 5 is not mandatory under this regime, point 6 is.
    const approve = (point: 5 | 6) => {
      const verdicts = new Map(calm.verdicts).set(point, 'not-met');
      return may('approve', { ...calm, verdicts }, decider, { approvedPence: poundsToPence('1') });
    };
    expect([approve(5), approve(6)]).toEqual([true, false]);
  });
});
