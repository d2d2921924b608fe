import { A } from "@solidjs/router";
import type { NoticeCandidate, NoticePreviewItem } from "@zhenggai/domain/close-out";
import { badges, formatNumber, vocab } from "@zhenggai/domain/vocabulary";
import { createSignal, For, type JSX, Show } from "solid-js";
import { word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { IssuePicker } from "../../issues/index.ts";
import { Badge, Tag } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import type { Option } from "../../ui/combobox.tsx";

/** Which issue a notice is about: the likeliest is proposed, the clerk confirms it or says another. */
export function IssueChoice(props: {
	item: NoticePreviewItem;
	inspectionId: string | undefined;
	region: string | undefined;
	/** As the clerk said; undefined where it is left to the match. */
	issueId: string | undefined;
	onIssue: (issueId: string) => void;
	onReset: () => void;
}): JSX.Element {
	const [looking, setLooking] = createSignal(false);
	const [picked, setPicked] = createSignal<Option | null>(null);
	const group = () => `issue-${props.item.key}`;
	const current = () => props.issueId ?? props.item.issueId;
	const elsewhere = () =>
		current() !== null && props.item.candidates.every((one) => one.issueId !== current());
	return (
		<fieldset class="rounded-md border border-line px-3 py-2">
			<legend class="flex gap-1.5 px-1 text-[0.93rem] text-ink-soft">
				{t("notices.about")}
				<Show when={props.item.match}>
					{(match) => (
						<Tag tone={match().doubtful ? "attention" : "good"}>
							{word(vocab.noticeMatchedBy, match().by)}
							<Show when={match().by !== "clerk"}>
								{" "}
								{t("units.score", { n: Math.round(match().score * 100) })}
							</Show>
						</Tag>
					)}
				</Show>
			</legend>
			<Show when={props.item.candidates.length === 0 && !elsewhere()}>
				<p class="text-ink-soft">{t("notices.noCandidate")}</p>
			</Show>
			<ul class="flex flex-col gap-1">
				<For each={props.item.candidates}>
					{(candidate) => (
						<Candidate
							candidate={candidate}
							group={group()}
							checked={current() === candidate.issueId}
							onChoose={() => props.onIssue(candidate.issueId)}
						/>
					)}
				</For>
				<Show when={elsewhere() && current()}>
					{(id) => (
						<li class="flex items-start gap-2 rounded px-1 py-1">
							<input
								type="radio"
								class="mt-1 size-4 accent-accent"
								name={group()}
								checked={true}
								aria-label={picked()?.label ?? t("notices.chosen")}
							/>
							<A class="text-accent underline" href={`/issues/${id()}`}>
								{picked()?.label ?? t("notices.chosen")}
							</A>
						</li>
					)}
				</Show>
			</ul>
			<div class="mt-1 flex flex-wrap gap-1.5">
				<Button size="small" look="quiet" icon="search" onClick={() => setLooking(!looking())}>
					{t("notices.other")}
				</Button>
				<Show when={props.issueId !== undefined}>
					<Button size="small" look="quiet" onClick={() => props.onReset()}>
						{t("notices.reset")}
					</Button>
				</Show>
			</div>
			<Show when={looking()}>
				<IssuePicker
					label={t("notices.find")}
					value={null}
					filter={{
						...(props.inspectionId === undefined ? {} : { inspectionId: props.inspectionId }),
						...(props.region === undefined ? {} : { region: props.region }),
					}}
					except=""
					error={null}
					onChange={(option) => {
						if (option === null) return;
						setPicked(option);
						setLooking(false);
						props.onIssue(option.id);
					}}
				/>
			</Show>
		</fieldset>
	);
}

function Candidate(props: {
	candidate: NoticeCandidate;
	group: string;
	checked: boolean;
	onChoose: () => void;
}): JSX.Element {
	const one = () => props.candidate;
	return (
		<li>
			<label
				class={`tap flex cursor-pointer items-start gap-2 rounded px-1 py-1 hover:bg-hover ${props.checked ? "bg-accent-wash" : ""}`}
				data-candidate={one().issueId}
			>
				<input
					type="radio"
					class="mt-1 size-4 shrink-0 accent-accent"
					name={props.group}
					checked={props.checked}
					onChange={() => props.onChoose()}
				/>
				<span class="min-w-0 flex-1">
					<span class="flex flex-wrap items-center gap-x-2">
						<span class="font-medium">{formatNumber(one().number, language())}</span>
						<span class="text-ink-soft">{one().regionName}</span>
						<Badge of={badges.issueState[one().lifecycle]} />
						<span class="text-[0.9rem] text-ink-faint">
							{word(vocab.noticeMatchedBy, one().by)} ·{" "}
							{t("units.score", { n: Math.round(one().score * 100) })}
						</span>
					</span>
					<span class="clamp-2">{one().statement}</span>
				</span>
			</label>
		</li>
	);
}
