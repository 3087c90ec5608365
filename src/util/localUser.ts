import os from 'node:os';

/** Who works on this machine, as `user@host`. */
export function localUser(): string {
	return `${userName()}@${os.hostname()}`;
}

/** Containers run under numbers that nobody has given a name. */
function userName(): string {
	try {
		return os.userInfo().username;
	} catch {
		return process.env['USER'] ?? '?';
	}
}
