import type { AdviceMessageKind, AdviceOutcome } from './advice-words.js';

/** What the rules need to know of a request for advice. */
export interface AdviceFacts {
  /** In order. Of a message the service wrote itself nobody is the author. */
  readonly messages: readonly {
    readonly id: string;
    readonly kind: AdviceMessageKind;
    readonly authorId: string | null;
  }[];
  /** Guidance made of its answers, in order. */
  readonly guidance: readonly { readonly id: string; readonly withdrawn: boolean }[];
  /** What would tell who asked: their name and address, their organisation's names, the references of the cases. */
  readonly names: readonly string[];
}

/** What a person asks for of a request for advice, as far as a guard looks at it. Absent parts were not given. */
export interface AdviceRequestPart {
  readonly outcome?: AdviceOutcome | undefined;
  /** Guidance to be published. */
  readonly words?: { readonly title: string; readonly body: string } | undefined;
  /** Guidance to be withdrawn. */
  readonly guidanceId?: string | undefined;
  /** The message a file is to be attached to. */
  readonly messageId?: string | undefined;
}
