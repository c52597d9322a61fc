import { existsSync } from 'node:fs';

/** Where Linux keeps a library that Chromium needs and a bare system may lack. */
const PLACES = ['/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu', '/usr/lib64', '/lib64', '/usr/lib'];

// The package of Chromium brings these libraries too, and lays them out where it takes the machine for one of Amazon's
// functions, which is asked when it is loaded: so this comes before it.
if (process.platform === 'linux' && !PLACES.some((place) => existsSync(`${place}/libnss3.so`)))
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
