import { For, type JSX, Show } from "solid-js";
import { t } from "../../i18n/index.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import type { MilestoneDraft } from "./measure-draft.ts";

/** 节点: dated steps of a measure. */
export function MilestoneEditor(props: {
	value: readonly MilestoneDraft[];
	onChange: (value: readonly MilestoneDraft[]) => void;
	error: string | null;
}): JSX.Element {
	const set = (index: number, changes: Partial<MilestoneDraft>) =>
		props.onChange(props.value.map((one, at) => (at === index ? { ...one, ...changes } : one)));
	return (
		<fieldset class="rounded border border-line p-3">
			<legend class="px-1 text-ink-soft">{t("milestones.legend")}</legend>
			<ul class="flex flex-col gap-2">
				<For each={props.value.map((_, index) => index)}>
					{(index) => (
						<li class="flex flex-wrap items-center gap-2">
							<input
								type="date"
								class="field-box w-40!"
								aria-label={t("milestones.due", { n: index + 1 })}
								value={props.value[index]?.due ?? ""}
								onChange={(event) => set(index, { due: event.currentTarget.value })}
							/>
							<input
								class="field-box min-w-40 flex-1"
								aria-label={t("milestones.text", { n: index + 1 })}
								placeholder={t("milestones.placeholder")}
								value={props.value[index]?.text ?? ""}
								onChange={(event) => set(index, { text: event.currentTarget.value })}
							/>
							<IconButton
								icon="close"
								label={t("milestones.remove", { n: index + 1 })}
								onClick={() => props.onChange(props.value.filter((_, at) => at !== index))}
							/>
						</li>
					)}
				</For>
			</ul>
			<Show when={props.error}>
				<p class="mt-1 text-late">{props.error}</p>
			</Show>
			<div class="mt-2">
				<Button
					size="small"
					icon="plus"
					onClick={() => props.onChange([...props.value, { text: "", due: "", weight: "1" }])}
				>
					{t("milestones.add")}
				</Button>
			</div>
		</fieldset>
	);
}
