import type { FileType } from '#domain';
import { refusedFile } from './refused-file.js';
import { readXmlTags, type XmlTag } from './xml-tags.js';
import type { ZipEntry } from './zip-directory.js';

export const MACROS =
  'This file has macros, which run when it is opened: save it without macros and attach that';
export const INSIDE =
  'This file has a program or another object inside it: remove that, or attach a PDF of it';
export const OUTSIDE =
  'This file fetches something from outside it when it is opened, or leads to a file elsewhere: break its links to other files, or attach a PDF of it';
export const UNCHECKABLE = 'This file is written in a way that cannot be checked: attach a PDF of it';
const PROTECTED = 'This file is protected by a password, so it cannot be checked: attach one that is not';

/** Parts of OOXML that say what the others are. */
export const CONTENT_TYPES = '[Content_Types].xml';
export const MIMETYPE = 'mimetype';
export const MANIFEST = 'META-INF/manifest.xml';

/** Whether a part is read, because it says what other parts are or where they lead. */
export function isTelling(name: string): boolean {
  return [CONTENT_TYPES, MIMETYPE, MANIFEST].includes(name) || /\.rels$/i.test(name);
}

const OF_MICROSOFT = [
  'authors',
  'changesinfo',
  'chartcolorstyle',
  'chartex',
  'chartstyle',
  'classificationlabels',
  'comments',
  'controlproperties',
  'documenttasks',
  'drawingml\\.chartex',
  'drawingml\\.diagramdrawing',
  'featurepropertybag',
  'namedsheetviews?',
  'person',
  'rdarray',
  'rdrichvalue(structure|types)?',
  'rdsupportingpropertybag(structure)?',
  'revisioninfo',
  'richstyles',
  'richvaluerel',
  'slicer(cache)?',
  'stylespane',
  'tags',
  'threadedcomments',
  'timeline(cache)?',
].join('|');

/** Content types of parts that run nothing and fetch nothing; a document with any other is refused. */
const HARMLESS: readonly RegExp[] = [
  /^(application|text)\/xml$/,
  /^application\/vnd\.openxmlformats-package\.(relationships\+xml|core-properties\+xml|digital-signature-(origin|(xmlsignature|certificate)(\+xml)?))$/,
  // Links to other workbooks are left out: they start programs (DDE) as well.
  /^application\/vnd\.openxmlformats-officedocument\.(?!spreadsheetml\.externallink|.*macro)[a-z.]+\+xml$/,
  /^application\/vnd\.openxmlformats-officedocument\.(vmldrawing|obfuscatedfont|(spreadsheetml|wordprocessingml|presentationml)\.printersettings)$/,
  // The documents behind charts, which are looked through as well.
  /^application\/vnd\.openxmlformats-officedocument\.(spreadsheetml\.sheet|wordprocessingml\.document|presentationml\.presentation)$/,
  new RegExp(`^application/vnd\\.ms-(office|excel|word|powerpoint)\\.(${OF_MICROSOFT})\\+xml$`),
  /^application\/(inkml\+xml|x-font(data|-ttf))$/,
  /^image\/(png|jpe?g|gif|bmp|tiff?|webp|svg\+xml|(x-)?[ew]mf|vnd\.ms-photo|heic)$/,
  /^(audio|video)\/[\w.+-]+$/,
];
const OF_MACROS = /macro|vba|activex/;
/** What a part of such a type must lie in: settings of printers are the one kind of bytes nobody else writes. */
const PRINTER_SETTINGS = 'printersettings';

/** Relations that bring in what runs, or what is fetched, whatever is at their end. */
const RUNNING_RELATION =
  /(vbaproject|wordvbadata|activex\w*|oleobject|control|macrosheet|attachedtoolbars)$/i;
const LEADING_OUT =
  /(attachedtemplate|externallink\w*|connections|querytable|afchunk|frame|subdocument|webextension\w*|customui|ui\/extensibility)$/i;
/** Links to data elsewhere, which a workbook fetches by itself. */
const FETCHING_PART = /spreadsheetml\.(connections|querytable)\+xml$/;
/** Addresses a click may lead to. */
const CLICKABLE = /^\s*(https?|mailto|tel|sms):/i;

/** Whether an address leads out of the document: it names how it is reached, or another machine. */
export function leadsOutside(address: string): boolean {
  return /^[\s\0]*([a-z][\w+.-]*:|\/\/|\\)/i.test(address);
}

/** Whether somebody may be led to an address by a click: to a page, an address of email or a telephone. */
export function isClickable(address: string): boolean {
  return CLICKABLE.test(address);
}

/**
 * Every part of an Office document is of a type that is known to do no harm, and no relation leads out of it but
 * hyperlinks, which somebody has to follow.
 * @throws ProblemError 422 otherwise
 */
export function demandOoxml(
  entries: readonly ZipEntry[],
  kept: ReadonlyMap<string, string>,
  type: FileType,
): void {
  const tags = tagsOf(kept.get(CONTENT_TYPES) ?? '');
  const declared = tags.flatMap(({ attributes }) => typeIn(attributes));
  for (const contentType of declared) {
    if (OF_MACROS.test(contentType)) throw refusedFile(MACROS);
    if (FETCHING_PART.test(contentType)) throw refusedFile(OUTSIDE);
    if (!HARMLESS.some((pattern) => pattern.test(contentType)))
      throw refusedFile(contentType.includes('externallink') ? OUTSIDE : INSIDE);
  }
  if (!declared.includes(type.mark?.toLowerCase() ?? '')) throw refusedFile(notA(type));
  for (const { name } of entries) {
    if (name === CONTENT_TYPES || name.endsWith('/')) continue;
    if (/(^|\/)(connections\.xml|querytables\/.*)$/i.test(name)) throw refusedFile(OUTSIDE);
    const contentType = typeOfPart(name, tags);
    if (contentType === undefined) throw refusedFile(INSIDE);
    if (contentType.endsWith(PRINTER_SETTINGS) && !/(^|\/)printersettings\/[^/]*$/i.test(name))
      throw refusedFile(INSIDE);
  }
  for (const [name, text] of kept) if (/\.rels$/i.test(name)) demandInside(tagsOf(text));
}

function tagsOf(text: string): readonly XmlTag[] {
  const tags = readXmlTags(text);
  if (tags === null) throw refusedFile(UNCHECKABLE);
  return tags;
}

/** The type without parameters, in small letters. */
function typeIn(attributes: XmlTag['attributes']): readonly string[] {
  const type = attributes.get('ContentType');
  return type === undefined ? [] : [type.split(';', 1).join('').trim().toLowerCase()];
}

function typeOfPart(name: string, tags: readonly XmlTag[]): string | undefined {
  const path = `/${name}`.toLowerCase();
  const own = tags.find(({ attributes }) => attributes.get('PartName')?.toLowerCase() === path);
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const others = tags.find(({ attributes }) => attributes.get('Extension')?.toLowerCase() === ending);
  const tag = own ?? others;
  return tag === undefined ? undefined : typeIn(tag.attributes)[0];
}

function demandInside(relations: readonly XmlTag[]): void {
  for (const { attributes } of relations) {
    const type = attributes.get('Type') ?? '';
    const target = attributes.get('Target') ?? '';
    if (RUNNING_RELATION.test(type)) throw refusedFile(/vba|macro/i.test(type) ? MACROS : INSIDE);
    if (LEADING_OUT.test(type)) throw refusedFile(OUTSIDE);
    const isOutside = leadsOutside(target);
    if (!isOutside && (attributes.get('TargetMode') ?? 'Internal') === 'Internal') continue;
    if (!type.endsWith('/hyperlink') || (isOutside && !isClickable(target))) throw refusedFile(OUTSIDE);
  }
}

/** An OpenDocument file that says so first, in plain words, and lists nothing that runs. @throws ProblemError 422 */
export function demandOpenDocument(
  entries: readonly ZipEntry[],
  kept: ReadonlyMap<string, string>,
  type: FileType,
): void {
  const [first] = [...entries].sort((one, other) => one.at - other.at);
  if (first?.name !== MIMETYPE || first.method !== 0 || kept.get(MIMETYPE) !== type.mark)
    throw refusedFile(notA(type));
  for (const { name, attributes } of tagsOf(kept.get(MANIFEST) ?? '')) {
    if (name === 'encryption-data') throw refusedFile(PROTECTED);
    const listed = attributes.get('media-type') ?? '';
    if (/basic|script|macro|java|python/i.test(listed)) throw refusedFile(MACROS);
    if (/oleobject|executable|msdownload/i.test(listed)) throw refusedFile(INSIDE);
  }
}

function notA({ name, endings }: FileType): string {
  return `The name of this file ends in .${endings[0] ?? ''}, but its content is not that of a file of that type (${name}): give it the ending it should have, or attach the right file`;
}
