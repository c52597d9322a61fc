// Lets the workers of Jest run the sources as they are. What a worker has loaded it keeps for the next file of tests: to
// load the service anew for each took longer than most of them.
import { register } from 'node:module';

process.setSourceMapsEnabled(true);
register('./typescript-hooks.mjs', import.meta.url);
