/** What VS Code gives a page: https://code.visualstudio.com/api/extension-guides/webview */
interface WebviewApi {
	postMessage(message: unknown): void;
	getState(): unknown;
	setState(state: unknown): void;
}

declare function acquireVsCodeApi(): WebviewApi;

/** The extension, as a page sees it. */
export interface Extension<ToPage, FromPage, State> {
	readonly post: (message: FromPage) => void;
	readonly listen: (listener: (message: ToPage) => void) => void;
	/** What the page kept when it was last shown; survives hiding, moving and a reload of the window. */
	readonly state: State | undefined;
	readonly keep: (state: State) => void;
}

/** Sends errors that are thrown in the page to the extension from here on. */
export function connect<ToPage, FromPage, State>(
	errorMessage: (message: string) => FromPage,
): Extension<ToPage, FromPage, State> {
	const api = acquireVsCodeApi();
	const report = (error: unknown) => api.postMessage(errorMessage(String(error)));
	addEventListener('error', ({ message }) => report(message));
	addEventListener('unhandledrejection', ({ reason }) => report(reason));
	return {
		post: message => api.postMessage(message),
		listen: listener => addEventListener('message', ({ data }: MessageEvent<ToPage>) => listener(data)),
		// Only this page has written it.
		state: api.getState() as State | undefined,
		keep: state => api.setState(state),
	};
}

/** Puts names in the places of `{0}`, `{1}` and so on. */
export function fill(sentence: string, ...names: readonly (string | number)[]): string {
	return sentence.replace(/\{(\d)\}/g, (place, index: string) => String(names[Number(index)] ?? place));
}
