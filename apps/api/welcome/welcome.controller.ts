import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { NotRecorded, type Plain } from '#edge';
import { Access } from '#identity';

/** What this is and where to go on. */
export class Welcome {
  @ApiProperty({ type: 'string' })
  readonly service!: string;

  @ApiProperty({ type: 'string', description: 'Address of the description of this API.' })
  readonly description!: string;

  @ApiProperty({ type: 'string', description: 'Where to POST an email address and a password for a token.' })
  readonly signIn!: string;

  @ApiProperty({ type: 'string', description: 'The cases the person signed in may see.' })
  readonly cases!: string;
}

/** For whoever opens the address of the service. */
@ApiTags('Welcome')
@Controller()
@Access('anyone')
export class WelcomeController {
  /** Says what this is and where to go on. */
  @Get()
  @NotRecorded('the front page')
  @ApiOkResponse({ type: Welcome })
  welcome(): Plain<Welcome> {
    return {
      service: 'Spend control cases',
      description: '/api/v1/openapi.json',
      signIn: '/api/v1/sessions',
      cases: '/api/v1/cases',
    };
  }
}
