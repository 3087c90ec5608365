import { Component, createElement, type FunctionComponent } from 'preact';

/** The component, rendered again only for other properties; those that are objects count by their identity. */
export function memo<Properties extends object>(inner: FunctionComponent<Properties>) {
	return class extends Component<Properties> {
		override shouldComponentUpdate(next: Readonly<Properties>): boolean {
			const names = Object.keys(next) as (keyof Properties)[];
			return (
				names.length !== Object.keys(this.props).length || names.some(name => next[name] !== this.props[name])
			);
		}

		// Not called as a function: the hooks in it would ask this class whether to render.
		override render(properties: Properties) {
			return createElement(inner, properties);
		}
	};
}
