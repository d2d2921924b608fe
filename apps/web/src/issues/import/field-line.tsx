import type { ProposedIssue } from "@zhenggai/domain/issues";
import { vocab } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { MeasuresCorrection } from "../../importing/measures-correction.tsx";
import { TextCorrection } from "../../importing/text-correction.tsx";
import { TRUST_EDGES } from "../../importing/trust.ts";
import { IconButton } from "../../ui/button.tsx";
import { correctDeadline, correctMeasures, correctText } from "./correct-issue.ts";
import { DeadlineCorrection } from "./correction.tsx";
import type { ReadIssueProps } from "./read-issue.tsx";
import type { FieldReading } from "./reading-fields.ts";

/** Why a field needs a look: how unsure the reader is, or that a deadline gives no date. */
function doubtText(reading: FieldReading): string {
	if (reading.undated) return t("trust.undated");
	const n = Math.round((reading.confidence ?? 0) * 100);
	return reading.trust === "doubtful" ? t("trust.doubtfulN", { n }) : t("trust.checkN", { n });
}

type Props = Pick<ReadIssueProps, "issue" | "focus" | "editing" | "onFocus" | "onEdit" | "onCorrect"> & {
	reading: FieldReading;
};

/** One field as it was read: a click leads to its lines, the pencil corrects it where it stands. */
export function FieldLine(props: Props): JSX.Element {
	const reading = () => props.reading;
	const editing = () => props.editing === reading().field;
	const name = () => word(vocab.importField, reading().field);
	return (
		<div
			class={`grid grid-cols-[6rem_minmax(0,1fr)] gap-2 border-l-4 px-2 sm:grid-cols-[9rem_minmax(0,1fr)] py-1 ${TRUST_EDGES[reading().trust]} ${props.focus === reading().field ? "bg-mark" : ""}`}
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
						<Correction
							issue={props.issue}
							reading={reading()}
							onCancel={() => props.onEdit(null)}
							onSave={(next) => props.onCorrect(next)}
						/>
					</Show>
				</div>
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

function Correction(props: {
	issue: ProposedIssue;
	reading: FieldReading;
	onSave: (next: ProposedIssue) => void;
	onCancel: () => void;
}): JSX.Element {
	const { field, text } = props.reading;
	const cancel = () => props.onCancel();
	if (field === "deadline") {
		return (
			<DeadlineCorrection
				value={props.issue.deadline?.value ?? null}
				onCancel={cancel}
				onSave={(deadline) => props.onSave(correctDeadline(props.issue, deadline))}
			/>
		);
	}
	if (field === "measures") {
		return (
			<MeasuresCorrection
				measures={props.issue.measures?.value ?? []}
				onCancel={cancel}
				onSave={(drafts) => props.onSave(correctMeasures(props.issue, drafts))}
			/>
		);
	}
	return (
		<TextCorrection
			label={word(vocab.importField, field)}
			value={text}
			onCancel={cancel}
			onSave={(next) => props.onSave(correctText(props.issue, field, next))}
		/>
	);
}
