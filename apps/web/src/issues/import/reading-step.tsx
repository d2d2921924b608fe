import { type JSX, Show } from "solid-js";
import { t } from "../../i18n/index.ts";
import { ReadingHintNote } from "../../importing/reading-hint.tsx";
import { ReadingPanes } from "../../importing/reading-panes.tsx";
import { TrustLegend } from "../../importing/trust-legend.tsx";
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
	const { wizard } = props;
	const state = createReadingState(wizard);
	return (
		<>
			<Bar state={state} onNext={() => props.onNext()} />
			<ReadingHintNote draft={wizard.draft} busy={state.rereading()} onReread={state.reread} />
			<Show when={state.failure()}>{(error) => <ErrorBox error={error()} />}</Show>
			<ReadingPanes
				items={state.shown()}
				estimate={ISSUE_HEIGHT}
				pinned={state.editing()?.key}
				above={
					<WarningList warnings={state.warningsOf(null)} onLine={(line) => state.pickLine(line, false)} />
				}
				text={wizard.draft.proposal.source.lines}
				lines={state.lines()}
				head={state.head()}
				onLine={state.pickLine}
				onReady={state.setList}
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
			>
				{(issue) => <Item wizard={wizard} state={state} issue={issue()} />}
			</ReadingPanes>
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
