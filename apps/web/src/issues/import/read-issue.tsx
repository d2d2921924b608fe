import type { ProposedIssue } from "@zhenggai/domain/issues";
import type { ReadingWarning } from "@zhenggai/domain/kernel";
import { formatNumber, vocab } from "@zhenggai/domain/vocabulary";
import { createSignal, For, type JSX, Show } from "solid-js";
import { word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { TextCorrection } from "../../importing/text-correction.tsx";
import { WarningList } from "../../importing/warning-list.tsx";
import { Tag } from "../../ui/badge.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { CheckField } from "../../ui/field.tsx";
import { DeadlineCorrection } from "./correction.tsx";
import {
	correctDeadline,
	correctText,
	type FieldReading,
	type ReadField,
	readingsOf,
	type Trust,
} from "./reading-fields.ts";
import type { Focus } from "./reading-step.tsx";

type Props = {
	issue: ProposedIssue;
	warnings: readonly ReadingWarning[];
	focus: Focus | null;
	corrected: boolean;
	applied: boolean;
	onFocus: (field: ReadField | null) => void;
	onCorrect: (issue: ProposedIssue) => void;
	onUndo: () => void;
	onApply: (apply: boolean) => void;
};

/** One proposed issue with every field that was read, each with how sure the reader is. */
export function ReadIssue(props: Props): JSX.Element {
	const number = () => props.issue.number ?? props.issue.key;
	return (
		<li
			id={`read-${props.issue.key}`}
			class={`rounded-md border bg-sheet ${props.focus === null ? "border-line" : "border-accent"} ${props.applied ? "" : "opacity-60"}`}
		>
			<div class="flex flex-wrap items-center gap-2 border-b border-line px-3 py-1">
				<h2 class="font-semibold">{formatNumber(number(), language())}</h2>
				<Show when={props.corrected}>
					<Tag tone="active">{t("reading.corrected")}</Tag>
					<Button size="small" look="quiet" onClick={() => props.onUndo()}>
						{t("reading.undo")}
					</Button>
				</Show>
				<span class="ml-auto">
					<CheckField
						label={t("reading.take")}
						checked={props.applied}
						onChange={(apply) => props.onApply(apply)}
					/>
				</span>
			</div>
			<div class="px-1.5 py-1.5">
				<WarningList warnings={props.warnings} onLine={() => props.onFocus(null)} />
				<dl>
					<For each={readingsOf(props.issue)}>{(reading) => <FieldLine {...props} reading={reading} />}</For>
				</dl>
			</div>
		</li>
	);
}

const EDGES: Record<Trust, string> = {
	sure: "border-transparent",
	check: "border-near",
	doubtful: "border-late",
	missing: "border-dashed border-line-strong",
};

/** Why a field needs a look: how unsure the reader is, or that a deadline gives no date. */
function doubtText(reading: FieldReading): string {
	if (reading.undated) return t("trust.undated");
	const n = Math.round((reading.confidence ?? 0) * 100);
	return reading.trust === "doubtful" ? t("trust.doubtfulN", { n }) : t("trust.checkN", { n });
}

function FieldLine(props: Props & { reading: FieldReading }): JSX.Element {
	const [editing, setEditing] = createSignal(false);
	const reading = () => props.reading;
	const here = () => props.focus?.field === reading().field;
	const done = (next: ProposedIssue | null) => {
		setEditing(false);
		if (next !== null) props.onCorrect(next);
	};
	const name = () => word(vocab.importField, reading().field);
	return (
		<div
			class={`grid grid-cols-[6rem_minmax(0,1fr)] gap-2 border-l-4 px-2 py-1 ${EDGES[reading().trust]} ${here() ? "bg-mark" : ""}`}
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
									<span class={reading().field === "measures" ? "" : "clamp-3"}>{reading().text}</span>
								</Show>
								<Show when={reading().trust === "check" || reading().trust === "doubtful"}>
									<span
										class={`ml-1.5 text-[0.86rem] ${reading().trust === "doubtful" ? "text-late" : "text-near"}`}
									>
										{doubtText(reading())}
									</span>
								</Show>
							</button>
						}
					>
						<Correction issue={props.issue} reading={reading()} onDone={done} />
					</Show>
				</div>
				<IconButton
					icon={editing() ? "close" : "text"}
					size={13}
					label={editing() ? t("cancel") : t("reading.edit", { name: name() })}
					onClick={() => setEditing(!editing())}
				/>
			</dd>
		</div>
	);
}

function Correction(props: {
	issue: ProposedIssue;
	reading: FieldReading;
	onDone: (next: ProposedIssue | null) => void;
}): JSX.Element {
	const field = props.reading.field;
	if (field === "deadline") {
		return (
			<DeadlineCorrection
				value={props.issue.deadline?.value ?? null}
				onCancel={() => props.onDone(null)}
				onSave={(deadline) => props.onDone(correctDeadline(props.issue, deadline))}
			/>
		);
	}
	return (
		<TextCorrection
			label={word(vocab.importField, field)}
			value={props.reading.text}
			onCancel={() => props.onDone(null)}
			onSave={(text) => props.onDone(correctText(props.issue, field, text))}
		/>
	);
}
