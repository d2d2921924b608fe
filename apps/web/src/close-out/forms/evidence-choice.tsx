import type { IssueDetail } from "@zhenggai/domain/issues";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { createSignal, For, type JSX, Show } from "solid-js";
import { moment, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { type FormProps, isActionVerb } from "../../issues/index.ts";
import { Button } from "../../ui/button.tsx";

type Evidence = IssueDetail["progress"]["evidence"][number];

/** From so many files on they are looked for by name. */
const SEARCH_FROM = 8;

/** Evidence that stands, the latest first. */
export const standingEvidence = ({ progress }: IssueDetail): readonly Evidence[] =>
	progress.evidence.filter(({ withdrawn }) => withdrawn === null).toReversed();

/** Which of the issue's evidence shows something. What is not there yet is attached first; the draft waits. */
export function EvidenceChoice(
	props: Pick<FormProps, "detail" | "onAction"> & {
		legend: string;
		value: readonly string[];
		onChange: (ids: string[]) => void;
		error?: string | null;
		required?: boolean;
		/** Opens with the list folded, where it is one of many. */
		folded?: boolean;
	},
): JSX.Element {
	const [text, setText] = createSignal("");
	const all = () => standingEvidence(props.detail);
	const shown = () => all().filter(({ name }) => name.toLowerCase().includes(text().trim().toLowerCase()));
	const toggle = (id: string, on: boolean) =>
		props.onChange(on ? [...props.value, id] : props.value.filter((other) => other !== id));
	const list = () => (
		<>
			<Show when={all().length >= SEARCH_FROM}>
				<input
					type="search"
					class="field-box mb-1"
					aria-label={t("closeOut.findEvidence")}
					placeholder={t("closeOut.findEvidence")}
					value={text()}
					onInput={(event) => setText(event.currentTarget.value)}
				/>
			</Show>
			<Show when={all().length > 0} fallback={<p class="px-1 text-ink-soft">{t("closeOut.noEvidence")}</p>}>
				<div class="max-h-44 overflow-auto">
					<For each={shown()}>
						{(held) => (
							<label class="tap flex items-center gap-2 rounded px-1 py-0.5 hover:bg-hover">
								<input
									type="checkbox"
									class="size-4 shrink-0 accent-accent"
									checked={props.value.includes(held.id)}
									onChange={(event) => toggle(held.id, event.currentTarget.checked)}
								/>
								<span class="min-w-0 break-all">{held.name}</span>
								<span class="ml-auto shrink-0 text-[0.9rem] text-ink-faint">
									{word(caseVocab.evidenceKind, held.kind)} · {moment(held.at)}
								</span>
							</label>
						)}
					</For>
				</div>
			</Show>
			<Upload {...props} />
		</>
	);
	return (
		<fieldset class="rounded border border-line px-2.5 pb-2" aria-invalid={Boolean(props.error)}>
			<legend class="px-1 text-ink-soft">
				{props.legend}
				<Show when={props.required}>
					<span class="ml-1 text-late" aria-hidden="true">
						*
					</span>
					<span class="sr-only">{t("required")}</span>
				</Show>
			</legend>
			<Show when={props.folded} fallback={list()}>
				<details>
					<summary class="tap px-1 text-accent">{t("closeOut.chosen", { n: props.value.length })}</summary>
					{list()}
				</details>
			</Show>
			<Show when={props.error}>
				<p class="px-1 pt-1 text-late">{props.error}</p>
			</Show>
		</fieldset>
	);
}

function Upload(props: Pick<FormProps, "detail" | "onAction">): JSX.Element {
	const verb = "attachEvidence";
	const may = () => props.detail.actions.some((action) => action.verb === verb && action.allowed);
	return (
		<Show when={isActionVerb(verb) && may()}>
			<div class="pt-1">
				<Button
					size="small"
					look="quiet"
					icon="plus"
					onClick={() => isActionVerb(verb) && props.onAction({ verb })}
				>
					{t("closeOut.attachFirst")}
				</Button>
			</div>
		</Show>
	);
}
