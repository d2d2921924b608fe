import type { ActionView } from "@zhenggai/domain/issues";
import { type JSX, Show } from "solid-js";
import { say, t } from "../i18n/index.ts";
import { Why } from "../rules/index.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";

/** A step where its reader looks for it: a button, or why it cannot be taken and who can. */
export function ActionPart(props: {
	action: Pick<ActionView, "label" | "allowed" | "refusals" | "warnings"> | undefined;
	/** Another word for it than the verb's. */
	label?: string;
	look?: "primary" | "plain" | "quiet";
	onAction: () => void;
}): JSX.Element {
	const name = (action: Pick<ActionView, "label">) => props.label ?? say(action.label);
	return (
		<Show when={props.action}>
			{(action) => (
				<Show
					when={action().allowed}
					fallback={
						<Show when={action().refusals.length > 0}>
							<details class="no-print text-[0.93rem]">
								<summary class="tap inline-flex items-center gap-1.5 rounded text-ink-faint hover:text-ink">
									<Icon name="stop" size={13} />
									{t("sup.cannot", { verb: name(action()) })}
								</summary>
								<div class="mt-1 max-w-prose">
									<Why refusals={action().refusals} />
								</div>
							</details>
						</Show>
					}
				>
					<span class="no-print">
						<Button size="small" look={props.look ?? "plain"} onClick={() => props.onAction()}>
							{name(action())}
						</Button>
					</span>
				</Show>
			)}
		</Show>
	);
}
