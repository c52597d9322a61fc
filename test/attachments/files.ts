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

/** A Word, Excel or PowerPoint file, with further parts where they are given. */
export function office(ending: keyof typeof OOXML, more: readonly Part[] = []): Buffer {
  const main = `application/vnd.openxmlformats-officedocument.${OOXML[ending]}.main+xml`;
  const types = `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${main}"/></Types>`;
  return zip([
    { name: '[Content_Types].xml', content: types },
    { name: '_rels/.rels', content: '<Relationships/>' },
    { name: 'word/document.xml', content: '<document>The evidence.</document>' },
    ...more,
  ]);
}

/** An OpenDocument file. */
export function openDocument(
  kind: 'text' | 'spreadsheet' | 'presentation',
  more: readonly Part[] = [],
): Buffer {
  return zip([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}`, stored: true },
    { name: 'content.xml', content: '<office>The evidence.</office>' },
    { name: 'META-INF/manifest.xml', content: '<manifest/>' },
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

/** A PDF that keeps an object in a packed list of objects. */
export function pdfWithPacked(object: string): Buffer {
  const packed = deflateSync(Buffer.from(`3 0 ${object}`)).toString('latin1');
  return pdf(
    `4 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>\nstream\n${packed}\nendstream\nendobj\n`,
  );
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
