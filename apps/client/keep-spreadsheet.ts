import { parseArgs } from 'node:util';
import { keepSheet } from './sheet-keeper.js';
import { spendControl } from './spend-control.js';
import { isServiceAddress, notAnAddress, whatToDo } from './what-to-do.js';

const USAGE = `npm run keep-spreadsheet -- --url https://… --file cases.csv [--every 30] [--once]

Keeps a CSV file of all cases you may see up to date, until you stop it. Questions to
GDS Assurance are not among them. The token of a program with the scope
“cases:read” comes from the environment, as SPEND_CONTROL_TOKEN. Where it has come to is kept beside the file, in
cases.csv.cursor: take that away to have the file made anew.

  --every  seconds between looking for what is new
  --once   end when there is nothing new`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      file: { type: 'string' },
      every: { type: 'string', default: '30' },
      once: { type: 'boolean', default: false },
    },
  });
  const { file, every, once } = values;
  const url = values.url?.replace(/\/+$/, '');
  const token = process.env['SPEND_CONTROL_TOKEN'] ?? '';
  if (url === undefined || file === undefined || token === '' || !/^[1-9]\d{0,4}$/.test(every)) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  if (!isServiceAddress(url)) {
    process.stderr.write(`${notAnAddress(url)}\n`);
    return 1;
  }
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      stopping.abort();
    });
  const following = { signal: stopping.signal, ...(once ? {} : { everyMs: Number(every) * 1_000 }) };
  try {
    await keepSheet(spendControl({ url, token }), { url, file }, following, (rows) => {
      process.stdout.write(`${file} is up to date (rows changed: ${String(rows)})\n`);
    });
  } catch (error) {
    if (stopping.signal.aborted) return 0;
    process.stderr.write(`${whatToDo(error, url)}\n`);
    return 1;
  }
  return 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    // The options could not be read.
    process.stderr.write(
      `${error instanceof Error ? error.message : 'The file could not be kept'}\n\n${USAGE}\n`,
    );
    process.exit(1);
  },
);
