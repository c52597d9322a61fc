/** One environment variable of the service. */
export interface ConfigVariable {
  /** Name in the environment. */
  readonly name: string;
  /** Property of `Config` it is read into. */
  readonly field: string;
  /** What it is for, in a sentence. */
  readonly description: string;
  /** Used when the variable is not set; `null` when there is none. */
  readonly default: string | null;
  /** `always`, or when it must be set. */
  readonly required: string;
  /** Whether the value is a credential, never to be shown. */
  readonly secret: boolean;
  /** What the text is turned into. */
  readonly kind: 'text' | 'whole number' | 'yes or no';
}

type Rest = Partial<Pick<ConfigVariable, 'default' | 'required' | 'secret' | 'kind'>>;

function variable<Field extends string>(name: string, field: Field, description: string, rest: Rest = {}) {
  return {
    name,
    field,
    description,
    default: null,
    required: 'no',
    secret: false,
    kind: 'text',
    ...rest,
  } as const;
}

/** Every variable the service reads, in the order people look for them; an empty value counts as not set. */
export const CONFIG_VARIABLES = [
  variable(
    'NODE_ENV',
    'nodeEnv',
    'What Node.js libraries take the surroundings to be, such as “production”.',
  ),
  variable(
    'APP_MODE',
    'appMode',
    '“local” for one machine with demonstration data, “server” for a deployment.',
    { default: 'server' },
  ),
  variable(
    'DATABASE_URL',
    'databaseUrl',
    'Where PostgreSQL is: postgresql://user:password@host:port/name. The user is the application’s own, who may add to history and never change it; the service refuses to start as anybody who may.',
    { required: 'always', secret: true },
  ),
  variable(
    'MIGRATION_DATABASE_URL',
    'migrationDatabaseUrl',
    'The same database as the owner of its tables, who may make roles. Only the job that brings it up to date has it, and makes the user of DATABASE_URL.',
    { required: 'for that job', secret: true },
  ),
  variable('DATABASE_POOL_SIZE', 'databasePoolSize', 'Most database connections each process keeps open.', {
    default: '10',
    kind: 'whole number',
  }),
  variable('HTTP_HOST', 'httpHost', 'Address the API listens on.', { default: '0.0.0.0' }),
  variable('HTTP_PORT', 'httpPort', 'Port the API listens on; 0 takes any free one.', {
    default: '3000',
    kind: 'whole number',
  }),
  variable('PUBLIC_URL', 'publicUrl', 'Address people reach the service at; links in emails begin with it.', {
    required: 'always',
  }),
  variable(
    'REDIS_URL',
    'redisUrl',
    'Redis or Valkey for the queue: redis://host:port. Without it the queue is in PostgreSQL.',
    { secret: true },
  ),
  variable(
    'MAIL_TRANSPORT',
    'mailTransport',
    'How emails leave: “file” writes them to a folder, “smtp” or “notify” (GOV.UK Notify) send them.',
    { required: 'always' },
  ),
  variable('MAIL_DIRECTORY', 'mailDirectory', 'Folder emails are written to.', {
    required: 'when MAIL_TRANSPORT is “file”',
  }),
  variable('MAIL_FROM', 'mailFrom', 'Email address that emails come from.', {
    required: 'when MAIL_TRANSPORT is “file” or “smtp”',
  }),
  variable('SMTP_URL', 'smtpUrl', 'The mail server: smtp://user:password@host:port, or smtps://.', {
    required: 'when MAIL_TRANSPORT is “smtp”',
    secret: true,
  }),
  variable('NOTIFY_API_KEY', 'notifyApiKey', 'API key of GOV.UK Notify.', {
    required: 'when MAIL_TRANSPORT is “notify”',
    secret: true,
  }),
  variable('NOTIFY_TEMPLATE_ID', 'notifyTemplateId', 'Id of the GOV.UK Notify template, a UUID.', {
    required: 'when MAIL_TRANSPORT is “notify”',
  }),
  variable('NOTIFY_URL', 'notifyUrl', 'Address of GOV.UK Notify.', {
    default: 'https://api.notifications.service.gov.uk',
  }),
  variable('ASSURANCE_INBOX', 'assuranceInbox', 'Shared email address of the GDS Assurance team.', {
    required: 'always',
  }),
  variable('TOKEN_HOURS', 'tokenHours', 'Hours a sign-in lasts, 1 to 168.', {
    default: '12',
    kind: 'whole number',
  }),
  variable(
    'SESSION_IDLE_MINUTES',
    'sessionIdleMinutes',
    'Minutes after which a browser session that is not used ends, 5 to 480. Use is noted to the minute, so it may end up to a minute sooner.',
    { default: '30', kind: 'whole number' },
  ),
  variable(
    'SESSION_HOURS',
    'sessionHours',
    'Hours after which a browser session ends however much it is used, 1 to 24.',
    { default: '12', kind: 'whole number' },
  ),
  variable('PASSWORD_SIGN_IN', 'passwordSignIn', '“off” refuses sign-in with a password.', { default: 'on' }),
  variable(
    'REVIEWER_WORKLOAD_LIMIT',
    'reviewerWorkloadLimit',
    'Most work a reviewer may have in hand and still be given the next case, in points: a case of the lowest rating is 1, of the next 2, and so on.',
    { default: '20', kind: 'whole number' },
  ),
  variable(
    'LOG_SIGNING_KEY',
    'logSigningKey',
    'Key the decision log is signed with, as `npm run log-key` makes it.',
    { required: 'for the worker, and for exports', secret: true },
  ),
  variable(
    'LOG_RETIRING_KEY',
    'logRetiringKey',
    'While the key is changed over: the one used before, which signs beside the new one and so vouches for it.',
    { secret: true },
  ),
  variable(
    'LOG_EARLIER_KEYS',
    'logEarlierKeys',
    'Public keys (name+id+base64) that signed in the past and no longer do, separated by spaces.',
  ),
  variable(
    'LOG_ORIGIN',
    'logOrigin',
    'What the decision log is called in its checkpoints; it must never change. The host of PUBLIC_URL and “/spend-control” unless set.',
  ),
  variable(
    'LOG_PUBLISH',
    'logPublish',
    'Where signed checkpoints go, separated by spaces: file:/folder, https://address (a POST), mailto:address (the first of each day).',
  ),
  variable('LOG_LEVEL', 'logLevel', 'How much is logged: fatal, error, warn, info, debug, trace or silent.', {
    default: 'info',
  }),
  variable('BODY_LIMIT_BYTES', 'bodyLimitBytes', 'Largest request body accepted, in bytes.', {
    default: '1048576',
    kind: 'whole number',
  }),
  variable(
    'ATTACHMENT_STORAGE',
    'attachmentStorage',
    'Where files people attach are kept: “folder”, “s3” (Amazon S3 or what speaks its language), or “off”: then none can be attached.',
    { default: 'off' },
  ),
  variable(
    'ATTACHMENT_DIRECTORY',
    'attachmentDirectory',
    'Folder attached files are kept in. Every process needs it, and nothing may serve it.',
    { required: 'when ATTACHMENT_STORAGE is “folder”' },
  ),
  variable('S3_BUCKET', 's3Bucket', 'Bucket attached files are kept in; it must not be public.', {
    required: 'when ATTACHMENT_STORAGE is “s3”',
  }),
  variable('S3_REGION', 's3Region', 'Region of the bucket.', { default: 'eu-west-2' }),
  variable('S3_ENDPOINT', 's3Endpoint', 'Address of what speaks S3; Amazon’s own unless set.'),
  variable(
    'S3_ACCESS_KEY_ID',
    's3AccessKeyId',
    'Access key for the bucket; the role of the machine or container unless set.',
    { required: 'with S3_SECRET_ACCESS_KEY' },
  ),
  variable('S3_SECRET_ACCESS_KEY', 's3SecretAccessKey', 'Secret of that key.', {
    required: 'with S3_ACCESS_KEY_ID',
    secret: true,
  }),
  variable(
    'S3_ENCRYPTION',
    's3Encryption',
    'How the bucket is asked to encrypt: “AES256”, “aws:kms”, or “none” where it cannot be asked.',
    { default: 'AES256' },
  ),
  variable('S3_KMS_KEY_ID', 's3KmsKeyId', 'Key for “aws:kms”; the bucket’s own unless set.'),
  variable('ATTACHMENT_LIMIT_BYTES', 'attachmentLimitBytes', 'Largest file that can be attached, in bytes.', {
    default: '20971520',
    kind: 'whole number',
  }),
  variable(
    'ATTACHMENTS_PER_PART',
    'attachmentsPerPart',
    'Most files of one point, one legacy exception or one giving of evidence.',
    { default: '10', kind: 'whole number' },
  ),
  variable('ATTACHMENTS_PER_CASE', 'attachmentsPerCase', 'Most files of one case.', {
    default: '100',
    kind: 'whole number',
  }),
  variable('ATTACHMENT_CASE_BYTES', 'attachmentCaseBytes', 'Most bytes of all files of one case together.', {
    default: '524288000',
    kind: 'whole number',
  }),
  variable(
    'MALWARE_SCANNER',
    'malwareScanner',
    'What looks for viruses in attached files before anybody can download them: “clamav”, or “none”. “none” must be said outright in a deployment.',
    { required: 'when files can be attached and APP_MODE is “server”' },
  ),
  variable('CLAMAV_HOST', 'clamavHost', 'Where ClamAV’s clamd listens.', {
    required: 'when MALWARE_SCANNER is “clamav”, unless CLAMAV_SOCKET is set',
  }),
  variable('CLAMAV_PORT', 'clamavPort', 'Port of clamd.', { default: '3310', kind: 'whole number' }),
  variable('CLAMAV_SOCKET', 'clamavSocket', 'Unix socket of clamd, in place of host and port.'),
  variable(
    'TRUST_PROXY',
    'trustProxy',
    '“true” when a proxy in front sets X-Forwarded-For and nobody else can.',
    { default: 'false', kind: 'yes or no' },
  ),
  variable(
    'BOOTSTRAP_ADMIN_EMAIL',
    'bootstrapAdminEmail',
    'Email address of the first administrator, made at start where there is none.',
    { required: 'with BOOTSTRAP_ADMIN_PASSWORD' },
  ),
  variable(
    'BOOTSTRAP_ADMIN_PASSWORD',
    'bootstrapAdminPassword',
    'Password of the first administrator, at least 12 characters; take it away after signing in once.',
    { required: 'with BOOTSTRAP_ADMIN_EMAIL', secret: true },
  ),
] as const satisfies readonly ConfigVariable[];
