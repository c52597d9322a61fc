import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { ProblemError } from '#platform';
import {
  JPEG,
  office,
  openDocument,
  pdf,
  pdfWithPacked,
  relations,
  withChunk,
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

describe('a file as people really have them', () => {
  const CLICKED = 'Type="OFFICE/hyperlink" Target="https://www.gov.uk/?a=1&amp;b=2" TargetMode="External"';
  it.each([
    [
      'a PDF with long objects, updated, whose pictures say how many colours they have',
      Buffer.concat([
        pdf(
          `5 0 obj % said\n<</Kids[${'1 0 R '.repeat(30_000)}]/Title(a \\( b (c) \\\\)/ID<0aF 1>/O null>>\nendobj\n` +
            '6 0 obj<</N 3/Length 3>>stream\nabc\nendstream endobj\n7 0 obj[1 2 R 3]endobj\n',
        ),
        pdf().subarray(9),
      ]),
      'a.pdf',
    ],
    [
      'a PDF with a list with a null',
      pdfWithPacked('<<>>', '/First 4/N 1/Filter[/Fl]/DecodeParms[null]'),
      'a.pdf',
    ],
    [
      'a PDF with a list that says how it is not predicted',
      pdfWithPacked('<<>>', '/Type/ObjStm/First 4/N 1/Filter/FlateDecode/DecodeParms<</Predictor 1>>'),
      'a.pdf',
    ],
    ['a document with hyperlinks', office('docx', [relations('word/document.xml', CLICKED)]), 'a.docx'],
    [
      'a workbook with settings of a printer and a drawing',
      office(
        'xlsx',
        [
          { name: 'xl/printerSettings/printerSettings1.bin', content: 'P\0r\0' },
          { name: 'xl/drawings/vmlDrawing1.vml', content: '<xml/>' },
          { name: 'xl/empty.xml', content: '' },
          { name: 'xl/media/', content: '' },
        ],
        '<!-- and --><Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
      ),
      'a.xlsx',
    ],
    [
      'slides whose pictures do something when they are clicked',
      openDocument('presentation', [
        {
          name: 'styles.xml',
          content: '<a><p:event-listener s:event-name="dom:click" p:action="next-page"/></a>',
        },
      ]),
      'a.odp',
    ],
    ['a table with telephone numbers', 'name,tel\nA,+44 20 7946 0000\nB,-3|4\n"=1+1",@b\n', 'a.csv'],
  ])('%s', async (_what, content, name) => {
    expect(await told(content, name)).toMatch(/^(application|text)\//);
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

  const SCRIPT = '<</S/JavaScript/JS(x)>>';
  const LIST = '/Type/ObjStm/N 1/First 4';
  it.each([
    ['whose name is spelled otherwise', '/Type/Obj#53tm/N 1/First 4/Filter/FlateDecode', /a script/],
    ['whose key is spelled otherwise', '/#54ype/ObjStm/N 1/First 4/Filter/FlateDecode', /a script/],
    ['with much space before its end', `${LIST}/Filter/FlateDecode${' '.repeat(500)}`, /a script/],
    ['with more space than there is a piece', `${LIST}/Filter/FlateDecode${' '.repeat(200_000)}`, /a script/],
    ['with a comment in it', `/Type%\n/ObjStm/N 1/First 4/Filter/FlateDecode % >> stream\n`, /a script/],
    ['with words in its text', `${LIST}/Filter/FlateDecode/X(>> endobj \\) stream)`, /a script/],
    ['that does not say what it is', '/N 1/First 4/Filter/FlateDecode', /a script/],
    ['that says so elsewhere', '/Type 9 0 R/N 1/Filter/FlateDecode', /a script/],
    ['that says two things', `/Type/XObject${LIST}/Filter/FlateDecode`, /a script/],
    ['packed twice', `${LIST}/Filter[/FlateDecode/FlateDecode]`, /cannot be checked/],
    ['packed as is said elsewhere', `${LIST}/Filter 9 0 R`, /cannot be checked/],
    ['packed in two ways', `${LIST}/Filter/FlateDecode/Filter/LZWDecode`, /cannot be checked/],
    ['predicted', `${LIST}/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4>>`, /cannot be checked/],
    ['predicted in other words', `${LIST}/Filter/FlateDecode/DP<</Predictor 12>>`, /cannot be checked/],
    ['predicted as is said elsewhere', `${LIST}/Filter/FlateDecode/DecodeParms 9 0 R`, /cannot be checked/],
    ['kept in another file', `${LIST}/Filter/FlateDecode/F(a.bin)`, /cannot be checked/],
    ['that is not packed', LIST, /a script|cannot be checked/],
    ['that is not written as one', `${LIST}/Filter/FlateDecode/X`, /cannot be checked/],
    ['that is not written as one by far', `${LIST}/X${'['.repeat(200)}`, /cannot be checked/],
    ['with a number that is none', `${LIST}/X<zz>`, /cannot be checked/],
    ['with a brace', `${LIST}/X}`, /cannot be checked/],
    ['that never ends', `${LIST}/X(${'a'.repeat(9_000_000)}`, /cannot be checked/],
  ])('is a PDF with a packed list %s', async (_what, said, why) => {
    expect(await told(pdfWithPacked(SCRIPT, said), 'a.pdf')).toMatch(why);
  });

  it('is a PDF with a list that is packed wrongly, begins in another place, or holds what is named in short', async () => {
    const plain = '/Type/ObjStm/N 1/First 4/Filter/FlateDecode';
    const unsummed = (bytes: Buffer): Buffer => {
      const packed = deflateSync(Buffer.concat([Buffer.alloc(200_000, 32), bytes]));
      packed.writeUInt32BE(0, packed.length - 4);
      return packed;
    };
    expect(await told(pdfWithPacked(SCRIPT, plain, unsummed), 'a.pdf')).toMatch(/cannot be checked|a script/);
    for (const begins of ['stream\r', 'stream \n', 'stream%\n'])
      expect(await told(pdfWithPacked(SCRIPT, plain, deflateSync, begins), 'a.pdf')).toMatch(
        /cannot be checked/,
      );
    expect(await told(pdfWithPacked('<</S/Rendition/JS 5 0 R>>'), 'a.pdf')).toMatch(/a script/);
    expect(await told(pdfWithPacked('<</F(a)/E#46<</F 5 0 R>>>>'), 'a.pdf')).toMatch(/other files/);
    const short = (object: string) => told(pdf(`3 0 obj\n${object}\nendobj\n`), 'a.pdf');
    expect(await short('<</S/Rendition/JS 5 0 R>>')).toMatch(/a script/);
    expect(await short('[<</F(a)/EF<</F 5 0 R>>>>]')).toMatch(/other files/);
    expect(await short('<</XFA%\n[(a) 5 0 R]>>')).toMatch(/a form/);
    expect(await short('<</constructor 1>>')).toBe('application/pdf');
  });

  it('is a PDF that pretends to have objects in objects without end, quickly', async () => {
    const started = process.cpuUsage().user;
    const line = `${'1 0 obj%'.repeat(8_000)}\n`;
    expect(await told(pdf(line.repeat(10)), 'a.pdf')).toMatch(/too many parts/);
    expect((process.cpuUsage().user - started) / 1_000_000).toBeLessThan(5);
  });

  const HIDDEN = '%PDF-1.4\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF';
  const note = (text: string): Buffer => {
    const head = Buffer.from('fffe0000', 'hex');
    head.writeUInt16BE(text.length + 2, 2);
    return joined(JPEG.subarray(0, 2), head, text, JPEG.subarray(2));
  };
  it.each([
    ['a text with a PDF in it', `hello\n${HIDDEN}\n`, 'a.txt', /more than text/],
    ['a text with a PDF far in it', `${'hello\n'.repeat(20_000)}${HIDDEN}`, 'a.txt', /more than text/],
    ['a table with a formula that starts a program', 'a,b\n1,"=cmd|\'/C calc\'!A0"\n', 'a.csv', /formula/],
    ['a JPEG with a PDF in a note', note(HIDDEN), 'a.jpg', /holds another file/],
    [
      'a JPEG with a page in a note',
      note('<!-- --><ScRiPt >alert(1)</script>'),
      'a.jpg',
      /holds another file/,
    ],
    ['a JPEG with a script in a note', note('<?php system(1);'), 'a.jpg', /holds another file/],
    ['a JPEG with an archive in a note', note('PK\x03\x04'), 'a.jpg', /holds another file/],
    ['a PNG with a PDF in a note', withChunk('tEXt', HIDDEN), 'a.png', /holds another file/],
    ['a PNG with a page in a note', withChunk('zzZz', '<html >'), 'a.png', /holds another file/],
    ['a PNG whose picture is a PDF', withChunk('IDAT', HIDDEN), 'a.png', /holds another file/],
    [
      'a picture with an archive whose end says more than there is',
      joined(PNG.subarray(0, -12), 'PK\x05\x06', Buffer.alloc(18, 255), PNG.subarray(-12)),
      'a.png',
      /archive as well/,
    ],
  ])('is %s', async (_what, content, name, why) => {
    expect(await told(content, name)).toMatch(why);
  });

  const type = (name: string, contentType: string) =>
    `<Override PartName="/${name}" ContentType="${contentType}"/>`;
  const thing = [{ name: 'word/thing.bin', content: 'x' }];
  const linked = (attributes: string) => office('docx', [relations('word/document.xml', attributes)]);
  it.each([
    [
      'macros under another name',
      office('docx', thing, type('word/thing.bin', 'application/vnd.ms-office.vba&#80;roject')),
      /macros/,
    ],
    [
      'macros in other letters',
      office('docx', thing, type('word/thing.bin', 'Application/vnd.ms-office.VBA&#x50;roject; a=b')),
      /macros/,
    ],
    ['a part nobody says what it is', office('docx', thing), /object inside/],
    [
      'a part of another type',
      office('docx', thing, type('word/thing.bin', 'application/octet-stream')),
      /object inside/,
    ],
    [
      'settings of a printer that are none',
      office(
        'docx',
        thing,
        type(
          'word/thing.bin',
          'application/vnd.openxmlformats-officedocument.wordprocessingml.printerSettings',
        ),
      ),
      /object inside/,
    ],
    [
      'a program among the settings of a printer',
      office(
        'docx',
        [{ name: 'word/printerSettings/a.bin', content: joined(Buffer.alloc(70_000), PROGRAM) }],
        type(
          'word/printerSettings/a.bin',
          'application/vnd.openxmlformats-officedocument.wordprocessingml.printerSettings',
        ),
      ),
      /program/,
    ],
    [
      'a link to another workbook',
      office(
        'docx',
        [],
        type('a', 'application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml'),
      ),
      /outside/,
    ],
    ['types nobody can read', office('docx', [], '<!DOCTYPE a>'), /cannot be checked/],
    ['types with an entity of their own', office('docx', [], type('a', 'text/&x;xml')), /cannot be checked/],
    [
      'types with a thing said twice',
      office('docx', [], '<Override PartName="/a" PartName="/b" ContentType="text/xml"/>'),
      /cannot be checked/,
    ],
    [
      'a template elsewhere',
      linked('Type="OFFICE/attachedTemplate" Target="https://a.example/a.dotm" TargetMode="External"'),
      /outside/,
    ],
    [
      'a picture elsewhere',
      linked('Type="OFFICE/image" Target="https://a.example/a.png" TargetMode="Exter&#110;al"'),
      /outside/,
    ],
    [
      'a picture elsewhere that does not say so',
      linked('Type="OFFICE/image" Target="\\\\a.example\\a.png"'),
      /outside/,
    ],
    [
      'a picture elsewhere that is said twice to be here',
      linked(
        'Type="OFFICE/image" Target="https://a.example/a.png" TargetMode="External" xmlns:x="a" x:TargetMode="Internal"',
      ),
      /cannot be checked/,
    ],
    [
      'a hyperlink that runs',
      linked('Type="OFFICE/hyperlink" Target="java&#115;cript:a" TargetMode="External"'),
      /outside/,
    ],
    [
      'macros by relation',
      linked("Type='http://schemas.microsoft.com/office/2006/relationships/vbaProject' Target='a.xml'"),
      /macros/,
    ],
    ['an object by relation', linked('Type="OFFICE/oleObject" Target="a.xml"'), /object inside/],
    [
      'a part in another encoding',
      office('docx', [{ name: 'word/a.xml', content: Buffer.from('<a/>', 'utf16le') }]),
      /object inside|cannot be checked/,
    ],
    [
      'a part said to be in another encoding',
      office('docx', [{ name: 'word/a.xml', content: '<?xml version="1.0" encoding="UTF-7"?><a/>' }]),
      /object inside/,
    ],
    [
      'two parts of one name',
      office('docx', [{ name: 'word/Document.xml', content: '<a/>' }]),
      /more than one file/,
    ],
    [
      'an old Office file in a picture',
      office('docx', [
        { name: 'word/a.png', content: joined('\x89PNG', Buffer.from('d0cf11e0a1b11ae1', 'hex')) },
      ]),
      /object inside/,
    ],
  ])('is a document with %s', async (_what, content, why) => {
    expect(await told(content, 'a.docx')).toMatch(why);
  });

  it('is an OpenDocument file that calls a script, or lists one, or is protected', async () => {
    const listing = (manifest: string, name = 'META-INF/other') =>
      told(openDocument('text', [{ name, content: manifest }], manifest), 'a.odt');
    expect(
      await listing('<m:manifest><m:file-entry m:media-type="application/x-python"/></m:manifest>'),
    ).toMatch(/macros/);
    expect(
      await listing(
        '<m:manifest><m:file-entry m:media-type="application/vnd.sun.star.oleobject"/></m:manifest>',
      ),
    ).toMatch(/object inside/);
    expect(await listing('<m:manifest><m:encryption-data/></m:manifest>')).toMatch(/password/);
    const calls = '<a><z:event-listener z:language="ooo:script" x:href="vnd.sun.star.script:a"/></a>';
    expect(await told(openDocument('text', [{ name: 'styles.xml', content: calls }]), 'a.odt')).toMatch(
      /macros/,
    );
  });

  it('is an archive with something between its parts', async () => {
    const document = office('docx');
    const gap = Buffer.alloc(100, 65);
    const end = document.length - 22;
    const directory = document.readUInt32LE(end + 16);
    const changed = joined(document.subarray(0, directory), gap, document.subarray(directory));
    changed.writeUInt32LE(directory + gap.length, changed.length - 6);
    expect(await told(changed, 'a.docx')).toMatch(/more than one file/);
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
