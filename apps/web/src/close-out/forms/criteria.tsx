import { caseVocab, choicesOf, ruleParamText } from "@zhenggai/domain/vocabulary";
import { For, Index, type JSX, Show } from "solid-js";
import { word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import type { FormProps } from "../../issues/index.ts";
import { Button } from "../../ui/button.tsx";
import { EvidenceChoice } from "./evidence-choice.tsx";

type Answer = keyof typeof caseVocab.criterionAnswer;
export type CriterionDraft = { criterion: string; answer: Answer | ""; evidenceIds: string[]; note: string };

/** The form of criteria as a table: yes with what shows it, else a note (ACC-07). */
export function Criteria(
	props: Pick<FormProps, "detail" | "onAction"> & {
		set: string;
		/** Whether every criterion has to be answered. */
		needed: boolean;
		value: readonly CriterionDraft[];
		errorAt: (path: string) => string | null;
		onChange: (at: number, change: Partial<CriterionDraft>) => void;
	},
): JSX.Element {
	const sameForAll = () => {
		const [first, ...rest] = props.value;
		if (first === undefined) return;
		const { answer, evidenceIds, note } = first;
		for (const [at] of rest.entries()) {
			props.onChange(at + 1, { answer, evidenceIds: [...evidenceIds], note });
		}
	};
	return (
		<div class="overflow-x-auto" role="region" aria-label={t("closeOut.criteria")} tabindex="0">
			<table class="w-full min-w-[36rem] border-collapse">
				<caption class="pb-1 text-left text-ink-soft">
					{t("closeOut.criteria")} <span class="text-ink-faint">{ruleParamText(props.set, language())}</span>
				</caption>
				<thead>
					<tr class="border-b border-line-strong bg-sunken text-left text-ink-soft">
						<th scope="col" class="px-2 py-1.5 font-medium">
							{t("closeOut.criterion")}
						</th>
						<th scope="col" class="px-2 py-1.5 font-medium">
							{t("closeOut.answer")}
						</th>
						<th scope="col" class="px-2 py-1.5 font-medium">
							{t("closeOut.shownBy")}
						</th>
					</tr>
				</thead>
				<tbody>
					<Index each={props.value}>
						{(line, at) => (
							<tr class="border-b border-line align-top" data-criterion={line().criterion}>
								<th scope="row" class="px-2 py-2 text-left font-normal">
									{word(caseVocab.criterion, line().criterion)}
								</th>
								<td class="px-2 py-2">
									<Answers {...props} line={line()} at={at} />
								</td>
								<td class="px-2 py-2">
									<Shown {...props} line={line()} at={at} />
									<Show when={props.errorAt(`criteria.${at}`)}>
										<p class="text-late">{props.errorAt(`criteria.${at}`)}</p>
									</Show>
								</td>
							</tr>
						)}
					</Index>
				</tbody>
			</table>
			<Show when={props.value.length > 1 && props.value[0]?.answer}>
				<div class="pt-1.5">
					<Button size="small" look="quiet" icon="copy" onClick={sameForAll}>
						{t("closeOut.sameForAll")}
					</Button>
				</div>
			</Show>
			<Show when={props.errorAt("criteria") ?? props.errorAt("criteriaSet")}>
				{(error) => <p class="pt-1 text-late">{error()}</p>}
			</Show>
		</div>
	);
}

type LineProps = Parameters<typeof Criteria>[0] & { line: CriterionDraft; at: number };

const Answers = (props: LineProps): JSX.Element => (
	<div
		class="flex flex-wrap gap-x-3"
		role="radiogroup"
		aria-label={word(caseVocab.criterion, props.line.criterion)}
		data-required={props.needed ? word(caseVocab.criterion, props.line.criterion) : undefined}
	>
		<For each={choicesOf(caseVocab.criterionAnswer, language())}>
			{(choice) => (
				<label class="tap inline-flex items-center gap-1.5 whitespace-nowrap">
					<input
						type="radio"
						name={`criterion-${props.line.criterion}`}
						class="size-4 accent-accent"
						checked={props.line.answer === choice.value}
						onChange={() => props.onChange(props.at, { answer: choice.value })}
					/>
					{choice.label}
				</label>
			)}
		</For>
	</div>
);

const Shown = (props: LineProps): JSX.Element => (
	<Show
		when={props.line.answer === "yes"}
		fallback={
			<Show when={props.line.answer !== ""}>
				<input
					class="field-box"
					aria-label={t("closeOut.noteOn", { name: word(caseVocab.criterion, props.line.criterion) })}
					placeholder={t("closeOut.noteNeeded")}
					value={props.line.note}
					onInput={(event) => props.onChange(props.at, { note: event.currentTarget.value })}
				/>
			</Show>
		}
	>
		<EvidenceChoice
			detail={props.detail}
			onAction={props.onAction}
			legend={t("closeOut.evidence")}
			folded={true}
			value={props.line.evidenceIds}
			onChange={(evidenceIds) => props.onChange(props.at, { evidenceIds })}
		/>
	</Show>
);
