import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { overlapUntil, SECRET_BYTES, secretText, type DeliveryStatus, type EventType } from '#domain';
import {
  changeWebhook,
  Database,
  endWebhook,
  insertWebhook,
  listDeliveries,
  listWebhooks,
  replayDeliveries,
  rotateWebhookSecret,
  switchWebhook,
  type Actor,
  type DeliveryRow,
  type WebhookRow,
} from '#persistence';
import { Clock, Config, conflict, notFound, together, unprocessable, type ProblemError } from '#platform';
import { sealSecret } from './secret-sealing.js';
import { whyNotCallable } from './webhook-call.js';

/** An address of another system that is told what happens. */
export type WebhookEndpoint = WebhookRow;

/** One event an address is told of, with every attempt. */
export type WebhookDelivery = DeliveryRow;

/** What is asked for a new one. */
export interface WebhookDetails {
  /** Made by who asks, so that to ask twice adds one; a new one unless given. */
  readonly id?: string;
  readonly name: string;
  readonly url: string;
  readonly eventTypes: readonly EventType[];
  /** Whose cases it is told of; `null` for those of every organisation. */
  readonly organisationId: string | null;
}

/** An address with a secret, which is told once. */
export interface WebhookWithSecret {
  readonly webhook: WebhookEndpoint;
  /** As the Standard Webhooks specification writes it; `null` where it was asked for before, and told then. */
  readonly secret: string | null;
}

/** Addresses that are told what happens to cases. Who may look after them is decided at the route. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Every address, by name. */
  all(by: Actor): Promise<readonly WebhookEndpoint[]> {
    return listWebhooks(this.database.as(by), this.clock.now());
  }

  /** @throws ProblemError 404 when there is none of this id */
  async one(by: Actor, id: string): Promise<WebhookEndpoint> {
    const [webhook] = await listWebhooks(this.database.as(by), this.clock.now(), id);
    if (webhook === undefined) throw noWebhook();
    return webhook;
  }

  /**
   * Adds an address, which is told what happens from now on.
   * @throws ProblemError 422 when webhooks are off, the address is not one that may be called, or there is no such
   *   organisation
   */
  async add(by: Actor, details: WebhookDetails): Promise<WebhookWithSecret> {
    this.refuseAddress(details.url);
    const id = details.id ?? randomUUID();
    const secret = randomBytes(SECRET_BYTES);
    const change = { by: by.personId, at: this.clock.now() };
    if (!(await insertWebhook(this.database.asService(), { ...details, id }, this.sealed(secret), change))) {
      const [there] = await listWebhooks(this.database.as(by), this.clock.now(), id);
      if (there !== undefined) return { webhook: there, secret: null };
      const detail = 'Enter the id of an organisation, or leave it out for every organisation';
      throw unprocessable('There is no such organisation.', [{ pointer: '/organisationId', detail }]);
    }
    return { webhook: await this.one(by, id), secret: secretText(secret) };
  }

  /** Changes an address; what is left out stays. @throws ProblemError 404, 422 */
  async change(
    by: Actor,
    id: string,
    changes: Partial<Omit<WebhookDetails, 'organisationId' | 'id'>>,
  ): Promise<WebhookEndpoint> {
    const { name, url, eventTypes } = { ...(await this.going(by, id)), ...changes };
    this.refuseAddress(url);
    const change = { by: by.personId, at: this.clock.now() };
    await changeWebhook(this.database.asService(), id, { name, url, eventTypes }, change);
    return this.one(by, id);
  }

  /**
   * Makes a new secret. For a day what is sent is signed with both.
   * @param endFormer also while the secret before the current one still signs, which then ends at once
   * @throws ProblemError 404, 422; 409 while the secret before still signs, unless that is to end
   */
  async rotate(by: Actor, id: string, endFormer = false): Promise<WebhookWithSecret> {
    const secret = randomBytes(SECRET_BYTES);
    const at = this.clock.now();
    const change = { by: by.personId, at };
    const sealed = this.sealed(secret);
    const former = { formerUntil: overlapUntil(at), endFormer };
    await this.going(by, id);
    if (!(await rotateWebhookSecret(this.database.asService(), id, sealed, former, change)))
      throw conflict(
        'Messages are still signed with the secret before as well. With another new secret that would end at once: confirm that the other system does not need it any more.',
      );
    return { webhook: await this.one(by, id), secret: secretText(secret) };
  }

  /** Disables an address, or enables it again: then it is told what has waited. @throws ProblemError 404 */
  async switch(by: Actor, id: string, to: 'disabled' | 'enabled'): Promise<void> {
    await this.going(by, id);
    const change = { by: by.personId, at: this.clock.now() };
    if (!(await switchWebhook(this.database.asService(), id, to, change))) throw noWebhook();
  }

  /** Ends an address for good: its secrets are destroyed, what it was told stays on record. @throws ProblemError 404 */
  async end(by: Actor, id: string): Promise<void> {
    const change = { by: by.personId, at: this.clock.now() };
    if (!(await endWebhook(this.database.asService(), id, change))) throw noWebhook();
  }

  /** What it was told, the latest event first. @throws ProblemError 404 */
  async deliveries(
    by: Actor,
    id: string,
    before: number | null,
    limit: number,
  ): Promise<readonly WebhookDelivery[]> {
    return (await this.withDeliveries(by, id, before, limit)).deliveries;
  }

  /** An address and what it was told, the latest event first, in one round trip. @throws ProblemError 404 */
  async withDeliveries(
    by: Actor,
    id: string,
    before: number | null,
    limit: number,
  ): Promise<{ readonly webhook: WebhookEndpoint; readonly deliveries: readonly WebhookDelivery[] }> {
    const asked = this.database.as(by);
    const [webhook, deliveries] = await together([
      this.one(by, id),
      listDeliveries(asked, id, before, limit),
    ]);
    return { webhook, deliveries };
  }

  /**
   * Has something sent again under the id it had: one delivery, or all that were given up.
   * @returns how many
   * @throws ProblemError 404 when there is no such delivery; 409 when it waits already, or was held back
   */
  async replay(by: Actor, id: string, which: { readonly id: string } | 'given-up'): Promise<number> {
    await this.going(by, id);
    const { count, before } = await replayDeliveries(this.database.asService(), id, which, this.clock.now());
    if (count === 0 && which !== 'given-up') throw cannotBeSentAgain(before);
    return count;
  }

  /** Whether addresses can be added: whoever runs the service has given a key for their secrets. */
  get on(): boolean {
    return this.config.webhookKey !== null;
  }

  /** Whether addresses of private networks can be called: in local mode alone, where that is set. */
  get allowsPrivate(): boolean {
    return this.config.webhookPrivateAddresses === 'allowed';
  }

  /** What to do about an address that may not be called, as a sentence without a full stop; `null` where it may be. */
  faultOf(url: string): string | null {
    return whyNotCallable(url, this.allowsPrivate);
  }

  /** @throws ProblemError 404 when there is none of this id, 409 when it has ended */
  private async going(by: Actor, id: string): Promise<WebhookEndpoint> {
    const webhook = await this.one(by, id);
    if (webhook.endedAt !== null) throw conflict('This webhook has ended for good: add another one.');
    return webhook;
  }

  private refuseAddress(url: string): void {
    const detail = this.faultOf(url);
    if (detail !== null) throw unprocessable('The address cannot be called.', [{ pointer: '/url', detail }]);
  }

  private sealed(secret: Uint8Array): Buffer {
    const { webhookKey, webhookRetiringKey, sealing } = this.config;
    if (webhookKey !== null) return sealSecret({ webhookKey, webhookRetiringKey, sealing }, secret);
    throw unprocessable('Webhooks are off: whoever runs the service has to set WEBHOOK_KEY.', []);
  }
}

function noWebhook() {
  return notFound('There is no such webhook.');
}

function cannotBeSentAgain(status: DeliveryStatus | null): ProblemError {
  if (status === null) return notFound('There is no such delivery.');
  return conflict(
    status === 'withheld'
      ? 'This was held back because its case was marked higher than OFFICIAL, or names one that was, before it was sent: nothing is sent of such a case.'
      : 'This waits to be sent already.',
  );
}
