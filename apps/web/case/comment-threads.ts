import type { Audience, PointNumber } from '#domain';
import type { CommentText } from './case-texts.js';

/** A comment with what its reader can do about it. */
export interface CommentView extends CommentText {
  readonly isOwn: boolean;
}

/** A comment and the answers to it, oldest first. */
export interface Thread {
  readonly first: CommentView;
  readonly answers: readonly CommentView[];
  readonly audience: Audience;
}

/** The threads of a case, latest first; an answer to an answer stands in the thread of both. */
export function threadsOf(
  comments: readonly CommentText[],
  readerId: string,
  point: PointNumber | null = null,
): readonly Thread[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const rootOf = (comment: CommentText): string => {
    const parent = comment.parentId === null ? undefined : byId.get(comment.parentId);
    return parent === undefined ? comment.id : rootOf(parent);
  };
  const view = (comment: CommentText): CommentView => ({ ...comment, isOwn: comment.author.id === readerId });
  return comments
    .filter((comment) => rootOf(comment) === comment.id && (point === null || comment.point === point))
    .toReversed()
    .map((first) => ({
      first: view(first),
      answers: comments.filter((one) => one.id !== first.id && rootOf(one) === first.id).map(view),
      audience: first.audience,
    }));
}
