import type { Audience, PointNumber, Role } from '#domain';
import type { Rider } from './case-change.js';

/** Adds a comment. */
export function addComment(comment: {
  readonly id: string;
  readonly point: PointNumber | null;
  readonly version: number | null;
  readonly audience: Audience;
  readonly parentId: string | null;
  readonly body: string;
  readonly authorId: string;
  readonly authorRole: Role;
  readonly createdAt: Date;
}): Rider {
  return (
    bind,
  ) => `insert into comment (id, case_id, point, version, audience, parent_id, body, revision, author_id,
      author_role, created_at)
    select ${bind(comment.id, 'uuid')}, id, ${bind(comment.point, 'smallint')}, ${bind(comment.version, 'int')},
      ${bind(comment.audience, 'text')}, ${bind(comment.parentId, 'uuid')}, ${bind(comment.body, 'text')}, 1,
      ${bind(comment.authorId, 'uuid')}, ${bind(comment.authorRole, 'text')},
      ${bind(comment.createdAt, 'timestamptz')}
    from changed`;
}

/** Changes what a comment says. */
export function editComment(commentId: string, body: string, at: Date): Rider {
  return (bind) => `update comment set body = ${bind(body, 'text')}, revision = comment.revision + 1,
      edited_at = ${bind(at, 'timestamptz')}
    from changed where comment.id = ${bind(commentId, 'uuid')} and comment.case_id = changed.id`;
}

/** Keeps what a comment said before. */
export function keepFormerComment(
  commentId: string,
  revision: number,
  body: string,
  replacedBy: string,
  at: Date,
): Rider {
  return (bind) => `insert into comment_edit (comment_id, revision, body, replaced_by, replaced_at)
    select ${bind(commentId, 'uuid')}, ${bind(revision, 'int')}, ${bind(body, 'text')},
      ${bind(replacedBy, 'uuid')}, ${bind(at, 'timestamptz')}
    from changed`;
}

/** Marks a comment as resolved, or open again where `by` is null. */
export function settleComment(commentId: string, by: string | null, at: Date): Rider {
  return (bind) => `update comment set revision = comment.revision + 1,
      resolved_by = ${bind(by, 'uuid')}, resolved_at = ${bind(by === null ? null : at, 'timestamptz')}
    from changed where comment.id = ${bind(commentId, 'uuid')} and comment.case_id = changed.id`;
}
