import { A } from "@solidjs/router";
import { useInfiniteQuery } from "@tanstack/solid-query";
import type { PublicNoticeView } from "@zhenggai/domain/close-out";
import { type JSX, Show } from "solid-js";
import { client } from "../../api.ts";
import { date, daysLeftText, names } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PublicRows, RegionName } from "./public-rows.tsx";
import { askAgain } from "./queries.ts";

const DAY_MS = 86_400_000;

/** 公示中: the notices that run, the first to end first. */
export function NoticeList(props: { region: string | undefined }): JSX.Element {
	const notices = useInfiniteQuery(() => {
		const filter = props.region === undefined ? {} : { region: props.region };
		return {
			queryKey: ["closeOut", "publicNotices", filter],
			queryFn: ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) =>
				client.closeOut.listPublicNotices.query(
					{ ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) },
					{ signal },
				),
			initialPageParam: null,
			getNextPageParam: (last: { nextCursor: string | null }) => last.nextCursor,
			retry: askAgain,
		};
	});
	return (
		<PublicRows query={notices} region={props.region} none={t("public.noNotices")}>
			{(notice) => (
				<Row
					notice={notice}
					narrowed={props.region !== undefined}
					today={notices.data?.pages[0]?.asOf ?? notice.start}
				/>
			)}
		</PublicRows>
	);
}

export const noticeHref = ({ issueId, noticeId }: Pick<PublicNoticeView, "issueId" | "noticeId">): string =>
	`/public/notices/${issueId}/${noticeId}`;

function Row(props: { notice: PublicNoticeView; narrowed: boolean; today: string }): JSX.Element {
	const notice = () => props.notice;
	const left = () => (Date.parse(notice().end) - Date.parse(props.today)) / DAY_MS;
	return (
		<>
			<p class="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft">
				<RegionName of={notice()} narrowed={props.narrowed} />
				<span>{t("public.until", { date: date(notice().end) })}</span>
				<Show when={left() >= 0}>
					<Tag tone="active">
						<Icon name="clock" size={12} />
						{daysLeftText(left())}
					</Tag>
				</Show>
			</p>
			<h2 class="font-song text-[1.14rem] leading-relaxed font-semibold">
				<span class="line-clamp-3" lang={notice().statement === null ? undefined : "zh-CN"}>
					{notice().statement ?? t("public.issueUntold")}
				</span>
			</h2>
			<p class="line-clamp-3 break-words" lang="zh-CN">
				{notice().completion}
			</p>
			<Show when={notice().responsibleUnits?.length}>
				<p class="text-ink-soft" lang="zh-CN">
					{names(notice().responsibleUnits ?? [])}
				</p>
			</Show>
			<A
				class="tap no-print inline-flex items-center gap-1.5 self-start font-medium text-accent underline"
				href={noticeHref(notice())}
			>
				{t("public.open")}
				<Icon name="arrowRight" />
			</A>
		</>
	);
}
