export * from './digest/digest-calendar.js';
export * from './digest/digest-service.js';
export * from './notifications.module.js';
export * from './queue/attached-files.js';
export * from './queue/disposals.js';
export * from './queue/followers.js';
export * from './queue/likenesses.js';
export { prepareQueueTables } from './queue/queue-schema.js';
export * from './queue/log-sealer.js';
export { MailQueue } from './queue/mail-queue.js';
export { MailSweep } from './queue/mail-sweep.js';
export { MAIL_CONCURRENCY, MAIL_QUEUE, SCHEDULE_QUEUE } from './queue/queue-plan.js';
export * from './queue/reminders.js';
export { dispensableRedis } from './queue/redis-connection.js';
export { ScanQueue } from './queue/scan-queue.js';
export * from './queue/sessions-over.js';
export { MailSender, type AttemptOutcome } from './sending/mail-sender.js';
export * from './sending/retry-plan.js';
export type { Letter } from './templates/letter.js';
export type {
  AskedPoint,
  NoticeParameters,
  ToldCondition,
  ToldRating,
  ToldTarget,
} from './templates/notice-parameters.js';
export { LETTERS_ABOUT_SEVERAL_CASES, renderNotice } from './templates/render-notice.js';
export { chooseTransport } from './transports/choose-transport.js';
export { FileTransport } from './transports/file-transport.js';
export * from './transports/mail-transport.js';
export { NotifyTransport, type NotifyOptions } from './transports/notify-transport.js';
export { SmtpTransport, type SmtpPatience } from './transports/smtp-transport.js';
export * from './webhooks/webhook-call.js';
export * from './webhooks/webhook-sender.js';
export * from './webhooks/webhook-service.js';
