import type { ProposedComplaint } from "@zhenggai/domain/complaints";
import type { ReadingWarning } from "@zhenggai/domain/kernel";
import { badges, vocab } from "@zhenggai/domain/vocabulary";
import { createMemo, For, type JSX, Show } from "solid-js";
import { word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { OtherFields } from "../../importing/other-fields.tsx";
import { otherEdited } from "../../importing/other-texts.ts";
import { doubtText } from "../../importing/reading-line.tsx";
import { TRUST_EDGES } from "../../importing/trust.ts";
import { WarningList } from "../../importing/warning-list.tsx";
import { Badge, Tag } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { CheckField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { Corrected, RowCorrection } from "./row-corrections.ts";
import { RowFieldLine } from "./row-field-line.tsx";
import {
	type Edited,
	fieldText,
	ledgerField,
	ROW_FIELDS,
	type RowField,
	rowReadings,
	TEXT_FIELDS,
} from "./row-fields.ts";

export type ReadRowProps = {
	row: ProposedComplaint;
	warnings: readonly ReadingWarning[];
	/** The fields that the table has. */
	stated: ReadonlySet<RowField>;
	corrected: ReadonlySet<Corrected>;
	/** The field that is pointed at; null for the row as a whole, undefined where another row is. */
	focus: RowField | null | undefined;
	/** What of it is being corrected. */
	editing: Edited | null;
	applied: boolean;
	onFocus: (field: RowField | null) => void;
	onClose: () => void;
	onEdit: (field: Edited | null) => void;
	onCorrect: (correction: RowCorrection) => void;
	onUndo: (field: RowField | null) => void;
	onApply: (apply: boolean) => void;
};

/** One row of a complaint table: a few lines, and all of its fields once it is pointed at. */
export function ReadRow(props: ReadRowProps): JSX.Element {
	const open = () => props.focus !== undefined;
	const readings = createMemo(() => rowReadings(props.row, props.stated, language()));
	const doubts = () => readings().filter(({ trust }) => trust === "doubtful" || trust === "check");
	const worst = () =>
		doubts().some(({ trust }) => trust === "doubtful") ? "doubtful" : doubts().length > 0 ? "check" : "sure";
	return (
		<article
			class={`mb-2 rounded-md border bg-sheet ${open() ? "border-accent" : "border-line"} ${props.applied ? "" : "opacity-60"}`}
			data-row={props.row.key}
		>
			<div class={`border-l-4 px-3 py-1.5 ${open() ? "border-transparent" : TRUST_EDGES[worst()]}`}>
				<RowHead {...props} open={open()} />
				<Show when={!open()}>
					<p class="clamp-2 mt-0.5 min-h-[2lh]">
						{props.row.summary?.value ?? <span class="text-ink-faint">{t("reading.nothing")}</span>}
					</p>
					<Show when={doubts().length > 0 || props.warnings.length > 0}>
						<p class="mt-0.5 flex flex-wrap gap-x-3 text-[0.86rem]">
							<For each={doubts()}>
								{(reading) => (
									<span class={reading.trust === "doubtful" ? "text-late" : "text-near"}>
										{word(vocab.complaintImportField, ledgerField(reading.field))}{" "}
										{doubtText(reading.trust, reading.confidence)}
									</span>
								)}
							</For>
							<For each={props.warnings}>
								{(warning) => <span class="text-near">{word(vocab.readingWarning, warning.code)}</span>}
							</For>
						</p>
					</Show>
				</Show>
			</div>
			<Show when={open()}>
				<div class="border-t border-line px-1.5 py-1.5">
					<WarningList warnings={props.warnings} onLine={() => props.onFocus(null)} />
					<dl>
						<For each={readings()}>{(reading) => <RowFieldLine {...props} reading={reading} />}</For>
					</dl>
					<OtherFields
						others={props.row.otherFields}
						fields={TEXT_FIELDS}
						name={(field) => word(vocab.complaintImportField, ledgerField(field))}
						editing={otherEdited(props.editing)}
						onEdit={(index) => props.onEdit(index === null ? null : `other:${index}`)}
						onText={(index, value) => props.onCorrect({ field: "otherFields", index, value })}
						onAssign={(index, as) =>
							props.onCorrect(
								as === null
									? { field: "otherFields", index, value: "" }
									: { field: "otherFields", index, as },
							)
						}
					/>
					<Unstated {...props} shown={readings().map(({ field }) => field)} />
				</div>
			</Show>
		</article>
	);
}

function RowHead(props: ReadRowProps & { open: boolean }): JSX.Element {
	return (
		<div class="flex flex-wrap items-center gap-x-3 gap-y-1">
			<button
				type="button"
				class="tap flex min-w-0 items-center gap-2 font-medium"
				aria-expanded={props.open}
				onClick={() => (props.open ? props.onClose() : props.onFocus(null))}
			>
				<Icon name={props.open ? "chevronDown" : "chevronRight"} size={12} class="text-ink-faint" />
				<Show when={props.row.seq !== null}>
					<span class="tabular-nums">{props.row.seq}</span>
				</Show>
				<span class="truncate tabular-nums">{props.row.receiptNumber ?? t("reading.noReceipt")}</span>
			</button>
			<Show when={props.row.isKey}>
				<Tag tone="attention">
					<Icon name="pin" size={12} />
					{word(vocab.complaintField, "isKey")}
				</Tag>
			</Show>
			<span class="text-ink-soft">{props.row.region?.value}</span>
			<span class="text-ink-soft">{fieldText(props.row, "pollutionTypes", language())}</span>
			<Show when={props.row.verdict}>{(verdict) => <Badge of={badges.verdict[verdict().value]} />}</Show>
			<Show when={props.row.status}>{(status) => <Badge of={badges.complaintStatus[status().value]} />}</Show>
			<Show when={props.corrected.size > 0}>
				<Tag tone="active">{t("reading.corrected")}</Tag>
				<Show when={props.open}>
					<Button size="small" look="quiet" onClick={() => props.onUndo(null)}>
						{t("reading.undo")}
					</Button>
				</Show>
			</Show>
			<span class="ml-auto">
				<CheckField
					label={t("reading.take")}
					checked={props.applied}
					onChange={(apply) => props.onApply(apply)}
				/>
			</span>
		</div>
	);
}

/** Fields that stand nowhere in the row, to be filled in by whoever knows them. */
function Unstated(props: ReadRowProps & { shown: readonly RowField[] }): JSX.Element {
	const fields = () => ROW_FIELDS.filter((field) => !props.shown.includes(field));
	const inHand = () => fields().find((field) => field === props.editing);
	return (
		<Show when={fields().length > 0}>
			<div class="mt-1 flex flex-wrap items-center gap-1 border-t border-line px-2 pt-1.5 text-[0.93rem] text-ink-soft">
				<span>{t("reading.fillIn")}</span>
				<For each={fields()}>
					{(field) => (
						<Button size="small" look="quiet" icon="plus" onClick={() => props.onEdit(field)}>
							{word(vocab.complaintImportField, ledgerField(field))}
						</Button>
					)}
				</For>
			</div>
			<Show when={inHand()} keyed>
				{(field) => (
					<dl>
						<RowFieldLine
							{...props}
							reading={{ field, text: "", lines: null, trust: "missing", confidence: null }}
						/>
					</dl>
				)}
			</Show>
		</Show>
	);
}
