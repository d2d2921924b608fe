import type { ColumnField, ColumnTarget, ReadColumn } from "@zhenggai/domain/issues";
import { label, type Tone, vocab } from "@zhenggai/domain/vocabulary";
import { For, Index, type JSX } from "solid-js";
import { language, t } from "../../i18n/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { columnLetters, type LayoutChoice, targetsOf } from "./layouts.ts";

const TONES: Readonly<Record<ReadColumn["how"], Tone>> = {
	known: "good",
	mapped: "active",
	guessed: "attention",
	unknown: "attention",
};

/** Every column with its header, its first texts and the field that it fills. */
export function ColumnTable(props: {
	columns: readonly ReadColumn[];
	choice: LayoutChoice;
	contested: readonly ColumnField[];
	onTarget: (at: number, target: ColumnTarget) => void;
}): JSX.Element {
	return (
		<table class="w-full table-fixed border-collapse text-[0.93rem]">
			<thead>
				<tr class="text-left text-ink-soft">
					<th class="w-6 py-1 sm:w-10 font-normal" scope="col">
						<span class="sr-only">{t("columns.printed")}</span>
					</th>
					<th class="py-1 sm:w-1/5 font-normal" scope="col">
						{t("columns.printed")}
					</th>
					<th class="hidden py-1 font-normal sm:table-cell" scope="col">
						{t("columns.samples")}
					</th>
					<th class="w-32 py-1 font-normal sm:w-56" scope="col">
						{t("columns.field")}
					</th>
					<th class="w-24 py-1 pl-2 font-normal sm:pl-3" scope="col">
						{t("columns.state")}
					</th>
				</tr>
			</thead>
			<tbody>
				<Index each={props.columns}>
					{(column, at) => (
						<Row
							column={column()}
							target={props.choice.targets[at] ?? "other"}
							targets={targetsOf(props.choice.kind)}
							contested={props.contested.some((field) => field === props.choice.targets[at])}
							onTarget={(target) => props.onTarget(at, target)}
						/>
					)}
				</Index>
			</tbody>
		</table>
	);
}

function Row(props: {
	column: ReadColumn;
	target: ColumnTarget;
	targets: readonly ColumnTarget[];
	contested: boolean;
	onTarget: (target: ColumnTarget) => void;
}): JSX.Element {
	const letters = () => columnLetters(props.column.index);
	const words = () => props.column.words || t("columns.blank");
	return (
		<tr class="border-t border-line align-top">
			<td class="py-1.5 font-mono text-[0.86rem] text-ink-faint">{letters()}</td>
			<th class="py-1.5 pr-3 text-left font-medium break-words" scope="row">
				{words()}
				<span class="clamp-2 font-normal text-ink-soft sm:hidden!">{props.column.samples.join(" ｜ ")}</span>
			</th>
			<td class="hidden py-1.5 pr-3 text-ink-soft sm:table-cell">
				<span class="clamp-2">{props.column.samples.join(" ｜ ")}</span>
			</td>
			<td class="py-1">
				<select
					class="field-box min-h-8! py-0.5!"
					aria-label={t("columns.fieldOf", { column: letters(), words: words() })}
					aria-invalid={props.contested}
					onChange={(event) => {
						const chosen = props.targets.find((target) => target === event.currentTarget.value);
						if (chosen !== undefined) props.onTarget(chosen);
					}}
				>
					<For each={props.targets}>
						{(target) => (
							<option value={target} selected={target === props.target}>
								{label(vocab.columnTarget, target, language())}
							</option>
						)}
					</For>
				</select>
			</td>
			<td class="py-1.5 pl-3">
				<Tag tone={TONES[props.column.how]}>{label(vocab.columnKnowledge, props.column.how, language())}</Tag>
			</td>
		</tr>
	);
}
