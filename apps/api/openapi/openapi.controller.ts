import { Controller, Get, Header, Injectable } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { NotRecorded } from '#edge';
import { Access } from '#identity';
import { unavailable } from '#platform';

/** Holds the description of the API, which can only be made once the application stands. */
@Injectable()
export class OpenApiDocument {
  private build: (() => object) | undefined;
  private text: string | undefined;

  /** Says how the description is made; it is made at the first request for it. */
  set(build: () => object): void {
    this.build = build;
    this.text = undefined;
  }

  /** The description as JSON text. */
  json(): string {
    if (this.build === undefined) throw unavailable('The description of the API is not ready yet.');
    this.text ??= JSON.stringify(this.build());
    return this.text;
  }
}

/** The API describes itself. */
@ApiTags('About the API')
@Controller('api/v1/openapi.json')
@Access('anyone')
export class OpenApiController {
  constructor(private readonly document: OpenApiDocument) {}

  /** This description, OpenAPI 3.1. */
  @Get()
  @NotRecorded('the description of the API')
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  @ApiOkResponse({
    description: 'This description, OpenAPI 3.1.',
    content: { 'application/json': { schema: { type: 'object' } } },
  })
  read(): string {
    return this.document.json();
  }
}
