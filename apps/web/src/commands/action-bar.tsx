import { A } from "@solidjs/router";
import type { Bilingual, Refusal } from "@zhenggai/domain/kernel";
import { createUniqueId, For, type JSX, Show } from "solid-js";
import { say, t } from "../i18n/index.ts";
import { Why } from "../rules/index.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Popover } from "../ui/popover.tsx";

/** A step as the server offers or refuses it. */
export type Action = {
	readonly verb: string;
	readonly label: Bilingual;
	readonly allowed: boolean;
	readonly refusals: readonly Refusal[];
};

/** Steps that belong together, under their heading; without one where there is only one group. */
export type ActionGroup = { readonly title?: string; readonly actions: readonly Action[] };

/** The next step as one button; everything else beside it, refused steps with their reasons. */
export function ActionBar(props: {
	groups: readonly ActionGroup[];
	/** The step that comes next, null where none does. */
	primary: string | null;
	/** The page on which the next step is taken, instead of a form. */
	page?: { readonly href: string; readonly label: string } | undefined;
	/** Shown as buttons of their own where they are allowed. */
	common: ReadonlySet<string>;
	onAction: (verb: string) => void;
}): JSX.Element {
	const whyId = createUniqueId();
	const actions = () => props.groups.flatMap((group) => group.actions);
	const primary = () =>
		props.page === undefined ? actions().find(({ verb }) => verb === props.primary) : undefined;
	const beside = () =>
		actions().filter(
			(action) => action.allowed && action.verb !== primary()?.verb && props.common.has(action.verb),
		);
	const refusedCount = () => actions().filter(({ allowed }) => !allowed).length;
	return (
		<div class="no-print mt-3 flex flex-wrap items-start gap-2">
			<Show when={props.page}>
				{(page) => (
					<A class={buttonClass("primary")} href={page().href}>
						{page().label}
					</A>
				)}
			</Show>
			<Show when={primary()}>
				{(action) => (
					<Button
						look="primary"
						disabled={!action().allowed}
						aria-describedby={action().allowed ? undefined : whyId}
						onClick={() => props.onAction(action().verb)}
					>
						{say(action().label)}
					</Button>
				)}
			</Show>
			<For each={beside()}>
				{(action) => <Button onClick={() => props.onAction(action.verb)}>{say(action.label)}</Button>}
			</For>
			<Popover label={t("actions.more")} title={t("actions.more")} icon="more" size="normal">
				<div class="flex w-80 flex-col gap-0.5">
					<For each={props.groups}>
						{(group) => <Allowed group={group} onAction={(verb) => props.onAction(verb)} />}
					</For>
					<Show when={refusedCount() > 0}>
						<p class="mt-2 border-t border-line px-2 pt-2 text-ink-faint">{t("actions.refused")}</p>
						<For each={props.groups}>{(group) => <Refused group={group} />}</For>
					</Show>
				</div>
			</Popover>
			<Show when={primary()?.allowed === false}>
				<div id={whyId} class="basis-full text-[0.93rem]">
					<Why refusals={primary()?.refusals ?? []} />
				</div>
			</Show>
		</div>
	);
}

function Heading(props: { group: ActionGroup }): JSX.Element {
	return (
		<Show when={props.group.title}>
			{(title) => <h3 class="px-2 pt-2 text-[0.86rem] text-ink-faint">{title()}</h3>}
		</Show>
	);
}

function Allowed(props: { group: ActionGroup; onAction: (verb: string) => void }): JSX.Element {
	const allowed = () => props.group.actions.filter((action) => action.allowed);
	return (
		<Show when={allowed().length > 0}>
			<Heading group={props.group} />
			<For each={allowed()}>
				{(action) => (
					<button
						type="button"
						class="tap rounded px-2 py-1.5 text-left hover:bg-hover"
						onClick={() => props.onAction(action.verb)}
					>
						{say(action.label)}
					</button>
				)}
			</For>
		</Show>
	);
}

function Refused(props: { group: ActionGroup }): JSX.Element {
	const refused = () => props.group.actions.filter((action) => !action.allowed);
	return (
		<Show when={refused().length > 0}>
			<Heading group={props.group} />
			<For each={refused()}>
				{(action) => (
					<details class="rounded px-2 py-1">
						<summary class="tap flex items-center gap-2 text-ink-soft">
							<Icon name="stop" size={14} />
							{say(action.label)}
						</summary>
						<div class="pt-1 pb-1 pl-5 text-[0.93rem]">
							<Why refusals={action.refusals} />
						</div>
					</details>
				)}
			</For>
		</Show>
	);
}
