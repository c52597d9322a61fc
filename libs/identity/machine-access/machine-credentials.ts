import { Injectable } from '@nestjs/common';
import type { MachineKind, Scope } from '#domain';
import {
  Database,
  useMachineClient,
  useMachineToken,
  type MachineHolderRow,
  type MachineUse,
} from '#persistence';
import { Clock, Config } from '#platform';
import type { MachineHolder } from '../acting-person.js';
import { possibleHashes } from '../signing-in/token.js';
import { JwtVerifier, looksLikeJwt } from './jwt-verifier.js';
import { looksLikeMachineToken } from './machine-token.js';

/** A use is noted where the last one noted is longer ago than this, so that not every request is a write. */
const NOTED_EVERY_MS = 60_000;

/** Finds out whom a program asks for, by the token it comes with. */
@Injectable()
export class MachineCredentials {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly jwts: JwtVerifier,
  ) {}

  /**
   * Whom a program asks for, with the roles valid now and what it may do at most; `null` for a token that does not
   * work. Notes the use, to the minute.
   *
   * @throws ProblemError 503 when the keys of its issuer are needed and cannot be fetched
   */
  async personOf(token: string): Promise<MachineHolder | null> {
    if (looksLikeMachineToken(token)) {
      const use = this.use();
      const holder = await useMachineToken(
        this.database.asService(),
        possibleHashes(this.config, token),
        use,
      );
      return holder === null ? null : holderOf('token', holder, holder.scopes, use.now);
    }
    if (!looksLikeJwt(token)) return null;
    const verified = await this.jwts.verify(token);
    if (verified === null) return null;
    const { issuer, subject } = verified;
    const use = this.use();
    const holder = await useMachineClient(this.database.asService(), issuer, subject, use);
    if (holder === null) return null;
    const { scopes } = holder;
    return holderOf(
      'client',
      holder,
      verified.scopes.filter((scope) => scopes.includes(scope)),
      use.now,
    );
  }

  private use(): MachineUse {
    const now = this.clock.now();
    return { now, notedBefore: new Date(now.getTime() - NOTED_EVERY_MS) };
  }
}

function holderOf(
  kind: MachineKind,
  { machineId, personId, name, email, roles, recognised }: MachineHolderRow,
  scopes: readonly Scope[],
  rolesAt: Date,
): MachineHolder {
  return { personId, name, email, roles, rolesAt, recognised, machine: { kind, id: machineId, scopes } };
}
