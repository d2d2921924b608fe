import { caseVocab, type DossierItem, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import type { CloseOutVerb } from "../verbs.ts";
import { actionOf } from "./parts.tsx";

/** What fills an item of the dossier. Papers that are files of evidence come with the evidence itself. */
const FILLED_BY: Readonly<Partial<Record<string, CloseOutVerb>>> = {
	selfCheckReport: "selfCheck",
	application: "applyAcceptance",
	siteCheckRecord: "recordSiteCheck",
	acceptanceOpinion: "decideAcceptance",
	publicNotice: "startNotice",
	satisfaction: "decideGate",
	similarScreening: "recordScreening",
	longTermMechanism: "recordMechanism",
	signatureSheet: "signCloseOut",
	filing: "fileCloseOut",
} satisfies Partial<Record<DossierItem, CloseOutVerb>>;

/** What fills an item of this issue: works take experts, the rest a body's decision (ACC-11). */
function fillerOf({ detail }: DetailProps, item: string): CloseOutVerb | null {
	if (item !== "expertOpinion") return FILLED_BY[item] ?? null;
	return detail.closeOut.state.application?.kind === "nonWorks" ? "recordDiscussion" : "recordExpertOpinion";
}

/** 销号档案: what the rule set wants in it, what is held, and what fills the rest. */
export function Dossier(props: DetailProps): JSX.Element {
	const items = () => props.detail.closeOut.dossier;
	const missing = () => items().filter(({ held }) => !held).length;
	return (
		<Section
			title={t("closeOut.dossier")}
			aside={
				<Tag tone={missing() === 0 ? "good" : "attention"}>
					{t("closeOut.dossierHeld", { n: items().length - missing(), of: items().length })}
				</Tag>
			}
		>
			<ul class="flex flex-col gap-0.5">
				<For each={items()}>
					{({ item, held }) => (
						<li
							class="flex min-h-7 flex-wrap items-center gap-2"
							data-dossier={item}
							data-held={held ? "" : undefined}
						>
							<Icon name={held ? "check" : "minus"} size={14} class={held ? "text-done" : "text-near"} />
							<span class={held ? "" : "text-ink"}>{word(caseVocab.dossierItem, item)}</span>
							<span class="sr-only">{t(held ? "closeOut.held" : "closeOut.missing")}</span>
							<Show when={!held}>
								<Fill {...props} item={item} />
							</Show>
						</li>
					)}
				</For>
			</ul>
		</Section>
	);
}

function Fill(props: DetailProps & { item: string }): JSX.Element {
	const verb = () => fillerOf(props, props.item);
	return (
		<Show
			when={verb()}
			fallback={<span class="ml-auto text-[0.9rem] text-near">{t("closeOut.missing")}</span>}
		>
			{(found) => (
				<span class="no-print ml-auto">
					<Show
						when={actionOf(props.detail, found())?.allowed}
						fallback={
							<span class="text-[0.9rem] text-ink-faint">
								{t("closeOut.filledBy", { name: word(vocab.issueVerb, found()) })}
							</span>
						}
					>
						<Button size="small" look="quiet" onClick={() => props.onAction({ verb: found() })}>
							{word(vocab.issueVerb, found())}
						</Button>
					</Show>
				</span>
			)}
		</Show>
	);
}
