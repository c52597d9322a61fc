// The API in a process of its own, with or without row-level security. Started by `row-security.mjs`.
import { ActingDatabase } from '../../dist/libs/persistence/database/acting-database.js';
import { runPlain } from '../../dist/libs/persistence/database/connections.js';

const [databaseUrl, security] = process.argv.slice(2);
if (security === 'off') {
  // As it was before: every statement by itself, as whoever the connection is of, and nobody is named.
  ActingDatabase.prototype.query = function (statement) {
    return runPlain(this.pool, statement);
  };
  ActingDatabase.prototype.settingText = () => '';
}
// The same process as otherwise, and nothing recorded, which would hide part of the difference.
process.argv = [...process.argv.slice(0, 2), databaseUrl, 'off'];
await import('./access-log-api.mjs');
