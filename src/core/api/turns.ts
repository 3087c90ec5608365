/** Milliseconds that a request may wait for its turn which replaces or deletes what was looked at; after that, it is looked at again. */
export const longestTurn = 5_000;
/** How often such a request waits for its turn; then nothing is sent. */
export const mostTurns = 5;
