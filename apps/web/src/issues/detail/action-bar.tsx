import type { ActionView } from "@zhenggai/domain/issues";
import { createUniqueId, For, type JSX, Show } from "solid-js";
import { say, t } from "../../i18n/index.ts";
import { Why } from "../../rules/index.ts";
import type { CommandVerb } from "../../types.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Popover } from "../../ui/popover.tsx";
import { isActionVerb, primaryVerb } from "../actions/verbs.ts";
import type { DetailProps } from "./issue-view.tsx";

/** The next step as one button; everything else beside it, refused steps with their reasons. */
export function ActionBar(props: DetailProps): JSX.Element {
	const whyId = createUniqueId();
	const actions = () => props.detail.actions.filter((action) => isActionVerb(action.verb));
	const primary = () => {
		const verb = primaryVerb(props.detail);
		return actions().find((action) => action.verb === verb);
	};
	const ask = (action: ActionView) => {
		if (isActionVerb(action.verb)) props.onAction({ verb: action.verb });
	};
	const allowed = () => actions().filter((action) => action.allowed);
	const refused = () => actions().filter((action) => !action.allowed);
	return (
		<div class="no-print mt-3 flex flex-wrap items-start gap-2">
			<Show when={primary()}>
				{(action) => (
					<Button
						look="primary"
						disabled={!action().allowed}
						aria-describedby={action().allowed ? undefined : whyId}
						onClick={() => ask(action())}
					>
						{say(action().label)}
					</Button>
				)}
			</Show>
			<For each={allowed().filter((action) => action !== primary() && COMMON.has(action.verb))}>
				{(action) => <Button onClick={() => ask(action)}>{say(action.label)}</Button>}
			</For>
			<Popover label={t("actions.more")} title={t("actions.more")} icon="more" size="normal">
				<div class="flex w-80 flex-col gap-0.5">
					<For each={allowed()}>
						{(action) => (
							<button
								type="button"
								class="tap rounded px-2 py-1.5 text-left hover:bg-hover"
								onClick={() => ask(action)}
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

/** Shown as buttons of their own where they are allowed. */
const COMMON: ReadonlySet<string> = new Set<CommandVerb>([
	"amendIssue",
	"assignIssue",
	"addMeasure",
	"decomposeIssue",
]);
