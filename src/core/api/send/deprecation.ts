import type { Operation, Send } from './http';

/** Calls `deprecated` once, when an answer says that this version of the API will end. */
export function withDeprecationNotice(send: Send, notice: (operation: Operation) => void): Send {
	let noted = false;
	return async request => {
		const response = await send(request);
		if (!noted && response.headers.get('X-Deprecated')?.trim().toLowerCase() === 'true') {
			noted = true;
			notice(request.operation);
		}
		return response;
	};
}
