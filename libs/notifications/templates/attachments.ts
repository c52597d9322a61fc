import type { Template } from './letter.js';

/** The scanner found a virus in a file the reader attached. */
export const attachmentInfected: Template = ({ title, fileName, signature, advice }) => ({
  headline: 'a virus was found in a file you attached',
  paragraphs: [
    `The file ${fileName === null ? 'you attached' : `“${fileName}”`}, which you attached to “${title}”, was checked for viruses. The scanner found ${signature === null ? 'one' : `“${signature}”`}.`,
    'The file was destroyed, and nobody could download it. That it was attached, by whom and when stays on the record.',
    `What you need to do next: ${advice ? 'attach' : 'remove the file from the case and attach'} a clean copy. Tell the security team of your department: the virus may be on your own computer.`,
  ],
});
