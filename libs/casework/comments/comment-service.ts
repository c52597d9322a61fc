import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Audience, CaseAction, PointNumber } from '#domain';
import {
  addComment,
  editComment,
  keepFormerComment,
  settleComment,
  type CaseRecord,
  type CommentRecord,
} from '#persistence';
import { conflict, notFound, notPermitted, unprocessable } from '#platform';
import { seesInternal, type Acting } from '../desk/acting.js';
import { CaseDesk } from '../desk/case-desk.js';
import type { Answer } from '../desk/answer.js';

/** A comment as somebody writes it. */
export interface NewComment {
  readonly audience: Audience;
  readonly point: PointNumber | null;
  /** The comment it answers; then it belongs to that comment's thread, point and audience. */
  readonly parentId: string | null;
  readonly body: string;
}

function actionFor(audience: Audience): CaseAction {
  return audience === 'internal' ? 'comment-internally' : 'comment';
}

/** Comments on a case or on one of its points: threaded, resolvable, keeping what they said before. */
@Injectable()
export class CommentService {
  constructor(private readonly desk: CaseDesk) {}

  /** Adds a comment, or an answer to one. */
  add(acting: Acting, reference: string, comment: NewComment): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: actionFor(comment.audience),
      commentId: comment.parentId,
      request: () => ({}),
      plan: (record, by, _facts, at) => {
        const parent = comment.parentId === null ? null : parentOf(acting, record, comment);
        const point = parent === null ? comment.point : parent.point;
        const commentId = randomUUID();
        return {
          type: 'comment-added',
          payload: { commentId, point, parentId: comment.parentId, body: comment.body },
          toState: record.state,
          audience: comment.audience,
          riders: [
            addComment({
              id: commentId,
              point,
              version: record.currentVersion,
              audience: comment.audience,
              parentId: comment.parentId,
              body: comment.body,
              authorId: acting.personId,
              authorRole: by.role,
              createdAt: at,
            }),
          ],
          status: 201,
          etag: 1,
          location: `/api/v1/cases/${record.reference}/comments/${commentId}`,
          made: { commentId, commentRevision: 1 },
        };
      },
    });
  }

  /** Changes what one's own comment says; what it said before is kept. */
  edit(
    acting: Acting,
    reference: string,
    expected: number,
    commentId: string,
    body: string,
  ): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: (record) => actionFor(commentIn(acting, record).audience),
      commentId,
      request: () => ({}),
      precondition: { expected, actual: (record) => commentIn(acting, record).revision },
      plan: (record, _by, _facts, at) => {
        const comment = commentIn(acting, record);
        if (comment.authorId !== acting.personId)
          throw notPermitted('Only the person who wrote a comment can change it. You can answer it instead');
        if (comment.body === body) throw conflict('The comment says this already');
        return {
          type: 'comment-edited',
          payload: { commentId, body, before: comment.body },
          toState: record.state,
          audience: comment.audience,
          version: comment.version,
          riders: [
            editComment(commentId, body, at),
            keepFormerComment(commentId, comment.revision, comment.body, acting.personId, at),
          ],
          etag: comment.revision + 1,
          made: { commentId, commentRevision: comment.revision + 1 },
        };
      },
    });
  }

  /** Marks a comment as resolved, or as open again. */
  settle(
    acting: Acting,
    reference: string,
    expected: number,
    commentId: string,
    resolved: boolean,
  ): Promise<Answer> {
    return this.desk.perform(acting, reference, {
      action: (record) => actionFor(commentIn(acting, record).audience),
      commentId,
      request: () => ({}),
      precondition: { expected, actual: (record) => commentIn(acting, record).revision },
      plan: (record, _by, _facts, at) => {
        const comment = commentIn(acting, record);
        if (comment.resolved === resolved)
          throw conflict(resolved ? 'This comment is resolved already' : 'This comment is open already');
        return {
          type: resolved ? 'comment-resolved' : 'comment-reopened',
          payload: { commentId },
          toState: record.state,
          audience: comment.audience,
          version: comment.version,
          riders: [settleComment(commentId, resolved ? acting.personId : null, at)],
          etag: comment.revision + 1,
          made: { commentId, commentRevision: comment.revision + 1 },
        };
      },
    });
  }
}

/**
 * The comment a change is about.
 * @throws ProblemError 404 when there is none, or none the person may see
 */
function commentIn(acting: Acting, record: CaseRecord): CommentRecord {
  const { comment } = record;
  const hidden = comment?.audience === 'internal' && !seesInternal(acting.roles, record.organisation.id);
  if (comment === null || hidden) throw notFound();
  return comment;
}

/**
 * The comment a new one answers.
 * @throws ProblemError 422 when it is not one the person can answer to this audience
 */
function parentOf(acting: Acting, record: CaseRecord, given: NewComment): CommentRecord {
  const { comment } = record;
  const hidden = comment?.audience === 'internal' && !seesInternal(acting.roles, record.organisation.id);
  if (comment === null || hidden)
    throw unprocessable('There is no such comment to answer on this case', [
      { pointer: '/parentId', detail: 'There is no such comment to answer on this case' },
    ]);
  if (comment.audience !== given.audience)
    throw unprocessable('An answer has the audience of the comment it answers', [
      { pointer: '/audience', detail: 'An answer has the audience of the comment it answers' },
    ]);
  return comment;
}
