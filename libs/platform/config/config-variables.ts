import { ALGORITHM_VARIABLES } from './algorithm-variables.js';
import { variable, type ConfigVariable } from './config-variable.js';

export type { ConfigVariable } from './config-variable.js';

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
    'Where PostgreSQL is: postgresql://user:password@host:port/name, or with a certificate, postgresql://user@host:port/name?sslmode=verify-full&sslrootcert=file&sslcert=file&sslkey=file. The user is the application’s own, who may add to history and never change it; the service refuses to start as anybody who may.',
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
  variable(
    'HTTP_TLS_CERTIFICATE',
    'httpTlsCertificate',
    'File (PEM) with the certificate the API and the pages serve HTTPS with. Without it they speak plain HTTP, for a proxy on the same machine.',
    { required: 'with HTTP_TLS_KEY' },
  ),
  variable('HTTP_TLS_KEY', 'httpTlsKey', 'File (PEM) with the key of that certificate.', {
    required: 'with HTTP_TLS_CERTIFICATE',
  }),
  variable(
    'HTTP_TLS_CLIENT_AUTHORITY',
    'httpTlsClientAuthority',
    'File (PEM) with the authority that must vouch for the certificate of whoever connects, which is the proxy. Without it no certificate is asked for.',
    { required: 'with HTTP_TLS_CLIENTS' },
  ),
  variable(
    'HTTP_TLS_CLIENTS',
    'httpTlsClients',
    'Who of those it vouches for may connect, by the common names of their certificates, separated by spaces; all of them unless set.',
  ),
  variable('PUBLIC_URL', 'publicUrl', 'Address people reach the service at; links in emails begin with it.', {
    required: 'always',
  }),
  variable(
    'REDIS_URL',
    'redisUrl',
    'Redis or Valkey for the queue: redis://host:port, or rediss:// with TLS. Without it the queue is in PostgreSQL.',
    { secret: true },
  ),
  variable(
    'REDIS_TLS_AUTHORITY',
    'redisTlsAuthority',
    'File (PEM) with the authority that vouches for its certificate; those Node.js knows unless set.',
  ),
  variable(
    'REDIS_TLS_CERTIFICATE',
    'redisTlsCertificate',
    'File (PEM) with the certificate by which the service proves to it who it is.',
    { required: 'with REDIS_TLS_KEY' },
  ),
  variable('REDIS_TLS_KEY', 'redisTlsKey', 'File (PEM) with the key of that certificate.', {
    required: 'with REDIS_TLS_CERTIFICATE',
  }),
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
  variable(
    'SMTP_URL',
    'smtpUrl',
    'The mail server: smtp://user:password@host:port, or smtps://. On another machine it must take up TLS, unless ?requireTLS=false is added.',
    {
      required: 'when MAIL_TRANSPORT is “smtp”',
      secret: true,
    },
  ),
  variable(
    'SMTP_TLS_AUTHORITY',
    'smtpTlsAuthority',
    'File (PEM) with the authority that vouches for its certificate; those Node.js knows unless set.',
  ),
  variable(
    'SMTP_PASSWORD',
    'smtpPassword',
    'Password of the user in SMTP_URL, where the address names one and no password.',
    { secret: true },
  ),
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
  variable(
    'FRAMEWORKS_ADDRESS',
    'frameworksAddress',
    'Email address of the Crown Commercial Service, which questions about buying through frameworks are sent to. Without it they wait for GDS Assurance and none is sent.',
  ),
  variable('TOKEN_HOURS', 'tokenHours', 'Hours a sign-in lasts, 1 to 168.', {
    default: '12',
    kind: 'whole number',
  }),
  variable(
    'MACHINE_TOKEN_DAYS',
    'machineTokenDays',
    'Days a token somebody makes for a program lasts unless they choose otherwise, 1 to 365.',
    { default: '90', kind: 'whole number' },
  ),
  variable(
    'MACHINE_TOKEN_LONGEST_DAYS',
    'machineTokenLongestDays',
    'Most days such a token may last, 1 to 365; no fewer than MACHINE_TOKEN_DAYS.',
    { default: '365', kind: 'whole number' },
  ),
  variable(
    'PLAIN_CONNECTIONS',
    'plainConnections',
    'What a deployment may connect to without TLS, because the network between keeps it private: of “database”, “queue”, “mail”, “files”, “scanner” and “proxy” (which then speaks plain HTTP to the API and the pages), separated by spaces. Without it such a deployment does not start; this machine itself needs none.',
  ),
  variable(
    'MACHINE_ISSUERS',
    'machineIssuers',
    'Issuers of OAuth 2.0 whose access tokens programs may come with, exactly as their tokens write it in “iss”, separated by spaces. Only https, save where APP_MODE is “local”. Without it none are taken.',
  ),
  variable(
    'MACHINE_ISSUERS_WITH_SHORT_KEYS',
    'machineIssuersWithShortKeys',
    'Those of MACHINE_ISSUERS that may sign with RSA keys of fewer than 3,072 bits, which have less than 128 bits of strength, separated by spaces. Only for an issuer that has no others yet.',
  ),
  variable(
    'MACHINE_AUDIENCE',
    'machineAudience',
    'What those tokens must be meant for, in their “aud”; PUBLIC_URL unless set.',
  ),
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
  variable(
    'PASSWORD_SIGN_IN',
    'passwordSignIn',
    '“on” lets people sign in with a password, “off” does not. Unless set, “on” where APP_MODE is “local” and “off” in a deployment.',
  ),
  variable(
    'SIGN_IN_PROVIDERS',
    'signInProviders',
    'Identity providers people sign in at (OpenID Connect), as a JSON list; see docs/single-sign-on.md.',
    { secret: true },
  ),
  variable(
    'SIGN_IN_PROVIDER_SECONDS',
    'signInProviderSeconds',
    'Longest an identity provider may take to answer, in seconds, 1 to 20.',
    { default: '5', kind: 'whole number' },
  ),
  variable(
    'STEP_UP_ABOVE_PENCE',
    'stepUpAbovePence',
    'Deciding on more than this, in pence, asks for a sign-in not long ago. This service’s own choice: £20 million.',
    { default: '2000000000', kind: 'whole number' },
  ),
  variable('STEP_UP_MINUTES', 'stepUpMinutes', 'How long ago such a sign-in may be, in minutes, 1 to 60.', {
    default: '15',
    kind: 'whole number',
  }),
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
    'While the key is changed over: the one used before, which signs beside the new one, in checkpoints whose text names the new one, and so vouches for it.',
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
    'TRUSTED_PROXIES',
    'trustedProxies',
    'Proxies in front whose X-Forwarded-For is believed, separated by commas: addresses, networks such as 10.1.0.0/16, or “loopback”, “linklocal”, “uniquelocal”. Of nobody else is it believed.',
  ),
  variable(
    'RATE_LIMIT_PERSON',
    'rateLimitPerson',
    'Most requests a minute of one person, wherever they are signed in.',
    { default: '600', kind: 'whole number' },
  ),
  variable(
    'RATE_LIMIT_ADDRESS',
    'rateLimitAddress',
    'Most requests a minute of nobody who is signed in, from one address. Those of people who are signed in do not count.',
    { default: '300', kind: 'whole number' },
  ),
  variable(
    'RATE_LIMIT_COSTLY',
    'rateLimitCostly',
    'Most exports and searches of text a minute of one person.',
    { default: '60', kind: 'whole number' },
  ),
  variable(
    'RATE_LIMIT_LINKS',
    'rateLimitLinks',
    'Most codes of invitations, and to choose another password, tried a minute from one address.',
    { default: '30', kind: 'whole number' },
  ),
  variable(
    'HEADERS_TIMEOUT_SECONDS',
    'headersTimeoutSeconds',
    'Longest the headers of a request may take to arrive, in seconds.',
    { default: '10', kind: 'whole number' },
  ),
  variable(
    'REQUEST_TIMEOUT_SECONDS',
    'requestTimeoutSeconds',
    'Longest a whole request may take to arrive, in seconds.',
    { default: '30', kind: 'whole number' },
  ),
  variable(
    'STATEMENT_TIMEOUT_SECONDS',
    'statementTimeoutSeconds',
    'Longest one statement of the API or the pages may take in the database, in seconds. Exports are exempt.',
    { default: '10', kind: 'whole number' },
  ),
  variable(
    'DATABASE_ANSWER_SECONDS',
    'databaseAnswerSeconds',
    'Longest the API and the pages wait for a connection to the database and its answer, in seconds, before they say that the service is unavailable. It also holds where the database stands still, and should be a little more than the time of a statement. Exports are exempt.',
    { default: '12', kind: 'whole number' },
  ),
  variable(
    'LOCK_TIMEOUT_SECONDS',
    'lockTimeoutSeconds',
    'Longest such a statement may wait for a lock, in seconds.',
    { default: '10', kind: 'whole number' },
  ),
  variable(
    'IDLE_TRANSACTION_SECONDS',
    'idleTransactionSeconds',
    'Longest a transaction of theirs may do nothing, in seconds.',
    { default: '60', kind: 'whole number' },
  ),
  variable(
    'WEBHOOK_KEY',
    'webhookKey',
    'Key the secrets of webhooks are sealed with in the database, at least 32 random characters. Without it there are no webhooks.',
    { secret: true },
  ),
  variable(
    'WEBHOOK_RETIRING_KEY',
    'webhookRetiringKey',
    'While that key is changed over: the one before, with which what was sealed is opened once more and sealed with the new one.',
    { secret: true },
  ),
  variable(
    'WEBHOOK_PRIVATE_ADDRESSES',
    'webhookPrivateAddresses',
    '“allowed” lets webhooks be sent to addresses on private networks and without TLS, for trying them out on one’s own machine; a deployment refuses to start with it.',
    { default: 'refused' },
  ),
  variable(
    'WEBHOOK_TIMEOUT_SECONDS',
    'webhookTimeoutSeconds',
    'Longest another system may take to answer a webhook, in seconds.',
    { default: '15', kind: 'whole number' },
  ),
  ...ALGORITHM_VARIABLES,
  variable(
    'SECURITY_CONTACT',
    'securityContact',
    'Where faults in security are to be reported, mailto: or https:; told in /.well-known/security.txt.',
  ),
  variable(
    'BOOTSTRAP_ADMIN_EMAIL',
    'bootstrapAdminEmail',
    'Email address of the first administrator, made where there is none. Where passwords are taken they are sent an invitation, which works once and for 7 days, and another by the next run of the job if it ran out; otherwise they sign in through their provider.',
  ),
] as const satisfies readonly ConfigVariable[];
