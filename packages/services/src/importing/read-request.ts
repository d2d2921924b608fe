/** A document on its way to a reader. */
export type ReadRequest = {
	readonly source:
		| { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array }
		| { readonly kind: "pasted"; readonly text: string };
	readonly hint: { issuesStartAtLine?: number };
};

export const sizeOf = ({ source }: ReadRequest): number =>
	source.kind === "file" ? source.bytes.byteLength : source.text.length;
