import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ComparedDocument } from '../../src/commands/transfer/promotion';
import type { TransferReport } from '../../src/commands/transfer/transferDesk';
import type { UndoResult } from '../../src/core/transfer/send/transferUndo';
import { addTenant, aMoment, asked, open, until, uriOf, useTenant, type AddedTenant } from './studio';

const jdbc = 'jdbc-angularsc';

const run = <T>(command: string, options: object) =>
	Promise.resolve(vscode.commands.executeCommand<T>(`iscConnectors.${command}`, options));

const puts = (tenant: AddedTenant) =>
	asked(tenant).filter(request => /^(PUT|PATCH|POST \/[^o])/.test(request));

suite('Comparing and promoting a connector', () => {
	const from = useTenant({ rateLimit: false });
	let to: AddedTenant;

	setup(async () => {
		to = await addTenant({ rateLimit: false });
		from().sample.change(jdbc, each => (each.correlationConfig = text(correlation('from'))));
	});

	teardown(() => to.sample.stop());

	const options = () => ({ tenant: from().id, scriptName: jdbc, otherTenant: to.id });
	const compare = async () =>
		Object.fromEntries(
			(await run<ComparedDocument[]>('connector.compareWithTenant', options())).map(each => [
				each.document,
				each.state,
			]),
		);
	const promote = (documents?: string[], more: object = {}) =>
		run<TransferReport>('connector.promote', { ...options(), ...(documents && { documents }), ...more });
	const changeTexts = () =>
		from().sample.change(jdbc, each => {
			each.sourceConfig = Buffer.concat([each.sourceConfig, Buffer.from('<!-- again -->')]);
			each.sourceTemplate = Buffer.concat([each.sourceTemplate, Buffer.from('<!-- again -->')]);
		});
	const stored = () => Buffer.from(to.sample.connector(jdbc).correlationConfig).toString();

	test('tells what is the same, different, or missing on either side', async () => {
		from().sample.change(jdbc, each => {
			each.translations.sv = text('HostURL=Adress\n');
			each.connectorMetadata = { ...each.connectorMetadata };
		});
		to.sample.change(jdbc, each => {
			each.translations.da = text('HostURL=Adresse\n');
			// The same map in another order is the same to the service.
			each.connectorMetadata = Object.fromEntries(Object.entries(each.connectorMetadata).reverse());
		});
		const states = await compare();
		assert.equal(states['source-config.xml'], 'same');
		assert.equal(states['correlation-config.xml'], 'changed');
		assert.equal(states['connector-metadata.json'], 'same');
		assert.equal(states['translations/sv.properties'], 'new');
		assert.equal(states['translations/da.properties'], 'missing');
		assert.deepEqual(puts(to), []);
		from().sample.change(jdbc, each => delete each.translations.sv);
	});

	test('sends what differs, each with its history entry, and nothing else', async () => {
		const before = stored();
		const { sent, failed } = await promote();
		assert.deepEqual([sent, failed], [['JDBC/correlation-config'], []]);
		assert.equal(stored(), correlation('from'));
		assert.deepEqual(puts(to), [`PUT /${jdbc}/correlation-config`]);
		await run('transfer.undo', { tenant: to.id });
		assert.equal(stored(), before, 'one undo for the whole');
	});

	test('sends only the documents that are asked for', async () => {
		from().sample.change(jdbc, each => (each.translations.sv = text('HostURL=Adress\n')));
		const { sent } = await promote(['translations/sv.properties']);
		assert.deepEqual(sent, ['JDBC/translations/sv']);
		from().sample.change(jdbc, each => delete each.translations.sv);
	});

	test('creates a connector that the other tenant does not have, with all its documents', async () => {
		to.sample.remove(jdbc);
		await vscode.commands.executeCommand('iscConnectors.tenants.refresh');
		const { failed } = await promote();
		assert.deepEqual(failed, []);
		assert.equal(Buffer.from(to.sample.connector('jdbc').correlationConfig).toString(), correlation('from'));
		await run('transfer.undo', { tenant: to.id });
		assert.throws(() => to.sample.connector('jdbc'), 'what was created is gone again');
	});

	test('that fails half way tells what was sent, goes on where it failed, and is undone as a whole', async () => {
		from().sample.change(jdbc, each => {
			each.sourceConfig = Buffer.concat([each.sourceConfig, Buffer.from('<!-- from -->')]);
			each.sourceTemplate = Buffer.concat([each.sourceTemplate, Buffer.from('<!-- from -->')]);
		});
		const before = to.sample.connector(jdbc);
		to.sample.fault(
			{ operation: 'putConnectorSourceTemplate' },
			{ kind: 'answer', status: 400, body: JSON.stringify({ messages: [{ text: 'Not today.' }] }) },
		);
		const first = await promote();
		assert.deepEqual(first.sent, ['JDBC/source-config', 'JDBC/correlation-config']);
		assert.equal(first.failed.length, 1);
		assert.match(first.failed[0]?.message ?? '', /Not today/);
		const second = await promote();
		assert.deepEqual([second.sent, second.failed], [['JDBC/source-template'], []]);
		await run('transfer.undo', { tenant: to.id });
		await run('transfer.undo', { tenant: to.id });
		const after = to.sample.connector(jdbc);
		for (const document of ['sourceConfig', 'sourceTemplate', 'correlationConfig'] as const) {
			assert.deepEqual(Buffer.from(after[document]), Buffer.from(before[document]), document);
		}
	});

	test('does not send over what was changed in the other tenant since it was compared', async () => {
		to.sample.onRequest = ({ method, path }) => {
			if (method === 'GET' && path.endsWith(`/${jdbc}/correlation-config`)) {
				to.sample.onRequest = undefined;
				setImmediate(() =>
					to.sample.change(jdbc, each => (each.correlationConfig = text(correlation('theirs')))),
				);
			}
		};
		const { failed } = await promote();
		assert.match(failed[0]?.message ?? '', /^Not sent, because it was changed in /);
		assert.equal(stored(), correlation('theirs'));
	});

	test('undone, leaves alone what somebody has changed since', async () => {
		await promote();
		to.sample.change(jdbc, each => (each.correlationConfig = text(correlation('theirs'))));
		await run('transfer.undo', { tenant: to.id });
		assert.equal(stored(), correlation('theirs'));
	});

	test('sends no text that is not well-formed', async () => {
		from().sample.change(jdbc, each => (each.correlationConfig = text('<CorrelationConfig>')));
		const { failed } = await promote(['correlation-config.xml']);
		assert.match(failed[0]?.message ?? '', /Not saved: .*line \d+, column \d+/);
		assert.deepEqual(puts(to), []);
	});

	test('to a tenant that is read-only here, or does not exist, sends nothing', async () => {
		const readOnly = await addTenant({ rateLimit: false }, { access: 'read-only' });
		await assert.rejects(run('connector.promote', { ...options(), otherTenant: readOnly.id }), /read-only/);
		await assert.rejects(
			run('connector.promote', { ...options(), otherTenant: 'nobody' }),
			/Unknown tenant nobody.*/,
		);
		await assert.rejects(run('connector.promote', { tenant: from().id, scriptName: jdbc }), /otherTenant/);
		assert.deepEqual(puts(readOnly), []);
		await readOnly.sample.stop();
	});

	test('that breaks off midway tells what was sent, and what was not for that reason', async () => {
		changeTexts();
		to.sample.fault({ operation: 'putConnectorSourceTemplate' }, { kind: 'reset-before' });
		const { sent, failed, record } = await promote();
		assert.deepEqual(sent, ['JDBC/source-config']);
		assert.deepEqual(
			failed.map(({ name }) => name),
			['JDBC/source-template', 'JDBC/correlation-config'],
		);
		assert.match(failed[1]?.message ?? '', /^Not sent\. ./);
		assert.ok(record !== undefined);
	});

	test('that breaks off tells which document may still arrive', async () => {
		to.sample.fault({ operation: 'putConnectorCorrelationConfig' }, { kind: 'reset-before' });
		const { sent, failed } = await promote(['correlation-config.xml']);
		assert.deepEqual([sent, failed.length], [[], 1]);
	});

	test('tells which texts the other tenant made something else of', async () => {
		const change = (content: string) => content.replace('from', 'ours');
		to.sample.fault({ operation: 'putConnectorCorrelationConfig' }, { kind: 'rewrite', change });
		const { sent, altered, failed } = await promote(['correlation-config.xml']);
		assert.deepEqual([sent, altered, failed], [[], ['JDBC/correlation-config'], []]);
	});

	test('is undone by its own record, whatever came after it', async () => {
		changeTexts();
		const before = Buffer.from(to.sample.connector(jdbc).sourceConfig).toString();
		const { record } = await promote(['source-config.xml']);
		await promote(['correlation-config.xml']);
		const { restored } = await run<UndoResult>('transfer.undo', { tenant: to.id, record });
		assert.deepEqual(
			restored.map(({ part }) => part),
			['source-config'],
		);
		assert.equal(Buffer.from(to.sample.connector(jdbc).sourceConfig).toString(), before);
		assert.equal(stored(), correlation('from'), 'the later one stays');
		await assert.rejects(run('transfer.undo', { tenant: to.id, record }), /nothing to undo/);
	});

	test('to a connector of another name that has the same script name only goes if that is said', async () => {
		to.sample.change(jdbc, each => (each.name = 'Payroll'));
		await vscode.commands.executeCommand('iscConnectors.tenants.refresh');
		await assert.rejects(promote(), /belongs to another connector in Tenant \d+: Payroll\./);
		await assert.rejects(
			promote(undefined, { otherName: 'JDBC' }),
			/another connector in Tenant \d+: Payroll/,
		);
		assert.deepEqual(puts(to), []);
		const { sent } = await promote(['correlation-config.xml'], { otherName: 'Payroll' });
		assert.deepEqual(sent, ['JDBC/correlation-config']);
	});

	test('asks with the name of the connector that it goes to', async () => {
		const other = await addTenant({ rateLimit: false }, { access: 'ask' });
		other.sample.change(jdbc, each => (each.name = 'Payroll'));
		// The driver of these tests shows no dialog, and tells what it would have shown.
		await assert.rejects(
			promote(['correlation-config.xml'], { otherTenant: other.id, otherName: 'Payroll' }),
			/Send 1 document to Payroll in Tenant/,
		);
		await other.sample.stop();
	});

	test('creates no connector if none of the documents that are asked for is there', async () => {
		to.sample.remove(jdbc);
		await vscode.commands.executeCommand('iscConnectors.tenants.refresh');
		const { sent, failed } = await promote(['translations/xx.properties']);
		assert.deepEqual([sent, failed], [[], []]);
		assert.throws(() => to.sample.connector('jdbc'));
		const second = await promote(['correlation-config.xml']);
		assert.deepEqual(second.sent, ['JDBC', 'JDBC/correlation-config']);
	});

	test('asks if the access mode says so by the time when it would be sent', async () => {
		to.sample.latency = 1500;
		let changing: Promise<void> | undefined;
		to.sample.onRequest = ({ operation }) => {
			if (operation === 'getConnector') {
				to.sample.onRequest = undefined;
				changing = changeToAsk(to);
			}
		};
		await assert.rejects(promote(['correlation-config.xml']), /Send 1 document to JDBC in/);
		await changing;
		assert.deepEqual(puts(to), []);
	});

	test('brings the new text into an editor that shows the document', async () => {
		const document = await open(uriOf(to, jdbc, 'correlation-config'));
		const { failed } = await promote();
		assert.deepEqual(failed, []);
		await until(() => document.getText() === correlation('from'), 'the editor shows it');
		assert.equal(document.isDirty, false);
	});
});

/** As a person does it: live, ask and read-only are below one another. */
async function changeToAsk({ id }: AddedTenant): Promise<void> {
	const changed = vscode.commands.executeCommand('iscConnectors.tenant.changeAccess', id);
	await aMoment();
	await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
	await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
	await changed;
}

function correlation(name: string): string {
	return `<?xml version='1.0' encoding='UTF-8'?>\n<CorrelationConfig name="${name}"/>\n`;
}

function text(content: string): Uint8Array {
	return Buffer.from(content);
}
