import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';
import { AccountController } from './account.controller.js';
import { TokenPagesController } from './tokens/tokens.controller.js';

/** What people see and choose of their own account. */
@Module({ imports: [CaseworkPagesModule], controllers: [AccountController, TokenPagesController] })
export class AccountPagesModule {}
