import { carriedOverId } from './following.js';
import {
  isSamePromise,
  isSettled,
  isSettledBefore,
  type FollowedPromise,
  type Promised,
} from './promises.js';

/** What is followed of an approval that a request starts from. */
export interface PromiseOfApproval extends FollowedPromise {
  readonly id: string;
  /** Whether its decision is the one that stands. */
  readonly inForce: boolean;
  /** Reference of the request it was carried over to; `null` unless it was. */
  readonly carriedOverTo: string | null;
}

/** An approval a request starts from, itself or through others. */
export interface EarlierApproval {
  readonly caseId: string;
  readonly promises: readonly PromiseOfApproval[];
}

/** What becomes of a promise of the approval a request starts from. */
export interface PromiseCarried {
  readonly conditionId: string;
  /** `open` where it is followed with the approval again. */
  readonly status: 'carried-over' | 'open';
}

/**
 * What is followed of the approvals a request starts from, by the ids its exceptions have in the request.
 * @param caseId of the request
 * @param earlier the approval it starts from, then the one that starts from, and so on
 */
export function asInRequest(
  caseId: string,
  earlier: readonly EarlierApproval[],
): readonly (readonly PromiseOfApproval[])[] {
  return earlier.map(({ promises }, index) => {
    // Each request on the way gave the exception an id of its own.
    const way = [caseId, ...earlier.slice(0, index).map((one) => one.caseId)].reverse();
    return promises.map((promise) => ({
      ...promise,
      exceptionId:
        promise.exceptionId === null
          ? null
          : way.reduce((id, through) => carriedOverId(through, id), promise.exceptionId),
    }));
  });
}

/**
 * Promises that a decision asks for: not what was settled under an earlier decision on the request, nor under an approval
 * it starts from. What was carried over from such an approval is asked for, because it is followed here from now on.
 * @param own what is followed of earlier decisions on the request
 */
export function stillToAsk(
  promised: readonly Promised[],
  own: readonly FollowedPromise[],
  earlier: readonly (readonly PromiseOfApproval[])[],
): readonly Promised[] {
  const before = [...own, ...earlier.flat().filter(({ status }) => status !== 'carried-over')];
  return promised.filter((promise) => !isSettledBefore(promise, before));
}

/**
 * What a decision on a request does to the promises of the approval it starts from: what it asks for as well is followed
 * with it alone, and what it asks for no more, because another decision was carried out before, with the approval again.
 * What cannot be matched stays as it is: somebody took it out of the request. This service's own rule.
 * @param reference of the request
 * @param asked by the decision
 * @param own what is followed of earlier decisions on the request
 * @param of the approval, as {@link asInRequest} gives it
 */
export function promisesCarried(
  reference: string,
  asked: readonly Promised[],
  own: readonly FollowedPromise[],
  of: readonly PromiseOfApproval[],
): readonly PromiseCarried[] {
  const followedHere = [...asked, ...own.filter(({ status }) => isSettled(status))];
  return of.flatMap((promise): readonly PromiseCarried[] => {
    const { id: conditionId, inForce, status, carriedOverTo } = promise;
    const isHere = followedHere.some((one) => isSamePromise(one, promise));
    if (promise.kind === 'condition' || !inForce) return [];
    if (isHere && !isSettled(status)) return [{ conditionId, status: 'carried-over' }];
    return !isHere && carriedOverTo === reference ? [{ conditionId, status: 'open' }] : [];
  });
}
