import {
  cannotWait,
  DIGEST_TIME,
  EVENT_NAMES,
  EVENT_TYPES,
  INVITATION_DAYS,
  NOTICE_EVENTS,
  NOTICES,
  RECIPIENT_NAMES,
  tellsSomebody,
  TOLD_BEFORE_END_DAYS,
} from '#domain';
import { generatedDocument, list, table } from './markdown.js';

/** `docs/notifications.md`. */
export function notificationsDocument(): string {
  return generatedDocument(
    'Who is told of what',
    'Emails go out for the events below, after the change they tell of has been saved. A person who would be told twice of one event is told once. Who is told is this service’s own choice. Programs are told in other ways: [other systems](other-systems.md).',
    `Somebody who prefers a daily digest gets one email at ${DIGEST_TIME} (London) on each working day there is something to tell, instead of an email each time. What cannot wait is sent to them at once all the same; which events those are is this service’s own choice, too.`,
    table(
      ['Event', 'Told by email', 'Also whoever did it', 'Cannot wait for a digest'],
      NOTICE_EVENTS.map((event) => {
        const { to, evenTheActor } = NOTICES[event];
        return [
          `${EVENT_NAMES[event]} (\`${event}\`)`,
          to.map((recipient) => RECIPIENT_NAMES[recipient]).join(', '),
          evenTheActor ? 'yes' : '',
          cannotWait(event) ? 'yes' : '',
        ];
      }),
    ),
    '## Emails about no event of a case',
    `Who is invited gets one email with a link to choose their first password. It works once, for ${String(INVITATION_DAYS)} days, and is never held for a digest.`,
    `Who makes a token for a program gets one email that says so, and another ${String(TOLD_BEFORE_END_DAYS)} days before it ends. Neither is held for a digest.`,
    '## Events that tell nobody',
    list(
      EVENT_TYPES.filter((type) => !tellsSomebody(type)).map((type) => `${EVENT_NAMES[type]} (\`${type}\`)`),
    ),
  );
}
