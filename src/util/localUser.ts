import { hostname, userInfo } from 'node:os';

/** Who works on this machine, as `user@host`. */
export function localUser(): string {
	return `${userName()}@${hostname()}`;
}

/** In a container, the user may have a number without a name. */
function userName(): string {
	try {
		return userInfo().username;
	} catch {
		return process.env['USER'] ?? '?';
	}
}
