import type { RegionRules, RegionRulesParam } from "@zhenggai/client";
import { For, type JSX, Show } from "solid-js";
import { dateText } from "../../i18n/format.ts";
import { say, t } from "../../i18n/index.ts";
import { mayDo, useMe } from "../../shell/me.tsx";
import { Tag } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import {
	frameText,
	movesText,
	paramNote,
	paramTitle,
	rangeText,
	sourceText,
	valueText,
} from "./param-text.ts";

type LineProps = {
	view: RegionRules;
	param: RegionRulesParam;
	onChange: () => void;
	onFrame: () => void;
};

/** One parameter: what it is for, what holds and why, how far it may go, and who said so. */
export function ParamLine(props: LineProps): JSX.Element {
	const me = useMe();
	const mayFrame = () => props.view.region.endsWith("0000") && mayDo(me(), "limitParameter");
	return (
		<li class="flex flex-wrap gap-x-4 gap-y-1 py-2.5" data-param={props.param.name}>
			<div class="min-w-64 flex-1">
				<p class="flex flex-wrap items-center gap-2">
					<span class="font-medium">{paramTitle(props.param.name)}</span>
					<code class="font-mono text-[0.86rem] text-ink-faint">{props.param.name}</code>
				</p>
				<p class="text-[0.93rem] text-ink-soft">{paramNote(props.param.name)}</p>
				<p class="text-[0.86rem] text-ink-faint">
					{[rangeText(props.param.limit), movesText(props.param.limit)]
						.filter((part) => part !== "")
						.join(" · ")}
				</p>
				<Said param={props.param} />
			</div>
			<div class="w-72 max-w-full">
				<p class="break-words tabular-nums" data-value>
					{valueText(props.param.limit, props.param.value.v)}
				</p>
				<p class="flex flex-wrap items-center gap-2 text-[0.86rem] text-ink-faint">
					<Tag>{sourceText(props.param.value)}</Tag>
					<Show when={props.param.setBy}>
						{t("regionRules.inherited", { value: valueText(props.param.limit, props.param.inherited.v) })}
					</Show>
				</p>
			</div>
			<div class="no-print flex w-28 flex-col items-end gap-1">
				<Show
					when={props.param.refusal === null}
					fallback={
						<span class="text-right text-[0.86rem] text-ink-faint">
							{props.param.refusal === null ? "" : say(props.param.refusal.message)}
						</span>
					}
				>
					<Button size="small" onClick={() => props.onChange()}>
						{t("regionRules.change")}
					</Button>
				</Show>
				<Show when={mayFrame() && props.param.limit.city !== "never"}>
					<Button size="small" look="quiet" onClick={() => props.onFrame()}>
						{t("regionRules.limit")}
					</Button>
				</Show>
			</div>
		</li>
	);
}

function Said(props: { param: RegionRulesParam }): JSX.Element {
	return (
		<div class="text-[0.86rem]">
			<Show when={props.param.setBy}>
				{(said) => (
					<p class="text-ink-soft">
						{t("regionRules.setBy", {
							region: said().regionName,
							by: said().by,
							from: dateText(said().from),
							reason: said().reason,
						})}
					</p>
				)}
			</Show>
			<Show when={props.param.frame}>
				{(frame) => (
					<p class="text-ink-soft">{t("regionRules.frame", { frame: frameText(frame().bounds) })}</p>
				)}
			</Show>
			<Show when={props.param.overruled}>
				{(overruled) => (
					<p class="text-near">
						{t("regionRules.overruled", { value: valueText(props.param.limit, overruled().value) })}
					</p>
				)}
			</Show>
			<For each={props.param.planned}>
				{(planned) => (
					<p class="text-near">
						{t("regionRules.planned", {
							from: dateText(planned.said.from),
							value:
								planned.value === null
									? t("regionRules.inherit")
									: valueText(props.param.limit, planned.value),
						})}
					</p>
				)}
			</For>
		</div>
	);
}
