import { markInTheWay, type MarkBetween, type OtherCase } from './relations.js';
import type { RelationKind } from './triage-record.js';

const OTHER: OtherCase = {
  reference: 'DT-2',
  state: 'approved',
  organisationId: 'ours',
  departmentHands: [],
};

describe('markInTheWay', () => {
  it.each<[RelationKind, Partial<OtherCase>, MarkBetween[], RegExp | null]>([
    ['related', { organisationId: 'theirs', state: 'submitted' }, [], null],
    ['related', {}, [{ kind: 'split', direction: 'to' }], null],
    ['related', {}, [{ kind: 'related', direction: 'to' }], /^DT-2 is marked in this way already$/],
    ['related', {}, [{ kind: 'related', direction: 'from' }], /already/],
    ['varies', {}, [], null],
    ['varies', {}, [{ kind: 'related', direction: 'to' }], null],
    ['varies', {}, [{ kind: 'extends', direction: 'from' }], null],
    ['varies', {}, [{ kind: 'varies', direction: 'from' }], /already/],
    ['varies', {}, [{ kind: 'varies', direction: 'to' }], /cannot follow it/],
    ['extends', {}, [{ kind: 'varies', direction: 'to' }], /cannot follow it/],
    ['extends', { organisationId: 'theirs' }, [], /same organisation/],
    ['extends', { state: 'draft' }, [], /has been decided/],
  ])('of %s to %j with %j', (kind, other, between, message) => {
    const refusal = markInTheWay('ours', { ...OTHER, ...other }, between, kind);
    if (message === null) expect(refusal).toBeNull();
    else expect(refusal?.message).toMatch(message);
  });
});
