import { Inject, Injectable } from '@nestjs/common';
import {
  parseSigningKey,
  parseVerifierKey,
  treeNamedBy,
  type SigningKey,
  type TreeHash,
  type VerifierKey,
} from '#domain';
import { Config, ConfigError } from '#platform';

/** What the configuration says of the log. */
export type LogSettings = Pick<
  Config,
  'publicUrl' | 'logOrigin' | 'logSigningKey' | 'logRetiringKey' | 'logEarlierKeys' | 'logTreeHash'
>;

/** The keys of the log, from the configuration, and what the log is called. */
@Injectable()
export class LogKeys {
  /** Which log this is: with the hash function of the tree (`originOf`), the first line of every checkpoint. */
  readonly origin: string;
  /** The hash function of the tree that is signed from now on. */
  readonly treeHash: TreeHash;
  /** Keys that sign, the current one first; while keys are changed over, the one that retires signs what introduces its successor. */
  readonly signing: readonly SigningKey[];
  /** Keys that checkpoints introduce, which those that sign vouch for; none while one key signs alone. */
  readonly introduced: readonly VerifierKey[];
  /** Every key that may ever have signed. */
  readonly known: readonly VerifierKey[];

  constructor(@Inject(Config) config: LogSettings) {
    this.origin = config.logOrigin ?? `${new URL(config.publicUrl).host}/spend-control`;
    if (treeNamedBy(this.origin).log !== this.origin)
      throw new ConfigError(['LOG_ORIGIN must not end in the name of a hash function.']);
    this.treeHash = config.logTreeHash;
    const current = read('LOG_SIGNING_KEY', config.logSigningKey, parseSigningKey);
    this.signing = [...current, ...read('LOG_RETIRING_KEY', config.logRetiringKey, parseSigningKey)];
    this.introduced = this.signing.length > 1 ? current.map(({ verifier }) => verifier) : [];
    this.known = [
      ...this.signing.map(({ verifier }) => verifier),
      ...read('LOG_EARLIER_KEYS', config.logEarlierKeys, parseVerifierKey),
    ];
  }
}

/** @throws ConfigError which never repeats what the variable was set to */
function read<Key>(variable: string, value: string | null, parse: (text: string) => Key): readonly Key[] {
  if (value === null) return [];
  try {
    return value.split(/\s+/).map(parse);
  } catch {
    throw new ConfigError([`${variable} must be a key as npm run log-key makes it.`]);
  }
}
