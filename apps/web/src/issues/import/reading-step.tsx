import type { ProposedIssue } from "@zhenggai/domain/issues";
import { createMemo, createSignal, For, type JSX } from "solid-js";
import { t } from "../../i18n/index.ts";
import { WarningList } from "../../importing/warning-list.tsx";
import { Button } from "../../ui/button.tsx";
import { CheckField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { ReadIssue } from "./read-issue.tsx";
import { fieldAtLine, issueAtLine, needsEye, type ReadField, readingsOf } from "./reading-fields.ts";
import { SourcePane } from "./source-pane.tsx";
import type { Wizard } from "./wizard.ts";

/** What is pointed at: an issue, and one field of it. */
export type Focus = { readonly key: string; readonly field: ReadField | null };

/** Step 1: what was read stands beside the text it was read from; each leads to the other. */
export function ReadingStep(props: { wizard: Wizard; onNext: () => void }): JSX.Element {
	const [focus, setFocus] = createSignal<Focus | null>(null);
	const [onlyDoubtful, setOnlyDoubtful] = createSignal(false);
	const warned = createMemo(
		() => new Set(props.wizard.draft.proposal.warnings.flatMap((warning) => warning.item ?? [])),
	);
	const doubtful = createMemo(() =>
		props.wizard.issues().filter((issue) => needsEye(issue) || warned().has(issue.key)),
	);
	const shown = () => (onlyDoubtful() ? doubtful() : props.wizard.issues());
	const focused = createMemo(() => props.wizard.issues().find((issue) => issue.key === focus()?.key));
	const lines = createMemo((): readonly [number, number] | null =>
		linesOf(focused(), focus()?.field ?? null),
	);

	const pickLine = (line: number) => {
		const issue = issueAtLine(props.wizard.issues(), line);
		if (issue === undefined) return;
		setFocus({ key: issue.key, field: fieldAtLine(issue, line) });
		document.getElementById(`read-${issue.key}`)?.scrollIntoView({ block: "nearest" });
	};

	return (
		<>
			<div class="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-paper px-4 py-1.5">
				<p>
					{t("reading.count", {
						issues: props.wizard.issues().length,
						doubtful: doubtful().length,
					})}
				</p>
				<CheckField label={t("reading.onlyDoubtful")} checked={onlyDoubtful()} onChange={setOnlyDoubtful} />
				<Legend />
				<div class="ml-auto">
					<Button look="primary" onClick={() => props.onNext()}>
						{t("reading.next")}
						<Icon name="arrowRight" />
					</Button>
				</div>
			</div>
			<div class="grid min-h-0 flex-1 grid-rows-2 lg:grid-cols-2 lg:grid-rows-1">
				<section class="min-h-0 overflow-auto p-3" aria-label={t("reading.read")} tabindex="0">
					<WarningList
						warnings={props.wizard.draft.proposal.warnings.filter((warning) => warning.item === null)}
						onLine={(line) => pickLine(line)}
					/>
					<ol class="flex flex-col gap-3">
						<For each={shown()}>
							{(issue) => (
								<ReadIssue
									issue={issue}
									warnings={props.wizard.draft.proposal.warnings.filter(
										(warning) => warning.item === issue.key,
									)}
									focus={focus()?.key === issue.key ? focus() : null}
									corrected={props.wizard.isCorrected(issue.key)}
									applied={props.wizard.choices.items[issue.key]?.apply !== false}
									onFocus={(field) => setFocus({ key: issue.key, field })}
									onCorrect={(next) => props.wizard.correct(next)}
									onUndo={() => props.wizard.undoCorrection(issue.key)}
									onApply={(apply) => props.wizard.setItem(issue.key, { apply })}
								/>
							)}
						</For>
					</ol>
				</section>
				<SourcePane wizard={props.wizard} lines={lines()} onLine={pickLine} />
			</div>
		</>
	);
}

function linesOf(
	issue: ProposedIssue | undefined,
	field: ReadField | null,
): readonly [number, number] | null {
	if (issue === undefined) return null;
	const reading = readingsOf(issue).find((one) => one.field === field);
	return reading?.lines ?? issue.lines;
}

function Legend(): JSX.Element {
	return (
		<p class="hidden items-center gap-3 text-[0.9rem] text-ink-soft xl:flex">
			<span class="inline-flex items-center gap-1 border-l-4 border-near pl-1.5">{t("trust.check")}</span>
			<span class="inline-flex items-center gap-1 border-l-4 border-late pl-1.5">{t("trust.doubtful")}</span>
			<span class="inline-flex items-center gap-1 border-l-4 border-dashed border-line-strong pl-1.5">
				{t("trust.missing")}
			</span>
		</p>
	);
}
