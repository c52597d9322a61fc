import { IsIn, Matches } from 'class-validator';

/** One or several of some names, each once, separated by a space. */
function someOf(...names: readonly string[]): RegExp {
  const name = `(?:${names.join('|')})`;
  return new RegExp(`^(?!.*\\b(\\S+) (?:.* )?\\1(?: |$))${name}(?: ${name})*$`);
}

/** What hashing a password may cost. */
const COST = 'm=(?:1945[6-9]|194[6-9]\\d|19[5-9]\\d\\d|[2-9]\\d{4}|[1-9]\\d{5}),t=(?:[2-9]|10),p=[1-4]';

/**
 * The algorithms that are chosen. Of a list the first is used for what is made from now on, and all of it for what is
 * there. The names are those of the registry in libs/domain.
 */
export class AlgorithmSettings {
  @IsIn([1, 2], { message: 'must be 1 or 2' })
  readonly logEventFormat!: 1 | 2;

  @IsIn(['sha256', 'sha384'], { message: 'must be “sha256” or “sha384”' })
  readonly logTreeHash!: 'sha256' | 'sha384';

  @Matches(someOf('sha256', 'sha3-256'), {
    message: 'must be “sha256”, “sha3-256”, or both, each once and separated by a space',
  })
  readonly tokenHashes!: string;

  @Matches(someOf('aes-256-gcm', 'chacha20-poly1305'), {
    message: 'must be “aes-256-gcm”, “chacha20-poly1305”, or both, each once and separated by a space',
  })
  readonly sealing!: string;

  @Matches(someOf(COST), {
    message:
      'must be such as m=19456,t=2,p=1: at least 19456 KiB and 2 passes, and at most 4 lanes; others after a space',
  })
  readonly passwordCosts!: string;
}
