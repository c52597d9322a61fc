import { Injectable } from '@nestjs/common';
import { AttachmentService, TO_NOTHING, type Acting } from '#casework';
import { FILE_CHOOSER_ACCEPTS, FILE_TYPES_IN_WORDS, sizeInWords, type AttachedTo } from '#domain';
import { unprocessable } from '#platform';
import { CasePages } from '../case/case-pages.js';
import { asAnotherChange } from '../forms/change-of-its-own.js';
import type { PostedFields, PostedForm } from '../forms/posted-form.js';
import type { SentFile } from '../server/uploads.js';
import { fileViews, type FileView } from './file-views.js';

/** Buttons of a form with files: one attaches what is chosen and stays, the others take a file out. */
export const UPLOAD = '_upload';
export const REMOVE_FILE = '_removeFile';

/** What the field of a form that takes files shows. */
export interface FileFieldModel {
  readonly isOn: boolean;
  readonly files: readonly FileView[];
  readonly hint: string;
  readonly accept: string;
  /** Sent with every form whose file field is read. */
  readonly upload: typeof UPLOAD;
  readonly remove: typeof REMOVE_FILE;
}

/**
 * Files of a form that is shown again because one was attached or taken out: the keyboard goes on there, and not from
 * the top of the page.
 */
export function cameForFiles(
  files: FileFieldModel,
  fields: PostedFields,
  problems: readonly unknown[],
): FileFieldModel & { readonly focus: boolean } {
  const isAsked = fields[UPLOAD] !== undefined || fields[REMOVE_FILE] !== undefined;
  return { ...files, focus: isAsked && problems.length === 0 };
}

/** Attaches and takes out files on forms that say other things too, and leaves those as they were written. */
@Injectable()
export class FormFiles {
  constructor(
    private readonly attachments: AttachmentService,
    private readonly cases: CasePages,
  ) {}

  /** Whether files can be attached at all. */
  get isOn(): boolean {
    return this.attachments.isOn;
  }

  /** What is attached to a part, and how to add to it. */
  async model(acting: Acting, reference: string, part: Partial<AttachedTo>): Promise<FileFieldModel> {
    const to = { ...TO_NOTHING, ...part };
    const all = await this.cases.part(acting, reference, 'attachments');
    const files = all.filter(
      (one) =>
        one.removedAt === null &&
        one.evidenceId === null &&
        one.point === to.point &&
        one.exceptionId === to.exceptionId &&
        one.conditionId === to.conditionId &&
        one.messageId === to.messageId,
    );
    const { fileBytes, perPart } = this.attachments.limits;
    return {
      isOn: this.attachments.isOn,
      files: fileViews(files, reference),
      hint: `Choose ${FILE_TYPES_IN_WORDS}, of up to ${sizeInWords(fileBytes)}. You can attach ${perPart} files here.`,
      accept: FILE_CHOOSER_ACCEPTS,
      upload: UPLOAD,
      remove: REMOVE_FILE,
    };
  }

  /**
   * Does what a form asks of its files.
   * @returns whether that is all it asks, so that it is to be shown again with everything in it
   * @throws ProblemError 422 at `/file`, and as attaching and removing do
   */
  async take(
    acting: Acting,
    reference: string,
    part: Partial<AttachedTo>,
    form: PostedForm,
    sent: SentFile,
  ): Promise<boolean> {
    const removed = form.text(REMOVE_FILE);
    if (removed !== '') {
      await this.attachments.remove(asAnotherChange(acting, 'removal'), reference, removed);
      return true;
    }
    const isUpload = form.fields[UPLOAD] !== undefined;
    if (sent.problem !== null) throw sent.problem;
    if (sent.file !== null)
      await this.attachments.attach(
        asAnotherChange(acting, 'file'),
        reference,
        { ...TO_NOTHING, ...part },
        sent.file,
      );
    else if (isUpload)
      throw unprocessable('Choose a file.', [{ pointer: '/file', detail: 'Choose a file to attach' }]);
    return isUpload;
  }
}
