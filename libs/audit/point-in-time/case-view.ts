import type { Replayed } from '#domain';
import type { CaseHistory } from '#persistence';

/** A case as it stood, and who is looking at it. */
export interface CaseView {
  readonly replayed: Replayed;
  readonly organisation: CaseHistory['organisation'];
  /** When its text was disposed of, UTC, also where that was later; `null` where it was not. */
  readonly disposedAt: string | null;
  readonly names: CaseHistory['names'];
  /** Whether the reader sees the approval it starts from. */
  readonly seesFollowed: boolean;
  /** Whether the reader may see what GDS Assurance keeps to itself about this case. */
  readonly seesInternal: boolean;
}

/** A person as answers give them. */
export interface PersonInBrief {
  readonly id: string;
  readonly name: string | null;
}

/** Somebody by id and name; `null` where nobody is named. */
export function personIn({ names }: Pick<CaseView, 'names'>, id: string | null): PersonInBrief | null {
  return id === null ? null : { id, name: names[id] ?? null };
}

/**
 * Whether the reader may see something GDS Assurance thought, said in the event of a sequence: until the next return or
 * decision it is deliberation. The same rule as for what is read today.
 */
export function isReleased({ replayed, seesInternal }: CaseView, sequence: number): boolean {
  const released = [...replayed.returns, ...replayed.decisions].map((releasing) => releasing.sequence);
  return seesInternal || sequence <= Math.max(0, ...released);
}
