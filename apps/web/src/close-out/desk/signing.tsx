import type { IssueDetail } from "@zhenggai/domain/issues";
import { caseVocab, vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { date, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { Tag } from "../../ui/badge.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { Do, None, Stamp } from "./parts.tsx";

type Filing = IssueDetail["closeOut"]["state"]["filings"][number];

/** 审签: everybody of the list in order, and whose turn it is (CLO-01). */
export function Signing(props: DetailProps): JSX.Element {
	const signatureOf = (signer: string) =>
		props.detail.closeOut.state.signatures.find((held) => held.signer === signer);
	const isTurn = (signer: string) =>
		props.detail.row.lifecycle === "signing" && props.detail.closeOut.nextSigner === signer;
	return (
		<Section title={t("closeOut.signing")} aside={<Do {...props} verb="signCloseOut" />}>
			<ol class="flex flex-col gap-1.5">
				<For each={props.detail.closeOut.signers}>
					{(signer, at) => (
						<li class="flex flex-wrap items-baseline gap-2" data-signer={signer}>
							<span class="w-5 text-ink-faint tabular-nums">{at() + 1}</span>
							<span class={isTurn(signer) ? "font-semibold" : ""}>
								{word(caseVocab.closeOutSigner, signer)}
							</span>
							<Show
								when={signatureOf(signer)}
								fallback={
									<Show when={isTurn(signer)}>
										<Tag tone="attention">
											<Icon name="clock" size={12} />
											{t("closeOut.turn")}
										</Tag>
									</Show>
								}
							>
								{(held) => (
									<>
										<Tag tone="good">
											<Icon name="check" size={12} />
											{held().name}
										</Tag>
										<span>{held().opinion}</span>
										<Stamp by={held().by} at={held().at} />
									</>
								)}
							</Show>
						</li>
					)}
				</For>
			</ol>
		</Section>
	);
}

/** 备案: what went upward, and what came of it (CLO-03). */
export function Filings(props: DetailProps): JSX.Element {
	const filings = () => props.detail.closeOut.state.filings.toReversed();
	return (
		<Section
			title={t("closeOut.filing")}
			aside={
				<>
					<Do {...props} verb="fileCloseOut" />
					<Do {...props} verb="receiveFiling" />
				</>
			}
		>
			<Show when={filings().length > 0} fallback={<None text={t("closeOut.noFiling")} />}>
				<For each={filings()}>{(filing) => <FilingLine {...props} filing={filing} />}</For>
			</Show>
		</Section>
	);
}

function FilingLine(props: DetailProps & { filing: Filing }): JSX.Element {
	return (
		<div class="flex flex-col gap-1" data-filing={props.filing.receipt?.verdict ?? "pending"}>
			<p class="flex flex-wrap items-center gap-2">
				<span class="font-medium">{props.filing.documentNumber}</span>
				{t("closeOut.filedTo", { tier: word(vocab.tier, props.filing.to), date: date(props.filing.on) })}
				<Show
					when={props.filing.receipt}
					fallback={
						<Tag tone="attention">
							<Icon name="clock" size={12} />
							{t("closeOut.noReceipt")}
						</Tag>
					}
				>
					{(receipt) => (
						<Tag tone={receipt().verdict === "returned" ? "bad" : "good"}>
							{word(caseVocab.filingVerdict, receipt().verdict)}
						</Tag>
					)}
				</Show>
			</p>
			<Show when={props.filing.receipt === null}>
				<p class="text-ink-soft">
					<Show when={props.detail.closeOut.terms.silenceAfter} fallback={t("closeOut.neverSilent")}>
						{(day) => t("closeOut.silentAfter", { date: date(day()) })}
					</Show>
				</p>
			</Show>
			<Show when={props.filing.receipt?.reason}>{(reason) => <p>{reason()}</p>}</Show>
			<Stamp by={props.filing.by} at={props.filing.at} />
		</div>
	);
}
