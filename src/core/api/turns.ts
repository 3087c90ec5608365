/** Milliseconds for which a request that replaces or deletes what was read may wait for its turn; after that, it is read anew. */
export const longestTurn = 5_000;
/** How often such a request waits for its turn; then nothing is sent. */
export const mostTurns = 5;
