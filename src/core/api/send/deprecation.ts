import type { Operation, Send } from './http';

/** Tells, once, that the tenant means to give up the version of the API that is in use. */
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
