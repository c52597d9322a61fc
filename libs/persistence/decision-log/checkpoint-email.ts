import type { Queryable } from '../database/statement.js';

/** Name of the template that sends a checkpoint. */
export const LOG_CHECKPOINT = 'log-checkpoint';

/**
 * Queues the email that gives somebody outside a checkpoint to keep; one for an address and a day, however often and by
 * however many workers it is asked for.
 * @param day London, `YYYY-MM-DD`
 */
export async function queueCheckpointEmail(
  queryable: Queryable,
  email: {
    readonly id: string;
    readonly address: string;
    readonly day: string;
    readonly size: number;
    readonly note: string;
    readonly now: Date;
  },
): Promise<void> {
  await queryable.query({
    name: 'log_checkpoint_email',
    text: `insert into email (id, occasion, template, recipient_name, recipient_address, recipient_role, parameters,
        status, attempts, created_at, next_attempt_at)
      values ($1, 'checkpoint:' || $2::text || ':' || $3::text, $4, $3, $3, 'checkpoint-keeper',
        jsonb_build_object('size', $5::bigint, 'note', $6::text), 'queued', 0, $7, $7)
      on conflict (occasion) do nothing`,
    values: [email.id, email.day, email.address, LOG_CHECKPOINT, email.size, email.note, email.now],
  });
}
