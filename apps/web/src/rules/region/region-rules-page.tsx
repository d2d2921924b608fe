import { A, useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import type { RegionRules, RegionRulesParam } from "@zhenggai/client";
import { createSignal, For, type JSX, Match, Show, Switch } from "solid-js";
import { queries } from "../../api.ts";
import { dateText } from "../../i18n/format.ts";
import { say, t } from "../../i18n/index.ts";
import { Timeline } from "../../journal/index.ts";
import { loaded } from "../../loaded.ts";
import { useMe } from "../../shell/me.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { ErrorBox, SkeletonLines } from "../../ui/feedback.tsx";
import { CheckField } from "../../ui/field.tsx";
import { PageHead, Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { ChooseDialog, FrameDialog, ParamDialog } from "./dialogs.tsx";
import { ParamLine } from "./param-line.tsx";
import { isTouched, paramNote, paramTitle } from "./param-text.ts";
import { regionTimeline } from "./region-timeline.ts";
import "../words.ts";

type Open = { kind: "choose" } | { kind: "change" | "frame"; param: RegionRulesParam };

/** 本地规则: what a region works by, who said so, and how far it may be changed. */
export default function RegionRulesPage(): JSX.Element {
	const me = useMe();
	const [params, setParams] = useSearchParams<{ region?: string }>();
	const region = () => params.region ?? me().region;
	const regions = useQuery(() => queries.rules.listRegions());
	const view = useQuery(() => queries.rules.region({ region: region() }));
	const [open, setOpen] = createSignal<Open | null>(null);
	const choices = () => {
		const known = (loaded(regions) ?? []).map((row) => ({
			value: row.region,
			label: t("regionRules.regionLine", { name: row.name, set: say(row.ruleSetName), n: row.changed }),
		}));
		const own = me();
		return known.some(({ value }) => value === own.region)
			? known
			: [...known, { value: own.region, label: own.regionName }];
	};
	return (
		<div class="mx-auto max-w-5xl p-5">
			<PageHead title={t("regionRules.title")} text={t("regionRules.text")}>
				<A class={buttonClass("plain")} href="/rules">
					{t("regionRules.catalogue")}
				</A>
			</PageHead>
			<Select
				label={t("regionRules.region")}
				value={region()}
				choices={choices()}
				class="mb-4 w-80 max-w-full"
				onChange={(value) => value !== "" && setParams({ region: value })}
			/>
			<Switch fallback={<SkeletonLines lines={10} />}>
				<Match when={view.isError}>
					<ErrorBox error={view.error} onRetry={() => void view.refetch()} />
				</Match>
				<Match when={loaded(view)}>
					{(found) => (
						<div class="flex flex-col gap-4">
							<ChosenSet view={found()} onChoose={() => setOpen({ kind: "choose" })} />
							<Params view={found()} onOpen={setOpen} />
							<Timeline of={regionTimeline(found().region)} version={found().version} />
							<Dialogs view={found()} open={open()} onClose={() => setOpen(null)} />
						</div>
					)}
				</Match>
			</Switch>
		</div>
	);
}

function Dialogs(props: { view: RegionRules; open: Open | null; onClose: () => void }): JSX.Element {
	const at = (kind: "change" | "frame"): RegionRulesParam | null =>
		props.open !== null && props.open.kind === kind && "param" in props.open ? props.open.param : null;
	return (
		<>
			<Show when={props.open?.kind === "choose"}>
				<ChooseDialog view={props.view} onClose={() => props.onClose()} />
			</Show>
			<Show when={at("change")}>
				{(param) => <ParamDialog view={props.view} param={param()} onClose={() => props.onClose()} />}
			</Show>
			<Show when={at("frame")}>
				{(param) => <FrameDialog view={props.view} param={param()} onClose={() => props.onClose()} />}
			</Show>
		</>
	);
}

function ChosenSet(props: { view: RegionRules; onChoose: () => void }): JSX.Element {
	return (
		<Section
			title={t("regionRules.set")}
			aside={
				<Show when={props.view.chooseRefusal === null}>
					<Button size="small" onClick={() => props.onChoose()}>
						{t("regionRules.change")}
					</Button>
				</Show>
			}
		>
			<p class="flex flex-wrap items-baseline gap-2">
				<span class="font-medium">{say(props.view.ruleSet.name)}</span>
				<code class="font-mono text-[0.86rem] text-ink-faint">
					{props.view.ruleSet.id} v{props.view.ruleSet.version}
				</code>
			</p>
			<p class="text-ink-soft">
				<Show when={props.view.ruleSet.chosenBy} fallback={t("regionRules.byDefault")}>
					{(said) =>
						t("regionRules.chosenBy", {
							region: said().regionName,
							from: dateText(said().from),
							by: said().by,
						})
					}
				</Show>
			</p>
			<For each={props.view.plannedChoices}>
				{(choice) => (
					<p class="text-near">
						{t("regionRules.planned", {
							from: dateText(choice.said.from),
							value: choice.ruleSetId ?? t("regionRules.inherit"),
						})}
					</p>
				)}
			</For>
		</Section>
	);
}

function Params(props: { view: RegionRules; onOpen: (open: Open) => void }): JSX.Element {
	const [text, setText] = createSignal("");
	const [onlyTouched, setOnlyTouched] = createSignal(false);
	const shown = () => {
		const wanted = text().trim().toLowerCase();
		return props.view.params.filter(
			(param) =>
				(!onlyTouched() || isTouched(param)) &&
				`${param.name} ${paramTitle(param.name)} ${paramNote(param.name)}`.toLowerCase().includes(wanted),
		);
	};
	return (
		<Section
			title={t("regionRules.params")}
			count={shown().length}
			aside={
				<>
					<CheckField
						label={t("regionRules.onlyChanged")}
						checked={onlyTouched()}
						onChange={setOnlyTouched}
						class="mr-2"
					/>
					<input
						data-search
						type="search"
						class="field-box w-48!"
						aria-label={t("regionRules.search")}
						placeholder={t("regionRules.search")}
						value={text()}
						onInput={(event) => setText(event.currentTarget.value)}
					/>
				</>
			}
		>
			<ul class="flex flex-col divide-y divide-line">
				<For each={shown()} fallback={<li class="py-2 text-ink-soft">{t("nothingFound")}</li>}>
					{(param) => (
						<ParamLine
							view={props.view}
							param={param}
							onChange={() => props.onOpen({ kind: "change", param })}
							onFrame={() => props.onOpen({ kind: "frame", param })}
						/>
					)}
				</For>
			</ul>
		</Section>
	);
}
