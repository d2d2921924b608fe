import type { IssueDetail } from "@zhenggai/domain/issues";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { TrayFile } from "../model/tray.ts";

type Pick = { readonly id: string; readonly name: string; readonly kind: string };

/** Evidence to choose from: what is on record and stands, and what is in the tray and not on record yet. */
const picksOf = ({ progress }: IssueDetail, files: readonly TrayFile[]): readonly Pick[] => {
	const known = new Set<string>(progress.evidence.map(({ id }) => id));
	return [
		...files.filter(({ id }) => !known.has(id)).map(({ id, name }) => ({ id, name, kind: t("picker.new") })),
		...progress.evidence
			.filter(({ withdrawn }) => withdrawn === null)
			.map(({ id, name, kind }) => ({ id, name, kind: word(caseVocab.evidenceKind, kind) }))
			.toReversed(),
	];
};

/** Which evidence shows something. */
export function EvidencePicker(props: {
	legend: string;
	detail: IssueDetail;
	files: readonly TrayFile[];
	chosen: readonly string[];
	onChange: (ids: string[]) => void;
	error?: string | null;
}): JSX.Element {
	const picks = () => picksOf(props.detail, props.files);
	const toggle = (id: string, on: boolean) =>
		props.onChange(on ? [...props.chosen, id] : props.chosen.filter((other) => other !== id));
	return (
		<fieldset class="rounded border border-line px-2 pb-1.5">
			<legend class="px-1 text-[0.93rem] text-ink-soft">{props.legend}</legend>
			<Show when={picks().length > 0} fallback={<p class="px-1 text-ink-faint">{t("picker.none")}</p>}>
				<div class="max-h-40 overflow-auto">
					<For each={picks()}>
						{(pick) => (
							<label class="tap flex items-center gap-2 rounded px-1 py-0.5 hover:bg-hover">
								<input
									type="checkbox"
									class="size-4 shrink-0 accent-accent"
									checked={props.chosen.includes(pick.id)}
									onChange={(event) => toggle(pick.id, event.currentTarget.checked)}
								/>
								<span class="min-w-0 truncate" title={pick.name}>
									{pick.name}
								</span>
								<span class="shrink-0 text-[0.9rem] text-ink-faint">{pick.kind}</span>
							</label>
						)}
					</For>
				</div>
			</Show>
			<Show when={props.error}>
				<p class="px-1 text-late">{props.error}</p>
			</Show>
		</fieldset>
	);
}
