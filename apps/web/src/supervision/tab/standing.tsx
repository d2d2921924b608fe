import { vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { date, names, word } from "../../i18n/format.ts";
import { say, t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { RuleLink } from "../../rules/index.ts";
import { Section } from "../../ui/section.tsx";
import { ActionPart } from "../action-part.tsx";
import { LightMark, LightSign, ScheduleMark } from "../marks.tsx";

/** Light and schedule of today: what lit it, what puts it out, and who can. */
export function Standing(props: DetailProps): JSX.Element {
	const contest = () => props.detail.actions.find(({ verb }) => verb === "contestLight");
	const light = () => props.detail.light;
	return (
		<Section title={t("sup.standing")}>
			<div class="flex flex-wrap items-center gap-3">
				<LightSign light={light()} />
				<Show when={props.detail.schedule}>{(schedule) => <ScheduleMark schedule={schedule()} />}</Show>
				<span class="text-[0.9rem] text-ink-faint">{t("asOf", { date: date(props.detail.asOf) })}</span>
			</div>
			<Show when={light().reasons.length > 0} fallback={<p class="mt-3 text-ink-soft">{t("sup.dark")}</p>}>
				<ul class="mt-3 flex flex-col gap-2.5" aria-label={t("sup.why")}>
					<For each={light().reasons}>
						{(reason) => (
							<li class="border-l-2 border-line-strong pl-3">
								<p class="font-medium">
									{say(reason.message)} <RuleLink rule={reason.rule} />
								</p>
								<p class="text-ink-soft">
									{t("clears")}
									{say(reason.clears)}
								</p>
								<Show when={reason.who.length > 0}>
									<p class="text-[0.93rem] text-ink-faint">
										{t("who")}
										{names(reason.who.map((role) => word(vocab.role, role)))}
									</p>
								</Show>
							</li>
						)}
					</For>
				</ul>
			</Show>
			<Show when={light().recorded !== light().light}>
				<p class="mt-3 flex flex-wrap items-center gap-1.5 text-[0.93rem] text-ink-soft">
					{t("sup.recorded")}
					<LightMark light={light().recorded} />
					{t("sup.recordedNightly")}
				</p>
			</Show>
			<div class="mt-3">
				<ActionPart
					action={contest()}
					label={t("sup.contest")}
					onAction={() => props.onAction({ verb: "contestLight" })}
				/>
			</div>
		</Section>
	);
}
