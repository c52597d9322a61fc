import { LogVerifier, SealingService, type VerificationReport } from '#audit';
import { formatSigningKey, generateSigningKey, type SigningKey } from '#domain';
import { latestCheckpoint } from '#persistence';
import { Config } from '#platform';
import { startWorld, type World } from '../api/world/api-world.js';

/** What the log of these tests is called. */
export const ORIGIN = 'tests.example/spend-control';

/** A world whose log is signed. */
export interface LogWorld extends World {
  readonly key: SigningKey;
  readonly sealing: SealingService;
  /** The world's configuration with some settings changed. */
  withSettings(settings: Partial<Config>): Config;
  /** The latest signed note. */
  checkpoint(): Promise<string>;
  /** Verifies the log, trusting the world's key, and against checkpoints kept outside. */
  verify(kept?: readonly string[], trusted?: readonly SigningKey[]): Promise<VerificationReport>;
}

/** Starts a world with a key of its own; `environment` changes settings. */
export async function startLogWorld(
  key = generateSigningKey(ORIGIN),
  environment: Record<string, string> = {},
): Promise<LogWorld> {
  const world = await startWorld({
    LOG_SIGNING_KEY: formatSigningKey(key),
    LOG_ORIGIN: ORIGIN,
    ...environment,
  });
  return {
    ...world,
    key,
    sealing: world.api.app.get(SealingService, { strict: false }),
    withSettings: (settings) => Object.assign(new Config(), world.config, settings),
    checkpoint: async () => (await latestCheckpoint(world.database))?.note ?? '',
    verify: (kept = [], trusted = [key]) => {
      const keys = trusted.map(({ verifier }) => verifier);
      return new LogVerifier(world.database).verify({
        origin: ORIGIN,
        trusted: keys,
        known: keys,
        kept: kept.map((note) => ({ note, source: 'the checkpoint that was kept' })),
      });
    },
  };
}
