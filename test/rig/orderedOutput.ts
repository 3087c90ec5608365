/** Lets jobs that overlap print one after the other: the first as it goes, the next from where the first ends. */
export class OrderedOutput {
	private readonly jobs: { readonly lines: string[]; closed: boolean }[] = [];

	constructor(private readonly write: (line: string) => void) {}

	/** A place after all that were taken before. */
	open(): { print: (line: string) => void; close: () => void } {
		const job = { lines: [] as string[], closed: false };
		this.jobs.push(job);
		return {
			print: line => {
				job.lines.push(line);
				this.flush();
			},
			close: () => {
				job.closed = true;
				this.flush();
			},
		};
	}

	private flush(): void {
		for (let first = this.jobs[0]; first; first = this.jobs[0]) {
			first.lines.splice(0).forEach(this.write);
			if (!first.closed) {
				return;
			}
			this.jobs.shift();
		}
	}
}
