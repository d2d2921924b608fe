import type { Instrument, InstrumentEvent, InstrumentState } from "@zhenggai/domain/supervision";
import { needsApproval } from "@zhenggai/domain/supervision";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { date, moment, word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import type { InstrumentPartProps } from "./instrument-viewer.tsx";

type Step = {
	readonly label: string;
	/** Who and when; null where it has not been done. */
	readonly done: string | null;
	readonly note?: string | null;
};

const stamped = (one: { at: Instrument["draftedAt"]; by: { name: string } }): string =>
	`${one.by.name} · ${moment(one.at)}`;

const stateWord = (state: InstrumentState): string => word(caseVocab.instrumentState, state);
const eventWord = (event: InstrumentEvent["type"]): string => word(caseVocab.instrumentEvent, event);

/** The units that have it, and those that do not yet. */
function receipts({ instrument, row }: InstrumentPartProps["detail"]): Step[] {
	return row.addressees.map(({ id, name }) => {
		const received = instrument.acknowledged.find(({ unitId }) => unitId === id);
		return {
			label: t("sup.receiptOf", { unit: name }),
			done: received === undefined ? null : stamped(received),
		};
	});
}

function answerSteps({ replies }: Instrument): Step[] {
	const last = replies.at(-1);
	const verified = last?.verification ?? null;
	return [
		{ label: eventWord("instrumentReplied"), done: last === undefined ? null : stamped(last) },
		{
			label: eventWord("replyAccepted"),
			done: verified?.verdict === "accepted" ? stamped(verified) : null,
			note: verified?.verdict === "rejected" ? t("sup.rejectedNote") : null,
		},
	];
}

function talkSteps({ talk }: Instrument): Step[] {
	if (talk === null) return [];
	return [
		{
			label: eventWord("talkHeld"),
			done:
				talk.heldOn === null
					? null
					: [talk.by, date(talk.heldOn)].filter((part) => part !== null).join(" · "),
		},
		{ label: eventWord("talkMinuted"), done: talk.minutes === null ? null : t("sup.done") },
	];
}

/** The way of its kind, step by step. */
function stepsOf(detail: InstrumentPartProps["detail"]): readonly Step[] {
	const { instrument } = detail;
	const { kind, approved, issued, listing, lifted, ended, state } = instrument;
	const steps: Step[] = [
		{
			label: eventWord("instrumentDrafted"),
			done: `${instrument.draftedBy.name} · ${moment(instrument.draftedAt)}`,
		},
	];
	if (needsApproval(kind)) {
		steps.push({
			label: eventWord("instrumentApproved"),
			done: approved === null ? null : stamped(approved),
			note: approved?.opinion ?? null,
		});
	}
	steps.push({
		label: eventWord("instrumentIssued"),
		done: issued === null ? null : `${issued.by.name} · ${date(issued.on)}`,
		note: issued === null ? null : t("sup.signedBy", { who: issued.signer }),
	});
	steps.push(...receipts(detail));
	if (kind === "listedSupervision") {
		const accepted = listing?.preAccepted ?? null;
		steps.push({
			label: eventWord("listingPreAccepted"),
			done: accepted === null ? null : stamped(accepted),
		});
	} else {
		steps.push(...talkSteps(instrument));
		if (kind !== "circular" || issued === null || instrument.replyDueOn !== null) {
			steps.push(...answerSteps(instrument));
		}
	}
	steps.push(
		ended === null
			? {
					label: eventWord("instrumentLifted"),
					done: lifted === null ? null : stamped(lifted),
					note: lifted?.reason ?? null,
				}
			: { label: stateWord(state), done: stamped(ended), note: ended.reason },
	);
	return steps;
}

/** 办理进程: what was done by whom, and what comes next. */
export function Course(props: InstrumentPartProps): JSX.Element {
	const steps = () => stepsOf(props.detail);
	const next = () =>
		props.detail.row.stage === "over" ? -1 : steps().findIndex(({ done }) => done === null);
	return (
		<Section title={t("sup.course")} class="no-print">
			<ol class="flex flex-col">
				<For each={steps()}>
					{(step, at) => (
						<li
							class="relative flex gap-2.5 pb-3 before:absolute before:top-6 before:bottom-0 before:left-[0.6rem] before:border-l before:border-line last:pb-0 last:before:hidden"
							aria-current={at() === next() ? "step" : undefined}
						>
							<span
								class={`mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-full border ${step.done === null ? (at() === next() ? "border-near bg-near-wash text-near" : "border-line-strong text-ink-faint") : "border-done bg-done-wash text-done"}`}
							>
								<Icon name={step.done === null ? (at() === next() ? "clock" : "minus") : "check"} size={11} />
							</span>
							<div class="min-w-0">
								<p class={step.done === null && at() !== next() ? "text-ink-faint" : "font-medium"}>
									{step.label}
									<span class="sr-only">{t(step.done === null ? "sup.notDone" : "sup.done")}</span>
									<Show when={at() === next()}>
										<span class="ml-2 text-[0.9rem] font-normal text-near">{t("sup.nextStep")}</span>
									</Show>
								</p>
								<Show when={step.done}>{(done) => <p class="text-[0.93rem] text-ink-soft">{done()}</p>}</Show>
								<Show when={step.note}>
									{(note) => <p class="text-[0.93rem] text-ink-faint">{note()}</p>}
								</Show>
							</div>
						</li>
					)}
				</For>
			</ol>
		</Section>
	);
}
