// Where `import 'vscode'` ends in src/core, which is plain TypeScript: this file is no module, and the compiler says so.
