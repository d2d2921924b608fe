import "./words.ts";
import { A } from "@solidjs/router";
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { endSession, listSessions, type SessionRow } from "@zhenggai/client";
import { createSignal, type JSX, Match, Show, Switch } from "solid-js";
import { options } from "../api.ts";
import { momentText } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { loaded } from "../loaded.ts";
import { Tag } from "../ui/badge.tsx";
import { Button, buttonClass } from "../ui/button.tsx";
import { ErrorBox, notify, SkeletonLines } from "../ui/feedback.tsx";
import { Icon } from "../ui/icon.tsx";
import { PageHead } from "../ui/section.tsx";
import { Table, type TableColumn } from "../ui/table.tsx";
import { browserName } from "./browser-name.ts";

/** A telephone has room for where, until when, and the way out. */
const FROM_TABLET = "max-md:hidden";

const KEY = ["access", "sessions"] as const;

const nameOf = ({ kind, name }: SessionRow): string => {
	if (kind === "terminal") return name || t("terminal.unnamed");
	return browserName(name) || t("sessions.unknown");
};

/** 登录与终端: where the reader is signed in; what he does not know he ends here. */
export default function SessionsPage(): JSX.Element {
	const queryClient = useQueryClient();
	const sessions = useQuery(() => ({ queryKey: KEY, queryFn: () => listSessions(options), staleTime: 0 }));
	const [ending, setEnding] = createSignal<string | null>(null);
	const [failure, setFailure] = createSignal<unknown>(null);
	const end = async (row: SessionRow) => {
		setEnding(row.id);
		setFailure(null);
		try {
			await endSession(options, row.id);
			notify(t("sessions.ended"));
		} catch (error) {
			setFailure(() => error);
		} finally {
			setEnding(null);
			await queryClient.invalidateQueries({ queryKey: KEY });
		}
	};
	const columns = (): TableColumn<SessionRow>[] => [
		{
			title: t("sessions.where"),
			cell: (row) => (
				<div class="flex flex-wrap items-center gap-2">
					<Tag>{t(row.kind === "terminal" ? "sessions.terminal" : "sessions.browser")}</Tag>
					<span class={row.kind === "terminal" ? "font-mono break-all" : ""}>{nameOf(row)}</span>
					<Show when={row.current}>
						<Tag tone="good">{t("sessions.current")}</Tag>
					</Show>
				</div>
			),
		},
		{
			title: t("sessions.address"),
			cell: (row) => <span class="font-mono">{row.address ?? ""}</span>,
			class: FROM_TABLET,
		},
		{
			title: t("sessions.began"),
			cell: (row) => momentText(row.createdAt),
			class: `whitespace-nowrap ${FROM_TABLET}`,
		},
		{
			title: t("sessions.used"),
			cell: (row) => momentText(row.usedAt),
			class: `whitespace-nowrap ${FROM_TABLET}`,
		},
		{ title: t("sessions.ends"), cell: (row) => momentText(row.endsAt), class: "whitespace-nowrap" },
		{
			title: "",
			cell: (row) => (
				<Show when={!row.current}>
					<Button
						size="small"
						look="danger"
						busy={ending() === row.id}
						aria-label={t("sessions.endOf", { name: nameOf(row) })}
						onClick={() => void end(row)}
					>
						{t("sessions.end")}
					</Button>
				</Show>
			),
		},
	];
	return (
		<div class="mx-auto max-w-5xl p-5">
			<PageHead title={t("sessions.title")} text={t("sessions.text")}>
				<A href="/device" class={buttonClass("plain")}>
					<Icon name="plus" />
					{t("sessions.add")}
				</A>
			</PageHead>
			<Show when={failure()}>
				{(error) => (
					<div class="mb-4">
						<ErrorBox error={error()} />
					</div>
				)}
			</Show>
			<Switch fallback={<SkeletonLines lines={4} />}>
				<Match when={sessions.isError}>
					<ErrorBox error={sessions.error} onRetry={() => void sessions.refetch()} />
				</Match>
				<Match when={loaded(sessions)}>
					{(rows) => <Table label={t("sessions.title")} columns={columns()} rows={rows()} />}
				</Match>
			</Switch>
		</div>
	);
}
