import { Injectable } from '@nestjs/common';
import {
  askedToWaitUntil,
  failingBefore,
  nextDelivery,
  pausedUntil,
  saysItIsGone,
  signedHeaders,
  webhookBody,
} from '#domain';
import {
  claimDelivery,
  Database,
  disableFailingWebhook,
  dueDeliveries,
  planDeliveries,
  resealSecret,
  sealedSecrets,
  settleAttempt,
  withholdDelivery,
  type AttemptResult,
  type ClaimedDelivery,
  type DueDelivery,
} from '#persistence';
import { AppLogger, Clock, Config } from '#platform';
import { Chance } from '../sending/retry-plan.js';
import { openSecret, sealedAnew } from './secret-sealing.js';
import { callWebhook, NameResolution, type CallResult } from './webhook-call.js';

/** Events of the log looked at at once, and deliveries handed out by one round. */
const REACH = 2_000;
const BATCH = 500;
/** After this long others may take a delivery to be abandoned, in milliseconds; longer than any call. */
const LEASE_MS = 120_000;

/**
 * Tells other systems what happened. What is to be told is rows, worked out from the log by a position per address, so
 * that nothing is lost and no change to a case waits; a row is sent by whoever takes it, and settled with a record of the
 * attempt. Addresses take turns: of each a call or two are under way at once, and one that does not take what it is sent
 * waits as a whole. At least once: who took a message in the moment this process died is sent it again, under the same id.
 */
@Injectable()
export class WebhookSender {
  private isResealed = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly resolution: NameResolution,
    private readonly chance: Chance,
    private readonly logger: AppLogger,
  ) {}

  /** Writes down what is to be told since last time, and gives what is due. Nothing where webhooks are off. */
  async due(): Promise<readonly DueDelivery[]> {
    if (this.config.webhookKey === null) return [];
    await this.reseal();
    const now = this.clock.now();
    const database = this.database.asService();
    while (await planDeliveries(database, now, REACH));
    return dueDeliveries(database, now, BATCH);
  }

  /** Once a process: what is sealed otherwise than it would be today, by key or cipher, is sealed anew. */
  private async reseal(): Promise<void> {
    const { webhookKey, webhookRetiringKey, sealing } = this.config;
    if (webhookKey === null || this.isResealed) return;
    const database = this.database.asService();
    for (const secret of await sealedSecrets(database)) {
      const anew = sealedAnew({ webhookKey, webhookRetiringKey, sealing }, secret.sealed);
      if (anew !== null) await resealSecret(database, secret, anew);
    }
    this.isResealed = true;
  }

  /** What is due to the address of a delivery that is done with. */
  following(id: string): Promise<readonly DueDelivery[]> {
    return dueDeliveries(this.database.asService(), this.clock.now(), BATCH, id);
  }

  /** Sends one, if it is due and nobody else has it in hand. */
  async attempt(id: string): Promise<'nothing-to-do' | 'withheld' | AttemptResult['outcome']> {
    const { webhookKey, webhookRetiringKey, sealing } = this.config;
    if (webhookKey === null) return 'nothing-to-do';
    const now = this.clock.now();
    const leaseUntil = new Date(now.getTime() + LEASE_MS);
    const claimed = await claimDelivery(this.database.asService(), id, now, leaseUntil);
    if (claimed === null) return 'nothing-to-do';
    if (claimed.protectiveMarking !== 'OFFICIAL' || !claimed.namesOnlyOfficial) {
      await withholdDelivery(this.database.asService(), claimed, now);
      return 'withheld';
    }
    const body = webhookBody(claimed);
    const secrets = claimed.secrets.map((sealed) =>
      openSecret({ webhookKey, webhookRetiringKey, sealing }, sealed),
    );
    const result = await callWebhook(claimed.url, signedHeaders(claimed.id, now, body, secrets), body, {
      allowPrivate: this.config.webhookPrivateAddresses === 'allowed',
      timeoutMs: this.config.webhookTimeoutSeconds * 1_000,
      resolution: this.resolution,
    });
    await this.settle(claimed, result);
    const { outcome, statusCode, milliseconds } = result;
    this.logger.info(
      {
        deliveryId: id,
        endpointId: claimed.endpointId,
        attempt: claimed.attempts,
        outcome,
        statusCode,
        milliseconds,
      },
      'Webhook attempted',
    );
    return result.outcome;
  }

  private async settle(claimed: ClaimedDelivery, result: CallResult): Promise<void> {
    const database = this.database.asService();
    const at = this.clock.now();
    if (result.outcome === 'delivered') {
      const next = { status: 'delivered', at, nextAttemptAt: null, pausedUntil: null } as const;
      await settleAttempt(database, claimed, result, next);
      return;
    }
    const gone = saysItIsGone(result);
    const asked = askedToWaitUntil(result, at);
    const planned = nextDelivery(claimed.tries, at, this.chance.next());
    // What an address did not take because it is gone waits for the day it is enabled again.
    const nextAttemptAt = gone ? at : planned && later(planned, asked);
    await settleAttempt(database, claimed, result, {
      status: nextAttemptAt === null ? 'given-up' : 'queued',
      at,
      nextAttemptAt,
      pausedUntil: later(pausedUntil(claimed.failures + 1, at), asked),
    });
    const [why, before] = gone ? (['gone', at] as const) : (['failing', failingBefore(at)] as const);
    if (await disableFailingWebhook(database, claimed.endpointId, why, before, at))
      this.logger.warn({ endpointId: claimed.endpointId, why }, 'A webhook was disabled');
  }
}

function later(one: Date, other: Date | null): Date {
  return other !== null && other > one ? other : one;
}
