import type { CaseState } from '#domain';
import type { Queryable } from '../database/statement.js';
import { DISPOSED_AT, utc } from '../cases/json-fragments.js';

/** A question as far as the change looks at it that marks it as the case it is about. */
export interface QuestionToMark {
  readonly id: string;
  readonly aboutCaseId: string;
  readonly organisationId: string;
  readonly state: CaseState;
  readonly revision: number;
  /** Hex. */
  readonly headHash: string;
  /** UTC. */
  readonly updatedAt: string;
  readonly currentVersion: number | null;
  readonly departmentHands: readonly string[];
}

/** Name the database gives where a question would be left less strictly marked than the case it is about. */
export const QUESTION_MARKING_CONSTRAINT = 'advice_request_marking';

/** The questions about some cases that are OFFICIAL still, in one order; none whose text was disposed of. */
export function questionsToMark(
  queryable: Queryable,
  caseIds: readonly string[],
): Promise<readonly QuestionToMark[]> {
  return queryable.query<QuestionToMark>({
    name: 'questions_to_mark',
    text: `select c.id, q.about_case_id as "aboutCaseId", c.organisation_id as "organisationId", c.state, c.revision,
        encode(c.head_hash, 'hex') as "headHash", ${utc('c.updated_at')} as "updatedAt",
        c.current_version as "currentVersion", to_jsonb(c.department_hands) as "departmentHands"
      from advice_request q join spend_case c on c.id = q.case_id
      where q.about_case_id = any($1::uuid[]) and c.protective_marking = 'OFFICIAL' and ${DISPOSED_AT} is null
      order by c.id`,
    values: [caseIds],
  });
}

/** The names of every organisation the service knows, those that have ended included. */
export async function organisationNames(
  queryable: Queryable,
): Promise<readonly { readonly id: string; readonly name: string; readonly acronym: string | null }[]> {
  return queryable.query({
    name: 'organisation_names',
    text: `select id, name, acronym from organisation order by name, id`,
    values: [],
  });
}
