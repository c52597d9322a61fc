import { NOTICE_EVENTS, type NoticeEvent } from '#domain';
import { conditionChanged, conditionDue, conditionEvidenceSubmitted, decided } from './after-decision.js';
import { closedBelowThreshold, signedOff, signOffTakenBack, submitted, withdrawn } from './before-review.js';
import {
  acknowledged,
  recommended,
  referredBack,
  resubmitted,
  returned,
  reviewStarted,
} from './in-review.js';
import { composeLetter, type Letter, type Template } from './letter.js';
import { readNoticeParameters } from './notice-parameters.js';

/** One template for every event that tells somebody; one that is missing does not compile. */
const TEMPLATES: Readonly<Record<NoticeEvent, Template>> = {
  'signed-off': signedOff,
  'sign-off-taken-back': signOffTakenBack,
  submitted,
  acknowledged,
  'review-started': reviewStarted,
  returned,
  resubmitted,
  recommended,
  'referred-back': referredBack,
  decided,
  withdrawn,
  'closed-below-threshold': closedBelowThreshold,
  'condition-evidence-submitted': conditionEvidenceSubmitted,
  'condition-changed': conditionChanged,
  'condition-due': conditionDue,
};

/**
 * Writes the email that tells of an event.
 *
 * @param template name of the event, as stored with the email
 * @param parameters as stored with the email
 * @param publicUrl address people reach the service at, without a slash at its end
 * @throws TypeError when the event has no template or the parameters are not whole; never repeats their values
 */
export function renderNotice(template: string, parameters: unknown, publicUrl: string): Letter {
  const event = NOTICE_EVENTS.find((known) => known === template);
  if (event === undefined) throw new TypeError('No template has the name the email was queued with');
  const read = readNoticeParameters(parameters);
  return composeLetter(TEMPLATES[event](read), read, publicUrl);
}
