import { formatSigningKey, formatVerifierKey, generateSigningKey, NoteError } from '#domain';

const USAGE = `Makes a key to sign the decision log with:

  npm run log-key -- NAME        such as spend-control.example.gov.uk

The first line is LOG_SIGNING_KEY: keep it secret, and keep a copy in a safe place. The second is public: give it to
auditors. To change keys, make another under the same name, put it in LOG_SIGNING_KEY and the one before in
LOG_RETIRING_KEY, and once a checkpoint has been signed by both, move the public line of the old one to LOG_EARLIER_KEYS.`;

function main([name]: readonly string[]): number {
  if (name === undefined) {
    process.stdout.write(`${USAGE}\n`);
    return 2;
  }
  try {
    const key = generateSigningKey(name);
    process.stdout.write(`${formatSigningKey(key)}\n${formatVerifierKey(key.verifier)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof NoteError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

process.exitCode = main(process.argv.slice(2));
