import { type JSX, Show } from "solid-js";
import { t } from "../../i18n/index.ts";
import { ReadingHintNote } from "../../importing/reading-hint.tsx";
import { SourceLines } from "../../importing/source-lines.tsx";
import { TrustLegend } from "../../importing/trust-legend.tsx";
import { VirtualList } from "../../importing/virtual-list.tsx";
import { WarningList } from "../../importing/warning-list.tsx";
import { setTogether, together } from "../../shell/preferences.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorBox } from "../../ui/feedback.tsx";
import { CheckField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { ReadIssue } from "./read-issue.tsx";
import { createReadingState, type ReadingState } from "./reading-state.ts";
import { SourceActions } from "./source-actions.tsx";
import type { Wizard } from "./wizard.ts";

const ISSUE_HEIGHT = 420;

/** Step 1: what was read stands beside the text it was read from; each leads to the other. */
export function ReadingStep(props: { wizard: Wizard; onNext: () => void }): JSX.Element {
	let scroller: HTMLElement | undefined;
	const { wizard } = props;
	const state = createReadingState(wizard);
	return (
		<>
			<Bar state={state} onNext={() => props.onNext()} />
			<ReadingHintNote draft={wizard.draft} busy={state.rereading()} onReread={state.reread} />
			<Show when={state.failure()}>{(error) => <ErrorBox error={error()} />}</Show>
			<div class="grid min-h-0 flex-1 grid-rows-2 lg:grid-cols-2 lg:grid-rows-1">
				<section
					ref={(element) => {
						scroller = element;
						state.together.drivenBy("reading")(element);
					}}
					class="min-h-0 overflow-auto p-3"
					aria-label={t("reading.read")}
					tabindex="0"
				>
					<div>
						<WarningList warnings={state.warningsOf(null)} onLine={(line) => state.pickLine(line, false)} />
						<Show when={state.shown().length === 0}>
							<p class="p-3 text-ink-soft">{t("preview.nothing")}</p>
						</Show>
					</div>
					<VirtualList
						label={t("reading.read")}
						items={state.shown()}
						scroller={() => scroller}
						estimate={ISSUE_HEIGHT}
						pinned={state.editing()?.key}
						onReady={state.setList}
						onTop={state.together.readingAt}
					>
						{(issue) => <Item wizard={wizard} state={state} issue={issue()} />}
					</VirtualList>
				</section>
				<div class="grid min-h-0" ref={(element) => state.together.drivenBy("source")(element)}>
					<SourceLines
						text={wizard.draft.proposal.source.lines}
						lines={state.lines()}
						head={state.head()}
						onLine={state.pickLine}
						onReady={state.setSource}
						onTop={state.together.sourceAt}
						actions={
							<Show when={state.lines()}>
								{(lines) => (
									<SourceActions
										lines={lines()}
										target={state.target()}
										busy={state.rereading()}
										onAssign={state.assign}
										onSplit={state.split}
										onReread={state.reread}
									/>
								)}
							</Show>
						}
					/>
				</div>
			</div>
		</>
	);
}

function Bar(props: { state: ReadingState; onNext: () => void }): JSX.Element {
	return (
		<div class="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-paper px-4 py-1.5">
			<p>
				{t("reading.count", {
					issues: props.state.all().length,
					doubtful: props.state.doubtful().size,
				})}
			</p>
			<CheckField
				label={t("reading.onlyDoubtful")}
				checked={props.state.onlyDoubtful()}
				onChange={props.state.setOnlyDoubtful}
			/>
			<CheckField label={t("reading.together")} checked={together()} onChange={setTogether} />
			<TrustLegend />
			<div class="ml-auto">
				<Button look="primary" onClick={() => props.onNext()}>
					{t("reading.next")}
					<Icon name="arrowRight" />
				</Button>
			</div>
		</div>
	);
}

function Item(props: {
	wizard: Wizard;
	state: ReadingState;
	issue: ReturnType<Wizard["issues"]>[number];
}): JSX.Element {
	const key = () => props.issue.key;
	const focus = () => props.state.focus();
	const editing = () => props.state.editing();
	return (
		<ReadIssue
			issue={props.issue}
			warnings={props.state.warningsOf(props.issue)}
			focus={focus()?.key === key() ? (focus()?.field ?? null) : undefined}
			editing={editing()?.key === key() ? (editing()?.field ?? null) : null}
			corrected={props.wizard.isCorrected(key())}
			change={props.wizard.changeBehind(key())}
			applied={props.wizard.choices.items[key()]?.apply !== false}
			last={props.wizard.isLast(key())}
			onFocus={(field) => props.state.point({ key: key(), field })}
			onEdit={(field) => props.state.edit(key(), field)}
			onCorrect={(next) => {
				props.wizard.correct(next);
				props.state.edit(key(), null);
			}}
			onUndo={() => props.wizard.undoCorrection(key())}
			onJoin={() => props.state.join(key())}
			onUndoChange={() => props.state.undoChange(key())}
			onApply={(apply) => props.wizard.setItem(key(), { apply })}
		/>
	);
}
