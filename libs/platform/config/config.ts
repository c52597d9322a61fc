import { applyDecorators } from '@nestjs/common';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsJSON,
  IsString,
  IsUrl,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  type ValidationArguments,
} from 'class-validator';
import { LOG_LEVELS, type LogLevel } from '../logging/app-logger.js';
import { AlgorithmSettings } from './algorithm-settings.js';
import { areProxies } from './proxies.js';

export const APP_MODES = ['local', 'server'] as const;
export const MAIL_TRANSPORTS = ['file', 'smtp', 'notify'] as const;
/** Where attached files are kept. */
export const ATTACHMENT_STORAGES = ['off', 'folder', 's3'] as const;
export type AttachmentStorage = (typeof ATTACHMENT_STORAGES)[number];
export type AppMode = (typeof APP_MODES)[number];
export type MailTransport = (typeof MAIL_TRANSPORTS)[number];

/** `require_tld: false`: machines on a private network have one-word names. */
function address(...protocols: string[]) {
  return { protocols, require_protocol: true, require_valid_protocol: true, require_tld: false };
}

function sentence(message: string) {
  return { message };
}

/** Checked only when the variable is set. */
function WhenSet(): PropertyDecorator {
  return ValidateIf((_config, value) => value !== null);
}

function WholeNumberFrom(least: number, most: number): PropertyDecorator {
  const told = sentence(`must be a whole number from ${least} to ${most}`);
  return applyDecorators(IsInt(told), Min(least, told), Max(most, told));
}

function AreProxies(): PropertyDecorator {
  return ValidateBy(
    { name: 'proxies', validator: { validate: (value) => typeof value === 'string' && areProxies(value) } },
    sentence(
      'must be addresses, networks such as 10.1.0.0/16, “loopback”, “linklocal” or “uniquelocal”, separated by commas',
    ),
  );
}

/** A check that looks at other variables too. */
function Fits(check: (config: Config) => boolean, message: string): PropertyDecorator {
  return ValidateBy(
    {
      name: 'fits',
      validator: {
        validate: (_value: unknown, args?: ValidationArguments) => check(args?.object as Config),
      },
    },
    sentence(message),
  );
}

const LONGEST_PATH = 4_096;

/** The path of a file; whether it can be read turns out where it is. */
function IsFile(why = ''): PropertyDecorator {
  return Length(1, LONGEST_PATH, sentence(`must be the path of a PEM file${why === '' ? '' : `, ${why}`}`));
}

/** The path of one of two files of which each is nothing without the other. */
function GoesWith(field: keyof Config, name: string): PropertyDecorator {
  return applyDecorators(
    ValidateIf((config: Config, value) => value !== null || config[field] !== null),
    IsFile(`because ${name} is set`),
  );
}

function areAmongIssuers({ machineIssuers, machineIssuersWithShortKeys }: Config): boolean {
  const issuers = (machineIssuers ?? '').split(/\s+/);
  return (machineIssuersWithShortKeys ?? '').split(/\s+/).every((issuer) => issuers.includes(issuer));
}

function areIssuers({ machineIssuers, appMode }: Config): boolean {
  return (machineIssuers ?? '').split(/\s+/).every((issuer) => {
    if (!URL.canParse(issuer)) return false;
    const { protocol, username, password, search, hash } = new URL(issuer);
    const isSafe = protocol === 'https:' || (protocol === 'http:' && appMode === 'local');
    return isSafe && [username, password, search, hash].every((part) => part === '');
  });
}

/** Checked, and so required, for the given ways of sending mail; otherwise only when set. */
function RequiredForMail(...transports: MailTransport[]): PropertyDecorator {
  return ValidateIf((config: Config, value) => value !== null || transports.includes(config.mailTransport));
}

/**
 * Everything that differs from one installation to another, already checked. Optional text that was not set is `null`.
 * `CONFIG_VARIABLES` says what each one means; make one with `loadConfig`.
 */
export class Config extends AlgorithmSettings {
  @WhenSet()
  @IsString()
  readonly nodeEnv!: string | null;

  @IsIn(APP_MODES, sentence('must be “local” or “server”'))
  readonly appMode!: AppMode;

  @IsUrl(
    address('postgresql', 'postgres'),
    sentence('must be the address of a PostgreSQL database, postgresql://user:password@host:port/name'),
  )
  readonly databaseUrl!: string;

  @WhenSet()
  @IsUrl(
    address('postgresql', 'postgres'),
    sentence('must be the address of a PostgreSQL database, postgresql://user:password@host:port/name'),
  )
  readonly migrationDatabaseUrl!: string | null;

  @WhenSet()
  @Matches(/^PRIVATE\+KEY\+/, sentence('must be a key as npm run log-key makes it'))
  readonly logSigningKey!: string | null;

  @WhenSet()
  @Matches(/^PRIVATE\+KEY\+/, sentence('must be a key as npm run log-key makes it'))
  readonly logRetiringKey!: string | null;

  @WhenSet()
  @IsString()
  readonly logEarlierKeys!: string | null;

  @WhenSet()
  @Matches(/^[^\s+]+$/, sentence('must be a name without spaces, such as spend-control.gov.uk/log'))
  readonly logOrigin!: string | null;

  @WhenSet()
  @Matches(
    /^(file:\/|https:\/\/|mailto:)\S+(\s+(file:\/|https:\/\/|mailto:)\S+)*$/,
    sentence(
      'must be addresses such as file:/folder, https://address or mailto:address, separated by spaces',
    ),
  )
  readonly logPublish!: string | null;

  @WholeNumberFrom(1, 200)
  readonly databasePoolSize!: number;

  @Length(1, 255, sentence('must be the address to listen on, such as 0.0.0.0'))
  readonly httpHost!: string;

  @WholeNumberFrom(0, 65_535)
  readonly httpPort!: number;

  @GoesWith('httpTlsKey', 'HTTP_TLS_KEY')
  readonly httpTlsCertificate!: string | null;

  @GoesWith('httpTlsCertificate', 'HTTP_TLS_CERTIFICATE')
  readonly httpTlsKey!: string | null;

  @ValidateIf((config: Config, value) => value !== null || config.httpTlsClients !== null)
  @IsFile('because HTTP_TLS_CLIENTS is set')
  @Fits(
    ({ httpTlsCertificate }) => httpTlsCertificate !== null,
    'goes with HTTP_TLS_CERTIFICATE, which is not set',
  )
  readonly httpTlsClientAuthority!: string | null;

  @WhenSet()
  @IsString()
  readonly httpTlsClients!: string | null;

  /** Without a slash at its end. */
  @IsUrl(address('http', 'https'), sentence('must be the http or https address people reach the service at'))
  readonly publicUrl!: string;

  @WhenSet()
  @IsUrl(address('redis', 'rediss'), sentence('must be the address of Redis or Valkey, redis://host:port'))
  readonly redisUrl!: string | null;

  @WhenSet()
  @IsFile()
  readonly redisTlsAuthority!: string | null;

  @GoesWith('redisTlsKey', 'REDIS_TLS_KEY')
  readonly redisTlsCertificate!: string | null;

  @GoesWith('redisTlsCertificate', 'REDIS_TLS_CERTIFICATE')
  readonly redisTlsKey!: string | null;

  @IsIn(MAIL_TRANSPORTS, sentence('must be “file”, “smtp” or “notify”'))
  readonly mailTransport!: MailTransport;

  @RequiredForMail('file')
  @Length(1, 4_096, sentence('must be the folder to write emails to, because MAIL_TRANSPORT is “file”'))
  readonly mailDirectory!: string | null;

  @RequiredForMail('file', 'smtp')
  @IsEmail({ allow_display_name: true }, sentence('must be the email address that emails come from'))
  readonly mailFrom!: string | null;

  @RequiredForMail('smtp')
  @IsUrl(address('smtp', 'smtps'), sentence('must be the address of the mail server, smtp://host:port'))
  readonly smtpUrl!: string | null;

  @WhenSet()
  @IsFile()
  readonly smtpTlsAuthority!: string | null;

  @WhenSet()
  @Length(1, 500, sentence('must be the password of the user in SMTP_URL'))
  readonly smtpPassword!: string | null;

  @RequiredForMail('notify')
  @Length(1, 500, sentence('must be the API key of GOV.UK Notify, because MAIL_TRANSPORT is “notify”'))
  readonly notifyApiKey!: string | null;

  @RequiredForMail('notify')
  @IsUUID('all', sentence('must be the id of the GOV.UK Notify template, a UUID'))
  readonly notifyTemplateId!: string | null;

  @IsUrl(address('http', 'https'), sentence('must be the http or https address of GOV.UK Notify'))
  readonly notifyUrl!: string;

  @IsEmail({}, sentence('must be the shared email address of the GDS Assurance team'))
  readonly assuranceInbox!: string;

  @WhenSet()
  @IsEmail({}, sentence('must be the email address of the Crown Commercial Service'))
  readonly frameworksAddress!: string | null;

  @WholeNumberFrom(1, 168)
  readonly tokenHours!: number;

  @WholeNumberFrom(1, 365)
  readonly machineTokenDays!: number;

  @Fits(
    ({ machineTokenDays, machineTokenLongestDays }) => machineTokenLongestDays >= machineTokenDays,
    'must be a whole number from MACHINE_TOKEN_DAYS to 365',
  )
  @WholeNumberFrom(1, 365)
  readonly machineTokenLongestDays!: number;

  @WhenSet()
  @Matches(
    /^(database|queue|mail|files|scanner|proxy)(\s+(database|queue|mail|files|scanner|proxy))*$/,
    sentence('must be of “database”, “queue”, “mail”, “files”, “scanner” and “proxy”, separated by spaces'),
  )
  readonly plainConnections!: string | null;

  @WhenSet()
  @Fits(
    areIssuers,
    'must be the https addresses of issuers, separated by spaces, without a query (http only where APP_MODE is “local”)',
  )
  readonly machineIssuers!: string | null;

  @WhenSet()
  @Fits(areAmongIssuers, 'must be among MACHINE_ISSUERS, separated by spaces')
  readonly machineIssuersWithShortKeys!: string | null;

  @WhenSet()
  @Matches(/^\S{1,500}$/, sentence('must be what tokens have in “aud”, without spaces'))
  readonly machineAudience!: string | null;

  @WholeNumberFrom(5, 480)
  readonly sessionIdleMinutes!: number;

  @WholeNumberFrom(1, 24)
  readonly sessionHours!: number;

  @IsIn(['on', 'off'], sentence('must be “on” or “off”'))
  readonly passwordSignIn!: 'on' | 'off';

  @WhenSet()
  @IsJSON(sentence('must be a JSON list of providers'))
  readonly signInProviders!: string | null;

  @WholeNumberFrom(1, 20)
  readonly signInProviderSeconds!: number;

  @IsInt(sentence('must be a whole number of pence'))
  @Min(0, sentence('must be a whole number of pence'))
  @Max(999_999_999_999, sentence('must be a whole number of pence, below ten billion pounds'))
  readonly stepUpAbovePence!: number;

  @WholeNumberFrom(1, 60)
  readonly stepUpMinutes!: number;

  @WholeNumberFrom(1, 1_000)
  readonly reviewerWorkloadLimit!: number;

  @IsIn(LOG_LEVELS, sentence(`must be one of ${LOG_LEVELS.join(', ')}`))
  readonly logLevel!: LogLevel;

  @WholeNumberFrom(1_024, 16_777_216)
  readonly bodyLimitBytes!: number;

  @IsIn(ATTACHMENT_STORAGES, sentence('must be “off”, “folder” or “s3”'))
  readonly attachmentStorage!: AttachmentStorage;

  @ValidateIf((config: Config, value) => value !== null || config.attachmentStorage === 'folder')
  @Length(
    1,
    4_096,
    sentence('must be the folder to keep attached files in, because ATTACHMENT_STORAGE is “folder”'),
  )
  readonly attachmentDirectory!: string | null;

  @ValidateIf((config: Config, value) => value !== null || config.attachmentStorage === 's3')
  @Length(3, 255, sentence('must be the name of a bucket, because ATTACHMENT_STORAGE is “s3”'))
  readonly s3Bucket!: string | null;

  @Length(1, 100, sentence('must be the region of the bucket, such as eu-west-2'))
  readonly s3Region!: string;

  @WhenSet()
  @IsUrl(address('http', 'https'), sentence('must be the http or https address of what speaks S3'))
  readonly s3Endpoint!: string | null;

  @ValidateIf((config: Config, value) => value !== null || config.s3SecretAccessKey !== null)
  @Length(1, 500, sentence('must be the access key, because S3_SECRET_ACCESS_KEY is set'))
  readonly s3AccessKeyId!: string | null;

  @ValidateIf((config: Config, value) => value !== null || config.s3AccessKeyId !== null)
  @Length(1, 500, sentence('must be the secret of the access key, because S3_ACCESS_KEY_ID is set'))
  readonly s3SecretAccessKey!: string | null;

  @IsIn(['AES256', 'aws:kms', 'none'], sentence('must be “AES256”, “aws:kms” or “none”'))
  readonly s3Encryption!: 'AES256' | 'aws:kms' | 'none';

  @WhenSet()
  @IsString()
  readonly s3KmsKeyId!: string | null;

  @WholeNumberFrom(1_024, 104_857_600)
  readonly attachmentLimitBytes!: number;

  @WholeNumberFrom(1, 100)
  readonly attachmentsPerPart!: number;

  @WholeNumberFrom(1, 1_000)
  readonly attachmentsPerCase!: number;

  @WholeNumberFrom(1_024, 10_737_418_240)
  readonly attachmentCaseBytes!: number;

  @ValidateIf(
    (config: Config, value) =>
      value !== null || (config.attachmentStorage !== 'off' && config.appMode === 'server'),
  )
  @IsIn(
    ['clamav', 'none'],
    sentence('must be “clamav”, or “none” to let files be downloaded that nothing has checked for viruses'),
  )
  readonly malwareScanner!: 'clamav' | 'none' | null;

  @ValidateIf(
    (config: Config, value) =>
      value !== null || (config.malwareScanner === 'clamav' && config.clamavSocket === null),
  )
  @Length(1, 255, sentence('must be the host clamd listens on, because MALWARE_SCANNER is “clamav”'))
  readonly clamavHost!: string | null;

  @WholeNumberFrom(1, 65_535)
  readonly clamavPort!: number;

  @WhenSet()
  @Length(1, 4_096, sentence('must be the path of the socket of clamd'))
  readonly clamavSocket!: string | null;

  /** As `TRUSTED_PROXIES` has them. */
  @WhenSet()
  @AreProxies()
  readonly trustedProxies!: string | null;

  @WholeNumberFrom(10, 1_000_000)
  readonly rateLimitPerson!: number;

  @WholeNumberFrom(10, 1_000_000)
  readonly rateLimitAddress!: number;

  @WholeNumberFrom(1, 1_000_000)
  readonly rateLimitCostly!: number;

  @WholeNumberFrom(1, 1_000_000)
  readonly rateLimitLinks!: number;

  @WholeNumberFrom(1, 60)
  readonly headersTimeoutSeconds!: number;

  @WholeNumberFrom(1, 300)
  readonly requestTimeoutSeconds!: number;

  @WholeNumberFrom(1, 600)
  readonly statementTimeoutSeconds!: number;

  @WholeNumberFrom(1, 600)
  readonly databaseAnswerSeconds!: number;

  @WholeNumberFrom(1, 600)
  readonly lockTimeoutSeconds!: number;

  @WholeNumberFrom(1, 600)
  readonly idleTransactionSeconds!: number;

  @WhenSet()
  @Length(32, 500, sentence('must be at least 32 characters'))
  readonly webhookKey!: string | null;

  @WhenSet()
  @Length(32, 500, sentence('must be at least 32 characters'))
  readonly webhookRetiringKey!: string | null;

  @IsIn(['refused', 'allowed'], sentence('must be “refused” or “allowed”'))
  readonly webhookPrivateAddresses!: 'refused' | 'allowed';

  @WholeNumberFrom(1, 60)
  readonly webhookTimeoutSeconds!: number;

  @WhenSet()
  @Matches(
    /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/,
    sentence('must be mailto: and an email address, or an https address'),
  )
  readonly securityContact!: string | null;

  @WhenSet()
  @IsEmail({}, sentence('must be an email address'))
  readonly bootstrapAdminEmail!: string | null;
}
