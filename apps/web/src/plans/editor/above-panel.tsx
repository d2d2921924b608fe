import type { IssueDetail } from "@zhenggai/domain/issues";
import { formatNumber } from "@zhenggai/domain/vocabulary";
import { createSignal, For, type JSX, Show } from "solid-js";
import { deadlineText } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { Button } from "../../ui/button.tsx";
import { type PlanMeasure, takenOver } from "../draft/measure-draft.ts";
import { GoalTable } from "../tab/content.tsx";

type Above = NonNullable<IssueDetail["planTerms"]["above"]>;

/** The plan of the issue above: a measure of it can be the start of one's own. */
export function AbovePanel(props: { above: Above; onTake: (measure: PlanMeasure) => void }): JSX.Element {
	const [taken, setTaken] = createSignal<ReadonlySet<number>>(new Set());
	const take = (at: number, measure: Above["measures"][number]) => {
		props.onTake(takenOver(measure));
		setTaken((before) => new Set([...before, at]));
	};
	return (
		<section class="rounded-md border border-line bg-sunken p-3" data-above>
			<p class="mb-2 text-ink-soft">
				{t("plans.above.intro", { number: formatNumber(props.above.number, language()) })}
			</p>
			<Show when={props.above.goals.length > 0}>
				<p class="font-medium">{t("plans.above.goals")}</p>
				<GoalTable goals={props.above.goals} />
			</Show>
			<ul class="mt-2 flex flex-col gap-1.5">
				<For each={props.above.measures} fallback={<li class="text-ink-soft">{t("plans.measuresNone")}</li>}>
					{(measure, at) => (
						<li class="flex flex-wrap items-start gap-2">
							<span class="min-w-0 flex-1">
								{measure.number} {measure.text}
								<span class="ml-2 text-ink-soft">{deadlineText(measure.deadline)}</span>
							</span>
							<Button
								size="small"
								icon={taken().has(at()) ? "check" : "plus"}
								onClick={() => take(at(), measure)}
							>
								{t(taken().has(at()) ? "plans.above.taken" : "plans.above.take")}
							</Button>
						</li>
					)}
				</For>
			</ul>
		</section>
	);
}
