import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProblemError } from '#platform';
import {
  JPEG,
  office,
  openDocument,
  pdf,
  pdfWithPacked,
  PNG,
  PROGRAM,
  zip,
} from '../../../../test/attachments/files.js';
import { inspectFile } from './inspect-file.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'test-inspection-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The media type of a file, or why it is refused. */
async function told(content: Buffer | string, name: string): Promise<string> {
  const path = join(folder, 'file');
  await writeFile(path, content);
  try {
    return (await inspectFile(path, name)).mediaType;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    expect(error.problem.errors).toEqual([{ pointer: '/file', detail: error.problem.detail.slice(0, -1) }]);
    return error.problem.detail;
  }
}

const joined = (...pieces: readonly (Buffer | string)[]): Buffer =>
  Buffer.concat(pieces.map((piece) => Buffer.from(piece)));

describe('a file that may be attached', () => {
  it.each([
    ['costs.pdf', pdf(), 'application/pdf'],
    ['COSTS.PDF', pdf(), 'application/pdf'],
    ['packed.pdf', pdfWithPacked('<</Title(Plan)>>'), 'application/pdf'],
    ['plan.docx', office('docx'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['plan.xlsx', office('xlsx'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    [
      'plan.pptx',
      office('pptx'),
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ],
    ['plan.odt', openDocument('text'), 'application/vnd.oasis.opendocument.text'],
    ['plan.ods', openDocument('spreadsheet'), 'application/vnd.oasis.opendocument.spreadsheet'],
    ['plan.odp', openDocument('presentation'), 'application/vnd.oasis.opendocument.presentation'],
    ['screen.png', PNG, 'image/png'],
    ['screen.jpg', JPEG, 'image/jpeg'],
    ['screen.jpeg', JPEG, 'image/jpeg'],
    ['costs.csv', 'year,£\n2026,1\n', 'text/csv'],
    ['notes.txt', '\ufeffSaid on 3 May: “yes”.\r\n\tThen no.', 'text/plain'],
  ])('%s', async (name, content, mediaType) => {
    expect(await told(content as Buffer, name)).toBe(mediaType);
  });

  it('is one with the workbook behind a chart inside', async () => {
    const inside = [{ name: 'word/embeddings/Workbook1.xlsx', content: office('xlsx') }];
    expect(await told(office('docx', inside), 'plan.docx')).toContain('wordprocessingml');
  });
});

describe('a file that is not what its name says', () => {
  it.each([
    ['report.pdf', PROGRAM, /“report.pdf” says that the file is a PDF, but its content is a program/],
    ['report.docx', PROGRAM, /says that the file is a Word document, but its content is a program/],
    ['report.png', pdf(), /is a PNG picture, but its content is a PDF/],
    ['report.pdf', PNG, /is a PDF, but its content is a PNG picture/],
    ['report.txt', PNG, /is a plain text, but its content is a PNG picture/],
    ['report.xlsx', office('docx'), /ends in .xlsx, but its content is not that of a file of that type/],
    ['report.docx', zip([{ name: 'a.txt', content: 'a' }]), /its content is not that of a file of that type/],
    ['report.odt', openDocument('spreadsheet'), /its content/],
    ['report.exe', PROGRAM, /A file called “report.exe” cannot be attached: choose a PDF/],
    ['page.html', '<html>', /“page.html” cannot be attached/],
    ['drawing.svg', '<svg/>', /“drawing.svg” cannot be attached/],
    ['none', 'text', /“none” cannot be attached/],
    ['report.pdf.exe', pdf(), /cannot be attached/],
    ['empty.txt', '', /This file is empty/],
  ])('%s', async (name, content, why) => {
    expect(await told(content as Buffer, name)).toMatch(why);
  });
});

describe('a file that is two files at once', () => {
  const archive = zip([{ name: 'a.txt', content: 'a' }]);
  it.each([
    ['a PNG with an archive after it', joined(PNG, archive), 'a.png', /archive as well/],
    ['a JPEG with an archive after it', joined(JPEG, archive), 'a.jpg', /archive as well/],
    ['a PNG with text after it', joined(PNG, '<?php'), 'a.png', /something else after its end/],
    ['a JPEG with text after it', joined(JPEG, '<?php'), 'a.jpg', /something else after its end/],
    ['a PDF with an archive after it', joined(pdf(), archive), 'a.pdf', /archive as well/],
    ['a PDF with text after it', joined(pdf(), '<script>'), 'a.pdf', /something else after its end/],
    ['a PDF that begins later', joined('MZ\n', pdf()), 'a.pdf', /its content is|does not begin/],
    [
      'a document with text before it',
      joined('GIF89a', office('docx')),
      'a.docx',
      /its content is|more than one file/,
    ],
    [
      'a document with text after it',
      joined(office('docx'), 'more'),
      'a.docx',
      /damaged, or is more than one/,
    ],
    ['a text that begins as a page', '  <script>alert(1)</script>', 'a.txt', /web page or a script/],
    ['a CSV that begins as a page', '<!DOCTYPE html><p>', 'a.csv', /web page or a script|a web page/],
    ['a text that is a script', '#!/bin/sh\nrm -rf /', 'a.txt', /script/],
  ])('%s', async (_what, content, name, why) => {
    expect(await told(content, name)).toMatch(why);
  });
});

describe('a file that would do harm', () => {
  it.each([
    [
      'a PDF with a script',
      pdf('3 0 obj\n<</S/JavaScript/JS(app.alert(1))>>\nendobj\n'),
      'a.pdf',
      /has a script/,
    ],
    [
      'one whose name is spelled otherwise',
      pdf('3 0 obj\n<</S/Java#53cript/JS 5 0 R>>\nendobj\n'),
      'a.pdf',
      /script/,
    ],
    ['one that hides it in a packed list', pdfWithPacked('<</S/JavaScript/JS(x)>>'), 'a.pdf', /script/],
    [
      'a PDF that starts a program',
      pdf('3 0 obj\n<</S/Launch/F(cmd.exe)>>\nendobj\n'),
      'a.pdf',
      /starts a program/,
    ],
    [
      'a PDF with a file inside',
      pdf('3 0 obj\n<</Type/EmbeddedFile>>\nendobj\n'),
      'a.pdf',
      /other files inside/,
    ],
    ['a PDF with a password', pdf('3 0 obj\n<</Encrypt 9 0 R>>\nendobj\n'), 'a.pdf', /password/],
    [
      'a list packed otherwise',
      pdf('4 0 obj\n<</Type/ObjStm/Filter/ASCII85Decode>>\nstream\nGar8O\nendstream\nendobj\n'),
      'a.pdf',
      /cannot be checked/,
    ],
    ['macros', office('docx', [{ name: 'word/vbaProject.bin', content: 'x' }]), 'a.docx', /has macros/],
    [
      'macros of OpenDocument',
      openDocument('text', [{ name: 'Basic/Standard/a.xml', content: 'x' }]),
      'a.odt',
      /macros/,
    ],
    [
      'a program by name',
      office('docx', [{ name: 'word/embeddings/a.exe', content: 'x' }]),
      'a.docx',
      /program/,
    ],
    [
      'a program by content',
      office('docx', [{ name: 'word/media/image1.png', content: PROGRAM }]),
      'a.docx',
      /program/,
    ],
    [
      'an old Office object',
      office('xlsx', [{ name: 'xl/embeddings/oleObject1.bin', content: 'x' }]),
      'a.xlsx',
      /object/,
    ],
    [
      'macros in a document inside',
      office('pptx', [
        {
          name: 'ppt/embeddings/a.docx',
          content: office('docx', [{ name: 'word/vbaProject.bin', content: 'x' }]),
        },
      ]),
      'a.pptx',
      /macros/,
    ],
    [
      'a path out of the document',
      office('docx', [{ name: '../../evil.xml', content: 'x' }]),
      'a.docx',
      /inside it/,
    ],
    [
      'an archive inside',
      office('docx', [{ name: 'word/media/a.png', content: zip([]) }]),
      'a.docx',
      /damaged|inside/,
    ],
  ])('%s', async (_what, content, name, why) => {
    expect(await told(content, name)).toMatch(why);
  });

  it('is a document that unpacks to far more than its size', async () => {
    const bomb = Buffer.alloc(40 * 1_048_576);
    const inside = { name: 'word/media/a.xml', content: bomb };
    expect(office('docx', [inside]).length).toBeLessThan(100_000);
    expect(await told(office('docx', [inside]), 'a.docx')).toMatch(/unpacks to far more than its size/);
    // One that lies about it, and one that hides it one level deeper.
    expect(await told(office('docx', [{ ...inside, claimed: 100 }]), 'a.docx')).toMatch(
      /unpacks to far more/,
    );
    const deeper = { name: 'word/embeddings/a.xlsx', content: office('xlsx', [inside]) };
    expect(await told(office('docx', [deeper]), 'a.docx')).toMatch(/unpacks to far more/);
  });

  it('is a document with thousands of parts, or with documents in documents in documents', async () => {
    const many = Array.from({ length: 5_001 }, (_, index) => ({ name: `a/${index}`, content: '' }));
    expect(await told(office('docx', many), 'a.docx')).toMatch(/more than 5000 parts/);
    const deep = office('docx', [
      { name: 'a.xlsx', content: office('xlsx', [{ name: 'b.xlsx', content: office('xlsx') }]) },
    ]);
    expect(await told(deep, 'a.docx')).toMatch(/object inside it/);
  });

  it('is a text with bytes no text has', async () => {
    expect(await told('a\0b', 'a.txt')).toMatch(/not text|content is/);
    expect(await told(Buffer.from('caf\xe9', 'latin1'), 'a.csv')).toMatch(/not in UTF-8/);
    expect(await told(Buffer.from('\x1b[31mred', 'latin1'), 'a.txt')).toMatch(/not text/);
  });

  it('is a picture that is not whole', async () => {
    expect(await told(PNG.subarray(0, PNG.length - 6), 'a.png')).toMatch(/damaged or not whole/);
    expect(await told(JPEG.subarray(0, JPEG.length - 2), 'a.jpg')).toMatch(/damaged or not whole/);
  });
});
