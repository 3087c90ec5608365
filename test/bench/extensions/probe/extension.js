const fs = require('node:fs');
const v8 = require('node:v8');
const vm = require('node:vm');
const vscode = require('vscode');

/** Writes the bytes that live in the extension host's heap, garbage collected, to the file that ISC_BENCH_HEAP names. */
exports.activate = context => {
	v8.setFlagsFromString('--expose_gc');
	const collectGarbage = vm.runInNewContext('gc');
	const measure = () => {
		collectGarbage();
		collectGarbage();
		fs.writeFileSync(process.env.ISC_BENCH_HEAP, String(process.memoryUsage().heapUsed));
	};
	context.subscriptions.push(vscode.commands.registerCommand('bench.heap', measure));
};
