import type {
  ActionRequest,
  Audience,
  CaseAction,
  CaseFacts,
  CaseState,
  EventPayloads,
  EventType,
  HeldRole,
  ProtectiveMarking,
} from '#domain';
import type { CaseChange, CaseRecord, Rider } from '#persistence';
import type { PolicyInForce } from '../policy/policy-book.js';
import type { NoticeDetails } from './notices.js';

/** What a change does, worked out from the case as it stood. */
export interface Plan<Type extends EventType = EventType> {
  readonly type: Type;
  readonly payload: EventPayloads[Type];
  readonly toState: CaseState;
  readonly reason?: string | null;
  /** The version the event is about; the current one unless said otherwise. */
  readonly version?: number | null;
  readonly audience?: Audience;
  readonly set?: CaseChange['set'];
  readonly riders?: readonly Rider[];
  readonly notice?: NoticeDetails;
  /** A change of another case, which may be made by it: both are written, or neither. */
  readonly alongside?: CaseChange;
  /** How the case is marked from now on: questions about it that are marked less are marked so with it. */
  readonly marks?: ProtectiveMarking;
  readonly status?: 200 | 201;
  /** What the answer says beside the receipt. */
  readonly made?: Readonly<Record<string, unknown>>;
  /** What it says instead of the receipt and of any `ETag`, to somebody who may not see the case. */
  readonly toldInstead?: Readonly<Record<string, unknown>>;
  /** Revision of the part that was changed, for its `ETag`; the case's own when left out. */
  readonly etag?: number;
  readonly location?: string;
}

/** One thing a person does to one case. */
export interface Instruction<Type extends EventType = EventType> {
  /** Which row of the lifecycle it is; worked out from the case where that depends on what it is about. */
  readonly action: CaseAction | ((record: CaseRecord) => CaseAction);
  readonly request: (record: CaseRecord, moment: Moment) => Omit<ActionRequest, 'today'>;
  /** The comment it is about, to be loaded with the case. */
  readonly commentId?: string | null;
  /**
   * Which revision the person must have looked at. Left out for additions, which overwrite nothing. Throws `notFound`
   * when the part it looks for does not exist.
   */
  readonly precondition?: {
    readonly expected: number;
    readonly actual: (record: CaseRecord) => number;
    /** What has the revision, to follow “the”, and where it is read; left out for the case itself. */
    readonly part?: { readonly name: string; readonly field: string };
  };
  /** May read, and change nothing outside: it may be worked out again when somebody else was quicker. */
  readonly plan: (
    record: CaseRecord,
    by: HeldRole,
    facts: CaseFacts,
    at: Date,
    inForce: PolicyInForce,
  ) => Plan<Type> | Promise<Plan<Type>>;
}

/** By which rules, and when, something is worked out. */
export interface Moment extends PolicyInForce {
  readonly at: Date;
}
