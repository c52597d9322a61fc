import type { PipelineCriteria } from '#domain';

/** Address of the pipeline, or of a file of it, narrowed as asked. */
export function pipelinePath(
  { organisationId, period, show }: PipelineCriteria,
  { page = '', after = null }: { readonly page?: string; readonly after?: string | null } = {},
): string {
  const query = new URLSearchParams({
    ...(organisationId === null ? {} : { organisation: organisationId }),
    ...(period === null ? {} : { period }),
    ...(show === 'all' ? {} : { show }),
    ...(after === null ? {} : { after }),
  }).toString();
  const path = `/pipeline${page}`;
  return query === '' ? path : `${path}?${query}`;
}
