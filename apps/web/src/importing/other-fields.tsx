import type { OtherField } from "@zhenggai/domain/kernel";
import { Index, type JSX, Show } from "solid-js";
import { t } from "../i18n/index.ts";
import { IconButton } from "../ui/button.tsx";
import { FieldMenu } from "./field-menu.tsx";
import { TextCorrection } from "./text-correction.tsx";

/**
 * Labelled texts without a field of their own: they come along under their label, unless the clerk knows their field,
 * corrects their words or leaves them out.
 */
export function OtherFields<F extends string>(props: {
	others: readonly OtherField[];
	/** The fields that such a text can be made. */
	fields: readonly F[];
	name: (field: F) => string;
	/** Which of them is being corrected. */
	editing: number | null;
	onEdit: (index: number | null) => void;
	onText: (index: number, text: string) => void;
	/** Null leaves it out. */
	onAssign: (index: number, field: F | null) => void;
}): JSX.Element {
	return (
		<Show when={props.others.length > 0}>
			<dl aria-label={t("reading.others")}>
				<Index each={props.others}>
					{(other, index) => (
						<div
							class="grid grid-cols-[6rem_minmax(0,1fr)] sm:grid-cols-[9rem_minmax(0,1fr)] gap-2 border-l-4 border-transparent px-2 py-1"
							data-other={other().label}
						>
							<dt class="text-ink-soft">{other().label}</dt>
							<dd class="flex min-w-0 items-start gap-2">
								<Show
									when={props.editing === index}
									fallback={
										<>
											<p class="clamp-3 min-w-0 flex-1 whitespace-pre-line">{other().text}</p>
											<FieldMenu
												label={t("assign.as")}
												title={t("assign.other", { label: other().label })}
												fields={props.fields}
												name={(field) => props.name(field)}
												onChoose={(field) => props.onAssign(index, field)}
											/>
											<IconButton
												icon="close"
												size={13}
												label={t("assign.leaveOut", { label: other().label })}
												onClick={() => props.onAssign(index, null)}
											/>
											<IconButton
												icon="text"
												size={13}
												label={t("reading.edit", { name: other().label })}
												onClick={() => props.onEdit(index)}
											/>
										</>
									}
								>
									<div class="min-w-0 flex-1">
										<TextCorrection
											label={other().label}
											value={other().text}
											onSave={(text) => props.onText(index, text)}
											onCancel={() => props.onEdit(null)}
										/>
									</div>
								</Show>
							</dd>
						</div>
					)}
				</Index>
			</dl>
		</Show>
	);
}
