import { LONGEST_NAME, MOST_SUPPLIERS } from '../case/limits.js';
import { bad, readText, type Cell } from '../importing/cells.js';

/** Names in one cell; `readNames` backwards. */
export function namesInCell(names: readonly string[]): string {
  return names.map((name) => name.trim().replaceAll(/[\\;]/g, String.raw`\$&`)).join('; ');
}

/** Names of suppliers, separated by semicolons or line ends; a backslash takes the next character as it is. */
export function readNames(text: string): Cell<readonly string[]> {
  const parts = [...text.matchAll(/(?:\\.|[^;\n])+/g)];
  const names = parts.map(([part]) => part.trim().replaceAll(/\\(.)/g, '$1')).filter((name) => name !== '');
  if (names.length > MOST_SUPPLIERS) return bad(`Name at most ${String(MOST_SUPPLIERS)} suppliers`);
  for (const name of names) {
    const read = readText(name, LONGEST_NAME, false);
    if (!read.ok) return read;
  }
  return { ok: true, value: names };
}
