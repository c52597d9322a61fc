import { Injectable } from '@nestjs/common';
import { shapeFaultOf } from '#edge';
import { UnsentWritingService } from '#identity';
import { heldIn } from '../../forms/posted-form.js';
import { FILE_TO_CHOOSE } from '../../forms/take-form.js';
import { isFormOf } from '../../server/form-token.js';
import { isOwnPath, show, type PageAnswer } from '../../server/page.js';
import { fieldsKept, resumeModel, type KeptForm } from '../kept-form.js';

/** Where a page that ended with its session sends what was being written in it. */
export const UNSENT_WRITING = '/unsent-writing';
/** The field it comes in, sealed. */
export const SEALED_FIELD = '_sealed';

/** Most forms that one page may have been left with. */
const MOST_FORMS = 100;
/** Longest name of a field, in characters; the longest of this service have some 50. */
const LONGEST_NAME = 200;

/** A form that was being written, as the script of its page tells of it. */
interface UnsentForm {
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Name of the file that was chosen; empty where none was. */
  readonly file: string;
}

/** Gives people back what they were writing when their session ended: them, and nobody else. */
@Injectable()
export class UnsentWriting {
  constructor(private readonly writing: UnsentWritingService) {}

  /**
   * What somebody who has just signed in is shown of a form that waited: to send it again or, where it had not been sent
   * yet, to go back to it; where another wrote it, that it is not theirs.
   */
  async resume(kept: KeptForm, personId: string): Promise<PageAnswer> {
    if (!isFormOf(kept.of, personId)) return show('sign-in/others', {}, 403);
    const sealed = heldIn(fieldsKept(kept), SEALED_FIELD);
    if (sealed === '') return show('sign-in/resume', { forms: [resumeModel(kept)], kept });
    const text = await this.writing.open(personId, sealed);
    const forms = text === null ? [] : formsIn(text, kept);
    const [first] = forms;
    if (first === undefined) return show('sign-in/session-end/not-opened', {}, 400);
    const isUnsent = kept.action === UNSENT_WRITING;
    return show('sign-in/resume', { forms: forms.map(resumeModel), kept: first, isUnsent });
  }

  /** Seals a form that arrived after its session was over, as its page would have; as it is where nobody knows which. */
  async sealed(kept: KeptForm, token: string | undefined): Promise<KeptForm> {
    if (token === undefined || kept.fields.some(({ name }) => name === SEALED_FIELD)) return kept;
    // Which file is to be chosen again is told at once.
    const files = kept.fields.filter(({ name }) => name === FILE_TO_CHOOSE);
    const fields = kept.fields
      .filter(({ name }) => name !== FILE_TO_CHOOSE)
      .map(({ name, value }) => [name, value]);
    const text = JSON.stringify([{ action: kept.action, fields, file: files[0]?.value ?? '' }]);
    const sealed = await this.writing.seal(token, text, (personId) => isFormOf(kept.of, personId));
    return sealed === null ? kept : { ...kept, fields: [{ name: SEALED_FIELD, value: sealed }, ...files] };
  }
}

/** JSON, as far as it is. */
function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isWrittenField(field: unknown): boolean {
  if (!Array.isArray(field) || field.length !== 2) return false;
  const [name, value] = field as readonly unknown[];
  return typeof name === 'string' && name.length <= LONGEST_NAME && typeof value === 'string';
}

function isUnsentForm(value: unknown): value is UnsentForm {
  if (typeof value !== 'object' || value === null) return false;
  const { action, fields, file } = value as Record<string, unknown>;
  return (
    typeof action === 'string' &&
    isOwnPath(action) &&
    typeof file === 'string' &&
    Array.isArray(fields) &&
    fields.every(isWrittenField)
  );
}

/** The forms of a text that was opened; none where it says something else, or more than any form that is posted may. */
function formsIn(text: string, { of }: Pick<KeptForm, 'of'>): readonly KeptForm[] {
  const said = read(text);
  if (shapeFaultOf(said) !== null || !Array.isArray(said) || said.length > MOST_FORMS) return [];
  if (!said.every(isUnsentForm)) return [];
  return said.map(({ action, fields, file }) => ({
    action,
    fields: [
      ...fields.map(([name, value]) => ({ name, value })),
      ...(file === '' ? [] : [{ name: FILE_TO_CHOOSE, value: file }]),
    ],
    of,
  }));
}
