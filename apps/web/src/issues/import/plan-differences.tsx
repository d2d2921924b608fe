import type { ImportField, PreviewItem } from "@zhenggai/domain/issues";
import { vocab } from "@zhenggai/domain/vocabulary";
import type { JSX } from "solid-js";
import { word } from "../../i18n/format.ts";
import { Differences } from "../../importing/differences.tsx";

/** What an issue of the document says otherwise than the ledger. */
export function PlanDifferences(props: {
	item: PreviewItem;
	fields: readonly ImportField[] | undefined;
	onFields: (fields: ImportField[]) => void;
}): JSX.Element {
	return (
		<Differences
			differences={props.item.differences.map((one) => ({
				...one,
				label: word(vocab.importField, one.field),
			}))}
			fields={props.fields}
			onFields={(fields) => props.onFields(fields)}
		/>
	);
}
