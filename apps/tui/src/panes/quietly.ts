/** Runs `action` once things have been quiet for a while. */
export function quietly(delay: number, action: () => void): () => void {
	let timer: NodeJS.Timeout | undefined;
	return () => {
		clearTimeout(timer);
		timer = setTimeout(action, delay);
	};
}
