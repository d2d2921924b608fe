import type { Outputs } from "@zhenggai/client";
import type { IssueDetail } from "@zhenggai/domain/issues";
import { For, type JSX, Show } from "solid-js";
import { t } from "../../i18n/index.ts";
import { Icon } from "../../ui/icon.tsx";
import type { Sent } from "../chain.ts";
import { stepsOf } from "../model/milestones.ts";
import { beginning, goalName, measureName } from "../targets.ts";
import type { MonthDraft } from "./month-draft.ts";

export type Prefilled = Outputs["progress"]["reportForm"];

/** What a link of the chain is about, in words. */
function nameOf(key: string, detail: IssueDetail, draft: MonthDraft): string {
	const at = key.indexOf(":");
	const [kind, part] = at < 0 ? [key, ""] : [key.slice(0, at), key.slice(at + 1)];
	switch (kind) {
		case "attach":
			return t("sent.attach", { name: draft.tray.files.find(({ id }) => id === part)?.name ?? "" });
		case "reading": {
			const goal = detail.plan.goals.find(({ id }) => id === part);
			return t("sent.reading", { name: goal === undefined ? "" : goalName(goal) });
		}
		case "step": {
			const step = stepsOf(detail).find(({ measureId, key: own }) => `${measureId}|${own}` === part);
			return t("sent.step", { name: beginning(step?.text ?? "") });
		}
		case "measure": {
			const measure = detail.measures.find(({ id }) => id === part);
			return t("sent.measure", { name: measure === undefined ? "" : measureName(measure) });
		}
		default:
			return t("sent.report");
	}
}

/** After a part of the form went through and a part did not: which, so that nobody has to guess. */
export function SentSteps(props: { sent: Sent | null; detail: IssueDetail; draft: MonthDraft }): JSX.Element {
	// Where nothing went through, what was refused says it all.
	const isPart = () => props.sent !== null && props.sent.done.length > 0 && props.sent.failed.length > 0;
	const line = (key: string) => nameOf(key, props.detail, props.draft);
	return (
		<Show when={isPart() ? props.sent : null}>
			{(sent) => (
				<div class="rounded-md border border-line bg-sunken p-3" role="status" data-sent>
					<p class="mb-1 font-medium">{t("sent.title")}</p>
					<ul class="flex flex-col gap-0.5">
						<For each={sent().done}>
							{(key) => (
								<li class="flex items-center gap-2 text-done">
									<Icon name="check" />
									{t("sent.done", { what: line(key) })}
								</li>
							)}
						</For>
						<For each={sent().failed}>
							{(key) => (
								<li class="flex items-center gap-2 text-late">
									<Icon name="close" />
									{t("sent.failed", { what: line(key) })}
								</li>
							)}
						</For>
					</ul>
				</div>
			)}
		</Show>
	);
}
