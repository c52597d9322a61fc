import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Acting } from '#casework';
import { EMAIL_PREFERENCE_NAMES, EMAIL_PREFERENCES, type EmailPreference } from '#domain';
import { EmailPreferenceRequest, NotRecorded } from '#edge';
import { Access, EmailPreferenceService, IdentityService, PasswordService } from '#identity';
import { Config, together } from '#platform';
import { checkRequest } from '../forms/check-request.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { takeForm } from '../forms/take-form.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';

const HINTS: Readonly<Record<EmailPreference, string>> = {
  each: 'As soon as something happens that concerns you',
  'daily-digest': 'At 8am on each working day on which there is something to tell',
};

/** One's own account. */
@Controller('account')
@Access('signed-in')
export class AccountController {
  constructor(
    private readonly identity: IdentityService,
    private readonly preferences: EmailPreferenceService,
    private readonly passwords: PasswordService,
    private readonly config: Config,
  ) {}

  @Get()
  @NotRecorded('the person’s own account')
  async read(@CurrentActor() acting: Acting, @Query('done') done: unknown): Promise<PageAnswer> {
    return this.page(acting, [], done === 'saved' ? 'Your choice was saved.' : undefined);
  }

  @Post()
  async choose(@CurrentActor() acting: Acting, @Body() body: unknown): Promise<PageAnswer> {
    return takeForm({
      body,
      act: async (form) => {
        const asked = checkRequest(EmailPreferenceRequest, { emailPreference: form.text('emailPreference') });
        await this.preferences.choose(acting, asked.emailPreference);
        return goTo('/account?done=saved');
      },
      again: (_fields, problems) =>
        this.page(
          acting,
          problems.map((problem) => ({ ...problem, text: 'Choose how you want to be told' })),
        ),
    });
  }

  private async page(
    acting: Acting,
    problems: readonly ShownProblem[],
    notice?: string,
  ): Promise<PageAnswer> {
    const [chosen, { roles }, hasPassword] = await together([
      this.preferences.preferenceOf(acting),
      this.identity.profileOf(acting),
      this.passwords.has(acting),
    ]);
    return show(
      'account/account',
      {
        roles,
        hasPassword,
        preferences: EMAIL_PREFERENCES.map((value) => ({
          value,
          text: EMAIL_PREFERENCE_NAMES[value],
          hint: { text: HINTS[value] },
          checked: value === chosen,
        })),
        inbox: this.config.assuranceInbox,
        notice,
        problems,
        once: randomUUID(),
      },
      problems.length > 0 ? 400 : 200,
    );
  }
}
