import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import './bare-system.js';
import packaged from '@sparticuz/chromium';

/** Where other systems have a browser that can be driven; `BROWSER_PATH` names another. */
const INSTALLED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

async function executablePath(): Promise<string> {
  const given = process.env['BROWSER_PATH'] ?? INSTALLED.find((path) => existsSync(path));
  // A whole Chromium for Linux on x64 comes inside the package: nothing is installed by hand.
  return given ?? packaged.executablePath();
}

let shared: Promise<Browser> | undefined;

/** The Chromium that the files of tests one process runs have in common; it ends with the process. */
export function sharedChromium(): Promise<Browser> {
  shared ??= startChromium();
  return shared;
}

/** Starts a real Chromium. It may run as root, so it has no sandbox of its own; it visits this service alone. */
async function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: await executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--no-zygote', '--disable-dev-shm-usage'],
    headless: true,
  });
}
