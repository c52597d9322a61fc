import { inTheWayOfTouch, leadContactOf, type OneOfTwo } from './putting-in-touch.js';

const person = (part: string) => ({ personId: part, name: part, email: `${part}@example.org`, part });
const ONE: OneOfTwo = {
  reference: 'DT-2222-2222',
  organisation: { id: 'a', name: 'One department' },
  title: 'One',
  protectiveMarking: 'OFFICIAL',
  contacts: [person('deciders'), person('assurance-lead'), person('submitter')],
};
const OTHER: OneOfTwo = {
  ...ONE,
  reference: 'DT-3333-3333',
  organisation: { id: 'b', name: 'The other' },
  contacts: [person('assurance-lead')],
};

describe('putting two departments in touch', () => {
  it('is between those who made the cases, otherwise assurance leads', () => {
    expect(leadContactOf(ONE)?.personId).toBe('submitter');
    expect(leadContactOf(OTHER)?.personId).toBe('assurance-lead');
    expect(leadContactOf({ contacts: [person('deciders')] })).toBeNull();
    expect(inTheWayOfTouch(ONE, OTHER)).toEqual([]);
  });

  it('is not done with what is marked higher than OFFICIAL, nor where nobody can be told', () => {
    expect(inTheWayOfTouch(ONE, { ...OTHER, protectiveMarking: 'OFFICIAL-SENSITIVE', contacts: [] })).toEqual(
      [
        'DT-3333-3333 is marked OFFICIAL-SENSITIVE: nothing of it may go to another department',
        'Nobody at The other can be told: it has no submitter and no assurance lead',
      ],
    );
  });
});
