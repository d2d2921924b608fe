import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import { queries } from "../../api.ts";
import { ConflictNotice } from "../../commands/index.ts";
import { t } from "../../i18n/index.ts";
import { issueTimeline } from "../../issues/index.ts";
import { loaded } from "../../loaded.ts";
import { Why } from "../../rules/index.ts";
import { ErrorBox } from "../../ui/feedback.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { Stopped } from "./saving.ts";

/** Which part of the plan was not taken and why, how far the saving came, and the way on. */
export function StoppedNotice(props: {
	issueId: string;
	seen: number;
	stopped: Stopped;
	justification: string;
	onJustify: (text: string) => void;
	onContinue: (version: number) => void;
}): JSX.Element {
	const rules = useQuery(() => ({ ...queries.rules.list(), staleTime: Number.POSITIVE_INFINITY }));
	const warned = () =>
		props.stopped.refusals.some((refusal) =>
			(loaded(rules) ?? []).some((rule) => rule.id === refusal.rule && rule.severity === "warn"),
		);
	const { done, left } = props.stopped;
	return (
		<div
			class="flex scroll-mb-24 flex-col gap-3"
			data-stopped
			// The notice comes below what is on the screen: whoever pressed the button has to see it.
			ref={(element) => queueMicrotask(() => element.scrollIntoView({ block: "nearest" }))}
		>
			<div class="rounded-md border border-late bg-late-wash p-3" role="alert">
				<p class="mb-1 flex items-center gap-2 font-medium text-late">
					<Icon name="stop" />
					{t("plans.editor.failed", { step: t(`plans.step.${props.stopped.step.part}`) })}
				</p>
				<p class="mb-2">{t("plans.editor.failedRest", { done, left })}</p>
				<Why refusals={props.stopped.refusals} />
			</div>
			<Show when={props.stopped.conflict}>
				{(conflict) => (
					<ConflictNotice
						told={issueTimeline(props.issueId)}
						seen={props.seen}
						conflict={conflict()}
						onContinue={() => props.onContinue(conflict().currentVersion)}
					/>
				)}
			</Show>
			<Show when={warned()}>
				<TextArea
					label={t("form.justification")}
					hint={t("form.justificationHint")}
					required={true}
					value={props.justification}
					onInput={props.onJustify}
				/>
			</Show>
			<Show when={props.stopped.failure}>{(failure) => <ErrorBox error={failure()} />}</Show>
		</div>
	);
}
