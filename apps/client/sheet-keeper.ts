import { isAdvice } from '#domain';
import { CaseSheet } from './case-sheet.js';
import { followEvents, type EventPart, type Following } from './follow-events.js';
import { readKept, writeWhole } from './kept-file.js';
import { AnswerError, type SpendControl } from './spend-control.js';

/** What is written beside the spreadsheet. */
interface Cursor {
  /** Of the service whose events these are: places in the log of another mean nothing. */
  readonly url: string;
  readonly next: number;
}

/**
 * Keeps a spreadsheet of cases up to date, until there is no more or it is stopped. The cursor is written after the
 * spreadsheet, and rows are found by their case: stopped anywhere, it goes on where it was and puts nothing in twice.
 * Without the cursor the spreadsheet is made anew.
 * @param url of the service, noted beside the cursor
 * @param tell is told how many rows were changed
 * @throws AnswerError when the service refuses
 */
export async function keepSheet(
  client: SpendControl,
  { url, file }: { readonly url: string; readonly file: string },
  following: Following = {},
  tell: (rows: number) => void = () => undefined,
): Promise<void> {
  const beside = `${file}.cursor`;
  const start = cursorIn(await readKept(beside), url);
  const sheet = CaseSheet.of(start === null ? null : await readKept(file));
  for await (const part of followEvents(client, start ?? 0, following)) {
    const changed = await bringUpToDate(client, sheet, part, following.signal);
    if (changed > 0 || (await readKept(file)) === null) await writeWhole(file, sheet.csv());
    await writeWhole(beside, `${JSON.stringify({ url, next: part.next } satisfies Cursor)}\n`);
    tell(changed);
  }
}

/** Where to go on; `null` where nothing was followed yet. */
function cursorIn(text: string | null, url: string): number | null {
  if (text === null) return null;
  const kept = JSON.parse(text) as Partial<Cursor>;
  if (kept.url !== url || typeof kept.next !== 'number')
    throw new Error(`This spreadsheet is one of ${kept.url ?? 'another service'}: give another file`);
  return kept.next;
}

/** Asks for every case, questions left out, something happened to since its row was made. Gives how many rows that changed. */
async function bringUpToDate(
  client: SpendControl,
  sheet: CaseSheet,
  { items }: EventPart,
  signal: AbortSignal | undefined,
): Promise<number> {
  const stopping = signal === undefined ? {} : { signal };
  // A question asks for no money, and is no row of a sheet of cases.
  const cases = items.filter(({ event }) => !isAdvice(event.toState));
  const changed = cases.filter((item) => item.event.sequence > sheet.revisionOf(item.case.reference));
  const references = new Set(changed.map((item) => item.case.reference));
  for (const reference of references) {
    const params = { path: { reference } };
    const { data, error, response } = await client.GET('/api/v1/cases/{reference}', { params, ...stopping });
    // One that may no longer be seen goes.
    if (response.status === 404) sheet.remove(reference);
    else if (data === undefined) throw new AnswerError(response.status, error);
    else sheet.put(data);
  }
  return references.size;
}
