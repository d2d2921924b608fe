import type { Doubt } from "@zhenggai/domain/progress";
import { createSignal, For, type JSX, Show } from "solid-js";
import { moment, names } from "../../i18n/format.ts";
import { say, t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { RuleLink } from "../../rules/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { CheckField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { evidenceInDoubt } from "../model/doubts.ts";
import { Act, mayDo } from "./act.tsx";
import { EvidenceCard } from "./evidence-card.tsx";

function DoubtItem(props: DetailProps & { doubt: Doubt }): JSX.Element {
	const doubt = () => props.doubt;
	const against = () => [...new Set(doubt().against.map(({ name }) => name))];
	return (
		<li class="flex flex-col gap-1 py-2 first:pt-0" data-doubt={doubt().rule ?? ""}>
			<p class="flex flex-wrap items-start gap-x-2 gap-y-1">
				<Show
					when={doubt().resolved}
					fallback={
						<Tag tone="attention">
							<Icon name="alert" size={12} />
							{t("doubts.open")}
						</Tag>
					}
				>
					{(resolved) => (
						<Tag tone={resolved().outcome === "cleared" ? "good" : "bad"}>
							{resolved().outcome === "cleared" ? t("resolve.cleared") : t("resolve.upheld")}
						</Tag>
					)}
				</Show>
				<span class="min-w-0 flex-1 basis-48">
					{say(doubt().message)}{" "}
					<Show when={doubt().rule}>{(rule) => <RuleLink rule={rule()} basis={null} />}</Show>
				</span>
				<Show when={doubt().resolved === null && mayDo(props.detail, "resolveDoubt")}>
					<span class="no-print">
						<Act {...props} verb="resolveDoubt" part={doubt().id} label={t("doubts.resolve")} />
					</span>
				</Show>
			</p>
			<p class="text-[0.93rem] text-ink-faint">
				{doubt().rule === null
					? t("doubts.raisedBy", { by: doubt().by.name, at: moment(doubt().at) })
					: t("doubts.raisedByRule", { at: moment(doubt().at) })}
				<Show when={doubt().resolved === null && against().length > 0}>
					<span class="ml-2">{t("doubts.notBy", { names: names(against()) })}</span>
				</Show>
			</p>
			<Show when={doubt().resolved}>
				{(resolved) => (
					<p class="text-[0.93rem] text-ink-soft">
						{t("doubts.resolvedBy", {
							...{ by: resolved().by.name, at: moment(resolved().at), reason: resolved().reason },
						})}
					</p>
				)}
			</Show>
			<Show when={doubt().resolved === null}>
				<div class="grid gap-2 xl:grid-cols-2">
					<For each={evidenceInDoubt(doubt(), props.detail).slice(0, 4)}>
						{(held) => <EvidenceCard detail={props.detail} held={held} />}
					</For>
				</div>
			</Show>
		</li>
	);
}

/** 疑点: the open ones on top of everything, for nothing is done while they stand. */
export function Doubts(props: DetailProps): JSX.Element {
	const [also, setAlso] = createSignal(false);
	const doubts = () => props.detail.progress.doubts;
	const open = () => doubts().filter(({ resolved }) => resolved === null);
	const over = () => doubts().filter(({ resolved }) => resolved !== null);
	const shown = () => [...open(), ...(also() ? over().toReversed() : [])];
	return (
		<Section
			title={t("doubts.title")}
			count={open().length}
			class={open().length > 0 ? "border-near!" : ""}
			aside={
				<>
					<Act {...props} verb="raiseDoubt" />
					<Show when={open().length > 0 && !mayDo(props.detail, "resolveDoubt")}>
						<Act {...props} verb="resolveDoubt" />
					</Show>
				</>
			}
		>
			<Show when={open().length === 0}>
				<p class="text-ink-soft">{t("doubts.none")}</p>
			</Show>
			<ul class="flex flex-col divide-y divide-line">
				<For each={shown()}>{(doubt) => <DoubtItem {...props} doubt={doubt} />}</For>
			</ul>
			<Show when={over().length > 0}>
				<CheckField
					label={t("doubts.alsoResolved", { n: over().length })}
					checked={also()}
					onChange={setAlso}
				/>
			</Show>
		</Section>
	);
}
