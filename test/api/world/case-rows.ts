import { randomInt, randomUUID } from 'node:crypto';
import { makeCaseReference, type CaseFlag, type CaseState } from '#domain';
import type { World } from './api-world.js';

/** A case as a list looks at it; everything has a plain default. */
export interface CaseRow {
  readonly title?: string;
  readonly organisationId?: string;
  readonly state?: CaseState;
  readonly reviewerId?: string | null;
  readonly rating?: string | null;
  readonly route?: string | null;
  readonly requestedPence?: number | null;
  readonly category?: string | null;
  readonly flags?: Partial<Record<CaseFlag, boolean | null>>;
  readonly nextDueAt?: string | null;
  readonly createdAt?: Date;
  readonly departmentHands?: readonly string[];
  readonly givenBackBy?: readonly string[];
  readonly marking?: string;
}

/** Puts a case where its life would have brought it, and gives its title and id. */
export async function insertCaseRow(
  world: Pick<World, 'database' | 'organisations' | 'people' | 'clock'>,
  row: CaseRow = {},
): Promise<{ readonly id: string; readonly title: string; readonly reference: string }> {
  const id = randomUUID();
  const title = row.title ?? `Case ${id}`;
  const reference = makeCaseReference(randomInt);
  await world.database.query({
    text: `insert into spend_case (id, reference, organisation_id, state, revision, regime_version, title, year_amounts,
        flags, protective_marking, details_revision, created_by, created_at, updated_at, submitted_at, current_version,
        reviewer_id, rating, route, review_depth, requested_pence, category, next_due_at, next_due_target,
        department_hands, given_back_by)
      values ($1, $2, $3, $4, 1, 'v6', $5, '[]', $6, $7, 1, $8, $9, $9, $9, 1, $10, $11, $12, 'standard', $13, $14,
        $15, case when $15::timestamptz is not null then 'decide' end, $16, $17)`,
    values: [
      id,
      reference,
      row.organisationId ?? world.organisations.department.id,
      row.state ?? 'in-review',
      title,
      JSON.stringify(row.flags ?? {}),
      row.marking ?? 'OFFICIAL',
      world.people.submitter.id,
      row.createdAt ?? world.clock.now(),
      row.reviewerId ?? null,
      row.rating ?? null,
      row.route ?? null,
      row.requestedPence ?? null,
      row.category ?? null,
      row.nextDueAt ?? null,
      row.departmentHands ?? [],
      row.givenBackBy ?? [],
    ],
  });
  return { id, title, reference };
}
