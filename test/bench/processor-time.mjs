import { readdirSync, readFileSync } from 'node:fs';

/** What the system counts processor time in: a hundredth of a second wherever Linux runs. */
const TICK_MS = 10;

/** Where the fields of a process are, counted after its name, which may hold spaces. */
const PARENT = 1;
const TIMES = [11, 12];
const TIMES_OF_ENDED_CHILDREN = [13, 14];

function fieldsOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    // It has ended meanwhile; its parent has its time.
    return undefined;
  }
}

/** Processor time of a process and its children since they began, in milliseconds; `undefined` elsewhere than on Linux. */
export function processorTimeOf(pid) {
  const own = fieldsOf(pid);
  if (own === undefined) return undefined;
  const ticksIn = (fields, places) => places.reduce((sum, place) => sum + Number(fields[place]), 0);
  let ticks = ticksIn(own, [...TIMES, ...TIMES_OF_ENDED_CHILDREN]);
  for (const entry of readdirSync('/proc')) {
    const fields = /^\d+$/.test(entry) ? fieldsOf(entry) : undefined;
    if (fields?.[PARENT] === String(pid)) ticks += ticksIn(fields, TIMES);
  }
  return ticks * TICK_MS;
}
