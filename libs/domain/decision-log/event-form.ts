import { createHash, hash } from 'node:crypto';
import {
  EVENT_FORMATS,
  FIRST_EVENT_FORMAT,
  hashOfFormat,
  type EventFormat,
  type EventFormatName,
} from '../cryptography/algorithms.js';
import { canonicalJson } from './canonical.js';
import type { EventEnvelope } from './events.js';

/** Bytes of a salt. */
export const SALT_BYTES = 32;

/** A value of JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Text of payloads that stays when a case is disposed of: identifiers, and words from fixed lists. Every other text is
 * taken to be possibly personal and stands apart, so that a field somebody adds is not kept for ever by oversight.
 * Written as the keys that lead to it; positions in lists are left out.
 */
const KEPT_TEXT: ReadonlySet<string> = new Set([
  'reference',
  'organisationId',
  'regimeVersion',
  'pipelineKey',
  'source',
  'sourceReference',
  'submittedOn',
  'conditions.status',
  'details.title',
  'details.category',
  'details.phase',
  'details.yearAmounts.financialYear',
  'years.financialYear',
  'period',
  'endsOn',
  'reportId',
  'previousDueOn',
  'promises.conditionId',
  'promises.status',
  'followingCaseId',
  'followingReference',
  'follows.caseId',
  'follows.reference',
  'follows.kind',
  'follows.relationId',
  'carriedOver.points.selfAssessment',
  'carriedOver.points.remediation.dueOn',
  'carriedOver.points.components.component',
  'carriedOver.points.components.name',
  'carriedOver.points.components.use',
  'carriedOver.legacyExceptions.id',
  'carriedOver.legacyExceptions.system',
  'carriedOver.legacyExceptions.targetDate',
  'carriedOver.legacyExceptions.benefits.dueOn',
  'carriedOver.attachments.attachmentId',
  'carriedOver.attachments.storedId',
  'carriedOver.attachments.exceptionId',
  'carriedOver.attachments.mediaType',
  'conditions.kind',
  'conditions.exceptionId',
  'details.spendStartsOn',
  'details.spendEndsOn',
  'details.contractEndsOn',
  'details.commercialApproach',
  'details.protectiveMarking',
  'evidence.selfAssessment',
  'evidence.remediation.dueOn',
  'evidence.components.component',
  'evidence.components.name',
  'evidence.components.use',
  'exception.id',
  'exception.system',
  'exception.targetDate',
  'exception.benefits.dueOn',
  'exceptionId',
  'commentId',
  'parentId',
  'reviewerId',
  'previousReviewerId',
  'assessmentId',
  'verdict',
  'rulingId',
  'ruling',
  'returnId',
  'recommendationId',
  'outcome',
  'decisionId',
  'conditions.id',
  'conditions.dueOn',
  'supersedesId',
  'rule',
  'conditionId',
  'evidenceId',
  'status',
  'occasion',
  'dueOn',
  'ratingReviewId',
  'computed',
  'rating',
  'depth',
  'relationId',
  'relatedCaseId',
  'relatedReference',
  'relatedOrganisationId',
  'relatedTitle',
  'contactId',
  'kind',
  'externalDecisionId',
  'decidedOn',
  'target',
  'dueAt',
  'ending',
  'endedOn',
  'notBefore',
  'via.kind',
  'via.id',
  'attachmentId',
  'attachmentIds',
  'mediaType',
  'messageId',
  'guidanceId',
  'protectiveMarking',
  'subject',
  'advice.subject',
  'advice.aboutCaseId',
  'advice.aboutReference',
  'aboutCaseId',
  'aboutReference',
  'protectiveMarking',
]);

/** Below these everything stays: question and option ids of a regime, and what came of them. */
const KEPT_BRANCHES: ReadonlySet<string> = new Set(['details.ratingAnswers', 'triage']);

/** A payload in its two parts. */
export interface SplitPayload {
  /** The payload without its private text; a text in a list leaves `null` in its place. */
  readonly facts: Json;
  /** Private text by its JSON Pointer (RFC 6901), and the reason under `reason`; `null` when there is none. */
  readonly private: Readonly<Record<string, string>> | null;
}

/** Parts what may have to be erased one day from what stays. Splitting facts again changes nothing. */
export function splitPayload(payload: unknown, reason: string | null): SplitPayload {
  const found: Record<string, string> = reason === null ? {} : { reason };
  const facts = keptOf(payload as Json, '', '', found);
  return { facts, private: Object.keys(found).length === 0 ? null : found };
}

function keptOf(value: Json, path: string, pointer: string, found: Record<string, string>): Json {
  if (typeof value !== 'object' || value === null || KEPT_BRANCHES.has(path)) return value;
  if (isList(value)) {
    return value.map((item, index) => {
      if (typeof item !== 'string' || KEPT_TEXT.has(path))
        return keptOf(item, path, `${pointer}/${String(index)}`, found);
      found[`${pointer}/${String(index)}`] = item;
      return null;
    });
  }
  const kept: Record<string, Json> = {};
  for (const key of Object.keys(value)) {
    const child = value[key];
    // A key without a value is not written down.
    if (child === undefined) continue;
    const childPath = path === '' ? key : `${path}.${key}`;
    if (typeof child !== 'string') kept[key] = keptOf(child, childPath, `${pointer}/${escaped(key)}`, found);
    else if (KEPT_TEXT.has(childPath)) kept[key] = child;
    else found[`${pointer}/${escaped(key)}`] = child;
  }
  return kept;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function escaped(key: string): string {
  return key.includes('~') || key.includes('/') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}

/** Commitment to private text: hash of the salt and the canonical text of the private part, by the event's format, hex. */
export function privateHashOf(
  part: Readonly<Record<string, string>>,
  salt: Uint8Array,
  format: EventFormatName,
): string {
  return createHash(hashOfFormat(format)).update(salt).update(canonicalJson(part), 'utf8').digest('hex');
}

/** What an event's hash is made of. */
export interface EventForm {
  /** Says by which hash function the event is hashed. */
  readonly format: EventFormatName;
  readonly caseId: string;
  readonly sequence: number;
  readonly type: string;
  readonly audience: string;
  readonly actorId: string | null;
  readonly actorRole: string | null;
  readonly actorOrganisationId: string | null;
  /** UTC, as `2026-11-24T10:00:00.000Z`: exactly as stored. */
  readonly occurredAt: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly version: number | null;
  readonly facts: Json;
  /** Commitment to the private part, hex; `null` where there is none. */
  readonly private: string | null;
  /** Hash of the case's event before this one, hex; `null` for the first. */
  readonly previous: string | null;
}

/** The envelope of an event as the form takes it over. */
export type FormEnvelope = Omit<
  EventEnvelope,
  'reason' | 'audience' | 'actorRole' | 'fromState' | 'toState'
> & {
  readonly type: string;
  readonly audience: string;
  readonly actorRole: string | null;
  readonly fromState: string | null;
  readonly toState: string;
  /** Number of the format it is hashed in; the first unless given. */
  readonly format?: EventFormat;
};

/** The form of an event, from its envelope, its facts, its commitment and the hash before it. */
export function eventForm(
  envelope: FormEnvelope,
  facts: Json,
  privateHash: string | null,
  previous: string | null,
): EventForm {
  return {
    format: EVENT_FORMATS[envelope.format ?? FIRST_EVENT_FORMAT].name,
    caseId: envelope.caseId,
    sequence: envelope.sequence,
    type: envelope.type,
    audience: envelope.audience,
    actorId: envelope.actorId,
    actorRole: envelope.actorRole,
    actorOrganisationId: envelope.actorOrganisationId,
    occurredAt: envelope.occurredAt,
    fromState: envelope.fromState,
    toState: envelope.toState,
    version: envelope.version,
    facts,
    private: privateHash,
    previous,
  };
}

/** An event's hash: the canonical text (RFC 8785, UTF-8) of its form, hashed as its format says, hex. */
export function eventHash(form: EventForm): string {
  return hash(hashOfFormat(form.format), canonicalJson(form), 'hex');
}

/** What an event is sealed with. */
export interface EventSeal {
  /** Hex. */
  readonly hash: string;
  readonly previous: string | null;
  readonly privateHash: string | null;
  /** The salt, where there is a private part. */
  readonly salt: Uint8Array | null;
}

/**
 * Seals an event: splits it, commits to its private part with the salt, and chains it to the one before.
 * @param salt 32 random bytes of this event's own
 * @param previous hash of the case's event before this one, hex; `null` for the first
 */
export function sealEvent(
  envelope: FormEnvelope,
  payload: unknown,
  reason: string | null,
  salt: Uint8Array,
  previous: string | null,
): EventSeal {
  const split = splitPayload(payload, reason);
  const format = EVENT_FORMATS[envelope.format ?? FIRST_EVENT_FORMAT].name;
  const privateHash = split.private === null ? null : privateHashOf(split.private, salt, format);
  return {
    hash: eventHash(eventForm(envelope, split.facts, privateHash, previous)),
    previous,
    privateHash,
    salt: split.private === null ? null : salt,
  };
}
