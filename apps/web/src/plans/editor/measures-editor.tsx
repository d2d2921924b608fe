import type { IssueDetail } from "@zhenggai/domain/issues";
import { createSignal, For, type JSX, Show } from "solid-js";
import { t } from "../../i18n/index.ts";
import { Button } from "../../ui/button.tsx";
import { findingsAt } from "../draft/findings-at.ts";
import { duplicateOf, emptyMeasure, type PlanMeasure, stepSum } from "../draft/measure-draft.ts";
import { PartFindings } from "../tab/show.tsx";
import { AbovePanel } from "./above-panel.tsx";
import { MeasureCard } from "./measure-card.tsx";
import { PastePanel } from "./paste-panel.tsx";

type Panel = "none" | "paste" | "above";

/** All measures of the plan in their order, with the ways to come by more of them. */
export function MeasuresEditor(props: {
	detail: IssueDetail;
	value: readonly PlanMeasure[];
	/** The measures that the ledger has. */
	held: readonly PlanMeasure[];
	onChange: (value: readonly PlanMeasure[]) => void;
}): JSX.Element {
	const [panel, setPanel] = createSignal<Panel>("none");
	const [pasted, setPasted] = createSignal("");
	const whole = () => stepSum(props.value);
	const held = () => new Set(props.held.map(({ id }) => id));
	const gone = () => props.held.filter(({ id }) => props.value.every((measure) => measure.id !== id));
	const set = (at: number, changes: Partial<PlanMeasure>) =>
		props.onChange(
			props.value.map((measure, index) => (index === at ? { ...measure, ...changes } : measure)),
		);
	const move = (at: number, by: -1 | 1) => {
		const next = [...props.value];
		const [moved] = next.splice(at, 1);
		if (moved !== undefined) props.onChange(next.toSpliced(at + by, 0, moved));
	};
	const add = (...measures: PlanMeasure[]) => props.onChange([...props.value, ...measures]);
	const toggle = (next: Panel) => setPanel((now) => (now === next ? "none" : next));
	/** Rows of a table that land in a box of a measure would fill it and break the next: they are looked at first. */
	const onPaste = (event: ClipboardEvent) => {
		const text = event.clipboardData?.getData("text/plain") ?? "";
		if (!(text.includes("\t") && text.trim().includes("\n"))) return;
		event.preventDefault();
		setPasted(text);
		setPanel("paste");
	};
	return (
		<div class="flex flex-col gap-3">
			<PartFindings of={findingsAt(props.detail, "measures")} />
			<ol class="flex flex-col gap-3" onPaste={onPaste}>
				<For each={props.value.map((_, index) => index)}>
					{(index) => (
						<Show when={props.value[index]}>
							{(measure) => (
								<MeasureCard
									detail={props.detail}
									value={measure()}
									n={index + 1}
									last={index === props.value.length - 1}
									isNew={!held().has(measure().id)}
									whole={whole().weight}
									onChange={(changes) => set(index, changes)}
									onMove={(by) => move(index, by)}
									onDuplicate={() =>
										props.onChange(props.value.toSpliced(index + 1, 0, duplicateOf(measure())))
									}
									onRemove={() => props.onChange(props.value.toSpliced(index, 1))}
								/>
							)}
						</Show>
					)}
				</For>
			</ol>
			<Show when={gone().length > 0}>
				<p class="flex flex-wrap items-center gap-2 rounded border border-line bg-sunken px-3 py-2">
					{t("plans.editor.removed", { n: gone().length })}
					<Button size="small" look="quiet" onClick={() => add(...gone())}>
						{t("plans.editor.bringBack")}
					</Button>
				</p>
			</Show>
			<p class="text-ink-soft tabular-nums" data-weights>
				{whole().count === 0
					? t("plans.editor.sumNone")
					: t("plans.editor.sum", { n: whole().count, weight: Math.round(whole().weight * 100) / 100 })}
			</p>
			<div class="flex flex-wrap gap-2">
				<Button icon="plus" onClick={() => add(emptyMeasure())}>
					{t("plans.editor.addMeasure")}
				</Button>
				<Button icon="columns" aria-expanded={panel() === "paste"} onClick={() => toggle("paste")}>
					{t("plans.editor.paste")}
				</Button>
				<Show when={props.detail.planTerms.above}>
					<Button icon="copy" aria-expanded={panel() === "above"} onClick={() => toggle("above")}>
						{t("plans.editor.takeOver")}
					</Button>
				</Show>
				<Show when={props.value.length > 1}>
					<Button
						look="quiet"
						onClick={() =>
							props.onChange(props.value.map((measure, at) => ({ ...measure, number: String(at + 1) })))
						}
					>
						{t("plans.editor.renumber")}
					</Button>
				</Show>
			</div>
			<Show when={panel() === "paste"}>
				<PastePanel
					start={pasted()}
					onAdd={(measures) => {
						add(...measures);
						setPasted("");
						setPanel("none");
					}}
				/>
			</Show>
			<Show when={panel() === "above" ? props.detail.planTerms.above : null}>
				{(above) => <AbovePanel above={above()} onTake={(measure) => add(measure)} />}
			</Show>
		</div>
	);
}
