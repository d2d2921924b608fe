import type { IssueDetail } from "@zhenggai/domain/issues";
import type { ActorStamp } from "@zhenggai/domain/kernel";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Match, Show, Switch } from "solid-js";
import { word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { RuleLink, Why } from "../../rules/index.ts";
import { useMe } from "../../shell/me.tsx";
import { Tag } from "../../ui/badge.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { actionOf, Do, EvidenceLinks, Stamp } from "./parts.tsx";

type Gate = IssueDetail["closeOut"]["gates"][number];

/** 四个不放过 side by side: what each asks, on what it was decided, by whom, and why it is still shut. */
export function Gates(props: DetailProps): JSX.Element {
	const gates = () => props.detail.closeOut.gates;
	const open = () => gates().filter(({ decision }) => decision?.verdict === "yes").length;
	return (
		<Section
			title={t("closeOut.gates")}
			aside={
				<Tag tone={open() === gates().length ? "good" : "attention"}>
					<Icon name={open() === gates().length ? "check" : "clock"} size={12} />
					{t("closeOut.gatesOpen", { n: open(), of: gates().length })}
				</Tag>
			}
		>
			<p class="mb-3 text-[0.93rem] text-ink-faint">
				{t("closeOut.gatesText")} <RuleLink rule="ACC-08" /> <RuleLink rule="SOD-01" />
			</p>
			<div class="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
				<For each={gates()}>{(gate) => <GateCard {...props} gate={gate} />}</For>
			</div>
		</Section>
	);
}

/** The name of another gate that whoever looks has decided: nobody decides two (ACC-08). */
function useOtherGate(props: { detail: IssueDetail; gate: Gate }): () => Gate["gate"] | null {
	const me = useMe();
	const isMe = ({ name, role, region, unitId }: ActorStamp) =>
		name === me().name && role === me().role && region === me().region && unitId === (me().unit?.id ?? null);
	return () =>
		props.detail.closeOut.state.gates.find(({ gate, by }) => gate !== props.gate.gate && isMe(by))?.gate ??
		null;
}

function GateCard(props: DetailProps & { gate: Gate }): JSX.Element {
	const other = useOtherGate(props);
	const decision = () => props.gate.decision;
	const former = () =>
		props.detail.closeOut.state.gates.filter(
			(held) => held.gate === props.gate.gate && held.at !== decision()?.at,
		);
	const isOpen = () => decision()?.verdict === "yes";
	return (
		<article
			class={`flex min-w-0 flex-col gap-2 rounded-md border p-3 ${isOpen() ? "border-done bg-done-wash" : "border-line bg-paper"}`}
			data-gate={props.gate.gate}
			data-open={isOpen() ? "" : undefined}
		>
			<div class="flex flex-wrap items-center gap-2">
				<h3 class="font-semibold">{word(caseVocab.gateKind, props.gate.gate)}</h3>
				<GateTag verdict={decision()?.verdict ?? null} />
			</div>
			<p class="text-[0.93rem] text-ink-soft">{word(caseVocab.gateQuestion, props.gate.gate)}</p>
			<Show when={decision()} fallback={<p>{t("closeOut.gateUndecided")}</p>}>
				{(held) => (
					<>
						<p class="whitespace-pre-line break-words">{held().reason}</p>
						<EvidenceLinks detail={props.detail} ids={held().evidenceIds} />
						<Stamp by={held().by} at={held().at} />
					</>
				)}
			</Show>
			<Show when={former().length > 0}>
				<details class="text-[0.93rem] text-ink-soft">
					<summary class="tap">{t("closeOut.gateFormer", { n: former().length })}</summary>
					<For each={former()}>
						{(held) => (
							<p class="mt-1">
								{t(held.verdict === "yes" ? "closeOut.gateYes" : "closeOut.gateNo")}：{held.reason}{" "}
								<Stamp by={held.by} at={held.at} />
							</p>
						)}
					</For>
				</details>
			</Show>
			<div class="mt-auto flex flex-col gap-1 pt-1 text-[0.93rem]">
				<Show when={!isOpen()}>
					<p class="text-ink-faint">{t("closeOut.gateWho")}</p>
				</Show>
				<DecideThis {...props} other={other()} />
			</div>
		</article>
	);
}

function DecideThis(props: DetailProps & { gate: Gate; other: Gate["gate"] | null }): JSX.Element {
	const action = () => actionOf(props.detail, "decideGate");
	return (
		<Switch>
			<Match when={action()?.allowed && props.other !== null}>
				<p class="text-near" data-not-you>
					{t("closeOut.gateNotYou", { name: word(caseVocab.gateKind, props.other ?? "") })}{" "}
					<RuleLink rule="ACC-08" basis="seed0 seed1" />
				</p>
			</Match>
			<Match when={action()?.allowed}>
				<div class="no-print">
					<Do
						{...props}
						verb="decideGate"
						part={props.gate.gate}
						label={t(props.gate.decision === null ? "closeOut.gateDecide" : "closeOut.gateAgain")}
					/>
				</div>
			</Match>
			<Match when={props.gate.decision === null && action()}>
				{(refused) => (
					<details>
						<summary class="tap text-ink-soft">{t("closeOut.gateWhyNot")}</summary>
						<Why refusals={refused().refusals} />
					</details>
				)}
			</Match>
		</Switch>
	);
}

function GateTag(props: { verdict: "yes" | "no" | null }): JSX.Element {
	return (
		<Switch
			fallback={
				<Tag tone="neutral">
					<Icon name="minus" size={12} />
					{t("closeOut.gateOpenNo")}
				</Tag>
			}
		>
			<Match when={props.verdict === "yes"}>
				<Tag tone="good">
					<Icon name="check" size={12} />
					{t("closeOut.gateYes")}
				</Tag>
			</Match>
			<Match when={props.verdict === "no"}>
				<Tag tone="bad">
					<Icon name="stop" size={12} />
					{t("closeOut.gateNo")}
				</Tag>
			</Match>
		</Switch>
	);
}
