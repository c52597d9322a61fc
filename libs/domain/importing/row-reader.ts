import { readChoice, readText, type Cell } from './cells.js';
import type { ImportProblem } from './header.js';

/** Reads cells one after another and remembers all that is wrong, so that somebody can put a row right at once. */
export class RowReader<Name extends string> {
  readonly problems: ImportProblem[] = [];

  constructor(private readonly cells: Readonly<Partial<Record<Name, string>>>) {}

  /** What a cell says; `null` where it is empty or wrong. */
  optional<Value>(column: Name, read: (text: string) => Cell<Value>): Value | null {
    const text = this.cells[column] ?? '';
    if (text === '') return null;
    const cell = read(text);
    if (cell.ok) return cell.value;
    this.refuse(column, cell.reason);
    return null;
  }

  /** As `optional`, for a cell that must not be empty. */
  required<Value>(column: Name, read: (text: string) => Cell<Value>): Value | null {
    if ((this.cells[column] ?? '') === '') this.refuse(column, 'Fill this in');
    return this.optional(column, read);
  }

  refuse(column: Name, reason: string): void {
    this.problems.push({ column, reason });
  }

  isEmpty(column: Name): boolean {
    return (this.cells[column] ?? '') === '';
  }
}

/** Reads a text of at most so many characters. */
export const text =
  (longest: number, multiline = false) =>
  (cell: string) =>
    readText(cell, longest, multiline);
/** Reads one of a few words. */
export const choice =
  <Word extends string>(words: readonly Word[]) =>
  (cell: string) =>
    readChoice(cell, words);
