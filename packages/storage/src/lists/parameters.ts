/** A statement's parameters, collected while it is written. */
export class Parameters {
	readonly values: unknown[] = [];
	readonly add = (value: unknown, type: string): string => {
		this.values.push(value);
		return `$${this.values.length}::${type}`;
	};
}
