import type { DatabasePatience } from '#persistence';
import type { Config } from '#platform';

/** How long work may take in the database while somebody waits for an answer. */
export function patienceOf(config: Config): DatabasePatience {
  return {
    statementSeconds: config.statementTimeoutSeconds,
    lockSeconds: config.lockTimeoutSeconds,
    idleTransactionSeconds: config.idleTransactionSeconds,
    answerSeconds: config.databaseAnswerSeconds,
  };
}
