import type { OtherField } from "@zhenggai/domain/kernel";

/** A labelled text that is being corrected, by its place among those of its item. */
export type OtherEdited = `other:${number}`;

/** Which labelled text is being corrected; null where it is something else. */
export function otherEdited(edited: string | null): number | null {
	const match = /^other:(\d+)$/.exec(edited ?? "");
	return match === null ? null : Number(match[1]);
}

/** The labelled texts with one of them in other words; an empty text takes it away. */
export function withOther(others: readonly OtherField[], index: number, text: string): OtherField[] {
	const words = text.trim();
	return others.flatMap((other, at) => {
		if (at !== index) return [other];
		return words === "" ? [] : [{ ...other, text: words }];
	});
}
