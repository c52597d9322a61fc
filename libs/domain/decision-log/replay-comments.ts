import { amend, type EventOf, type Working } from './replay-working.js';

export function takeComment(
  working: Working,
  { payload, version, audience, actorId, actorRole, occurredAt }: EventOf<'comment-added'>,
): void {
  const { commentId, point, parentId, body } = payload;
  working.comments.push({
    id: commentId,
    point,
    version,
    audience,
    parentId,
    body,
    revision: 1,
    authorId: actorId,
    authorRole: actorRole,
    createdAt: occurredAt,
    editedAt: null,
    resolvedAt: null,
    resolvedBy: null,
    before: [],
  });
}

export function takeCommentEdit(working: Working, event: EventOf<'comment-edited'>): void {
  const { commentId, body, before } = event.payload;
  amend(working.comments, commentId, event, (comment) => ({
    ...comment,
    body,
    revision: comment.revision + 1,
    editedAt: event.occurredAt,
    before: [
      ...comment.before,
      {
        revision: comment.revision,
        body: before,
        replacedBy: event.actorId,
        replacedAt: event.occurredAt,
      },
    ],
  }));
}

export function takeCommentSettled(
  working: Working,
  event: EventOf<'comment-resolved' | 'comment-reopened'>,
): void {
  const resolved = event.type === 'comment-resolved';
  amend(working.comments, event.payload.commentId, event, (comment) => ({
    ...comment,
    revision: comment.revision + 1,
    resolvedAt: resolved ? event.occurredAt : null,
    resolvedBy: resolved ? event.actorId : null,
  }));
}
