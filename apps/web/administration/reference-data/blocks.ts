import { inSentenceCase, isLink, WHOSE_WORDS, type Known, type Provenance } from '#domain';

/** A cell of a table; a link where it has an address. */
export interface Cell {
  readonly text: string;
  readonly href?: string;
}

/** A part of a page that shows a document. */
export type Block =
  | { readonly kind: 'words'; readonly text: string }
  /** Something that must not be overlooked. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
    }
  /** Whose it is and where it was read. */
  | { readonly kind: 'origin'; readonly whose: string; readonly source: Cell };

/** A part of a document under a heading of its own. */
export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Last headings of a table whose rows each say whose they are. */
export const ORIGIN_HEAD = ['Whose', 'Source'] as const;

/** A paragraph. */
export function words(text: string): Block {
  return { kind: 'words', text };
}

/** A table; a cell is a text or one with a link. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly (string | Cell)[])[],
): Block {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)));
  return { kind: 'table', caption, head, rows: cells };
}

/** Where something was read, linked where there is an address that can be followed. */
export function sourceCell({ source, url }: Pick<Provenance, 'source' | 'url'>): Cell {
  return url !== undefined && isLink(url) ? { text: source, href: url } : { text: source };
}

/** The last two cells of a row, for {@link ORIGIN_HEAD}. */
export function originCells(provenance: Provenance): readonly [Cell, Cell] {
  return [{ text: inSentenceCase(WHOSE_WORDS[provenance.whose]) }, sourceCell(provenance)];
}

/** Whose all of a part is. */
export function origin(provenance: Provenance): Block {
  const [{ text: whose }, source] = originCells(provenance);
  return { kind: 'origin', whose, source };
}

/** A part that may not be known. */
export function known<Part>(part: Known<Part>, blocks: (part: Part) => readonly Block[]): readonly Block[] {
  if (part !== 'not-known') return blocks(part);
  return [{ kind: 'note', text: 'Not known: no source that could be read says.' }];
}

/** That some part of a regime could not be read; nothing where all of it was. */
export function incomplete(complete: boolean, note: string | undefined): readonly Block[] {
  return complete ? [] : [{ kind: 'note', text: `Not complete. ${note ?? ''}` }];
}
