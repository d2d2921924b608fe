import type { ProposedIssue, ReadingHint } from "@zhenggai/domain/issues";
import { formatNumber, vocab } from "@zhenggai/domain/vocabulary";
import { type JSX, Show } from "solid-js";
import { word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { FieldMenu } from "../../importing/field-menu.tsx";
import { Button } from "../../ui/button.tsx";
import type { AssignableField } from "./correct-issue.ts";
import { READ_FIELDS } from "./reading-fields.ts";

const FIELDS: readonly AssignableField[] = [...READ_FIELDS, "remarks"];

/** What can be done with the marked lines of the source. */
export function SourceActions(props: {
	lines: readonly [number, number];
	/** The issue that the lines would be given to. */
	target: ProposedIssue | undefined;
	busy: boolean;
	onAssign: (field: AssignableField) => void;
	onSplit: () => void;
	onReread: (hint: ReadingHint) => void;
}): JSX.Element {
	const from = () => props.lines[0];
	const divides = () =>
		props.target !== undefined && props.target.lines[0] < from() && from() <= props.target.lines[1];
	return (
		<>
			<Show when={props.target}>
				{(target) => (
					<FieldMenu
						label={t("assign.as")}
						title={t("assign.lines", {
							number: formatNumber(target().number ?? target().key, language()),
						})}
						fields={FIELDS}
						name={(field) => word(vocab.importField, field)}
						onChoose={(field) => props.onAssign(field)}
					/>
				)}
			</Show>
			<Show when={divides()}>
				<Button size="small" look="quiet" onClick={() => props.onSplit()}>
					{t("structure.splitHere", { n: from() })}
				</Button>
			</Show>
			<Button
				size="small"
				look="quiet"
				icon="refresh"
				busy={props.busy}
				onClick={() => props.onReread({ issuesStartAtLine: from() })}
			>
				{t("reread.startHere")}
			</Button>
		</>
	);
}
