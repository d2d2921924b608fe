export type Values = Readonly<Record<string, string | number>>;

/**
 * Fills `{name}` from `values`; `{name|one|many}` chooses a word by the number. A name without a value stays as it
 * is, so that a mistake is seen and never hidden.
 */
export function fill(text: string, values: Values = {}): string {
	return text.replace(
		/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
		(whole, name: string, one?: string, many?: string) => {
			const value = values[name];
			if (value === undefined) return whole;
			if (one === undefined || many === undefined) return String(value);
			return Number(value) === 1 ? one : many;
		},
	);
}
