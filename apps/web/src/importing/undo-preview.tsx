import { A } from "@solidjs/router";
import type { ImportUndoPreview, UndoItem } from "@zhenggai/domain/issues";
import { createMemo, For, type JSX, Show } from "solid-js";
import { names } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { Changes } from "../journal/index.ts";
import { Why } from "../rules/index.ts";
import { Tag } from "../ui/badge.tsx";
import { Icon } from "../ui/icon.tsx";

/** How many items of each list are drawn: nobody reads further in a window. */
const SHOWN = 100;

const hrefOf = ({ kind, id }: UndoItem): string => (kind === "issue" ? `/issues/${id}` : `/complaints/${id}`);

function ItemName(props: { item: UndoItem }): JSX.Element {
	return (
		<A class="flex min-w-0 gap-2 hover:underline" href={hrefOf(props.item)} target="_blank">
			<span class="shrink-0 font-medium">{props.item.number ?? "—"}</span>
			<span class="truncate text-ink-soft">{props.item.text}</span>
		</A>
	);
}

function Items(props: {
	title: string;
	items: readonly UndoItem[];
	children?: (item: UndoItem) => JSX.Element;
}): JSX.Element {
	return (
		<Show when={props.items.length > 0}>
			<section>
				<h3 class="mb-1.5 font-medium">{props.title}</h3>
				<ul class="flex flex-col gap-2">
					<For each={props.items.slice(0, SHOWN)}>
						{(item) => (
							<li class="min-w-0">
								<ItemName item={item} />
								{props.children?.(item)}
							</li>
						)}
					</For>
				</ul>
				<Show when={props.items.length > SHOWN}>
					<p class="mt-1 text-ink-soft">{t("undo.more", { n: props.items.length - SHOWN })}</p>
				</Show>
			</section>
		</Show>
	);
}

/** The ways to the later imports that have to be undone first: their names may well be the same. */
function LaterImports(props: { item: UndoItem }): JSX.Element {
	const ids = () => [...new Set(props.item.obstacles.flatMap(({ importId }) => importId ?? []))];
	return (
		<For each={ids()}>
			{(id) => (
				<A class="ml-2.5 underline" href={`/imports/${id}`} target="_blank">
					{t("undo.openLater")}
				</A>
			)}
		</For>
	);
}

/** What undoing would do: how many of what, what is in the way with who and when, and what comes back. */
export function UndoPreview(props: { preview: ImportUndoPreview }): JSX.Element {
	const summary = () => props.preview.summary;
	const stays = () => props.preview.stays;
	const lists = createMemo(() => {
		const clear = props.preview.items.filter(({ obstacles }) => obstacles.length === 0);
		return {
			obstructed: props.preview.items.filter(({ obstacles }) => obstacles.length > 0),
			restored: clear.filter(({ act }) => act === "restore"),
			voided: clear.filter(({ act }) => act === "void"),
		};
	});
	const whole = () => props.preview.blocking.filter(({ rule }) => rule !== "UNDO_OBSTRUCTED");
	return (
		<>
			<p class="flex flex-wrap gap-2">
				<Show when={summary().voided > 0}>
					<Tag>{t("undo.voided", { n: summary().voided })}</Tag>
				</Show>
				<Show when={summary().restored > 0}>
					<Tag>{t("undo.restored", { n: summary().restored })}</Tag>
				</Show>
				<Show when={summary().nothing > 0}>
					<Tag>{t("undo.nothing", { n: summary().nothing })}</Tag>
				</Show>
				<Show when={summary().obstructed > 0}>
					<Tag tone="bad">
						<Icon name="alert" size={12} />
						{t("undo.obstructed", { n: summary().obstructed })}
					</Tag>
				</Show>
			</p>
			<Show when={whole().length > 0}>
				<div class="rounded-md border border-late bg-late-wash p-3" role="alert">
					<p class="mb-2 font-medium text-late">{t("undo.cannot")}</p>
					<Why refusals={whole()} />
				</div>
			</Show>
			<Show when={lists().obstructed.length > 0}>
				<div class="rounded-md border border-late bg-late-wash p-3" role="alert">
					<Items title={t("undo.blocked")} items={lists().obstructed}>
						{(item) => (
							<>
								<Why refusals={item.obstacles} />
								<LaterImports item={item} />
							</>
						)}
					</Items>
				</div>
			</Show>
			<Items title={t("undo.comesBack")} items={lists().restored}>
				{(item) => <Changes changes={item.changes} />}
			</Items>
			<Items title={t("undo.voids")} items={lists().voided} />
			<Show when={props.preview.more > 0}>
				<p class="text-ink-soft">{t("undo.more", { n: props.preview.more })}</p>
			</Show>
			<Show when={stays().inspections.length > 0}>
				<p class="text-ink-soft">{t("undo.staysInspections", { names: names(stays().inspections) })}</p>
			</Show>
			<Show when={stays().units > 0}>
				<p class="text-ink-soft">{t("undo.staysUnits", { n: stays().units })}</p>
			</Show>
			<Show when={stays().people > 0}>
				<p class="text-ink-soft">{t("undo.staysPeople", { n: stays().people })}</p>
			</Show>
		</>
	);
}
