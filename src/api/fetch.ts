/**
 * node-fetch, in a bundle of its own that is loaded with the first request. Nothing else may be here: a class that came
 * with this bundle and with the extension's would be two classes, and `instanceof` would not hold.
 */
export { Blob, default as fetch, FormData } from 'node-fetch';
