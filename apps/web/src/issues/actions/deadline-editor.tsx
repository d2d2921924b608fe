import type { Deadline } from "@zhenggai/domain/kernel";
import { choicesOf, formatDatePoint, vocab } from "@zhenggai/domain/vocabulary";
import { type JSX, Match, Switch } from "solid-js";
import { language, t } from "../../i18n/index.ts";
import { TextField } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { type DeadlineDraft, pointOf } from "./deadline-draft.ts";

type Precision = Deadline["point"]["precision"];

const numbers = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, index) => {
		const n = String(from + index);
		return { value: n, label: n };
	});

/** Edits a deadline as exactly as it is known, never more exactly: day, month, quarter … open-ended. */
export function DeadlineEditor(props: {
	value: DeadlineDraft;
	onChange: (value: DeadlineDraft) => void;
	error: string | null;
}): JSX.Element {
	const set = (changes: Partial<DeadlineDraft>) => props.onChange({ ...props.value, ...changes });
	const is = (...kinds: Precision[]) => kinds.some((kind) => kind === props.value.precision);
	const preview = () => {
		const point = pointOf(props.value);
		return point === null ? undefined : formatDatePoint(point, language());
	};
	return (
		<fieldset class="rounded border border-line p-3">
			<legend class="px-1 text-ink-soft">{t("deadline.legend")}</legend>
			<div class="grid gap-3 sm:grid-cols-3">
				<Select
					label={t("deadline.category")}
					value={props.value.category}
					choices={choicesOf(vocab.deadlineCategory, language())}
					onChange={(category) => set({ category })}
				/>
				<Select
					label={t("deadline.precision")}
					value={props.value.precision}
					choices={choicesOf(vocab.datePrecision, language())}
					onChange={(precision) => set({ precision })}
				/>
				<Switch>
					<Match when={is("day")}>
						<TextField
							type="date"
							label={t("deadline.day")}
							value={props.value.date}
							onInput={(date) => set({ date })}
						/>
					</Match>
					<Match when={is("month", "quarter", "halfYear", "year")}>
						<TextField
							type="number"
							min="1990"
							max="2100"
							label={t("deadline.year")}
							value={props.value.year}
							onInput={(year) => set({ year })}
						/>
					</Match>
					<Match when={is("fiveYearPlan")}>
						<Select
							label={t("deadline.plan")}
							value={props.value.plan}
							choices={numbers(13, 18)}
							onChange={(plan) => set({ plan })}
						/>
					</Match>
					<Match when={is("recurring")}>
						<Select
							label={t("deadline.every")}
							value={props.value.every}
							choices={choicesOf(vocab.recurrence, language())}
							onChange={(every) => set({ every: every === "" ? "year" : every })}
						/>
					</Match>
				</Switch>
				<Switch>
					<Match when={is("month")}>
						<Select
							label={t("deadline.month")}
							value={props.value.month}
							choices={numbers(1, 12)}
							onChange={(month) => set({ month })}
						/>
					</Match>
					<Match when={is("quarter")}>
						<Select
							label={t("deadline.quarter")}
							value={props.value.quarter}
							choices={numbers(1, 4)}
							onChange={(quarter) => set({ quarter })}
						/>
					</Match>
					<Match when={is("halfYear")}>
						<Select
							label={t("deadline.half")}
							value={props.value.half}
							choices={numbers(1, 2)}
							onChange={(half) => set({ half })}
						/>
					</Match>
				</Switch>
				<TextField
					class="sm:col-span-3"
					label={t("deadline.text")}
					hint={preview() === undefined ? undefined : t("deadline.preview", { text: preview() ?? "" })}
					error={props.error}
					value={props.value.text}
					placeholder={preview() ?? ""}
					onInput={(text) => set({ text })}
				/>
			</div>
		</fieldset>
	);
}
