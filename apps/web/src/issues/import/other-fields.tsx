import type { ProposedIssue } from "@zhenggai/domain/issues";
import { For, type JSX, Show } from "solid-js";
import { t } from "../../i18n/index.ts";
import { IconButton } from "../../ui/button.tsx";
import { assignOther } from "./correct-issue.ts";
import { FieldMenu } from "./field-menu.tsx";
import { READ_FIELDS } from "./reading-fields.ts";

/** Labelled texts without a field of their own: they come along as remarks, unless the clerk knows their field. */
export function OtherFields(props: {
	issue: ProposedIssue;
	onCorrect: (issue: ProposedIssue) => void;
}): JSX.Element {
	return (
		<Show when={props.issue.otherFields.length > 0}>
			<dl aria-label={t("reading.others")}>
				<For each={props.issue.otherFields}>
					{(other, index) => (
						<div
							class="grid grid-cols-[6rem_minmax(0,1fr)] gap-2 border-l-4 border-transparent px-2 py-1"
							data-other={other.label}
						>
							<dt class="text-ink-soft">{other.label}</dt>
							<dd class="flex min-w-0 items-start gap-2">
								<p class="clamp-3 min-w-0 flex-1 whitespace-pre-line">{other.text}</p>
								<FieldMenu
									label={t("assign.as")}
									title={t("assign.other", { label: other.label })}
									fields={READ_FIELDS}
									onChoose={(field) => props.onCorrect(assignOther(props.issue, index(), field))}
								/>
								<IconButton
									icon="close"
									size={13}
									label={t("assign.leaveOut", { label: other.label })}
									onClick={() => props.onCorrect(assignOther(props.issue, index(), null))}
								/>
							</dd>
						</div>
					)}
				</For>
			</dl>
		</Show>
	);
}
