import { EmailField } from '../fields/fields.js';

/** Whose password was forgotten. */
export class PasswordResetRequest {
  @EmailField({ description: 'Email address of the account.' })
  readonly email!: string;
}
