import { A } from "@solidjs/router";
import type { RuleChangePreview } from "@zhenggai/client";
import { limitOfParam } from "@zhenggai/domain/rules";
import { caseVocab, ruleParamText } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { countText, word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { RuleLink } from "../rule-link.tsx";
import { Why } from "../why.tsx";
import { paramTitle, valueText } from "./param-text.ts";

const textOf = (name: string, value: RuleChangePreview["params"][number]["before"]["v"]): string => {
	const limit = limitOfParam(name);
	return limit === null ? ruleParamText(value, language()) : valueText(limit, value);
};

/** What a change would do, as it was worked out: values, findings by rule, lights, and the first issues. */
export function ChangePreview(props: { preview: RuleChangePreview }): JSX.Element {
	return (
		<section class="rounded-md border border-line bg-sunken p-3" aria-live="polite" data-preview>
			<Show when={props.preview.refusals.length > 0} fallback={<Effects preview={props.preview} />}>
				<Why refusals={props.preview.refusals} />
			</Show>
		</section>
	);
}

function Effects(props: { preview: RuleChangePreview }): JSX.Element {
	const counts = () => ({
		checked: countText(props.preview.checked),
		affected: countText(props.preview.affected),
		open: countText(props.preview.open),
	});
	return (
		<div class="flex flex-col gap-2">
			<ul>
				<For each={props.preview.params}>
					{(param) => (
						<li>
							<span class="text-ink-soft">{paramTitle(param.name)}</span>{" "}
							<span class="tabular-nums">
								{textOf(param.name, param.before.v)} → {textOf(param.name, param.after.v)}
							</span>
						</li>
					)}
				</For>
			</ul>
			<p class="font-medium">{t("regionRules.previewCount", counts())}</p>
			<Show when={!props.preview.complete}>
				<p class="text-near">{t("regionRules.previewPart", counts())}</p>
			</Show>
			<Show when={props.preview.affected === 0}>
				<p class="text-ink-soft">{t("regionRules.previewNone")}</p>
			</Show>
			<ul class="flex flex-wrap gap-2">
				<For each={props.preview.rules}>
					{(one) => (
						<li class="flex items-center gap-1">
							<RuleLink rule={one.rule} />
							<Show when={one.appear > 0}>
								<Tag tone="attention">{t("regionRules.appear", { n: one.appear })}</Tag>
							</Show>
							<Show when={one.disappear > 0}>
								<Tag>{t("regionRules.disappear", { n: one.disappear })}</Tag>
							</Show>
						</li>
					)}
				</For>
				<For each={props.preview.lights}>
					{(one) => (
						<li>
							<Tag>
								{t("regionRules.lightChange", {
									from: word(caseVocab.light, one.from),
									to: word(caseVocab.light, one.to),
									n: one.issues,
								})}
							</Tag>
						</li>
					)}
				</For>
			</ul>
			<Show when={props.preview.issues.length > 0}>
				<details>
					<summary class="tap cursor-pointer text-accent">
						{t("regionRules.firstIssues", { n: props.preview.issues.length })}
					</summary>
					<IssueEffects issues={props.preview.issues} />
				</details>
			</Show>
		</div>
	);
}

function IssueEffects(props: { issues: RuleChangePreview["issues"] }): JSX.Element {
	return (
		<ul class="mt-1 max-h-64 divide-y divide-line overflow-auto">
			<For each={props.issues}>
				{(issue) => (
					<li class="flex flex-wrap items-baseline gap-x-2 py-1">
						<A class="text-accent underline" href={`/issues/${issue.issueId}`}>
							{issue.regionName} {issue.number}
						</A>
						<span class="min-w-0 flex-1 truncate text-ink-soft">{issue.statement}</span>
						<span class="font-mono text-[0.86rem]">
							{[
								...issue.appear.map(({ rule }) => `+${rule}`),
								...issue.disappear.map(({ rule }) => `−${rule}`),
							].join(" ")}
						</span>
						<Show when={issue.light}>
							{(light) => (
								<span class="text-[0.86rem]">
									{word(caseVocab.light, light().from)} → {word(caseVocab.light, light().to)}
								</span>
							)}
						</Show>
					</li>
				)}
			</For>
		</ul>
	);
}
