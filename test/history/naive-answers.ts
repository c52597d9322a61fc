import type { QuestionName } from '#domain';
import { components, legacyExceptions, procurement, registers, times } from './naive-case-answers.js';
import { conditions, decisions, pointsNotMet, spendingControlExceptions } from './naive-decision-answers.js';
import { editsAfterSubmission, events, outcomesInPeriod, triageAndAutonomy } from './naive-event-answers.js';
import type { Asking, Candidate } from './naive-facts.js';
import type { NaiveCase } from './naive-cases.js';

/** What could be rows of each question, whatever is asked. */
export const CANDIDATES: Readonly<
  Record<QuestionName, (asking: Asking, c: NaiveCase) => readonly Candidate[]>
> = {
  decisions,
  'outcomes-in-period': outcomesInPeriod,
  times,
  conditions,
  registers,
  'points-not-met': pointsNotMet,
  'legacy-exceptions': legacyExceptions,
  procurement,
  'triage-and-autonomy': triageAndAutonomy,
  'edits-after-submission': editsAfterSubmission,
  'spending-control-exceptions': spendingControlExceptions,
  components,
  events,
};
