import type { AssignmentView } from "@zhenggai/domain/issues";
import type { ChainLink } from "@zhenggai/domain/responsibilities";
import { vocab } from "@zhenggai/domain/vocabulary";
import { createSignal, For, type JSX, Show } from "solid-js";
import { date, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import type { ActionVerb } from "../actions/verbs.ts";
import type { DetailProps } from "./detail-props.ts";

/** 责任链: who answers for what, with the links where nobody does. */
export function Chain(props: DetailProps): JSX.Element {
	const [past, setPast] = createSignal(false);
	const ended = () => props.detail.assignments.filter((one) => one.until !== null);
	const empty = () => props.detail.chain.filter((link) => link.empty).length;
	const may = (verb: ActionVerb) =>
		props.detail.actions.some((action) => action.verb === verb && action.allowed);
	return (
		<Section
			title={t("chain.title")}
			aside={
				<Show when={empty() > 0}>
					<Tag tone="attention">
						<Icon name="alert" size={13} />
						{t("chain.empty", { n: empty() })}
					</Tag>
				</Show>
			}
		>
			<ol class="relative flex flex-col">
				<For each={props.detail.chain}>
					{(link) => <Link link={link} may={may} onAction={props.onAction} />}
				</For>
			</ol>
			<Show when={ended().length > 0}>
				<button
					type="button"
					class="tap mt-2 flex items-center gap-1 text-accent hover:underline"
					aria-expanded={past()}
					onClick={() => setPast(!past())}
				>
					<Icon name={past() ? "chevronUp" : "chevronDown"} size={12} />
					{t("chain.past", { n: ended().length })}
				</button>
				<Show when={past()}>
					<ul class="mt-1 flex flex-col gap-1 text-ink-soft">
						<For each={ended()}>{(one) => <PastAssignment one={one} />}</For>
					</ul>
				</Show>
			</Show>
		</Section>
	);
}

function Link(props: {
	link: ChainLink;
	may: (verb: ActionVerb) => boolean;
	onAction: DetailProps["onAction"];
}): JSX.Element {
	const who = () => [props.link.person?.name, props.link.unit?.name].filter((part) => part !== undefined);
	/** The kind that no enterprise of the issue takes: nobody is missing there. */
	const isNobodys = () => !props.link.empty && props.link.assignmentId === null;
	const ask = (verb: ActionVerb) => {
		const part = props.link.assignmentId ?? props.link.role;
		props.onAction({ verb, part });
	};
	return (
		<li
			class="flex gap-3 border-l-2 border-line py-1.5 pl-3 data-[empty]:border-dashed data-[empty]:border-near"
			data-empty={props.link.empty ? "" : undefined}
		>
			<div class="w-[7.2rem] shrink-0 text-ink-soft">
				<p>{word(vocab.assignmentRole, props.link.role)}</p>
				<p class="text-[0.86rem] text-ink-faint">{word(vocab.responsibilityKind, props.link.kind)}</p>
			</div>
			<div class="min-w-0 flex-1">
				<Show when={!isNobodys()} fallback={<p class="text-ink-faint">{t("chain.noEnterprise")}</p>}>
					<Show
						when={!props.link.empty}
						fallback={
							<p class="flex flex-wrap items-center gap-2 text-near">
								<Icon name="alert" />
								{t("chain.nobody")}
								<Show when={props.may("assignIssue")}>
									<Button size="small" onClick={() => ask("assignIssue")}>
										{t("chain.name")}
									</Button>
								</Show>
							</p>
						}
					>
						<p>
							{who().join(" · ")}
							<Show when={props.link.person?.title}>
								{(title) => <span class="ml-1.5 text-ink-faint">{title()}</span>}
							</Show>
						</p>
						<p class="flex flex-wrap items-center gap-2 text-[0.9rem] text-ink-faint">
							<Show when={props.link.since}>
								{(since) => <span>{t("chain.since", { date: date(since()) })}</span>}
							</Show>
							<Show
								when={props.link.acknowledged}
								fallback={
									<Tag tone="attention">
										<Icon name="clock" size={12} />
										{t("chain.notAcknowledged")}
									</Tag>
								}
							>
								<Tag tone="good">
									<Icon name="check" size={12} />
									{t("chain.acknowledged")}
								</Tag>
							</Show>
							<span class="no-print flex gap-1">
								<Show when={!props.link.acknowledged && props.may("acknowledgeAssignment")}>
									<Button size="small" look="quiet" onClick={() => ask("acknowledgeAssignment")}>
										{t("chain.acknowledge")}
									</Button>
								</Show>
								<Show when={props.may("handOverAssignment")}>
									<Button size="small" look="quiet" onClick={() => ask("handOverAssignment")}>
										{t("chain.handOver")}
									</Button>
								</Show>
							</span>
						</p>
					</Show>
				</Show>
			</div>
		</li>
	);
}

const PastAssignment = (props: { one: AssignmentView }) => (
	<li class="text-[0.93rem]">
		{word(vocab.assignmentRole, props.one.role)}：{props.one.person?.name ?? props.one.unit?.name}
		<span class="ml-2 text-ink-faint">
			{date(props.one.from)} – <Show when={props.one.until}>{(until) => date(until())}</Show>
			<Show when={props.one.endReason}>{(reason) => <> · {reason()}</>}</Show>
		</span>
	</li>
);
