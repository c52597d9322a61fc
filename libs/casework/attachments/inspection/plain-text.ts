import { CellWatch } from './cell-formulas.js';
import type { FileBytes } from './file-bytes.js';
import { refusedFile } from './refused-file.js';

/** Control characters no text has; tabs and ends of lines and pages are fine. */
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;
/** What a page or a program would begin with. */
const LEADS_TO_RUNNING = /^\s*(<(\?xml|!doctype|html|head|body|script|svg|iframe|object|embed)|#!)/i;
/** Characters looked at for that. */
const BEGINNING = 1_024;
/** What makes another file of a text wherever it stands, for programs that look for it: a PDF, PostScript. */
const OTHER_FILES = /%PDF-|%!PS-Adobe/;
/** Longest of those, so that none is missed between two pieces. */
const OVERLAP = 16;

/** A text in UTF-8. @throws ProblemError 422 for anything else */
export async function inspectText(bytes: FileBytes): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let beginning = '';
  let before = '';
  const cells = new CellWatch();
  const look = (text: string): void => {
    if (CONTROL.test(text))
      throw refusedFile(
        'This file is not text: it has bytes no text has. Check that it is what its name says',
      );
    if (OTHER_FILES.test(before + text) || cells.sees(text))
      throw refusedFile(
        'This text is more than text: it holds a PDF, or a formula that starts a program or fetches something. Remove that',
      );
    before = (before + text).slice(-OVERLAP);
    if (beginning.length < BEGINNING) beginning += text.slice(0, BEGINNING);
  };
  try {
    for await (const piece of bytes.pieces()) look(decoder.decode(piece, { stream: true }));
    look(decoder.decode());
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw refusedFile('This text is not in UTF-8: save it as “UTF-8” or “CSV UTF-8” and attach that');
    throw error;
  }
  if (LEADS_TO_RUNNING.test(beginning))
    throw refusedFile(
      'This file is a web page or a script, whatever its name says: attach a PDF of it instead',
    );
}
