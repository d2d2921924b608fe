import { vocab } from "@zhenggai/domain/vocabulary";
import type { JSX } from "solid-js";
import { word } from "../../i18n/format.ts";
import { ReadingLine } from "../../importing/reading-line.tsx";
import { FieldCorrection } from "./field-correction.tsx";
import type { ReadRowProps } from "./read-row.tsx";
import { ledgerField, type RowReading } from "./row-fields.ts";

/** One field of a row, corrected in its place. */
export function RowFieldLine(props: ReadRowProps & { reading: RowReading }): JSX.Element {
	const field = () => props.reading.field;
	return (
		<ReadingLine
			id={field()}
			name={word(vocab.complaintImportField, ledgerField(field()))}
			text={props.reading.text}
			trust={props.reading.trust}
			confidence={props.reading.confidence}
			focused={props.focus === field()}
			corrected={props.corrected.has(field())}
			editing={props.editing === field()}
			editor={() => (
				<FieldCorrection
					row={props.row}
					field={field()}
					onSave={(correction) => props.onCorrect(correction)}
					onCancel={() => props.onEdit(null)}
				/>
			)}
			onFocus={() => props.onFocus(field())}
			onEdit={(editing) => props.onEdit(editing ? field() : null)}
			onUndo={() => props.onUndo(field())}
		/>
	);
}
