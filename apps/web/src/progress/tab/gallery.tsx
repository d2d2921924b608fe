import { caseVocab, valuesOf } from "@zhenggai/domain/vocabulary";
import { createSignal, For, type JSX, Show } from "solid-js";
import { word } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import type { DetailProps } from "../../issues/index.ts";
import { CheckField } from "../../ui/field.tsx";
import { Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { targetChoices } from "../targets.ts";
import { Act, mayDo } from "./act.tsx";
import { EvidenceCard } from "./evidence-card.tsx";

/** So many are drawn at first. */
const FIRST = 12;

/** 佐证材料: the newest first, by kind and by what it is about. */
export function Gallery(props: DetailProps): JSX.Element {
	const [kind, setKind] = createSignal("");
	const [target, setTarget] = createSignal("");
	const [withdrawn, setWithdrawn] = createSignal(false);
	const [all, setAll] = createSignal(false);
	const evidence = () => props.detail.progress.evidence;
	const kinds = () =>
		valuesOf(caseVocab.evidenceKind).filter((one) => evidence().some((held) => held.kind === one));
	const shown = () =>
		evidence()
			.filter(
				(held) =>
					(withdrawn() || held.withdrawn === null) &&
					(kind() === "" || held.kind === kind()) &&
					(target() === "" ||
						[`measure:${held.measureId}`, `site:${held.siteId}`, `goal:${held.goalId}`].includes(target())),
			)
			.toReversed();
	const gone = () => evidence().filter((held) => held.withdrawn !== null).length;
	return (
		<Section
			title={t("proof.title")}
			count={evidence().length - gone()}
			aside={<Act {...props} verb="attachEvidence" />}
		>
			<Show when={evidence().length > 0} fallback={<p class="text-ink-soft">{t("proof.none")}</p>}>
				<Show when={evidence().length > 4}>
					<div class="no-print mb-3 grid gap-3 sm:grid-cols-2">
						<Select
							label={t("upload.kind")}
							none={t("proof.all")}
							value={kind()}
							choices={kinds().map((one) => ({
								value: one as string,
								label: word(caseVocab.evidenceKind, one),
							}))}
							onChange={setKind}
						/>
						<Select
							label={t("upload.target")}
							none={t("proof.all")}
							value={target()}
							choices={targetChoices(props.detail)}
							onChange={setTarget}
						/>
					</div>
				</Show>
				<Show when={gone() > 0}>
					<CheckField
						label={t("proof.alsoWithdrawn", { n: gone() })}
						checked={withdrawn()}
						onChange={setWithdrawn}
					/>
				</Show>
				<div class="grid gap-2 xl:grid-cols-2">
					<For each={all() ? shown() : shown().slice(0, FIRST)}>
						{(held) => (
							<EvidenceCard detail={props.detail} held={held}>
								<Show when={held.withdrawn === null && mayDo(props.detail, "withdrawEvidence")}>
									<Act {...props} verb="withdrawEvidence" part={held.id} label={t("proof.withdraw")} />
								</Show>
							</EvidenceCard>
						)}
					</For>
				</div>
				<Show when={!all() && shown().length > FIRST}>
					<button type="button" class="tap mt-2 text-accent underline" onClick={() => setAll(true)}>
						{t("proof.more", { n: shown().length - FIRST })}
					</button>
				</Show>
			</Show>
		</Section>
	);
}
