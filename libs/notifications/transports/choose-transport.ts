import { smtpTls, type Config } from '#platform';
import { FileTransport } from './file-transport.js';
import { MailTransport } from './mail-transport.js';
import { NotifyTransport } from './notify-transport.js';
import { SmtpTransport } from './smtp-transport.js';

/** The way out the configuration asks for. */
export function chooseTransport(config: Config): MailTransport {
  switch (config.mailTransport) {
    case 'file':
      return new FileTransport(set(config.mailDirectory), set(config.mailFrom));
    case 'smtp':
      return new SmtpTransport(smtpAddress(config), set(config.mailFrom), undefined, smtpTls(config));
    case 'notify':
      return new NotifyTransport({
        url: config.notifyUrl,
        apiKey: set(config.notifyApiKey),
        templateId: set(config.notifyTemplateId),
      });
  }
}

/** Where the mail server is, with the password that may come apart from it. */
function smtpAddress({ smtpUrl, smtpPassword }: Config): string {
  const url = new URL(set(smtpUrl));
  if (smtpPassword !== null && url.username !== '' && url.password === '')
    url.password = encodeURIComponent(smtpPassword);
  return url.href;
}

/** `loadConfig` has checked that what the chosen transport needs is there. */
function set(value: string | null): string {
  if (value === null) throw new Error('The configuration was not checked before it was used');
  return value;
}
