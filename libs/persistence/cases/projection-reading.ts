import { PROJECTED_COLUMNS, PROJECTED_TABLES, type ProjectedTable, type Projection } from '#domain';
import type { Queryable } from '../database/statement.js';
import { utc } from './json-fragments.js';

/** SQL of whether a row `t` of a table belongs to a case, whose id is given as SQL. */
function ofCase(table: ProjectedTable, caseId: string): string {
  if (table === 'spend_case') return `t.id = ${caseId}`;
  if (table === 'comment_edit')
    return `t.comment_id in (select m.id from comment m where m.case_id = ${caseId})`;
  if (table === 'guidance')
    return `t.id in (select s.guidance_id from guidance_source s where s.case_id = ${caseId})`;
  return `t.case_id = ${caseId}`;
}

function rowsOf(table: ProjectedTable, caseId: string): string {
  const columns = Object.entries(PROJECTED_COLUMNS[table]).map(([column, kind]) =>
    kind === 'instant' ? `${utc(`t.${column}`)} as ${column}` : `t.${column}`,
  );
  return `(select coalesce(jsonb_agg(to_jsonb(r)), '[]'::jsonb)
    from (select ${columns.join(', ')} from ${table} t where ${ofCase(table, caseId)}) r)`;
}

/** SQL of the `Projection` of a case, whose id is given as SQL, as JSON. */
export function projectionSql(caseId: string): string {
  const rows = PROJECTED_TABLES.map((table) => `'${table}', ${rowsOf(table, caseId)}`);
  return `jsonb_build_object(${rows.join(',\n')})`;
}

const READ = `select ${projectionSql('$1')} as rows`;

/**
 * The working rows of a case as they are, to be held against `projectionOf` its events; in one round trip, and so of
 * one revision. Every table is empty where there is no such case.
 */
export async function readProjection(queryable: Queryable, caseId: string): Promise<Projection> {
  const [row] = await queryable.query<{ rows: Projection }>({
    name: 'read_projection',
    text: READ,
    values: [caseId],
  });
  if (row === undefined) throw new Error('A statement without a table gave no row');
  return row.rows;
}
