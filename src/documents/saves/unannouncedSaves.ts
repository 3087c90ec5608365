import * as vscode from 'vscode';
import { changeSentence } from './changeSentence';
import type { UnannouncedDeparture as Departure } from './departure';
import { answerTo } from './answerTo';
import type { Catalog } from '../../catalog/catalog';
import { documentTitle } from '../documentTitle';
import { NotSentError } from '../../core/remote/saveErrors';
import type { SaveReviews } from './saveReviews';

/** Milliseconds without another save after which all that came together are asked about at once. */
const quiet = 250;
/** How many documents a question names. */
const mostNamed = 10;

interface Question extends Departure {
	readonly resolve: () => void;
	readonly reject: (error: unknown) => void;
}

/** Asks about texts that no person has made or chosen to save: an agent's or another extension's, and what VS Code saves by itself. */
export class UnannouncedSaves {
	/** What is about to be asked, by tenant and by whose wish it is. */
	private readonly groups = new Map<string, { readonly questions: Question[]; timer: NodeJS.Timeout }>();
	/** The tenants to which a person sends in this session what they save without formatting. */
	private readonly agreed = new Set<string>();

	constructor(
		private readonly reviews: SaveReviews,
		private readonly catalog: Pick<Catalog, 'nameSoFar'>,
	) {}

	/** @throws NotSentError if nothing is to be sent */
	approve(departure: Departure): Promise<void> {
		const { tenant, by } = departure;
		if (by === 'unformatted' && tenant.access === 'live' && this.agreed.has(tenant.id)) {
			return Promise.resolve();
		}
		return new Promise((resolve, reject) => {
			const key = `${by} ${tenant.id}`;
			const group = this.groups.get(key);
			clearTimeout(group?.timer);
			const questions = [...(group?.questions ?? []), { ...departure, resolve, reject }];
			const timer = setTimeout(() => {
				this.groups.delete(key);
				const answer = this.ask(questions);
				questions.forEach(question => void answer.then(question.resolve, question.reject));
			}, quiet);
			this.groups.set(key, { questions, timer });
		});
	}

	private async ask(questions: readonly Question[]): Promise<void> {
		const [first] = questions;
		if (!first) {
			return;
		}
		const { by, tenant } = first;
		const title =
			questions.length === 1
				? vscode.l10n.t('Send {0} to {1}?', documentTitle(this.catalog, first.id), tenant.name)
				: vscode.l10n.t('Send {0} documents to {1}?', questions.length, tenant.name);
		const send = vscode.l10n.t('Send');
		const show = vscode.l10n.t('Show Changes');
		const always = vscode.l10n.t('Always Send');
		const chosen = await answerTo(
			vscode.window.showWarningMessage(
				title,
				{ modal: true, detail: [reasonSentence(by), ...this.changeLines(questions)].join('\n') },
				// People may be typing when it comes up: their Enter, which presses the first button, sends nothing.
				show,
				send,
				...(by === 'unformatted' ? [always] : []),
			),
		);
		if (chosen === show) {
			// An editor keeps its text, which a person can save; a program's text would be lost.
			if (by !== 'program') {
				await this.reviews.show(questions);
				throw new NotSentError('looking');
			}
			// A notification would hide by itself after a while, and the document's next saves would wait for it without end.
			const choices = [vscode.l10n.t('Cancel'), send];
			const ask = () => vscode.window.showQuickPick(choices, { title, ignoreFocusOut: true });
			if ((await this.reviews.showDuring(questions, async () => ask())) !== send) {
				throw new NotSentError('unconfirmed');
			}
			return;
		}
		if (chosen !== send && chosen !== always) {
			throw new NotSentError('unconfirmed');
		}
		if (by === 'unformatted') {
			this.agreed.add(tenant.id);
		}
		if (chosen === always) {
			const settings = vscode.workspace.getConfiguration('iscConnectors.save');
			await settings.update('withoutFormatting', 'send', vscode.ConfigurationTarget.Global);
		}
	}

	/** What changes, a line a document. */
	private changeLines(questions: readonly Question[]): string[] {
		const [first] = questions;
		if (first && questions.length === 1) {
			return [changeSentence(first.bytes, first.present)];
		}
		const more = questions.length - mostNamed;
		return [
			...questions
				.slice(0, mostNamed)
				.map(
					({ id, bytes, present }) => `${documentTitle(this.catalog, id)}: ${changeSentence(bytes, present)}`,
				),
			...(more > 0 ? [vscode.l10n.t('and {0} more', more)] : []),
		];
	}
}

function reasonSentence(by: Departure['by']): string {
	switch (by) {
		case 'proposed':
			return vscode.l10n.t('An agent proposed this text, and nobody has edited or reviewed it.');
		case 'refactoring':
			return vscode.l10n.t('VS Code is saving the changes of a rename or a quick fix.');
		case 'unformatted':
			return vscode.l10n.t(
				'Save without Formatting was used. VS Code does not distinguish it from a save by a program.',
			);
		case 'agent':
			return vscode.l10n.t('An agent or another extension is saving its changes.');
		case 'program':
			return vscode.l10n.t('Another extension is writing to the tenant.');
	}
}
