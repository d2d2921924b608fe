import type { ProposedIssue, StructureChange } from "@zhenggai/domain/issues";
import type { ReadingWarning } from "@zhenggai/domain/kernel";
import { formatNumber, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { OtherFields } from "../../importing/other-fields.tsx";
import { type OtherEdited, otherEdited } from "../../importing/other-texts.ts";
import { WarningList } from "../../importing/warning-list.tsx";
import { Tag } from "../../ui/badge.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { CheckField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { assignOther, correctNumber, correctOther } from "./correct-issue.ts";
import { FieldLine } from "./field-line.tsx";
import { NumberCorrection } from "./number-correction.tsx";
import { READ_FIELDS, type ReadField, readingsOf, unnamedFields } from "./reading-fields.ts";

/** What of an issue is being corrected. */
export type Edited = ReadField | "number" | OtherEdited;

export type ReadIssueProps = {
	issue: ProposedIssue;
	warnings: readonly ReadingWarning[];
	/** The field that is pointed at; null for the issue as a whole, undefined where another one is. */
	focus: ReadField | null | undefined;
	editing: Edited | null;
	corrected: boolean;
	/** The split or join that brought it. */
	change: StructureChange | undefined;
	applied: boolean;
	last: boolean;
	onFocus: (field: ReadField | null) => void;
	onEdit: (field: Edited | null) => void;
	onCorrect: (issue: ProposedIssue) => void;
	onUndo: () => void;
	onJoin: () => void;
	onUndoChange: () => void;
	onApply: (apply: boolean) => void;
};

/** One proposed issue with every field that was read, each with how sure the reader is and corrected where it stands. */
export function ReadIssue(props: ReadIssueProps): JSX.Element {
	return (
		<article
			id={`read-${props.issue.key}`}
			data-issue={props.issue.key}
			class={`mb-3 rounded-md border bg-sheet ${props.focus === undefined ? "border-line" : "border-accent"} ${props.applied ? "" : "opacity-60"}`}
		>
			<Head {...props} />
			<div class="px-1.5 py-1.5">
				<Show when={props.change?.otherDeadline}>
					{(text) => (
						<p class="mx-2 mb-2 flex items-start gap-2 rounded-sm bg-near-wash px-2 py-1 text-[0.93rem] text-near">
							<Icon name="alert" size={14} class="mt-0.5" />
							{t("structure.otherDeadline", { text: text() })}
						</p>
					)}
				</Show>
				<WarningList warnings={props.warnings} onLine={() => props.onFocus(null)} />
				<dl>
					<For each={readingsOf(props.issue)}>{(reading) => <FieldLine {...props} reading={reading} />}</For>
				</dl>
				<OtherFields
					others={props.issue.otherFields}
					fields={READ_FIELDS}
					name={(field) => word(vocab.importField, field)}
					editing={otherEdited(props.editing)}
					onEdit={(index) => props.onEdit(index === null ? null : `other:${index}`)}
					onText={(index, text) => props.onCorrect(correctOther(props.issue, index, text))}
					onAssign={(index, field) => props.onCorrect(assignOther(props.issue, index, field))}
				/>
				<Unnamed {...props} />
			</div>
		</article>
	);
}

function Head(props: ReadIssueProps): JSX.Element {
	const number = () => props.issue.number ?? props.issue.rowNumber;
	return (
		<div class="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-3 py-1">
			<Show
				when={props.editing === "number"}
				fallback={
					<>
						<h2 class="font-semibold">
							<Show when={number()} fallback={<span class="text-ink-faint">{t("reading.noNumber")}</span>}>
								{(text) => formatNumber(text(), language())}
							</Show>
						</h2>
						<IconButton
							icon="text"
							size={13}
							label={t("reading.edit", { name: word(vocab.importField, "number") })}
							onClick={() => props.onEdit("number")}
						/>
					</>
				}
			>
				<NumberCorrection
					value={props.issue.number ?? ""}
					onCancel={() => props.onEdit(null)}
					onSave={(text) => props.onCorrect(correctNumber(props.issue, text))}
				/>
			</Show>
			<Show when={props.change}>
				{(change) => (
					<>
						<Tag tone="active">{t(`structure.${change().kind}`)}</Tag>
						<Button size="small" look="quiet" onClick={() => props.onUndoChange()}>
							{t(`structure.undo.${change().kind}`)}
						</Button>
					</>
				)}
			</Show>
			<Show when={props.corrected}>
				<Tag tone="active">{t("reading.corrected")}</Tag>
				<Button size="small" look="quiet" onClick={() => props.onUndo()}>
					{t("reading.undo")}
				</Button>
			</Show>
			<span class="ml-auto flex flex-wrap items-center gap-2">
				<Show when={!props.last}>
					<Button size="small" look="quiet" onClick={() => props.onJoin()}>
						{t("structure.joinNext")}
					</Button>
				</Show>
				<CheckField
					label={t("reading.take")}
					checked={props.applied}
					onChange={(apply) => props.onApply(apply)}
				/>
			</span>
		</div>
	);
}

/** Fields that the document does not name and need not: the clerk may know them. */
function Unnamed(props: ReadIssueProps): JSX.Element {
	const fields = () => unnamedFields(props.issue);
	return (
		<Show when={fields().length > 0}>
			<div class="flex flex-wrap items-center gap-1 px-3 pt-1 text-[0.93rem] text-ink-faint">
				{t("reading.fillIn")}
				<For each={fields()}>
					{(field) => (
						<Show
							when={props.editing === field}
							fallback={
								<Button size="small" look="quiet" onClick={() => props.onEdit(field)}>
									{word(vocab.importField, field)}
								</Button>
							}
						>
							<div class="w-full text-ink">
								<FieldLine
									{...props}
									reading={{
										...{ field, text: "", lines: null, trust: "missing", confidence: null, undated: false },
									}}
								/>
							</div>
						</Show>
					)}
				</For>
			</div>
		</Show>
	);
}
