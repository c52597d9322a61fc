// The runner tells its workers what they work for as soon as the first of them asks, all of them at once and never again:
// one that was still starting then would ask in vain, and its file of tests would wait for ever. Every worker begins with
// this, which keeps what came too early until it is asked for.
const ASKED = 'jest-light-runner-get-worker-data';
const TOLD = 'jest-light-runner-worker-data';

if (process.send !== undefined) {
  let told = null;
  // Not by a listener: with the first there is, messages begin to come in, and the worker's own is not there yet.
  const emit = process.emit.bind(process);
  process.emit = (event, ...given) => {
    if (event === 'message' && given[0]?.type === TOLD) [told] = given;
    return emit(event, ...given);
  };
  const send = process.send.bind(process);
  process.send = (message, ...more) => {
    if (message !== ASKED || told === null) return send(message, ...more);
    setTimeout(() => process.emit('message', told), 0);
    return true;
  };
}
