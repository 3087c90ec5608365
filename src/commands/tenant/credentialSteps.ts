import * as vscode from 'vscode';
import { accessTokenClaims, cleanAccessToken } from '../../core/api/send/accessToken';
import type { Credentials } from '../../core/api/send/token';
import type { Answers, MakeStep } from '../ask/askSteps';

/** The answers to the first question. */
const personal = 'personal access token';
const pasted = 'access token';

/**
 * The questions for credentials.
 * @param before how many questions come before them
 * @param known credentials to begin with
 * @param accept does what the credentials are for; what it returns is what went wrong
 */
export function credentialSteps(
	before: number,
	accept: (credentials: Credentials, answers: Answers, signal: AbortSignal) => Promise<string | undefined>,
	known?: Credentials,
): readonly MakeStep[] {
	const kindOf = (answers: Answers) => answers[before];
	const defaults = known && 'clientId' in known ? known : { clientId: '', clientSecret: '' };
	return [
		() => ({
			prompt: vscode.l10n.t('Select how to sign in'),
			choices: [
				{
					label: vscode.l10n.t('Personal access token'),
					description: vscode.l10n.t('client ID and client secret'),
					value: personal,
				},
				{
					label: vscode.l10n.t('Access token'),
					description: vscode.l10n.t('valid until it expires'),
					value: pasted,
				},
			],
		}),
		answers =>
			kindOf(answers) === personal
				? {
						prompt: vscode.l10n.t(
							'Client ID of a personal access token (scopes idn:connector-config:read and idn:connector-config:manage)',
						),
						value: defaults.clientId,
						validate: text => (text === '' ? vscode.l10n.t('Enter a client ID.') : undefined),
					}
				: {
						prompt: vscode.l10n.t('Access token (kept in the secret storage of this computer)'),
						password: true,
						validate: tokenProblem,
						accept: (text, signal) => accept({ accessToken: cleanAccessToken(text) }, answers, signal),
					},
		answers =>
			kindOf(answers) === personal
				? {
						prompt: vscode.l10n.t('Client secret (kept in the secret storage of this computer)'),
						password: true,
						value: defaults.clientSecret,
						validate: text => (text === '' ? vscode.l10n.t('Enter a client secret.') : undefined),
						accept: (clientSecret, signal) =>
							accept({ clientId: answers[before + 1] ?? '', clientSecret }, answers, signal),
					}
				: undefined,
	];
}

function tokenProblem(text: string): string | undefined {
	const claims = accessTokenClaims(cleanAccessToken(text));
	if (!claims) {
		return vscode.l10n.t('This is not an access token. An access token has three parts separated by dots.');
	}
	return claims.expires && claims.expires.getTime() <= Date.now()
		? vscode.l10n.t('This access token expired on {0}.', claims.expires.toLocaleString(vscode.env.language))
		: undefined;
}
