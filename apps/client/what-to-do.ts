import { AnswerError } from './spend-control.js';

/** What the network says, by the code Node gives it, in words that say what to do. */
const OF_THE_NETWORK: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing answers at {url}: check the address and its port, and that the service is running.',
  ENOTFOUND: 'There is no computer with the name in {url}: check how the address is written.',
  EAI_AGAIN: 'The name in {url} could not be looked up: check how the address is written, and your network.',
  ECONNRESET: 'The connection to {url} was broken off: try again.',
  ETIMEDOUT: '{url} did not answer in time: check the address and your network, and try again.',
  UND_ERR_CONNECT_TIMEOUT: '{url} did not answer in time: check the address and your network, and try again.',
};

/** Whether something can be the address of the service. */
export function isServiceAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

/** What is told of an address that is none. */
export function notAnAddress(url: string): string {
  return `“${url}” is not an address: give that of the service as it stands in a browser, like https://spend-control.example.`;
}

/** What is told of what went wrong: what it was, and what to do. @param url of the service */
export function whatToDo(error: unknown, url: string): string {
  if (error instanceof AnswerError && error.status === 401)
    return `${error.message} Check SPEND_CONTROL_TOKEN: make a new token under “Your tokens” where this one has ended.`;
  if (error instanceof AnswerError && error.status === 403)
    return `${error.message} The token needs the scope “cases:read”: make one that has it under “Your tokens”.`;
  if (!(error instanceof Error)) return 'The file could not be kept: try again.';
  const code = codeBeneath(error);
  const known = code === null ? undefined : OF_THE_NETWORK[code];
  if (known !== undefined) return known.replace('{url}', url);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

/** The code of what the network did, which is beneath what `fetch` says of it, or beneath each address it tried. */
function codeBeneath({ cause }: Error): string | null {
  if (!(cause instanceof Error)) return null;
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  const [first] = cause instanceof AggregateError ? (cause.errors as readonly unknown[]) : [];
  return first instanceof Error ? codeBeneath(new Error('', { cause: first })) : null;
}
