import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

// Files as people send them, and as people who mean harm do; the smallest that are what they say.

/** One file of an archive. */
export interface Part {
  readonly name: string;
  readonly content: Buffer | string;
  /** Kept as it is instead of deflated. */
  readonly stored?: boolean;
  /** What the directory says of its size, where that is not the truth. */
  readonly claimed?: number;
}

/** An archive of files. */
export function zip(parts: readonly Part[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let place = 0;
  for (const { name, content, stored = false, claimed } of parts) {
    const plain = Buffer.from(content);
    const packed = stored ? plain : deflateRawSync(plain);
    const title = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(stored ? 0 : 8, 8);
    head.writeUInt32LE(crc32(plain), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(claimed ?? plain.length, 22);
    head.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    head.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(place, 42);
    local.push(head, title, packed);
    directory.push(entry, title);
    place += 30 + title.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(place, 16);
  return Buffer.concat([...local, list, end]);
}

const OOXML = {
  docx: 'wordprocessingml.document',
  xlsx: 'spreadsheetml.sheet',
  pptx: 'presentationml.presentation',
} as const;

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE_DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The list of what the parts of an Office document are, as programs write it. */
function contentTypes(main: string, more: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="xlsx" ContentType="${SPREADSHEET}"/><Override PartName="/word/document.xml" ContentType="${main}"/>${more}</Types>`;
}

/** Where a part of an Office document leads, given as the attributes of one relation. */
export function relations(of: string, attributes: string): Part {
  return {
    name: of.replace(/[^/]*$/, (name) => `_rels/${name}.rels`),
    content: `<?xml version="1.0"?><r:Relationships xmlns:r="${PACKAGE}/relationships"><r:Relationship Id="rId1" ${attributes.replaceAll('OFFICE', OFFICE_DOCUMENT)}/></r:Relationships>`,
  };
}

/** A Word, Excel or PowerPoint file, with further parts, and what they are, where they are given. */
export function office(ending: keyof typeof OOXML, more: readonly Part[] = [], moreTypes = ''): Buffer {
  const main = `application/vnd.openxmlformats-officedocument.${OOXML[ending]}.main+xml`;
  return zip([
    { name: '[Content_Types].xml', content: contentTypes(main, moreTypes) },
    {
      name: '_rels/.rels',
      content: `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="1" Type="${OFFICE_DOCUMENT}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    { name: 'word/document.xml', content: '<document>The evidence.</document>' },
    ...more,
  ]);
}

/** An OpenDocument file. */
export function openDocument(
  kind: 'text' | 'spreadsheet' | 'presentation',
  more: readonly Part[] = [],
  manifest = '<manifest/>',
): Buffer {
  return zip([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}`, stored: true },
    { name: 'content.xml', content: '<office>The evidence.</office>' },
    { name: 'META-INF/manifest.xml', content: manifest },
    ...more,
  ]);
}

/** A PDF that says something, with further objects where they are given. */
export function pdf(objects = ''): Buffer {
  return Buffer.from(
    `%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n${objects}` +
      'xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 3/Root 1 0 R>>\nstartxref\n9\n%%EOF\n',
    'latin1',
  );
}

/**
 * A PDF that keeps an object in a packed list of objects.
 * @param said what the list says of itself, its length aside
 */
export function pdfWithPacked(
  object: string,
  said = '/Type/ObjStm/N 1/First 4/Filter/FlateDecode',
  pack: (plain: Buffer) => Buffer = (plain) => deflateSync(plain),
  begins = 'stream\n',
): Buffer {
  const packed = pack(Buffer.from(`3 0 ${object}`)).toString('latin1');
  return pdf(`4 0 obj\n<<${said}/Length ${packed.length}>>\n${begins}${packed}\nendstream\nendobj\n`);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A PNG of one pixel. */
export const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
  chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
  chunk('IEND', Buffer.alloc(0)),
]);

/** The same with one more part before its end. */
export function withChunk(type: string, content: string): Buffer {
  return Buffer.concat([PNG.subarray(0, -12), chunk(type, Buffer.from(content)), PNG.subarray(-12)]);
}

/** A JPEG as far as its structure goes. */
export const JPEG = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.from('ffda0008010100003f00', 'hex'),
  Buffer.from('d2cf20ff00a1ffd093', 'hex'),
  Buffer.from('ffd9', 'hex'),
]);

/** What every scanner takes for a virus, and is none (EICAR); put together here so that no scanner takes this file. */
export const EICAR = Buffer.from(
  ['X5O!P%@AP[4', ['PZX54(P^)7CC)7}$EICAR', 'STANDARD', 'ANTIVIRUS', 'TEST', 'FILE!$H+H*'].join('-')].join(
    '\\',
  ),
);

/** The beginning of a program of Windows. */
export const PROGRAM = Buffer.concat([
  Buffer.from('4d5a90000300000004000000ffff0000b8000000', 'hex'),
  Buffer.alloc(44),
  Buffer.from('80000000', 'hex'),
  Buffer.alloc(64),
  Buffer.from('504500004c010300', 'hex'),
  Buffer.alloc(200),
]);
