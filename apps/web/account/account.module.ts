import { Module } from '@nestjs/common';
import { CaseworkPagesModule } from '../casework-pages.module.js';
import { AccountController } from './account.controller.js';

/** What people see and choose of their own account. */
@Module({ imports: [CaseworkPagesModule], controllers: [AccountController] })
export class AccountPagesModule {}
