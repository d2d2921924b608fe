import { A, useLocation } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import type { RuleEntry } from "@zhenggai/domain/rules";
import { badges, caseVocab, ruleParamText, vocab } from "@zhenggai/domain/vocabulary";
import { createEffect, createSignal, For, type JSX, Match, Show, Switch } from "solid-js";
import { queries } from "../api.ts";
import { names, word } from "../i18n/format.ts";
import { language, say, t } from "../i18n/index.ts";
import { loaded } from "../loaded.ts";
import { Badge, Tag } from "../ui/badge.tsx";
import { buttonClass } from "../ui/button.tsx";
import { ErrorBox, SkeletonLines } from "../ui/feedback.tsx";
import { PageHead, Section } from "../ui/section.tsx";
import { basisText } from "./basis.ts";
import { CalendarSection } from "./calendar/calendar-section.tsx";
import "./words.ts";

/** 规则: what the ledger checks, how hard, and what each rule rests on. */
export default function RulesPage(): JSX.Element {
	const location = useLocation();
	const [text, setText] = createSignal("");
	const rules = useQuery(() => queries.rules.list());
	const shown = () => {
		const wanted = text().trim().toLowerCase();
		return (loaded(rules) ?? []).filter((rule) =>
			`${rule.id} ${say(rule.title)} ${say(rule.statement)}`.toLowerCase().includes(wanted),
		);
	};
	const groups = () => [...new Set(shown().map((rule) => rule.group))];
	createEffect(() => {
		const id = location.hash.slice(1);
		if (id !== "" && loaded(rules) !== undefined)
			document.getElementById(id)?.scrollIntoView({ block: "center" });
	});
	return (
		<div class="mx-auto max-w-5xl p-5">
			<PageHead title={t("nav.rules")} text={t("rules.text")}>
				<A class={buttonClass("plain")} href="/rules/region">
					{t("regionRules.open")}
				</A>
				<input
					data-search
					type="search"
					class="field-box w-64!"
					aria-label={t("rules.search")}
					placeholder={t("rules.search")}
					value={text()}
					onInput={(event) => setText(event.currentTarget.value)}
				/>
			</PageHead>
			<Switch fallback={<SkeletonLines lines={10} />}>
				<Match when={rules.isError}>
					<ErrorBox error={rules.error} onRetry={() => void rules.refetch()} />
				</Match>
				<Match when={loaded(rules)}>
					<div class="flex flex-col gap-4">
						<CalendarSection />
						<For each={groups()} fallback={<p class="text-ink-soft">{t("nothingFound")}</p>}>
							{(group) => (
								<Section title={word(vocab.ruleGroup, group)}>
									<ul class="flex flex-col divide-y divide-line">
										<For each={shown().filter((rule) => rule.group === group)}>
											{(rule) => <Rule rule={rule} marked={location.hash === `#${rule.id}`} />}
										</For>
									</ul>
								</Section>
							)}
						</For>
						<RuleSets />
					</div>
				</Match>
			</Switch>
		</div>
	);
}

function Rule(props: { rule: RuleEntry; marked: boolean }): JSX.Element {
	return (
		<li id={props.rule.id} class={`py-2.5 ${props.marked ? "-mx-3.5 bg-mark px-3.5" : ""}`}>
			<p class="flex flex-wrap items-center gap-2">
				<code class="font-mono text-[0.93rem]">{props.rule.id}</code>
				<span class="font-medium">{say(props.rule.title)}</span>
				<Badge of={badges.severity[props.rule.severity]} word={word(vocab.severity, props.rule.severity)} />
			</p>
			<p class="text-ink-soft">{say(props.rule.statement)}</p>
			<p class="text-[0.9rem] text-ink-faint">
				{t("rules.basis", { src: basisText(props.rule.src) })}
				<Show when={props.rule.params.length > 0}>
					<span class="ml-3">
						{t("rules.params", {
							names: names(props.rule.params.map((name) => word(caseVocab.ruleParam, name))),
						})}
					</span>
				</Show>
			</p>
		</li>
	);
}

function RuleSets(): JSX.Element {
	const sets = useQuery(() => queries.rules.listRuleSets());
	return (
		<Section title={t("rules.sets")} count={loaded(sets)?.length}>
			<ul class="flex flex-col divide-y divide-line">
				<For each={loaded(sets)}>
					{(set) => (
						<li class="py-2.5">
							<p class="flex flex-wrap items-center gap-2">
								<span class="font-medium">{say(set.name)}</span>
								<code class="font-mono text-[0.86rem] text-ink-faint">
									{set.id} v{set.version}
								</code>
								<Show when={set.extends}>{(base) => <Tag>{t("rules.extends", { id: base() })}</Tag>}</Show>
							</p>
							<ul class="mt-1 grid gap-x-6 text-[0.93rem] sm:grid-cols-2">
								<For each={Object.entries(set.params)}>
									{([name, param]) => (
										<li class="flex gap-2">
											<span class="text-ink-soft" title={name}>
												{word(caseVocab.ruleParam, name)}
											</span>
											<span class="tabular-nums">{ruleParamText(param.v, language())}</span>
											<span class="ml-auto text-ink-faint">{param.src}</span>
										</li>
									)}
								</For>
							</ul>
						</li>
					)}
				</For>
			</ul>
		</Section>
	);
}
