import { ApiHeader } from '@nestjs/swagger';
import { LONGEST_LOOKED_FOR } from '#edge';
import { badRequest } from '#platform';

/** Header by which people are looked for: names and email addresses have no place in an address, which others may see. */
export const LOOKED_FOR = 'looked-for';

/** Describes the header. */
export function LookedForHeader(): MethodDecorator {
  return ApiHeader({
    name: 'Looked-For',
    required: false,
    description:
      `Part of a name or an email address, in whatever letters, of at most ${String(LONGEST_LOOKED_FOR)}. In UTF-8 and percent-encoded, as no ` +
      'name or email address belongs into an address.',
    schema: { type: 'string', example: 'home-office.example' },
  });
}

/**
 * What a header asks to look for; `null` where it asks for nothing.
 * @throws ProblemError 400 when it is none that can be
 */
export function lookedForIn(header: string | undefined): string | null {
  if (header === undefined || header.trim() === '') return null;
  const text = decoded(header).trim();
  if (text.length > LONGEST_LOOKED_FOR || /\p{Cc}/u.test(text))
    throw badRequest(`Looked-For has to be one line of at most ${String(LONGEST_LOOKED_FOR)} characters.`);
  return text;
}

function decoded(header: string): string {
  try {
    return decodeURIComponent(header);
  } catch {
    throw badRequest('Looked-For is not percent-encoded UTF-8, like Looked-For: J%C3%BCrgen.');
  }
}
