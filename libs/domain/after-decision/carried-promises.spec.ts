import { asInRequest, promisesCarried, stillToAsk, type PromiseOfApproval } from './carried-promises.js';
import { carriedOverId } from './following.js';
import type { FollowedPromise, Promised } from './promises.js';

const REQUEST = 'request';
const IN_REQUEST = carriedOverId(REQUEST, 'x');

function followed(more: Partial<PromiseOfApproval> = {}): PromiseOfApproval {
  return {
    id: 'k',
    kind: 'remediation',
    exceptionId: IN_REQUEST,
    text: 'Remedy it',
    status: 'open',
    inForce: true,
    carriedOverTo: null,
    ...more,
  };
}

function promised(more: Partial<Promised> = {}): Promised {
  return {
    kind: 'remediation',
    exceptionId: IN_REQUEST,
    text: 'Remedy it, said otherwise',
    dueOn: '2027-01-01',
    point: null,
    ownerName: 'O',
    ownerEmail: 'o@gov.example',
    ...more,
  };
}

describe('promises of the approvals a request starts from', () => {
  it('are known by the ids their exceptions have in the request, however many lie between', () => {
    const ofFirst = followed({ exceptionId: 'x' });
    const imposed = followed({ kind: 'condition', exceptionId: null });
    const found = asInRequest(REQUEST, [
      { caseId: 'second', promises: [followed({ exceptionId: 'y' }), imposed] },
      { caseId: 'first', promises: [ofFirst] },
    ]);
    expect(found.map((of) => of.map(({ exceptionId }) => exceptionId))).toEqual([
      [carriedOverId(REQUEST, 'y'), null],
      [carriedOverId(REQUEST, carriedOverId('second', 'x'))],
    ]);
  });

  it('that were settled are not asked for again; those that were carried over are followed here', () => {
    const asked = (before: PromiseOfApproval, own: readonly FollowedPromise[] = []) =>
      stillToAsk([promised()], own, [[], [before]]).length;
    expect(asked(followed({ status: 'met' }))).toBe(0);
    expect(asked(followed({ status: 'open' }))).toBe(1);
    expect(asked(followed({ status: 'carried-over', carriedOverTo: 'R' }))).toBe(1);
    expect(asked(followed(), [followed({ status: 'waived' })])).toBe(0);
  });

  it.each<
    [string, Partial<PromiseOfApproval>, readonly Promised[], readonly FollowedPromise[], string | null]
  >([
    ['is asked for here', {}, [promised()], [], 'carried-over'],
    ['has evidence that nobody judged', { status: 'evidence-submitted' }, [promised()], [], 'carried-over'],
    ['was kept', { status: 'met' }, [promised()], [], null],
    ['was taken out of the request', {}, [], [], null],
    ['is another', {}, [promised({ exceptionId: 'other' })], [], null],
    ['is of a decision that was replaced', { inForce: false }, [promised()], [], null],
    ['was imposed', { kind: 'condition', exceptionId: null }, [promised()], [], null],
    ['is here still', { status: 'carried-over', carriedOverTo: 'R' }, [promised()], [], null],
    ['is here no more', { status: 'carried-over', carriedOverTo: 'R' }, [], [followed()], 'open'],
    [
      'was kept here',
      { status: 'carried-over', carriedOverTo: 'R' },
      [],
      [followed({ status: 'met' })],
      null,
    ],
    ['is somewhere else', { status: 'carried-over', carriedOverTo: 'S' }, [], [], null],
  ])('what %s is carried over, comes back or stays as it is', (_what, of, asked, own, status) => {
    expect(promisesCarried('R', asked, own, [followed(of)])).toEqual(
      status === null ? [] : [{ conditionId: 'k', status }],
    );
  });

  it('that are benefits are told apart by their words', () => {
    const of = followed({ kind: 'benefit', text: 'Fees change in days' });
    const asked = (text: string) =>
      promisesCarried('R', [promised({ kind: 'benefit', text })], [], [of]).length;
    expect([asked('Fees change in days'), asked('Fees change in weeks')]).toEqual([1, 0]);
  });
});
