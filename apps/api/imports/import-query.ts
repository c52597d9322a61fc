import { QueryFlag, QueryText } from '#edge';

/** How to import a file. */
export class ImportQuery {
  @QueryFlag({ description: 'Say what would happen, and write nothing. False unless given.' })
  dryRun?: boolean;

  @QueryText({
    max: 50,
    description:
      'System the decisions come from, in small letters, figures and hyphens; get-approval-to-spend unless given.',
    example: 'get-approval-to-spend',
  })
  source?: string;
}
