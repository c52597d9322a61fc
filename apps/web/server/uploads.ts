import type { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { IncomingFile } from '#casework';
import { withRouteSettings } from '#edge';
import { SessionService } from '#identity';
import { AppLogger, badRequest, ProblemError, problemOf, type Config } from '#platform';
import { cookiesFor } from './cookies.js';

/** The field a form sends its file in. */
export const FILE_FIELD = 'file';

/** Fields of a form, and bytes of one of them, at most. */
const MOST_FIELDS = 400;
/** How many times as much as the largest file is let through, so that who chose too large a one is told on the page. */
const LET_THROUGH = 5;

/** A file that came with a form, or why it was not taken; both `null` where none was chosen. */
export interface SentFile {
  readonly file: IncomingFile | null;
  readonly problem: ProblemError | null;
}

const NOTHING: SentFile = { file: null, problem: null };
const SENT = Symbol('the file that came with a form');
const CHOSEN = Symbol('the name of the file that was chosen in a form');

interface WithFile {
  [SENT]?: SentFile;
  [CHOSEN]?: string;
}

/** Name of the file that was chosen in a form, whether it was taken or not; `null` where none was. */
export function fileChosenIn(request: object): string | null {
  return (request as WithFile)[CHOSEN] ?? null;
}

/** Declares that a form of this route may bring a file. */
export function TakesFile(): MethodDecorator {
  return withRouteSettings({ takesFile: true });
}

/** Gives a handler the file its form brought. It is discarded when the answer has left. */
export const FormFile = createParamDecorator(
  (_data: unknown, context: ExecutionContext): SentFile =>
    (context.switchToHttp().getRequest<FastifyRequest>() as WithFile)[SENT] ?? NOTHING,
);

/**
 * Reads forms that bring files: fields become the body, as of any other form, and a file goes to disk as it arrives. Who
 * is not signed in sends no file. Call it before forms are checked for where they come from: that needs their fields.
 */
export async function takeUploads(app: NestFastifyApplication, config: Config): Promise<void> {
  const most = config.attachmentLimitBytes;
  await app.register(multipart, {
    limits: {
      fields: MOST_FIELDS,
      fieldSize: config.bodyLimitBytes,
      files: 1,
      parts: MOST_FIELDS + 1,
      fileSize: LET_THROUGH * most,
    },
    throwFileSizeLimit: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  const sessions = app.get(SessionService, { strict: false });
  const logger = app.get(AppLogger);
  const { session } = cookiesFor(config);

  fastify.addHook('preValidation', async (request) => {
    if (!request.isMultipart()) return;
    const takesFile = (request.routeOptions.config as { readonly takesFile?: boolean }).takesFile === true;
    if (!takesFile) throw badRequest('This form brings no files.');
    if (Number(request.headers['content-length'] ?? 0) > LET_THROUGH * most + config.bodyLimitBytes)
      throw new ProblemError(problemOf('body-too-large', 'The file is far larger than can be attached.'));
    const token = request.cookies[session];
    // What was written is read also where nobody can say who sends it, so that the page that tells so can keep it.
    const asked = token === undefined ? Promise.resolve(null) : sessions.personOf(token);
    const [known] = await Promise.allSettled([asked]);
    const isSignedIn = known.status === 'fulfilled' && known.value !== null;
    request.body = await formOf(request, isSignedIn ? most : 0);
    await asked;
  });
  const discard = async (request: FastifyRequest): Promise<void> => {
    try {
      await (request as WithFile)[SENT]?.file?.discard();
    } catch (error) {
      logger.warn({ error }, 'A file that came with a form could not be discarded');
    }
  };
  fastify.addHook('onResponse', discard);
  fastify.addHook('onRequestAbort', discard);
}

/** @param most bytes of a file; 0 lets it pass unread */
async function formOf(request: FastifyRequest, most: number): Promise<Record<string, string | string[]>> {
  const fields: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      if (part.fieldname === FILE_FIELD && part.filename !== '')
        (request as WithFile)[CHOSEN] = part.filename;
      if (part.fieldname === FILE_FIELD && part.filename !== '' && most > 0)
        (request as WithFile)[SENT] = await arrived(part.file, part.filename, most);
      // What nobody reads would keep the rest of the form from being read.
      part.file.resume();
      continue;
    }
    const value = typeof part.value === 'string' ? part.value : '';
    const before = fields[part.fieldname];
    fields[part.fieldname] =
      before === undefined ? value : [...(typeof before === 'string' ? [before] : before), value];
  }
  return fields;
}

async function arrived(content: Readable, name: string, most: number): Promise<SentFile> {
  try {
    // Stopping to read does not end the stream: the form goes on after the file.
    const pieces = content.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
    return { file: await IncomingFile.arrive(pieces, name, most), problem: null };
  } catch (error) {
    if (error instanceof ProblemError) return { file: null, problem: error };
    throw error;
  }
}
