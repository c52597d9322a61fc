import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';
import { AccountController } from './account.controller.js';
import { PasswordPagesController } from './password/password.controller.js';
import { OwnSessionsController } from './sessions/own-sessions.controller.js';
import { TokenPagesController } from './tokens/tokens.controller.js';

/** What people see and choose of their own account. */
@Module({
  imports: [CaseworkPagesModule],
  controllers: [AccountController, OwnSessionsController, PasswordPagesController, TokenPagesController],
})
export class AccountPagesModule {}
