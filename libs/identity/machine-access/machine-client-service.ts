import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Scope, ServiceAccountRole } from '#domain';
import {
  Database,
  insertMachineClient,
  listMachineClients,
  revokeMachineClient,
  type MachineClientRow,
} from '#persistence';
import { Clock, Config, conflict, notFound, unprocessable } from '#platform';
import type { ActingPerson } from '../acting-person.js';
import { issuersOf } from './machine-issuers.js';

/** A client of an issuer, and the service account it acts as. */
export type MachineClient = MachineClientRow;

/** What is asked for a new client. */
export interface MachineClientDetails {
  readonly name: string;
  /** One of those configured. */
  readonly issuer: string;
  /** `sub` of its tokens. */
  readonly subject: string;
  readonly scopes: readonly Scope[];
  /** Address of whoever looks after the client; it becomes the service account’s, or is one’s already. */
  readonly email: string;
  readonly role: ServiceAccountRole;
  readonly organisationId: string;
}

/** Clients that come with the tokens of an issuer. Who may register one is decided at the route. */
@Injectable()
export class MachineClientService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Issuers whose tokens are taken; none unless configured. */
  get issuers(): readonly string[] {
    return issuersOf(this.config);
  }

  /** Every client, those that were revoked too, the latest first. */
  async all(by: ActingPerson): Promise<readonly MachineClient[]> {
    return listMachineClients(this.database.as(by));
  }

  /** @throws ProblemError 404 when there is none of this id */
  async one(id: string): Promise<MachineClient> {
    const [client] = await listMachineClients(this.database.asService(), id);
    if (client === undefined) throw noClient();
    return client;
  }

  /**
   * Lets a client act as a service account, which is added with its role unless it is there.
   *
   * @throws ProblemError 422 when the issuer is not configured or there is no such organisation; 409 when the client is
   *   registered already, or the address is a person's or a deactivated account's
   */
  async register(by: ActingPerson, details: MachineClientDetails): Promise<MachineClient> {
    const { name, issuer, subject, scopes, email, role, organisationId } = details;
    if (!this.issuers.includes(issuer)) {
      const detail = 'Enter an issuer this service is configured to trust';
      throw unprocessable(`${detail}.`, [{ pointer: '/issuer', detail }]);
    }
    const id = randomUUID();
    const registered = await insertMachineClient(this.database.asService(), {
      id,
      name,
      issuer,
      subject,
      scopes,
      account: { id: randomUUID(), email: email.toLowerCase() },
      role: { id: randomUUID(), role, organisationId },
      by: by.personId,
      now: this.clock.now(),
    });
    switch (registered.outcome) {
      case 'registered':
        return this.one(id);
      case 'no-such-organisation':
        throw unprocessable('There is no such organisation.', [
          { pointer: '/organisationId', detail: 'Enter the id of an organisation' },
        ]);
      case 'registered-already':
        throw refused('/subject', 'This client of the issuer is registered already');
      case 'address-of-a-person':
        throw refused('/email', 'This email address belongs to a person, and no client may act as a person');
      case 'account-deactivated':
        throw refused('/email', 'The service account with this email address was deactivated');
    }
  }

  /** Ends a client at once; ending it twice is no error. @throws ProblemError 404 when there is none */
  async revoke(by: ActingPerson, id: string): Promise<void> {
    if (!(await revokeMachineClient(this.database.asService(), id, by.personId, this.clock.now())))
      throw noClient();
  }
}

function noClient() {
  return notFound('There is no such client.');
}

function refused(pointer: string, detail: string) {
  return conflict(`${detail}.`, [{ pointer, detail }]);
}
