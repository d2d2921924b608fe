import type { IssueDetail } from "@zhenggai/domain/issues";
import type { ActorStamp, EvidenceId, Instant } from "@zhenggai/domain/kernel";
import { caseVocab, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { moment, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Why } from "../../rules/index.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Popover } from "../../ui/popover.tsx";
import type { CloseOutVerb } from "../verbs.ts";

/** The step as the server offers or refuses it to whoever looks. */
export const actionOf = (detail: IssueDetail, verb: CloseOutVerb) =>
	detail.actions.find((action) => action.verb === verb);

/**
 * A step as a button. One that is refused says why where it stands; one that is no business of this role at all is left
 * out, unless `always` asks for its reason too.
 */
export function Do(
	props: DetailProps & {
		verb: CloseOutVerb;
		part?: string | undefined;
		look?: "primary" | "plain" | "quiet";
		label?: string | undefined;
		always?: boolean;
	},
): JSX.Element {
	const action = () => actionOf(props.detail, props.verb);
	const label = () => props.label ?? word(vocab.issueVerb, props.verb);
	const request = () =>
		props.part === undefined ? { verb: props.verb } : { verb: props.verb, part: props.part };
	const isShown = () =>
		props.always === true || action()?.refusals.some(({ rule }) => rule !== "NOT_ALLOWED") === true;
	return (
		<Show
			when={action()?.allowed}
			fallback={
				<Show when={isShown()}>
					<Popover label={label()} title={t("closeOut.whyNot", { name: label() })} icon="stop" look="quiet">
						<div class="w-80 max-w-full p-1 text-[0.93rem]" data-why={props.verb}>
							<Why refusals={action()?.refusals ?? []} />
						</div>
					</Popover>
				</Show>
			}
		>
			<Button
				size={props.look === "primary" ? "normal" : "small"}
				look={props.look ?? "plain"}
				data-do={props.verb}
				onClick={() => props.onAction(request())}
			>
				{label()}
			</Button>
		</Show>
	);
}

/** Who signed it and when. */
export function Stamp(props: { by: ActorStamp; at: Instant }): JSX.Element {
	const role = () => (props.by.role === null ? "" : `（${word(vocab.role, props.by.role)}）`);
	return (
		<span class="text-[0.9rem] text-ink-faint">
			{props.by.name}
			{role()} · {moment(props.at)}
		</span>
	);
}

/** The evidence that something rests on, each with its kind and its file. */
export function EvidenceLinks(props: { detail: IssueDetail; ids: readonly EvidenceId[] }): JSX.Element {
	const named = (id: EvidenceId) => props.detail.progress.evidence.find((held) => held.id === id);
	return (
		<Show when={props.ids.length > 0}>
			<ul class="flex flex-wrap gap-x-3 gap-y-0.5 text-[0.93rem]" aria-label={t("closeOut.evidence")}>
				<For each={props.ids}>
					{(id) => (
						<li>
							<a
								class="inline-flex items-center gap-1 text-accent underline decoration-dotted underline-offset-2 break-all"
								href={`/files/issues/${props.detail.row.id}/${id}`}
								download=""
							>
								<Icon name="document" size={13} />
								{named(id)?.name ?? id.slice(0, 8)}
							</a>
							<Show when={named(id)}>
								{(held) => (
									<span class="ml-1 text-ink-faint">{word(caseVocab.evidenceKind, held().kind)}</span>
								)}
							</Show>
						</li>
					)}
				</For>
			</ul>
		</Show>
	);
}

/** A line of a record: its name, and what it says. */
export const Fact = (props: { name: string; children: JSX.Element }): JSX.Element => (
	<div class="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-2 max-sm:grid-cols-1 max-sm:gap-0">
		<dt class="text-ink-soft">{props.name}</dt>
		<dd class="whitespace-pre-line break-words">{props.children}</dd>
	</div>
);

/** Nothing there yet, in one quiet sentence. */
export const None = (props: { text: string }): JSX.Element => <p class="text-ink-soft">{props.text}</p>;

/** Something that must not be overlooked. */
export function Alarm(props: { tone: "late" | "near"; children: JSX.Element }): JSX.Element {
	return (
		<p
			class={`flex items-start gap-2 rounded border px-3 py-2 ${props.tone === "late" ? "border-late bg-late-wash text-late" : "border-near bg-near-wash text-near"}`}
		>
			<Icon name="alert" class="mt-1" />
			<span>{props.children}</span>
		</p>
	);
}
