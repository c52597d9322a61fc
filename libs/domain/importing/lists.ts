import { CASE_FLAGS, UNANSWERED_FLAGS, type CaseFlag, type CaseFlags } from '../case/case-content.js';
import { LONGEST_NAME, LONGEST_REASON, MOST_CONDITIONS, MOST_SUPPLIERS } from '../case/limits.js';
import { bad, listed, readChoice, readDate, readText, shown, type Cell } from './cells.js';
import { IMPORTED_CONDITION_STATUSES, type ImportedCondition } from './imported-decision.js';

function partsOf(text: string, separator: RegExp): readonly string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Suppliers, separated by semicolons or line ends. */
export function readSuppliers(text: string): Cell<readonly string[]> {
  const suppliers = partsOf(text, /[;\n]/);
  if (suppliers.length > MOST_SUPPLIERS) return bad(`Name at most ${String(MOST_SUPPLIERS)} suppliers`);
  for (const supplier of suppliers) {
    const read = readText(supplier, LONGEST_NAME, false);
    if (!read.ok) return read;
  }
  return { ok: true, value: suppliers };
}

/** `publicFacing` as files write it: `public-facing`. */
function flagWord(flag: CaseFlag): string {
  return flag.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}

const FLAG_BY_WORD: ReadonlyMap<string, CaseFlag> = new Map(CASE_FLAGS.map((flag) => [flagWord(flag), flag]));

/** Words flags go by in a file, in the order of the flags. */
export const FLAG_WORDS: readonly string[] = [...FLAG_BY_WORD.keys()];

/** Flags that were answered: the name alone for yes, `name=no` for no. What is not named stays unanswered. */
export function readFlags(text: string): Cell<CaseFlags> {
  const answers: Partial<Record<CaseFlag, boolean>> = {};
  for (const part of partsOf(text, /[;\n]/)) {
    const [word = '', answer = 'yes', ...more] = part.toLowerCase().split('=');
    const flag = FLAG_BY_WORD.get(word.trim());
    if (flag === undefined) return bad(`Write flags out of ${listed(FLAG_WORDS)}; “${shown(word)}” is none`);
    const yes = answer.trim() === 'yes';
    if (more.length > 0 || (!yes && answer.trim() !== 'no'))
      return bad(`Answer “${word.trim()}” with “=yes” or “=no”`);
    if (answers[flag] !== undefined) return bad(`Answer “${word.trim()}” once`);
    answers[flag] = yes;
  }
  return { ok: true, value: { ...UNANSWERED_FLAGS, ...answers } };
}

const LONGEST_EMAIL = 254;
const EMAIL = /^[^\s@|]+@[^\s@|]+\.[^\s@|]+$/;
const PARTS = 'text | due date | owner’s name | owner’s email address | status';

/** Conditions, one a line. */
export function readConditions(text: string): Cell<readonly ImportedCondition[]> {
  const lines = partsOf(text, /\n/);
  if (lines.length > MOST_CONDITIONS) return bad(`Give at most ${String(MOST_CONDITIONS)} conditions`);
  const conditions: ImportedCondition[] = [];
  for (const [index, line] of lines.entries()) {
    const read = readCondition(line);
    if (!read.ok) return bad(`Condition ${String(index + 1)}: ${read.reason}`);
    conditions.push(read.value);
  }
  return { ok: true, value: conditions };
}

function readCondition(line: string): Cell<ImportedCondition> {
  const parts = line.split('|').map((part) => part.trim());
  const [text = '', due = '', ownerName = '', ownerEmail = '', status = ''] = parts;
  if (parts.length < 4 || parts.length > 5 || parts.slice(0, 4).includes(''))
    return bad(`write “${PARTS}”; only the status may be left out`);
  const said = readText(text, LONGEST_REASON, false);
  if (!said.ok) return said;
  const dueOn = readDate(due);
  if (!dueOn.ok) return dueOn;
  const owner = readText(ownerName, LONGEST_NAME, false);
  if (!owner.ok) return owner;
  if (ownerEmail.length > LONGEST_EMAIL || !EMAIL.test(ownerEmail))
    return bad(`give the owner’s email address, like name@department.gov.uk; “${shown(ownerEmail)}” is none`);
  const stood = readChoice(status === '' ? 'open' : status, IMPORTED_CONDITION_STATUSES);
  if (!stood.ok) return stood;
  return {
    ok: true,
    value: { text, point: null, ownerName, ownerEmail, dueOn: dueOn.value, status: stood.value },
  };
}
