import { useEffect, useState } from 'preact/hooks';

/** Whether a media query holds for the page. */
export function useMedia(query: string): boolean {
	const [media] = useState(() => matchMedia(query));
	const [matches, setMatches] = useState(media.matches);
	useEffect(() => {
		const changed = () => setMatches(media.matches);
		media.addEventListener('change', changed);
		return () => media.removeEventListener('change', changed);
	}, [media]);
	return matches;
}
