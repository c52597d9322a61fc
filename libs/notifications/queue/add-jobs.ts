import type { JobsOptions, Queue } from 'bullmq';

/** A job as it is to stand in its queue. */
export interface NewJob<Data> {
  readonly data: Data;
  readonly opts: JobsOptions;
}

/**
 * Up to so many jobs are added one by one. On PostgreSQL BullMQ makes temporary tables to add many at once, which costs
 * as much as to add several, and leaves dead rows in the server's own tables. A change tells few people.
 */
const FEW = 4;

/**
 * Puts jobs into a queue; one that is there already is left as it is.
 * @throws when the queue cannot be reached; some of the jobs may be in it then
 */
export async function addJobs<Data>(
  queue: Queue<Data>,
  name: Parameters<typeof queue.add>[0],
  jobs: readonly NewJob<Data>[],
): Promise<void> {
  const named = jobs.map(({ data, opts }) => ({ name, data, opts })) as Parameters<typeof queue.addBulk>[0];
  if (named.length > FEW) await queue.addBulk(named);
  else await Promise.all(named.map((job) => queue.add(job.name, job.data, job.opts)));
}
