import type { CaseState } from '#domain';

/** What a department can do where its request cannot be withdrawn, as sentences; none where it can be by its state. */
export function insteadOfWithdrawing(state: CaseState): readonly string[] {
  switch (state) {
    case 'approved':
    case 'approved-with-conditions':
      return [
        'A request can be withdrawn until it is decided. The decision stands, and nothing makes you spend what was approved.',
        'If you no longer need the approval, or need another one, say so to GDS Assurance in a comment on the case: only a decider can change a decision. For more money, or for something else, start a new request.',
      ];
    case 'not-approved':
      return [
        'A request can be withdrawn until it is decided, and this one was not approved: there is nothing left to withdraw.',
        'If the decision rests on a mistake, say so to GDS Assurance in a comment on the case. If you have changed your plans, start a new request.',
      ];
    case 'withdrawn':
      return ['It has been withdrawn already. If you need the spending after all, start a new request.'];
    case 'closed-below-threshold':
      return [
        'It is recorded and closed, because the spending needs no approval. There is nothing left to withdraw.',
        'If what you spend will be more than was recorded, start a new request.',
      ];
    case 'assured-by-department':
      return [
        'Your department has assured it itself, and what was assured stays on record.',
        'If you need something else, start a new request.',
      ];
    case 'advice-asked':
    case 'advice-answered':
    case 'advice-closed':
      return ['It is a question to GDS Assurance and asks for no money: close it on its own page.'];
    case 'planned':
    case 'draft':
    case 'signed-off':
    case 'submitted':
    case 'acknowledged':
    case 'in-review':
    case 'returned':
    case 'recommended':
      return [];
  }
}
