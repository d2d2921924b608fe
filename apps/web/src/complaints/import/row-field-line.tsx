import { vocab } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { TRUST_EDGES } from "../../importing/trust.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { FieldCorrection } from "./field-correction.tsx";
import type { ReadRowProps } from "./read-row.tsx";
import { ledgerField, type RowReading } from "./row-fields.ts";

/** How unsure the reader is of a field. */
export function doubtText({ trust, confidence }: RowReading): string {
	const n = Math.round((confidence ?? 0) * 100);
	return trust === "doubtful" ? t("trust.doubtfulN", { n }) : t("trust.checkN", { n });
}

/** One field of a row: its words, how sure the reader is, and the way to correct it. */
export function RowFieldLine(props: ReadRowProps & { reading: RowReading }): JSX.Element {
	const reading = () => props.reading;
	const name = () => word(vocab.complaintImportField, ledgerField(reading().field));
	const editing = () => props.editing === reading().field;
	const doubtful = () => reading().trust === "check" || reading().trust === "doubtful";
	return (
		<div
			class={`grid grid-cols-[7rem_minmax(0,1fr)] gap-2 border-l-4 px-2 py-1 ${TRUST_EDGES[reading().trust]} ${props.focus === reading().field ? "bg-mark" : ""}`}
			data-field={reading().field}
		>
			<dt class="text-ink-soft">{name()}</dt>
			<dd class="flex min-w-0 items-start gap-2">
				<div class="min-w-0 flex-1">
					<Show
						when={editing()}
						fallback={
							<button
								type="button"
								class="tap w-full text-left whitespace-pre-line"
								onClick={() => props.onFocus(reading().field)}
							>
								<Show
									when={reading().text !== ""}
									fallback={<span class="text-ink-faint">{t("reading.nothing")}</span>}
								>
									{reading().text}
								</Show>
								<Show when={doubtful()}>
									<span
										class={`ml-1.5 text-[0.86rem] ${reading().trust === "doubtful" ? "text-late" : "text-near"}`}
									>
										{doubtText(reading())}
									</span>
								</Show>
							</button>
						}
					>
						<FieldCorrection
							row={props.row}
							field={reading().field}
							onSave={(correction) => props.onCorrect(correction)}
							onCancel={() => props.onEdit(null)}
						/>
					</Show>
				</div>
				<Show when={props.corrected.has(reading().field)}>
					<Button size="small" look="quiet" onClick={() => props.onUndo(reading().field)}>
						{t("reading.undoField")}
						<span class="sr-only">{name()}</span>
					</Button>
				</Show>
				<IconButton
					icon={editing() ? "close" : "text"}
					size={13}
					label={editing() ? t("cancel") : t("reading.edit", { name: name() })}
					onClick={() => props.onEdit(editing() ? null : reading().field)}
				/>
			</dd>
		</div>
	);
}
