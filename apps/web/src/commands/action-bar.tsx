import type { Bilingual, Refusal } from "@zhenggai/domain/kernel";
import { createUniqueId, For, type JSX, Show } from "solid-js";
import { say, t } from "../i18n/index.ts";
import { Why } from "../rules/index.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Popover } from "../ui/popover.tsx";

/** A step as the server offers or refuses it. */
export type Action = {
	readonly verb: string;
	readonly label: Bilingual;
	readonly allowed: boolean;
	readonly refusals: readonly Refusal[];
};

/** The next step as one button; everything else beside it, refused steps with their reasons. */
export function ActionBar(props: {
	actions: readonly Action[];
	/** The step that comes next, null where none does. */
	primary: string | null;
	/** Shown as buttons of their own where they are allowed. */
	common: ReadonlySet<string>;
	onAction: (verb: string) => void;
}): JSX.Element {
	const whyId = createUniqueId();
	const primary = () => props.actions.find(({ verb }) => verb === props.primary);
	const allowed = () => props.actions.filter((action) => action.allowed);
	const refused = () => props.actions.filter((action) => !action.allowed);
	return (
		<div class="no-print mt-3 flex flex-wrap items-start gap-2">
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
			<For each={allowed().filter((action) => action !== primary() && props.common.has(action.verb))}>
				{(action) => <Button onClick={() => props.onAction(action.verb)}>{say(action.label)}</Button>}
			</For>
			<Popover label={t("actions.more")} title={t("actions.more")} icon="more" size="normal">
				<div class="flex w-80 flex-col gap-0.5">
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
					<Show when={refused().length > 0}>
						<p class="mt-2 border-t border-line px-2 pt-2 text-ink-faint">{t("actions.refused")}</p>
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
