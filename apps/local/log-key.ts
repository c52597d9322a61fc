import {
  FIRST_SIGNATURE,
  formatSigningKey,
  formatVerifierKey,
  generateSigningKey,
  NoteError,
  SIGNATURE_NAMES,
} from '#domain';

const USAGE = `Makes a key to sign the decision log with:

  npm run log-key -- NAME [ALGORITHM]        such as spend-control.example.gov.uk

ALGORITHM is ed25519, unless ed448 is given. To sign by both, put both keys in LOG_SIGNING_KEY, separated by a space.

The first line is LOG_SIGNING_KEY: keep it secret, and keep a copy in a safe place. The second is public: give it to
auditors. To change keys, make another under the same name, put it in LOG_SIGNING_KEY and the one before in
LOG_RETIRING_KEY, and once a checkpoint has been signed by both, move the public line of the old one to LOG_EARLIER_KEYS.`;

function main([name, named = FIRST_SIGNATURE]: readonly string[]): number {
  const algorithm = SIGNATURE_NAMES.find((each) => each === named);
  if (name === undefined || algorithm === undefined) {
    process.stdout.write(`${USAGE}\n`);
    return 2;
  }
  try {
    const key = generateSigningKey(name, algorithm);
    process.stdout.write(`${formatSigningKey(key)}\n${formatVerifierKey(key.verifier)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof NoteError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

process.exitCode = main(process.argv.slice(2));
