import { createSignal, Index, type JSX, onMount } from "solid-js";
import { t } from "../i18n/index.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { type MeasureDraft, measureDrafts, type Numbered } from "./measure-drafts.ts";
import { CorrectionFrame } from "./text-correction.tsx";

const EMPTY: MeasureDraft = { from: null, number: "", text: "" };

/** Corrects measures: their words, which there are, and their order. */
export function MeasuresCorrection(props: {
	measures: readonly Numbered[];
	onSave: (drafts: readonly MeasureDraft[]) => void;
	onCancel: () => void;
}): JSX.Element {
	const start = measureDrafts(props.measures);
	const [drafts, setDrafts] = createSignal<readonly MeasureDraft[]>(start.length === 0 ? [EMPTY] : start);
	let list: HTMLOListElement | undefined;
	const focus = (index: number) => queueMicrotask(() => list?.querySelectorAll("textarea")[index]?.focus());
	onMount(() => focus(0));
	const set = (index: number, changes: Partial<MeasureDraft>) =>
		setDrafts((old) => old.map((draft, at) => (at === index ? { ...draft, ...changes } : draft)));
	const add = (after: number) => {
		setDrafts((old) => old.toSpliced(after + 1, 0, EMPTY));
		focus(after + 1);
	};
	const move = (index: number, by: -1 | 1) => {
		setDrafts((old) => {
			const draft = old[index];
			return draft === undefined ? old : old.toSpliced(index, 1).toSpliced(index + by, 0, draft);
		});
		focus(index + by);
	};
	return (
		<CorrectionFrame ready={true} onSave={() => props.onSave(drafts())} onCancel={() => props.onCancel()}>
			<ol
				ref={(element) => {
					list = element;
				}}
				class="flex flex-col gap-1.5"
			>
				<Index each={drafts()}>
					{(draft, index) => {
						const n = index + 1;
						return (
							<li class="flex flex-wrap items-start gap-1">
								<input
									class="field-box w-18!"
									aria-label={t("measures.number", { n })}
									maxLength={40}
									value={draft().number}
									onInput={(event) => set(index, { number: event.currentTarget.value })}
								/>
								<textarea
									class="field-box min-w-40 flex-1"
									aria-label={t("measures.text", { n })}
									rows={Math.min(6, Math.max(1, Math.ceil(draft().text.length / 26)))}
									value={draft().text}
									onInput={(event) => set(index, { text: event.currentTarget.value })}
								/>
								<span class="flex">
									<IconButton
										icon="chevronUp"
										size={13}
										label={t("measures.up", { n })}
										disabled={index === 0}
										onClick={() => move(index, -1)}
									/>
									<IconButton
										icon="chevronDown"
										size={13}
										label={t("measures.down", { n })}
										disabled={n === drafts().length}
										onClick={() => move(index, 1)}
									/>
									<IconButton
										icon="close"
										size={13}
										label={t("measures.remove", { n })}
										onClick={() => setDrafts((old) => old.toSpliced(index, 1))}
									/>
								</span>
							</li>
						);
					}}
				</Index>
			</ol>
			<div>
				<Button size="small" icon="plus" onClick={() => add(drafts().length - 1)}>
					{t("measures.addOne")}
				</Button>
			</div>
		</CorrectionFrame>
	);
}
