import { NO_REQUEST_STATES } from '#domain';

/** SQL of the states of what asks for no money, to stand in a list. */
export const NO_REQUEST = NO_REQUEST_STATES.map((state) => `'${state}'`).join(', ');

/** SQL of whether the case `c` asks for money: it is not planned spend of which no request was begun, nor a question. */
export const IS_REQUEST = `c.state not in (${NO_REQUEST})`;
