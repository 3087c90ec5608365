/** The texts of all files in a folder, by their paths in there: `esbuild.js` makes the module of what the folder holds. */
declare module 'folder:*' {
	const files: Readonly<Record<string, string>>;
	export default files;
}
