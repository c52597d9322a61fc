import { EVENT_NAMES, EVENT_TYPES, NOTICE_EVENTS, NOTICES, RECIPIENT_NAMES, tellsSomebody } from '#domain';
import { generatedDocument, list, table } from './markdown.js';

/** `docs/notifications.md`. */
export function notificationsDocument(): string {
  return generatedDocument(
    'Who is told of what',
    'Emails go out for the events below, after the change they tell of has been saved. A person who would be told twice of one event is told once. Who is told is this service’s own choice.',
    table(
      ['Event', 'Told by email', 'Also whoever did it'],
      NOTICE_EVENTS.map((event) => {
        const { to, evenTheActor } = NOTICES[event];
        return [
          `${EVENT_NAMES[event]} (\`${event}\`)`,
          to.map((recipient) => RECIPIENT_NAMES[recipient]).join(', '),
          evenTheActor ? 'yes' : '',
        ];
      }),
    ),
    '## Events that tell nobody',
    list(
      EVENT_TYPES.filter((type) => !tellsSomebody(type)).map((type) => `${EVENT_NAMES[type]} (\`${type}\`)`),
    ),
  );
}
