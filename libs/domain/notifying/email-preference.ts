/** How a person wants to be told of what happens: each time, or once a working day of everything since the last time. */
export const EMAIL_PREFERENCES = ['each', 'daily-digest'] as const;
export type EmailPreference = (typeof EMAIL_PREFERENCES)[number];

/** What people read for each. */
export const EMAIL_PREFERENCE_NAMES: Readonly<Record<EmailPreference, string>> = {
  each: 'An email each time',
  'daily-digest': 'One email each working day, and at once only what cannot wait',
};
