import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { NotRecorded } from '#edge';
import { Access } from '#identity';
import { Clock, Config, notFound } from '#platform';

/** How long what is told here holds, in days; RFC 9116 recommends less than a year. */
const HOLDS_DAYS = 180;
const DAY_MS = 86_400_000;

/** Where faults in security are to be reported (RFC 9116). */
@Controller('.well-known')
@Access('anyone')
export class SecurityTxtController {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get('security.txt')
  @NotRecorded('It shows nothing of a case.')
  tell(@Res() reply: FastifyReply): void {
    const { securityContact, publicUrl } = this.config;
    if (securityContact === null) throw notFound();
    const today = Math.floor(this.clock.now().getTime() / DAY_MS) * DAY_MS;
    const lines = [
      `Contact: ${securityContact}`,
      `Expires: ${new Date(today + HOLDS_DAYS * DAY_MS).toISOString()}`,
      'Preferred-Languages: en',
      `Canonical: ${publicUrl}/.well-known/security.txt`,
    ];
    void reply.type('text/plain; charset=utf-8').send(`${lines.join('\n')}\n`);
  }
}
