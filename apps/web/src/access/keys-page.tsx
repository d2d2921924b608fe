import "../i18n/page-words.ts";
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import type { ApiKeyRow } from "@zhenggai/domain/access";
import { type Tone, vocab } from "@zhenggai/domain/vocabulary";
import { createSignal, type JSX, Match, Show, Switch } from "solid-js";
import { client, queries } from "../api.ts";
import { moment, names, word } from "../i18n/format.ts";
import { type MessageKey, t } from "../i18n/index.ts";
import { copyText } from "../list/tsv.ts";
import { loaded } from "../loaded.ts";
import { mayDo, useMe } from "../shell/me.tsx";
import { Tag } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Empty, ErrorBox, notify, SkeletonLines } from "../ui/feedback.tsx";
import { PageHead } from "../ui/section.tsx";
import { Table, type TableColumn } from "../ui/table.tsx";
import { KeyDialog } from "./key-dialog.tsx";

type KeyState = { label: MessageKey; tone: Tone };

function stateOf(row: ApiKeyRow, now: number): KeyState {
	if (row.revokedAt !== null) return { label: "keys.revoked", tone: "ended" };
	if (Date.parse(row.expiresAt) <= now) return { label: "keys.expired", tone: "bad" };
	return { label: "keys.active", tone: "good" };
}

/** 接口密钥: programs' keys, shown once when they are made. */
export default function KeysPage(): JSX.Element {
	const me = useMe();
	const allowed = () => mayDo(me(), "viewApiKey");
	const keys = useQuery(() => ({ ...queries.access.listApiKeys(), enabled: allowed() }));
	const [making, setMaking] = createSignal(false);
	const [made, setMade] = createSignal<string | null>(null);
	const [revoking, setRevoking] = createSignal<ApiKeyRow | null>(null);
	const columns = (): TableColumn<ApiKeyRow>[] => [
		{
			title: t("keys.name"),
			cell: (row) => (
				<>
					<p class="font-medium">{row.name}</p>
					<code class="font-mono text-[0.86rem] text-ink-faint">{row.prefix}…</code>
				</>
			),
		},
		{
			title: t("keys.state"),
			cell: (row) => <Tag tone={stateOf(row, Date.now()).tone}>{t(stateOf(row, Date.now()).label)}</Tag>,
		},
		{ title: t("keys.role"), cell: (row) => `${word(vocab.role, row.role)} · ${row.region}` },
		{ title: t("keys.verbs"), cell: (row) => names(row.verbs.map((verb) => word(vocab.keyVerb, verb))) },
		{ title: t("keys.expires"), cell: (row) => moment(row.expiresAt), class: "whitespace-nowrap" },
		{
			title: t("keys.lastUsed"),
			cell: (row) => (
				<Show when={row.lastUsedAt} fallback={t("keys.never")}>
					{(at) => moment(at())}
				</Show>
			),
			class: "whitespace-nowrap",
		},
		{
			title: "",
			cell: (row) => (
				<Show when={row.revokedAt === null && mayDo(me(), "revokeApiKey")}>
					<Button size="small" look="danger" onClick={() => setRevoking(row)}>
						{t("keys.revoke")}
					</Button>
				</Show>
			),
		},
	];
	return (
		<div class="mx-auto max-w-6xl p-5">
			<PageHead title={t("nav.keys")} text={t("keys.text")}>
				<Show when={mayDo(me(), "createApiKey")}>
					<Button look="primary" icon="plus" onClick={() => setMaking(true)}>
						{word(vocab.otherVerb, "createApiKey")}
					</Button>
				</Show>
			</PageHead>
			<Switch fallback={<SkeletonLines lines={5} />}>
				<Match when={!allowed()}>
					<Empty icon="key" title={t("keys.notAllowed")} text={t("keys.notAllowedText")} />
				</Match>
				<Match when={keys.isError}>
					<ErrorBox error={keys.error} onRetry={() => void keys.refetch()} />
				</Match>
				<Match when={loaded(keys)?.length === 0}>
					<Empty icon="key" title={t("keys.empty")} text={t("keys.emptyText")} />
				</Match>
				<Match when={loaded(keys)}>
					{(rows) => <Table label={t("nav.keys")} columns={columns()} rows={rows()} />}
				</Match>
			</Switch>
			<Show when={making()}>
				<KeyDialog onMade={setMade} onClose={() => setMaking(false)} />
			</Show>
			<Show when={made()}>{(key) => <MadeKey value={key()} onClose={() => setMade(null)} />}</Show>
			<Show when={revoking()} keyed>
				{(row) => <Revoke row={row} onClose={() => setRevoking(null)} />}
			</Show>
		</div>
	);
}

/** The new key, this once. */
function MadeKey(props: { value: string; onClose: () => void }): JSX.Element {
	const copy = async () => {
		const done = await copyText(props.value);
		notify(done ? t("keys.copied") : t("ledger.copyFailed"), done ? "good" : "bad");
	};
	return (
		<Dialog
			open={true}
			title={t("keys.made")}
			onClose={() => props.onClose()}
			footer={
				<Button look="primary" onClick={() => props.onClose()}>
					{t("keys.kept")}
				</Button>
			}
		>
			<div class="flex flex-col gap-3 p-4">
				<p>{t("keys.once")}</p>
				<code class="block rounded border border-line bg-sunken p-3 font-mono break-all" data-key>
					{props.value}
				</code>
				<div>
					<Button icon="copy" onClick={() => void copy()}>
						{t("keys.copy")}
					</Button>
				</div>
			</div>
		</Dialog>
	);
}

function Revoke(props: { row: ApiKeyRow; onClose: () => void }): JSX.Element {
	const queryClient = useQueryClient();
	const [busy, setBusy] = createSignal(false);
	const [failure, setFailure] = createSignal<unknown>(null);
	const revoke = async () => {
		setBusy(true);
		try {
			await client.access.revokeApiKey.mutate({ id: props.row.id });
			await queryClient.invalidateQueries({ queryKey: ["access", "listApiKeys"] });
			notify(t("keys.wasRevoked", { name: props.row.name }));
			props.onClose();
		} catch (error) {
			setFailure(() => error);
		} finally {
			setBusy(false);
		}
	};
	return (
		<Dialog
			open={true}
			title={t("keys.revokeTitle", { name: props.row.name })}
			onClose={() => props.onClose()}
			footer={
				<>
					<Button onClick={() => props.onClose()}>{t("cancel")}</Button>
					<Button look="danger" busy={busy()} onClick={() => void revoke()}>
						{t("keys.revoke")}
					</Button>
				</>
			}
		>
			<div class="flex flex-col gap-3 p-4">
				<p>{t("keys.revokeText")}</p>
				<Show when={failure()}>{(error) => <ErrorBox error={error()} />}</Show>
			</div>
		</Dialog>
	);
}
