import { Injectable } from '@nestjs/common';
import { SingleSignOnService, type SessionHolder } from '#identity';
import { Config } from '#platform';
import type { ShownProblem } from '../forms/form-problems.js';
import type { PostedFields } from '../forms/posted-form.js';
import { FILE_TO_CHOOSE } from '../forms/take-form.js';
import { isOwnPath, show, type ShownPage } from '../server/page.js';
import { keptFormOf, type KeptForm } from './kept-form.js';

/** With more providers than this a person's email address chooses, and the buttons are a click away. */
const MOST_BUTTONS = 3;

/** What the page for signing in is shown with. */
export interface SignInShowing {
  /** Where to go on to. */
  readonly then: string;
  readonly kept: KeptForm | null;
  readonly email?: string;
  readonly workEmail?: string;
  readonly problems?: readonly ShownProblem[];
  /** Who is signed in and is to show again that it is them. */
  readonly again?: SessionHolder | null;
}

/** Where to go on to after signing in: an address of this service, or the home page. */
export function onwards(then: unknown): string {
  return typeof then === 'string' && isOwnPath(then) ? then : '/';
}

/** The page for signing in, with whatever ways there are. */
@Injectable()
export class SignInPage {
  constructor(
    private readonly config: Config,
    private readonly singleSignOn: SingleSignOnService,
  ) {}

  /** @param status 200 unless given */
  show({ again = null, problems = [], ...rest }: SignInShowing, status = 200): ShownPage {
    const providers = this.singleSignOn.choices();
    return show(
      'sign-in/sign-in',
      {
        ...rest,
        problems,
        takesPasswords: this.config.passwordSignIn === 'on',
        providers,
        fileToChoose: rest.kept?.fields.find(({ name }) => name === FILE_TO_CHOOSE)?.value ?? null,
        emailFirst: providers.length > MOST_BUTTONS,
        again: again === null ? null : { name: again.name, email: again.email },
        stepUpMinutes: this.config.stepUpMinutes,
      },
      status,
    );
  }

  /** The page once more, with what was entered and what is wrong with it. */
  showAgain(
    fields: PostedFields,
    problems: readonly ShownProblem[],
    again: SessionHolder | null = null,
  ): ShownPage {
    const { email, workEmail, then } = fields;
    return this.show(
      {
        then: onwards(then),
        kept: keptFormOf(fields),
        email: typeof email === 'string' ? email : '',
        workEmail: typeof workEmail === 'string' ? workEmail : '',
        problems,
        again,
      },
      problems.length > 0 ? 400 : 200,
    );
  }
}
