import { useNavigate } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createMemo, createResource, createSignal, createUniqueId, For, type JSX, Show } from "solid-js";
import { queries } from "../api.ts";
import { language, setLanguage, t } from "../i18n/index.ts";
import { ledgerHref } from "../issues/index.ts";
import { quickViews } from "../issues/quick-views.ts";
import { loaded } from "../loaded.ts";
import { Kbd } from "../ui/badge.tsx";
import { createDebounced } from "../ui/debounced.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Icon, type IconName } from "../ui/icon.tsx";
import { keymap } from "./keymap.ts";
import { loadPinyinMatch, plainMatch, type Range, rank } from "./match.ts";
import { mayDo, useMe } from "./me.tsx";
import { placesFor } from "./navigation.ts";
import { setTheme } from "./preferences.ts";

type Item = { id: string; label: string; icon: IconName; hint: string; keys: string | null; run: () => void };

const SEARCH_LIMIT = 8;

/** Everything reachable by its name, in Chinese, pinyin, pinyin initials or English; and issues and complaints by their words. */
export default function Palette(props: { onClose: () => void; onHelp: () => void }): JSX.Element {
	const navigate = useNavigate();
	const me = useMe();
	const listId = createUniqueId();
	const [query, setQuery] = createSignal("");
	const [active, setActive] = createSignal(0);
	const [pinyin] = createResource(loadPinyinMatch);
	const searched = createDebounced(query, 180);

	const go = (href: string) => () => navigate(href);
	const commands = createMemo((): Item[] => [
		...placesFor(me()).map((place) => ({
			id: place.href,
			label: t(place.label),
			icon: place.icon,
			hint: t("palette.page"),
			keys: keymap.find((binding) => binding.command === place.command)?.chords[0] ?? null,
			run: go(place.href),
		})),
		...quickViews(me()).map((view) => ({
			id: `view-${view.id}`,
			label: t(view.label),
			icon: "filter" as const,
			hint: t("palette.view"),
			keys: null,
			run: go(ledgerHref(view.filter)),
		})),
		command("dark", t("palette.dark"), "moon", () => setTheme("dark")),
		command("light", t("palette.light"), "sun", () => setTheme("light")),
		command(
			"language",
			t("palette.language"),
			"text",
			() => void setLanguage(language() === "en" ? "zh-CN" : "en"),
		),
		command("help", t("keys.title"), "help", () => props.onHelp()),
	]);

	const issues = useQuery(() => ({
		...queries.issues.list({ filter: { text: searched().trim() }, limit: SEARCH_LIMIT }),
		enabled: searched().trim().length >= 2,
	}));
	const complaints = useQuery(() => ({
		...queries.complaints.list({ filter: { text: searched().trim() }, limit: SEARCH_LIMIT }),
		enabled: searched().trim().length >= 2 && mayDo(me(), "viewComplaint"),
	}));
	const complaintItems = createMemo((): Item[] =>
		searched().trim().length < 2
			? []
			: (loaded(complaints)?.items ?? []).map((row) => ({
					id: row.id,
					label: row.summary ?? row.receiptNumber ?? "",
					icon: "complaints",
					hint: `${row.regionName} ${row.receiptNumber ?? ""}`,
					keys: null,
					run: go(`/complaints/${row.id}`),
				})),
	);
	const issueItems = createMemo((): Item[] =>
		searched().trim().length < 2
			? []
			: (loaded(issues)?.items ?? []).map((row) => ({
					id: row.id,
					label: row.statement,
					icon: "document",
					hint: `${row.regionName} ${row.number}`,
					keys: null,
					run: go(`/issues/${row.id}`),
				})),
	);
	const results = createMemo(() => [
		...rank(commands(), query(), pinyin() ?? plainMatch),
		...[...issueItems(), ...complaintItems()].map((item) => ({
			item,
			range: plainMatch(item.label, searched().trim()),
		})),
	]);
	const current = () => Math.min(active(), results().length - 1);
	const run = (item: Item) => {
		props.onClose();
		item.run();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.isComposing) return;
		const count = results().length;
		if (event.key === "ArrowDown") setActive((current() + 1) % Math.max(1, count));
		else if (event.key === "ArrowUp") setActive((current() - 1 + count) % Math.max(1, count));
		else if (event.key === "Enter") {
			const chosen = results()[current()];
			if (chosen !== undefined) run(chosen.item);
		} else return;
		event.preventDefault();
		document.getElementById(`${listId}-${current()}`)?.scrollIntoView({ block: "nearest" });
	};

	return (
		<Dialog
			open={true}
			title={t("palette.open")}
			hideTitle={true}
			shape="top"
			onClose={() => props.onClose()}
		>
			<div class="sticky top-0 z-10 flex items-center gap-2 border-b border-line bg-sheet px-3">
				<Icon name="search" class="text-ink-faint" />
				<input
					data-autofocus
					class="min-h-12 flex-1 bg-transparent text-[1.14rem] outline-none"
					placeholder={t("palette.placeholder")}
					aria-label={t("palette.placeholder")}
					role="combobox"
					aria-expanded="true"
					aria-controls={listId}
					aria-activedescendant={results().length > 0 ? `${listId}-${current()}` : undefined}
					aria-autocomplete="list"
					value={query()}
					onInput={(event) => {
						setQuery(event.currentTarget.value);
						setActive(0);
					}}
					onKeyDown={onKeyDown}
				/>
				<Kbd>Esc</Kbd>
			</div>
			<div id={listId} role="listbox" aria-label={t("palette.results")} class="p-1.5">
				<For each={results()}>
					{(result, index) => (
						<div
							id={`${listId}-${index()}`}
							role="option"
							aria-selected={index() === current()}
							class="tap flex cursor-pointer items-center gap-2.5 rounded px-2 py-1.5 aria-selected:bg-accent-wash"
							onMouseMove={() => setActive(index())}
							onClick={() => run(result.item)}
							onKeyDown={onKeyDown}
						>
							<Icon name={result.item.icon} class="text-ink-faint" />
							<span class="min-w-0 flex-1 truncate">
								<Marked text={result.item.label} range={result.range} />
							</span>
							<span class="shrink-0 text-[0.86rem] text-ink-faint">{result.item.hint}</span>
							<Show when={result.item.keys}>{(keys) => <Kbd>{keys()}</Kbd>}</Show>
						</div>
					)}
				</For>
			</div>
			<Show when={results().length === 0}>
				<p class="px-4 pb-6 text-center text-ink-soft" role="status">
					{t("palette.nothing")}
				</p>
			</Show>
		</Dialog>
	);
}

const command = (id: string, label: string, icon: IconName, run: () => void): Item => ({
	id,
	label,
	icon,
	hint: t("palette.command"),
	keys: null,
	run,
});

/** A text with its found part marked. */
function Marked(props: { text: string; range: Range | null }): JSX.Element {
	return (
		<Show when={props.range} fallback={props.text}>
			{(range) => (
				<>
					{props.text.slice(0, range()[0])}
					<mark>{props.text.slice(range()[0], range()[1] + 1)}</mark>
					{props.text.slice(range()[1] + 1)}
				</>
			)}
		</Show>
	);
}
