import type { ImportDraft, ReadingHint } from "@zhenggai/domain/issues";
import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from "solid-js";
import { client } from "../../api.ts";
import { moment, names } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { useMe } from "../../shell/me.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorBox, notify } from "../../ui/feedback.tsx";
import { Icon } from "../../ui/icon.tsx";
import { LayoutForm } from "./layout-form.tsx";
import {
	hintPointing,
	hintWith,
	hintWithout,
	type LayoutChoice,
	type LayoutGroup,
	layoutGroups,
	mappingOf,
	mappingUsed,
	rememberedOf,
} from "./layouts.ts";

const NAMED = 6;

/**
 * 列与字段: what the columns of the document's tables hold, what of it is not known, and the way to say so. What the
 * clerk says is read at once and, unless he does not want it, remembered for the next document with this header.
 */
export function ColumnsPanel(props: {
	proposal: Pick<ImportDraft["proposal"], "tables" | "source" | "kind">;
	hint: ReadingHint;
	/** Reads the document again; the page shows the new reading. */
	onReread: (hint: ReadingHint) => Promise<unknown>;
}): JSX.Element {
	const id = createUniqueId();
	const groups = createMemo(() => layoutGroups(props.proposal.tables));
	const unread = () => props.proposal.kind === "unknown";
	const [shown, setShown] = createSignal(unread());
	const [at, setAt] = createSignal(0);
	const [busy, setBusy] = createSignal(false);
	const [failure, setFailure] = createSignal<unknown>(null);
	const group = () => groups()[at()];

	const reread = async (hint: ReadingHint, after?: () => Promise<unknown>) => {
		setBusy(true);
		setFailure(null);
		try {
			await props.onReread(hint);
			await after?.();
		} catch (error) {
			setFailure(() => error);
		} finally {
			setBusy(false);
		}
	};
	const apply = ({ table }: LayoutGroup, choice: LayoutChoice, remember: boolean) => {
		const kept = remember ? rememberedOf(table, choice) : null;
		return reread(hintWith(props.hint, table, mappingOf(table, choice)), async () => {
			if (kept === null) return;
			await client.issues.saveColumnLayout.mutate(kept);
			notify(t("columns.saved"));
		});
	};

	return (
		<Show when={groups().length > 0}>
			<section
				class="border-b border-line bg-paper"
				aria-labelledby={id}
				data-columns={shown() ? "open" : "closed"}
			>
				<div class="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1.5">
					<h2 id={id} class="flex items-center gap-2 font-medium">
						<Icon name="columns" size={14} />
						{t("columns.fields")}
					</h2>
					<Summary groups={groups()} unread={unread()} />
					<For each={groups()}>
						{(one) => (
							<MappedNote
								group={one}
								hint={props.hint}
								busy={busy()}
								onUndo={() => void reread(hintWithout(props.hint, one.table))}
							/>
						)}
					</For>
					<span class="ml-auto">
						<Button
							size="small"
							aria-expanded={shown()}
							aria-controls={`${id}-form`}
							onClick={() => setShown(!shown())}
						>
							{shown() ? t("columns.close") : t("columns.open")}
						</Button>
					</span>
				</div>
				<Show when={failure()}>{(error) => <ErrorBox error={error()} />}</Show>
				<div id={`${id}-form`}>
					<Show when={shown() && group()} keyed>
						{(one) => (
							<LayoutForm
								groups={groups()}
								group={one}
								lines={props.proposal.source.lines}
								busy={busy()}
								onGroup={(key) => setAt(groups().findIndex((other) => other.key === key))}
								onPoint={(line, rows) => void reread(hintPointing(props.hint, one.table, line, rows))}
								onApply={(choice, remember) => void apply(one, choice, remember)}
							/>
						)}
					</Show>
				</div>
			</section>
		</Show>
	);
}

function Summary(props: { groups: readonly LayoutGroup[]; unread: boolean }): JSX.Element {
	const open = () => props.groups.flatMap((group) => group.open);
	const listed = () => {
		const words = [...new Set(open().map((column) => column.words || t("columns.blank")))];
		return names(words.slice(0, NAMED)) + (words.length > NAMED ? "…" : "");
	};
	return (
		<p class={`min-w-0 text-[0.93rem] ${open().length > 0 || props.unread ? "text-near" : "text-ink-soft"}`}>
			<Show when={!props.unread} fallback={t("columns.noneRead")}>
				<Show when={open().length > 0} fallback={t("columns.allKnown")}>
					{t("columns.openCount", { n: open().length, names: listed() })}
				</Show>
			</Show>
		</p>
	);
}

/** Forgets what the office itself remembers of a header. This document stays as it was read. */
function Forget(props: { layout: string }): JSX.Element {
	const [done, setDone] = createSignal(false);
	const [failure, setFailure] = createSignal<unknown>(null);
	const forget = async () => {
		try {
			await client.issues.forgetColumnLayout.mutate({ layout: props.layout });
			setDone(true);
			notify(t("columns.forgotten"));
		} catch (error) {
			setFailure(() => error);
		}
	};
	return (
		<>
			<Button size="small" look="quiet" disabled={done()} onClick={() => void forget()}>
				{t("columns.forget")}
			</Button>
			<Show when={failure()}>{(error) => <ErrorBox error={error()} />}</Show>
		</>
	);
}

/** That a table was read as somebody mapped it, and the way back. */
function MappedNote(props: {
	group: LayoutGroup;
	hint: ReadingHint;
	busy: boolean;
	onUndo: () => void;
}): JSX.Element {
	const me = useMe();
	const used = () => mappingUsed(props.hint, props.group.table);
	return (
		<Show when={used()}>
			{(mapping) => (
				<p class="flex flex-wrap items-center gap-2 text-[0.93rem]" role="status">
					<Icon name="info" size={14} class="text-accent" />
					<span>
						<Show when={mapping().remembered} fallback={t("columns.byHand")}>
							{(memory) => t("columns.remembered", { name: memory().by, when: moment(memory().at) })}
						</Show>
					</span>
					<Button size="small" busy={props.busy} onClick={() => props.onUndo()}>
						{t("columns.undo")}
					</Button>
					<Show when={mapping().remembered?.region === me().region && mapping().layout}>
						{(layout) => <Forget layout={layout()} />}
					</Show>
				</p>
			)}
		</Show>
	);
}
