import { Injectable } from '@nestjs/common';
import type { EmailPreference } from '#domain';
import { Database, findEmailPreference, setEmailPreference } from '#persistence';
import { Clock, notSignedIn } from '#platform';
import type { ActingPerson } from '../acting-person.js';

/** How people want to be told of what happens. Everybody says so for themselves. */
@Injectable()
export class EmailPreferenceService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 401 when the person was deactivated meanwhile */
  async preferenceOf(person: ActingPerson): Promise<EmailPreference> {
    const preference = await findEmailPreference(this.database.asService(), person.personId);
    if (preference === null) throw notSignedIn();
    return preference;
  }

  /**
   * Sets the preference; setting it again changes nothing. Who wants each email is sent at once what was held for
   * their next digest.
   *
   * @throws ProblemError 401 when the person was deactivated meanwhile
   */
  async choose(person: ActingPerson, preference: EmailPreference): Promise<void> {
    const chosen = await setEmailPreference(
      this.database.asService(),
      person.personId,
      preference,
      this.clock.now(),
    );
    if (!chosen) throw notSignedIn();
  }
}
