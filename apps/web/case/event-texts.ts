import type { Audience, CaseState, DoneByProgram, EventPayloads, EventType, Role } from '#domain';
import type { Instant, PersonText } from './case-texts.js';

/** Something that happened to a case, whichever it is. */
interface EventTextOf<Type extends EventType> {
  readonly sequence: number;
  readonly type: Type;
  readonly audience: Audience;
  /** `null` when the service itself acted. */
  readonly actor: PersonText | null;
  readonly actorRole: Role | null;
  readonly actorOrganisationId: string | null;
  readonly occurredAt: Instant;
  readonly fromState: CaseState | null;
  readonly toState: CaseState;
  readonly version: number | null;
  readonly reason: string | null;
  readonly payload: EventPayloads[Type] & DoneByProgram;
  /** Names of the answers it changed, as programs know them; `null` where it changed none. */
  readonly changed: readonly string[] | null;
  /** Whether the log of decisions holds it, so that there is a proof of it. */
  readonly sealed: boolean;
}

/** Something that happened to a case, its payload typed by what it was. */
export type EventText = { [Type in EventType]: EventTextOf<Type> }[EventType];
