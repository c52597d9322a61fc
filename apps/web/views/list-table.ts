import nunjucks from 'nunjucks';

/** Fewer columns than this are no table to be looked along. */
const FEWEST_TO_STACK = 2;
/** Two columns are crowded later than others, so many sooner. */
const MANY = 5;
/** With so many a sheet of paper is turned on its side. */
const TOO_MANY_FOR_UPRIGHT = 6;

const TAG = /<(\/?)(table|thead|tbody|tr|th|td)\b([^>]*)>/g;

/** The element as ARIA names it, which holds also where a style sheet shows a table as blocks. */
function roleOf(name: string, attributes: string): string {
  switch (name) {
    case 'table':
      return 'table';
    case 'thead':
    case 'tbody':
      return 'rowgroup';
    case 'tr':
      return 'row';
    case 'th':
      return attributes.includes('scope="row"') ? 'rowheader' : 'columnheader';
    default:
      return 'cell';
  }
}

/** What a heading says; nothing where only those who listen are told it. */
function labelOf(html: string): string {
  const seen = html.replaceAll(/<span class="govuk-visually-hidden">.*?<\/span>/gs, '');
  const plain = (text: string): string =>
    text
      // What stands on two lines is said one after the other.
      .replaceAll(/<br\b[^>]*>/g, ', ')
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
  return plain(seen) === '' ? '' : plain(html);
}

function headingsOf(html: string): readonly string[] {
  const head = /<thead\b[^>]*>(.*?)<\/thead>/s.exec(html)?.[1] ?? '';
  return [...head.matchAll(/<t[hd]\b[^>]*>(.*?)<\/t[hd]>/gs)].map(([, text = '']) => labelOf(text));
}

/** The table with the name of its column at each cell, so that rows can be shown as blocks. */
function labelled(html: string, headings: readonly string[]): string {
  let isBody = false;
  let at = 0;
  return html.replaceAll(TAG, (tag: string, closing: string, name: string, attributes: string) => {
    if (closing !== '') return tag;
    if (name === 'tbody') isBody = true;
    if (name === 'tr') at = 0;
    const role = ` role="${roleOf(name, attributes)}"`;
    if (!isBody || (name !== 'td' && name !== 'th')) return `<${name}${attributes}${role}>`;
    const label = /\bcolspan=/.test(attributes) || name === 'th' ? '' : (headings[at] ?? '');
    at += 1;
    return `<${name}${attributes}${role}${label === '' ? '' : ` data-label="${label}"`}>`;
  });
}

/**
 * A table of the pages, as it is shown everywhere: it scrolls within itself where it must, which the keyboard can do
 * too; where there is no room for columns each row becomes a block that names them; and on paper none is cut off.
 * @param html the table; what people wrote in it is escaped already
 * @param label what the region that scrolls is called
 */
export function listTable(html: unknown, label: unknown): unknown {
  const table = String(html);
  const headings = headingsOf(table);
  if (headings.length < FEWEST_TO_STACK)
    return new nunjucks.runtime.SafeString(`<div class="app-list">${table}</div>`);
  const classes = [
    'app-list app-list--stacks',
    ...(headings.length === FEWEST_TO_STACK ? ['app-list--few'] : []),
    ...(headings.length >= MANY ? ['app-list--many'] : []),
    ...(headings.length >= TOO_MANY_FOR_UPRIGHT ? ['app-list--sideways'] : []),
  ];
  const name = String(label).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return new nunjucks.runtime.SafeString(
    `<div class="${classes.join(' ')}" tabindex="0" role="region" aria-label="${name}">${labelled(table, headings)}</div>`,
  );
}
