/** Cases and what they ask for in all, in pence. */
export interface CasesAndMoney {
  readonly cases: number;
  readonly requestedPence: number;
}

/** What requests say of one common component. */
export interface ComponentTakeUp {
  /** Its id in the catalogue. */
  readonly component: string;
  /** What it was called the last time a request answered for it. */
  readonly name: string;
  /** Requests that answered for it; no more is asked of a request than of all it asks for. */
  readonly asked: CasesAndMoney;
  readonly used: CasesAndMoney;
  readonly planned: CasesAndMoney;
  readonly notUsed: CasesAndMoney;
}

/** What requests say of common components. Amounts are those of whole requests: no saving is worked out. */
export interface TakeUp {
  /** In the order of their names. */
  readonly components: readonly ComponentTakeUp[];
  /** Requests that answered for any. */
  readonly asked: CasesAndMoney;
  /** Those that use, or will use, at least one, in place of something of their own. */
  readonly reuse: CasesAndMoney;
}
