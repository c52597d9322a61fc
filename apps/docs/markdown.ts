/** Text that cannot be mistaken for the edge of a cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** A table in Markdown. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Paragraphs, tables and the like, one after another, with the note that nobody should change them by hand. */
export function generatedDocument(title: string, ...blocks: readonly string[]): string {
  const note = '<!-- Written by `npm run docs` from the code. Change the code, not this file. -->';
  return `${[`# ${title}`, note, ...blocks].join('\n\n')}\n`;
}

/** A bulleted list. */
export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
