import { choicesOf, vocab } from "@zhenggai/domain/vocabulary";
import { createEffect, createMemo, createSignal, For, type JSX, Show } from "solid-js";
import { names, word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { deadlineOf } from "../../issues/index.ts";
import { findUnits } from "../../responsibilities/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import type { Option } from "../../ui/combobox.tsx";
import { TextArea } from "../../ui/field.tsx";
import type { PlanMeasure } from "../draft/measure-draft.ts";
import {
	bodyOf,
	cellsOf,
	guessColumns,
	PASTE_FIELDS,
	type PastedRow,
	type PasteField,
	pastedRow,
} from "../draft/paste.ts";

/** Rows of a spreadsheet become measures: which column is what is guessed and shown, and nothing is added unseen. */
export function PastePanel(props: { start: string; onAdd: (measures: PlanMeasure[]) => void }): JSX.Element {
	const [text, setText] = createSignal(props.start);
	const cells = createMemo(() => cellsOf(text()));
	const [columns, setColumns] = createSignal<readonly PasteField[]>([]);
	const [units, setUnits] = createSignal<ReadonlyMap<string, Option | null>>(new Map());
	createEffect(() => setText(props.start));
	createEffect(() => setColumns(guessColumns(cells())));
	const rows = createMemo((): PastedRow[] => {
		const words = {
			type: choicesOf(vocab.measureType, language()),
			term: choicesOf(vocab.measureTerm, language()),
		};
		return bodyOf(cells()).map((row) => pastedRow(row, columns(), words));
	});
	const wanted = createMemo(() => [...new Set(rows().flatMap((row) => row.units))]);
	createEffect(() => {
		const unknown = wanted().filter((name) => !units().has(name));
		if (unknown.length === 0) return;
		void findUnits(unknown).then((found) => setUnits((before) => new Map([...before, ...found])));
	});
	const found = (row: PastedRow): Option[] =>
		row.units.flatMap((name) => {
			const unit = units().get(name);
			return unit === undefined || unit === null ? [] : [unit];
		});
	const whole = () =>
		rows()
			.filter(({ measure }) => measure.text !== "")
			.map((row) => ({ ...row.measure, responsible: found(row) }));
	const assign = (at: number, field: PasteField) =>
		setColumns((before) =>
			before.map((held, index) =>
				index === at ? field : held === field && field !== "skip" ? "skip" : held,
			),
		);
	return (
		<section class="rounded-md border border-line bg-sunken p-3" data-paste>
			<p class="mb-2 text-ink-soft">{t("plans.paste.intro")}</p>
			<TextArea label={t("plans.paste.box")} rows={3} value={text()} onInput={setText} />
			<Show when={cells().length > 0}>
				<div class="mt-2 flex flex-wrap gap-2">
					<For each={columns()}>
						{(field, at) => (
							<label class="flex items-center gap-1 text-[0.93rem]">
								{t("plans.paste.column", { n: at() + 1 })}
								<select
									class="field-box w-auto!"
									value={field}
									onChange={(event) => {
										const next = PASTE_FIELDS.find((one) => one === event.currentTarget.value);
										if (next !== undefined) assign(at(), next);
									}}
								>
									<For each={PASTE_FIELDS}>
										{(one) => (
											<option value={one} selected={one === field}>
												{t(`plans.paste.field.${one}`)}
											</option>
										)}
									</For>
								</select>
							</label>
						)}
					</For>
				</div>
				<Show when={!columns().includes("text")}>
					<p class="mt-2 text-near">{t("plans.paste.needText")}</p>
				</Show>
				<p class="mt-3 font-medium">{t("plans.paste.preview")}</p>
				<ol class="flex list-decimal flex-col gap-1.5 pl-6" data-pasted>
					<For each={rows()}>
						{(row) => (
							<PastedLine
								row={row}
								found={found(row)}
								lost={row.units.filter((name) => units().get(name) === null)}
							/>
						)}
					</For>
				</ol>
				<div class="mt-3">
					<Button look="primary" disabled={whole().length === 0} onClick={() => props.onAdd(whole())}>
						{t("plans.paste.add", { n: whole().length })}
					</Button>
				</div>
			</Show>
		</section>
	);
}

function PastedLine(props: {
	row: PastedRow;
	found: readonly Option[];
	lost: readonly string[];
}): JSX.Element {
	const measure = () => props.row.measure;
	return (
		<li>
			<Show
				when={measure().text !== ""}
				fallback={<span class="text-ink-faint">{t("plans.paste.noText")}</span>}
			>
				<span class="whitespace-pre-line">
					{measure().number} {measure().text}
				</span>
				<span class="ml-2 inline-flex flex-wrap gap-1.5 align-middle">
					<Show when={measure().type}>{(type) => <Tag>{word(vocab.measureType, type())}</Tag>}</Show>
					<Show when={measure().term}>{(term) => <Tag>{word(vocab.measureTerm, term())}</Tag>}</Show>
					<Show when={deadlineOf(measure().deadline) !== null}>
						<Tag tone="active">{measure().deadline.text}</Tag>
					</Show>
					<Show when={props.found.length > 0}>
						<Tag tone="active">{names(props.found.map(({ label }) => label))}</Tag>
					</Show>
				</span>
				<Show when={props.lost.length > 0}>
					<span class="block text-near">{t("plans.paste.unknownUnits", { names: names(props.lost) })}</span>
				</Show>
				<Show when={props.row.unread.length > 0}>
					<span class="block text-near">{t("plans.paste.unread", { texts: names(props.row.unread) })}</span>
				</Show>
			</Show>
		</li>
	);
}
