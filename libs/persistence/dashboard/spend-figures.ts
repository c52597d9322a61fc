import type { FigureOrganisation, SpendFigure } from '#domain';
import { fitsSearch, type CaseSearch } from '../cases/case-search.js';
import { binder } from '../database/binding.js';
import type { Queryable } from '../database/statement.js';
import {
  IS_APPROVAL,
  IS_REPORT_OVERDUE,
  LATEST_REPORT,
  SPEND_STANDING,
} from '../decision-history/spend-sql.js';
import { byOrganisation } from './dashboard-figures.js';

/** What was approved, and what was spent of it, by organisation: most approved first. */
export async function sumSpend(
  queryable: Queryable,
  search: CaseSearch,
): Promise<readonly (FigureOrganisation & SpendFigure)[]> {
  const { values, bind } = binder();
  return queryable.query<FigureOrganisation & SpendFigure>({
    text: byOrganisation({
      counted: `select s.* from (select c.organisation_id, d.approved_pence, sr.total_pence,
          ${SPEND_STANDING} as standing, ${IS_REPORT_OVERDUE} as overdue
        from spend_case c join decision d on d.id = c.decision_id ${LATEST_REPORT}
        where ${IS_APPROVAL} and ${fitsSearch(search, bind)}) s where s.standing <> 'replaced'`,
      most: 'sum(n.approved_pence)',
      columns: `count(*)::int as approvals, sum(n.approved_pence)::bigint as "approvedPence",
        coalesce(sum(n.approved_pence) filter (where n.total_pence is not null), 0)::bigint as "reportedOfPence",
        coalesce(sum(n.total_pence), 0)::bigint as "spentPence",
        count(*) filter (where n.standing = 'over')::int as over,
        count(*) filter (where n.standing = 'not-reported')::int as "notReported",
        count(*) filter (where n.overdue)::int as overdue`,
    }),
    values,
  });
}
