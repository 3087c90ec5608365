import { useRef } from 'preact/hooks';
import type { FormWords } from '../../formWords';
import { fill } from '../../../panel/page/connect';
import type { ControlProperties } from './fieldControl';
import { extensionsIn, fileProblems, filesIn, limitOf, type FileProblem } from './fieldFiles';
import { useForm } from '../formContext';

/** Files are chosen, but not read: their names and sizes are all that a preview needs. */
export function Upload({ field, name, value, ids, enter }: ControlProperties) {
	const { words, fileSizes } = useForm();
	const input = useRef<HTMLInputElement>(null);
	const names = filesIn(value);
	const problems = `${ids.control}-problems`;
	const sizes = (typeof value === 'object' && fileSizes.get(value)) || new Map<string, number>();
	const isSingle = limitOf(field.upload?.maxFiles) === 1;
	const choose = (files: readonly File[]) => {
		const chosen = files.map(file => file.name);
		enterFiles(
			isSingle ? chosen : [...names, ...chosen],
			files.map(file => [file.name, file.size]),
		);
	};
	const enterFiles = (all: readonly string[], added: readonly (readonly [name: string, size: number])[]) => {
		const entered = [...new Set(all)];
		fileSizes.set(entered, new Map([...sizes, ...added]));
		enter(entered);
	};
	return (
		<div
			class="upload"
			role="group"
			aria-labelledby={ids.label}
			aria-describedby={`${ids.describedBy} ${problems}`}
		>
			<input
				type="file"
				hidden
				ref={input}
				multiple={!isSingle}
				accept={extensionsIn(field.upload).join(',')}
				onChange={({ currentTarget }) => {
					choose([...(currentTarget.files ?? [])]);
					currentTarget.value = ''; // The same file can be chosen again.
				}}
			/>
			<button
				type="button"
				class="button secondary"
				id={ids.control}
				aria-labelledby={`${ids.control} ${ids.label}`}
				onClick={() => input.current?.click()}
			>
				{isSingle ? words.chooseFile : words.chooseFiles}
			</button>
			{names.length === 0 && <span class="note">{words.noFile}</span>}
			<ul class="files">
				{names.map(file => (
					<li key={file}>
						<span>{sized(words.fileSize, file, sizes.get(file))}</span>
						<button
							type="button"
							class="icon-button remove"
							title={words.remove}
							aria-label={fill(words.removeItem, `${file}, ${name}`)}
							onClick={() =>
								enterFiles(
									names.filter(each => each !== file),
									[],
								)
							}
						>
							<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
								<path d="M3.5 3.5l9 9m0-9l-9 9" fill="none" stroke="currentColor" stroke-width="1.2" />
							</svg>
						</button>
					</li>
				))}
			</ul>
			<div class="problems" role="status" id={problems}>
				{fileProblems(names, sizes, field.upload).map((problem, index) => (
					<div class="note warning" key={index}>
						{problemSentence(problem, words)}
					</div>
				))}
			</div>
		</div>
	);
}

function sized(sentence: string, name: string, size: number | undefined): string {
	return size === undefined ? name : fill(sentence, name, Math.ceil(size / 1024));
}

function problemSentence(problem: FileProblem, words: FormWords): string {
	switch (problem.code) {
		case 'too-many':
			return fill(words.tooManyFiles, problem.count, problem.limit);
		case 'too-big':
			return fill(words.fileTooBig, problem.file, problem.limit);
		case 'extension':
			return fill(words.wrongExtension, problem.file, problem.allowed.join(', '));
	}
}
