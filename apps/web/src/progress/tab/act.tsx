import { type JSX, Match, Switch } from "solid-js";
import { say } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Why } from "../../rules/index.ts";
import { Button } from "../../ui/button.tsx";
import { Popover } from "../../ui/popover.tsx";
import type { progressForms } from "../verbs.ts";

type ProgressVerb = keyof typeof progressForms;

/** Whether a verb may be done now, by whoever looks. */
export const mayDo = (detail: DetailProps["detail"], verb: ProgressVerb): boolean =>
	detail.actions.some((action) => action.verb === verb && action.allowed);

/** A button of a verb; where it is refused, the reasons and what clears them are behind it. */
export function Act(
	props: DetailProps & { verb: ProgressVerb; part?: string; label?: string; primary?: boolean },
): JSX.Element {
	const action = () => props.detail.actions.find(({ verb }) => verb === props.verb);
	const name = () => props.label ?? say(action()?.label ?? { zh: "", en: "" });
	const request = () =>
		props.part === undefined ? { verb: props.verb } : { verb: props.verb, part: props.part };
	return (
		<Switch>
			<Match when={action()?.allowed}>
				<Button
					size="small"
					look={props.primary ? "primary" : "plain"}
					onClick={() => props.onAction(request())}
				>
					{name()}
				</Button>
			</Match>
			<Match when={action()}>
				{(refused) => (
					<Popover label={name()} title={name()} icon="stop" look="quiet">
						<div class="max-w-80 text-[0.93rem]">
							<Why refusals={refused().refusals} />
						</div>
					</Popover>
				)}
			</Match>
		</Switch>
	);
}
