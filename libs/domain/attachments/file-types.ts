/** How a type of file is looked into. */
export type Inspection = 'pdf' | 'ooxml' | 'opendocument' | 'png' | 'jpeg' | 'text';

/** A type of file that may be attached. */
export interface FileType {
  /** What people read. */
  readonly name: string;
  /** Endings of its names, in small letters. */
  readonly endings: readonly string[];
  readonly mediaType: string;
  readonly inspection: Inspection;
  /** What its content is told by: the main part of an Office document, or what an OpenDocument says of itself. */
  readonly mark?: string;
}

/**
 * The types of files that may be attached, and nothing else: documents, spreadsheets, slides and pictures that people
 * send as evidence. Formats that run something (macros, scripts, programs) and pages of the web (HTML, SVG) are not
 * among them. This service's own choice.
 */
export const FILE_TYPES = [
  { name: 'PDF', endings: ['pdf'], mediaType: 'application/pdf', inspection: 'pdf' },
  {
    name: 'Word document',
    endings: ['docx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    inspection: 'ooxml',
    mark: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  },
  {
    name: 'Excel workbook',
    endings: ['xlsx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    inspection: 'ooxml',
    mark: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  },
  {
    name: 'PowerPoint presentation',
    endings: ['pptx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    inspection: 'ooxml',
    mark: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
  },
  {
    name: 'OpenDocument text',
    endings: ['odt'],
    mediaType: 'application/vnd.oasis.opendocument.text',
    inspection: 'opendocument',
    mark: 'application/vnd.oasis.opendocument.text',
  },
  {
    name: 'OpenDocument spreadsheet',
    endings: ['ods'],
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    inspection: 'opendocument',
    mark: 'application/vnd.oasis.opendocument.spreadsheet',
  },
  {
    name: 'OpenDocument presentation',
    endings: ['odp'],
    mediaType: 'application/vnd.oasis.opendocument.presentation',
    inspection: 'opendocument',
    mark: 'application/vnd.oasis.opendocument.presentation',
  },
  { name: 'PNG picture', endings: ['png'], mediaType: 'image/png', inspection: 'png' },
  { name: 'JPEG picture', endings: ['jpg', 'jpeg'], mediaType: 'image/jpeg', inspection: 'jpeg' },
  { name: 'CSV', endings: ['csv'], mediaType: 'text/csv', inspection: 'text' },
  { name: 'plain text', endings: ['txt'], mediaType: 'text/plain', inspection: 'text' },
] as const satisfies readonly FileType[];

/** What may be attached, as people read it. */
export const FILE_TYPES_IN_WORDS =
  'a PDF, Word, Excel, PowerPoint or OpenDocument file, a PNG or JPEG picture, a CSV or a plain text file';

/** What a browser offers to choose from. */
export const FILE_CHOOSER_ACCEPTS = FILE_TYPES.flatMap(({ endings }) =>
  endings.map((ending) => `.${ending}`),
).join(',');

/** The type a name says a file is of; `undefined` where its ending is none that may be attached. */
export function typeByName(name: string): FileType | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (!name.includes('.')) return undefined;
  return FILE_TYPES.find(({ endings }) => (endings as readonly string[]).includes(ending));
}

/** The type of a media type, for what is shown of a file. */
export function typeByMediaType(mediaType: string): FileType | undefined {
  return FILE_TYPES.find((type) => type.mediaType === mediaType);
}
