import type { AdviceMessageKind, AdviceSubject, PointNumber } from '#domain';

/** What a request for advice says beside what every case does, as far as the rules look at it. */
export interface AdviceRecord {
  readonly subject: AdviceSubject;
  readonly point: PointNumber | null;
  readonly aboutReference: string | null;
  readonly aboutTitle: string | null;
  readonly messages: readonly {
    readonly id: string;
    readonly kind: AdviceMessageKind;
    readonly body: string;
    readonly authorId: string | null;
  }[];
  readonly guidance: readonly { readonly id: string; readonly withdrawn: boolean }[];
  /** Who asks; `null` where they can no longer be told. */
  readonly asker: { readonly name: string; readonly email: string } | null;
  /** Names of everybody who wrote in the thread. */
  readonly authors: readonly string[];
  readonly organisationAcronym: string | null;
}

/**
 * SQL of the `AdviceRecord` of the case `c` of the organisation `o`; null for every other case. By a function, which is not
 * made ready for a case that has none.
 */
export const ADVICE_RECORD = `case when c.state like 'advice-%' then advice_record(c.id, c.created_by, o.acronym) end`;
