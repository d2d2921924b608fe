import type { InstrumentReply } from "@zhenggai/domain/supervision";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { moment, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import type { InstrumentPartProps } from "./instrument-viewer.tsx";

/** 回复: every reply with what shows it and what came of its verification, the newest first. */
export function Replies(props: InstrumentPartProps): JSX.Element {
	const replies = () => props.detail.instrument.replies.toReversed();
	return (
		<Show when={replies().length > 0}>
			<Section title={t("sup.replies")} count={replies().length} class="no-print">
				<ul class="flex flex-col gap-4">
					<For each={replies()}>{(reply) => <Reply reply={reply} issue={props.issue} />}</For>
				</ul>
			</Section>
		</Show>
	);
}

function Reply(props: { reply: InstrumentReply; issue: InstrumentPartProps["issue"] }): JSX.Element {
	const reply = () => props.reply;
	const evidence = () =>
		(props.issue?.progress.evidence ?? []).filter(({ id }) => reply().evidenceIds.includes(id));
	return (
		<li class="border-l-2 border-line pl-3">
			<p class="text-[0.9rem] text-ink-faint">
				{reply().by.name} · {moment(reply().at)}
			</p>
			<p class="whitespace-pre-line">{reply().text}</p>
			<Show when={reply().evidenceIds.length > 0}>
				<ul class="mt-1 flex flex-wrap gap-2" aria-label={t("sup.evidence")}>
					<For
						each={evidence()}
						fallback={
							<li class="text-ink-soft">{t("sup.evidenceCount", { n: reply().evidenceIds.length })}</li>
						}
					>
						{(one) => (
							<li>
								<a
									class="tap inline-flex items-center gap-1.5 rounded border border-line bg-sunken px-2 py-0.5 text-accent underline"
									href={`/files/issues/${props.issue?.row.id ?? ""}/${one.id}`}
									download={one.name}
								>
									<Icon name="document" size={13} />
									{one.name}
									<span class="text-[0.86rem] text-ink-faint no-underline">
										{word(caseVocab.evidenceKind, one.kind)}
									</span>
								</a>
							</li>
						)}
					</For>
				</ul>
			</Show>
			<Show
				when={reply().verification}
				fallback={
					<p class="mt-1.5">
						<Tag tone="attention">
							<Icon name="clock" size={12} />
							{t("sup.toBeVerified")}
						</Tag>
					</p>
				}
			>
				{(verification) => (
					<div class="mt-1.5 rounded bg-sunken px-2.5 py-1.5">
						<p class="flex flex-wrap items-center gap-2">
							<Tag tone={verification().verdict === "accepted" ? "good" : "bad"}>
								<Icon name={verification().verdict === "accepted" ? "check" : "close"} size={12} />
								{t(`sup.${verification().verdict}`)}
							</Tag>
							<span class="text-[0.9rem] text-ink-faint">
								{verification().by.name} · {moment(verification().at)}
							</span>
						</p>
						<p class="whitespace-pre-line text-ink-soft">{verification().reason}</p>
					</div>
				)}
			</Show>
		</li>
	);
}
