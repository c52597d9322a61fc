import { CONDITION_STATUS_NAMES, type EvidenceLink } from '#domain';
import { fileViews, type FileView } from '../attachments/file-views.js';
import type { AttachmentText, Instant, ListedConditionText } from '../case/case-texts.js';
import type { EventText } from '../case/event-texts.js';

/** One thing that was said about a condition: evidence of the department, or what GDS Assurance answered. */
export interface ConditionEntry {
  readonly what: string;
  readonly text: string;
  readonly links: readonly EvidenceLink[];
  readonly files: readonly FileView[];
  readonly by: string;
  readonly at: Instant;
  /** Whether it is the department's to put right. */
  readonly isSentBack: boolean;
}

/** Why the evidence of a condition was sent back, where nothing was given since; `null` of every other. */
export function sentBackWith(story: readonly ConditionEntry[]): ConditionEntry | null {
  const last = story.at(-1);
  return last?.isSentBack === true ? last : null;
}

/**
 * What was said about a condition, first to last: evidence, and why it was sent back.
 * @param events about the condition, first to last
 */
export function conditionStory(
  condition: ListedConditionText,
  events: readonly EventText[],
  files: readonly AttachmentText[] = [],
  reference = '',
): readonly ConditionEntry[] {
  return events.flatMap((event): readonly ConditionEntry[] => {
    const by = event.actor?.name ?? 'The service itself';
    if (event.type === 'condition-evidence-submitted') {
      const given = condition.evidence.find(({ id }) => id === event.payload.evidenceId);
      return given === undefined
        ? []
        : [
            {
              what: 'Evidence given',
              text: given.text,
              links: given.links,
              files: fileViews(
                files.filter(({ evidenceId }) => evidenceId === given.id),
                reference,
              ),
              by,
              at: event.occurredAt,
              isSentBack: false,
            },
          ];
    }
    if (event.type !== 'condition-changed') return [];
    const isSentBack = event.payload.status === 'open';
    const what = isSentBack ? 'Sent back' : CONDITION_STATUS_NAMES[event.payload.status];
    return [{ what, text: event.reason ?? '', links: [], files: [], by, at: event.occurredAt, isSentBack }];
  });
}
