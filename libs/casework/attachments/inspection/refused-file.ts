import { unprocessable, type ProblemError } from '#platform';

/** Where the file is in what was sent. */
export const FILE_POINTER = '/file';

/** 422 for a file that is not taken. @param why a sentence without a full stop, for the person who chose the file */
export function refusedFile(why: string): ProblemError {
  return unprocessable(`${why}.`, [{ pointer: FILE_POINTER, detail: why }]);
}
