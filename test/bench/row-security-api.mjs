// The API in a process of its own, with or without row-level security. Started by `row-security.mjs`.
import { ActingDatabase } from '../../dist/libs/persistence/database/acting-database.js';
import { sendTogether } from '../../dist/libs/persistence/database/statement-group.js';

const [databaseUrl, security] = process.argv.slice(2);
if (security === 'off') {
  // Sent in the same way, each by itself, as whoever the connection is of, and nobody is named.
  ActingDatabase.prototype.query = async function (statement) {
    const [rows] = await sendTogether(this.pool, [], [statement]);
    return rows;
  };
  ActingDatabase.prototype.settingText = () => '';
}
// The same process as otherwise, and nothing recorded, which would hide part of the difference.
process.argv = [...process.argv.slice(0, 2), databaseUrl, 'off'];
await import('./access-log-api.mjs');
