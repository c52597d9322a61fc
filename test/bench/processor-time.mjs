import { readdirSync, readFileSync } from 'node:fs';

/** What the system counts processor time in where it does not say it more closely: a hundredth of a second. */
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

/** Milliseconds of some fields, which are counted in ticks. */
function ticksIn(fields, places) {
  return places.reduce((sum, place) => sum + Number(fields[place]), 0) * TICK_MS;
}

/** Milliseconds all threads of a process have run, to the nanosecond where the system tells it. */
function timeOfThreads(pid, fields) {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .map(
        (thread) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6,
      )
      .reduce((sum, one) => sum + one, 0);
  } catch {
    return ticksIn(fields, TIMES);
  }
}

/** Processor time of a process and its children since they began, in milliseconds; `undefined` elsewhere than on Linux. */
export function processorTimeOf(pid) {
  const own = fieldsOf(pid);
  if (own === undefined) return undefined;
  let time = timeOfThreads(pid, own) + ticksIn(own, TIMES_OF_ENDED_CHILDREN);
  for (const entry of readdirSync('/proc')) {
    const fields = /^\d+$/.test(entry) ? fieldsOf(entry) : undefined;
    if (fields?.[PARENT] === String(pid)) time += timeOfThreads(entry, fields);
  }
  return time;
}
