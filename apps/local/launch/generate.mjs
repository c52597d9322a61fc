import { launch } from './prepare.mjs';
import { generateClient } from './prisma-client.mjs';

await launch(() => generateClient({ always: true }));
