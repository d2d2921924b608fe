import { A, useParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import type { PublicNoticeView } from "@zhenggai/domain/close-out";
import { For, type JSX, Match, Show, Switch } from "solid-js";
import { failureOf } from "../../failure.ts";
import { date, names } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { loaded } from "../../loaded.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Empty, ErrorBox, SkeletonLines } from "../../ui/feedback.tsx";
import { Icon } from "../../ui/icon.tsx";
import { closeOutRoom } from "../queries.ts";
import { ObjectionPart } from "./objection-part.tsx";
import { askAgain } from "./queries.ts";

/** What means that there is no such notice: none with this address, or none that runs. */
const GONE: readonly string[] = ["NOT_FOUND", "BAD_INPUT"];

/** One notice as it is published, ready for paper, and the form to object to it. */
export default function NoticePage(): JSX.Element {
	const params = useParams<{ issueId: string; id: string }>();
	const notice = useQuery(() => ({
		...closeOutRoom.getPublicNotice({ issueId: params.issueId, noticeId: params.id }),
		retry: askAgain,
	}));
	return (
		<Switch fallback={<SkeletonLines lines={8} />}>
			<Match when={notice.isLoadingError && GONE.includes(failureOf(notice.error).code)}>
				<Over />
			</Match>
			<Match when={notice.isLoadingError}>
				<ErrorBox error={notice.error} onRetry={() => void notice.refetch()} />
			</Match>
			<Match when={loaded(notice)}>
				{(shown) => (
					<div class="flex flex-col gap-4">
						<div class="no-print flex flex-wrap items-center gap-3">
							<A class="tap inline-flex items-center gap-1.5 text-accent underline" href="/public">
								<Icon name="arrowLeft" />
								{t("public.back")}
							</A>
							<Button class="ml-auto" icon="print" onClick={() => window.print()}>
								{t("public.print")}
							</Button>
						</div>
						<Notice notice={shown()} />
						<ObjectionPart notice={shown()} />
					</div>
				)}
			</Match>
		</Switch>
	);
}

const Over = (): JSX.Element => (
	<Empty icon="clock" title={t("public.over")} text={t("public.overText")}>
		<A class={buttonClass("primary")} href="/public">
			{t("public.back")}
		</A>
	</Empty>
);

/** A line of the notice; left out where the rule set does not publish it, or there is nothing to say. */
const Line = (props: { name: string; text: string | null }): JSX.Element => (
	<Show when={props.text}>
		{(text) => (
			<Part name={props.name}>
				<p class="whitespace-pre-line" lang="zh-CN">
					{text()}
				</p>
			</Part>
		)}
	</Show>
);

const Part = (props: { name: string; children: JSX.Element }): JSX.Element => (
	<div class="grid gap-x-4 border-t border-line py-2.5 sm:grid-cols-[8.5rem_minmax(0,1fr)] print:grid-cols-[7rem_minmax(0,1fr)]">
		<dt class="text-ink-soft">{props.name}</dt>
		<dd class="break-words">{props.children}</dd>
	</div>
);

function Notice(props: { notice: PublicNoticeView }): JSX.Element {
	const notice = () => props.notice;
	const units = () => names(notice().responsibleUnits ?? []);
	const until = () => ({ date: date(notice().end) });
	return (
		<article
			class="official-letter rounded-md border border-line bg-sheet px-4 py-5 sm:px-7 print:border-0 print:p-0 print:text-[12pt]"
			data-public-notice={notice().noticeId}
		>
			<h1 class="text-center font-song text-[1.57rem] font-bold tracking-wide print:text-[20pt]">
				{t("public.noticeTitle")}
			</h1>
			<p class="my-4 text-ink-soft">{t("public.noticeIntro")}</p>
			<dl>
				<Line name={t("public.issue")} text={notice().statement} />
				<Line name={t("public.region")} text={notice().regionName} />
				<Line name={t("public.units")} text={units()} />
				<Line name={t("public.deadline")} text={notice().deadline} />
				<Line name={t("public.goal")} text={notice().goal} />
				<Show when={notice().measures?.length}>
					<Part name={t("public.measures")}>
						<ol class="flex list-decimal flex-col gap-1 pl-5" lang="zh-CN">
							<For each={notice().measures}>{(measure) => <li>{measure}</li>}</For>
						</ol>
					</Part>
				</Show>
				<Line name={t("public.completion")} text={notice().completion} />
				<Part name={t("public.period")}>
					<strong class="font-semibold">
						{t("public.fromTo", { from: date(notice().start), to: date(notice().end) })}
					</strong>
				</Part>
				<Line name={t("public.channel")} text={notice().channel} />
				<Line name={t("public.contact")} text={notice().contact} />
				<div class="hidden print:block print:text-[12pt] print:text-black">
					<Part name={t("public.address")}>{window.location.href}</Part>
				</div>
			</dl>
			<section class="border-t border-line pt-3">
				<h2 class="mb-1 font-semibold">{t("public.how")}</h2>
				<p>{t("public.howText", until())}</p>
			</section>
		</article>
	);
}
