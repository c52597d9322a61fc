import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { FILE_TYPES_IN_WORDS, typeByName, type FileType, type Inspection } from '#domain';
import { FileBytes } from './file-bytes.js';
import { inspectOffice } from './office.js';
import { inspectPdf } from './pdf.js';
import { inspectJpeg, inspectPng } from './pictures.js';
import { inspectText } from './plain-text.js';
import { refusedFile } from './refused-file.js';
import { endsAsZip } from './zip-directory.js';

/** Bytes at the beginning of a file by which its type is told. */
const BEGINNING_BYTES = 4_100;

/** What the first bytes of a file of each kind are told to be. */
const EXPECTED: Readonly<Record<Inspection, readonly string[]>> = {
  pdf: ['pdf'],
  ooxml: ['zip', 'docx', 'xlsx', 'pptx'],
  opendocument: ['zip', 'odt', 'ods', 'odp'],
  png: ['png', 'apng'],
  jpeg: ['jpg'],
  // Text has no mark to be told by.
  text: [],
};

/** What people read for content that is often sent under another name. */
const CONTENT_NAMES: Readonly<Partial<Record<string, string>>> = {
  exe: 'a program',
  elf: 'a program',
  macho: 'a program',
  msi: 'a program',
  cfb: 'an old Office file',
  html: 'a web page',
  zip: 'a zip archive',
  xml: 'XML',
  pdf: 'a PDF',
  png: 'a PNG picture',
  jpg: 'a JPEG picture',
  gif: 'a GIF picture',
};

/**
 * The type of a file by its content, which its name must agree with.
 * @param path of the file, which nobody changes meanwhile
 * @throws ProblemError 422 at `/file` for any other file, and for one that could do harm; says why and what to do
 */
export async function inspectFile(path: string, name: string): Promise<FileType> {
  const file = await open(path, 'r');
  try {
    const bytes = new FileBytes(file, (await file.stat()).size);
    const type = typeByName(name);
    if (type === undefined)
      throw refusedFile(`A file called “${name}” cannot be attached: choose ${FILE_TYPES_IN_WORDS}`);
    if (bytes.size === 0) throw refusedFile('This file is empty: choose another');
    await demandAgreement(bytes, name, type);
    await look(bytes, type);
    return type;
  } finally {
    await file.close();
  }
}

async function demandAgreement(bytes: FileBytes, name: string, type: FileType): Promise<void> {
  const beginning = await bytes.read(0, BEGINNING_BYTES);
  const told = await fileTypeFromBuffer(beginning).catch(() => undefined);
  const expected = EXPECTED[type.inspection];
  const agrees = told === undefined ? expected.length === 0 : expected.includes(told.ext);
  if (agrees) return;
  const content =
    told === undefined ? 'none this service knows' : (CONTENT_NAMES[told.ext] ?? `.${told.ext}`);
  throw refusedFile(
    `The name “${name}” says that the file is ${article(type.name)} ${type.name}, but its content is ${content}: choose ${FILE_TYPES_IN_WORDS}, under its own name`,
  );
}

function article(name: string): string {
  return /^(E|O)/.test(name) ? 'an' : 'a';
}

async function look(bytes: FileBytes, type: FileType): Promise<void> {
  const isArchive = type.inspection === 'ooxml' || type.inspection === 'opendocument';
  if (!isArchive && (await endsAsZip(bytes)))
    throw refusedFile('This file is an archive as well as what its name says: save it again and attach that');
  switch (type.inspection) {
    case 'pdf':
      return inspectPdf(bytes);
    case 'ooxml':
    case 'opendocument':
      return inspectOffice(bytes, type);
    case 'png':
      return inspectPng(bytes);
    case 'jpeg':
      return inspectJpeg(bytes);
    case 'text':
      return inspectText(bytes);
  }
}
