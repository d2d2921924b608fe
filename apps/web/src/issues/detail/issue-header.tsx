import { A } from "@solidjs/router";
import { nextVerbOf } from "@zhenggai/domain/issues";
import { badges, formatNumber, vocab } from "@zhenggai/domain/vocabulary";
import { createMemo, type JSX, Show } from "solid-js";
import { type Action, ActionBar } from "../../commands/index.ts";
import { word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import type { CommandVerb } from "../../types.ts";
import { Badge, Tag } from "../../ui/badge.tsx";
import { Icon } from "../../ui/icon.tsx";
import { FORM_ROOMS, isActionVerb, roomOf } from "../actions/verbs.ts";
import { standingWord } from "../standing-word.ts";
import type { DetailProps } from "./detail-props.ts";

/** Shown as buttons of their own where they are allowed. */
const COMMON: ReadonlySet<string> = new Set<CommandVerb>([
	"amendIssue",
	"assignIssue",
	"addMeasure",
	"decomposeIssue",
]);

/** Steps that the page of the plan takes by itself. */
const WRITTEN_ON_PAGE: ReadonlySet<string> = new Set<CommandVerb>(["startPlanning", "addMeasure"]);

/** Number, states, wording of the finding, and what can be done next. */
export function IssueHeader(props: DetailProps): JSX.Element {
	const row = () => props.detail.row;
	const next = createMemo(() => nextVerbOf(props.detail, props.detail.actions));
	/** A plan is written on a page of its own, not measure by measure. */
	const writes = () => {
		const verb = next();
		const may = props.detail.actions.some((action) => action.verb === verb && action.allowed);
		return may && verb !== null && WRITTEN_ON_PAGE.has(verb);
	};
	const parentName = () => {
		const { parent } = props.detail;
		return parent === null ? "" : `${parent.regionName} ${formatNumber(parent.number, language())}`;
	};
	const groups = createMemo(() => {
		const listed: (Action & { room: string })[] = props.detail.actions.flatMap((action) =>
			isActionVerb(action.verb) ? [{ ...action, room: roomOf(action.verb) }] : [],
		);
		return FORM_ROOMS.map((room) => ({
			title: t(`detail.room.${room}`),
			actions: listed.filter((action) => action.room === room),
		}));
	});
	return (
		<header class="rounded-md border border-line bg-sheet px-4 py-3.5">
			<div class="flex flex-wrap items-center gap-2 text-ink-soft">
				<span class="font-song text-[1.29rem] font-bold text-ink">
					{formatNumber(row().number, language())}
				</span>
				<Badge of={badges.issueState[row().lifecycle]} word={word(vocab.issueState, row().lifecycle)} />
				<Badge of={badges.standing[row().standing]} {...standingWord(row())} />
				<Show when={row().mandateCount > 1}>
					<Tag>{t("detail.mandates", { n: row().mandateCount })}</Tag>
				</Show>
				<span class="ml-auto text-[0.93rem]">
					{word(vocab.sourceKind, row().sourceKind)} · {row().inspectionName} · {row().regionName}
				</span>
			</div>
			<p class="mt-2.5 font-song text-[1.21rem] leading-relaxed whitespace-pre-line">
				{props.detail.statement}
			</p>
			<Show when={props.detail.ending}>
				{(ending) => (
					<p class="mt-3 flex flex-wrap items-center gap-2 rounded border border-line bg-sunken px-3 py-2">
						<Icon name="info" />
						<strong>{word(vocab.endingKind, ending().kind)}</strong>
						{ending().reason}
						<EndingLink ending={ending()} />
					</p>
				)}
			</Show>
			<ActionBar
				groups={groups()}
				primary={next()}
				page={writes() ? { href: `/issues/${row().id}/plan`, label: t("detail.writePlan") } : undefined}
				common={COMMON}
				onAction={(verb) => {
					if (isActionVerb(verb)) props.onAction({ verb });
				}}
			/>
			<p class="mt-2 text-[0.9rem] text-ink-faint">
				{t("detail.ruleSet", { id: props.detail.ruleSet.id, version: props.detail.ruleSet.version })}
				<Show when={props.detail.parent}>
					{(parent) => (
						<span class="ml-3">
							{t("detail.under")}
							<Show when={parent().open} fallback={parentName()}>
								<A class="ml-1 text-accent underline" href={`/issues/${parent().id}`}>
									{parentName()}
								</A>
							</Show>
						</span>
					)}
				</Show>
			</p>
		</header>
	);
}

function EndingLink(props: { ending: NonNullable<DetailProps["detail"]["ending"]> }): JSX.Element {
	const target = () => {
		if (props.ending.kind === "merged") return props.ending.into;
		return props.ending.kind === "carriedOver" ? props.ending.to : null;
	};
	return (
		<Show when={target()} fallback={props.ending.kind === "withdrawn" ? props.ending.document : null}>
			{(id) => (
				<A class="text-accent underline" href={`/issues/${id()}`}>
					{t("detail.takenOverBy")}
				</A>
			)}
		</Show>
	);
}
