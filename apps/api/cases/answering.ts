import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answer } from '#casework';
import { entityTag, isUnchanged } from '../http/entity-tag.js';

const JSON_TYPE = 'application/json; charset=utf-8';
/** Kept by the reader's own programs alone, and asked about every time. */
const ASK_EVERY_TIME = 'private, no-cache';

/** Sends what a change answered, as it is: it may be an answer given before. */
export function sendAnswer(reply: FastifyReply, { status, headers, body }: Answer): void {
  void reply.status(status).headers(headers).type(JSON_TYPE).send(body);
}

/** Sends JSON text on unread. */
export function sendJson(
  reply: FastifyReply,
  json: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  void reply.status(200).headers(headers).type(JSON_TYPE).send(json);
}

/** Sends JSON text of a revision, or 304 to a reader who has that revision. */
export function sendRevision(
  request: FastifyRequest,
  reply: FastifyReply,
  revision: number,
  json: string | null,
): void {
  const headers = { etag: entityTag(revision), 'cache-control': ASK_EVERY_TIME };
  if (json === null || isUnchanged(request.headers['if-none-match'], revision))
    void reply.status(304).headers(headers).send();
  else sendJson(reply, json, headers);
}

/** The one revision an `If-None-Match` header names; `null` when it names none, or several. */
export function knownRevision(header: string | undefined): number | null {
  const revision = Number(/^(?:W\/)?"([1-9]\d{0,8})"$/.exec(header?.trim() ?? '')?.[1] ?? Number.NaN);
  return Number.isNaN(revision) ? null : revision;
}

/** Sends one page of a list: its items as JSON text, where the next one starts, and a link to it. */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  items: string,
  next: string | number | null,
): void {
  const body = `{"items":${items},"next":${JSON.stringify(next)}}`;
  sendJson(reply, body, next === null ? {} : { link: `<${addressOf(request, String(next))}>; rel="next"` });
}

/** Address of the same list from another place on. */
export function addressOf(request: FastifyRequest, after: string): string {
  const url = new URL(request.url, 'http://service.invalid');
  url.searchParams.set('after', after);
  return url.pathname + url.search;
}
