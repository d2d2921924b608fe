import { type JSX, Show } from "solid-js";
import { t } from "../i18n/index.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { TRUST_EDGES, type Trust } from "./trust.ts";

/** How unsure the reader is of a reading. */
export function doubtText(trust: Trust, confidence: number | null): string {
	const n = Math.round((confidence ?? 0) * 100);
	return trust === "doubtful" ? t("trust.doubtfulN", { n }) : t("trust.checkN", { n });
}

/** One field that was read: its words, how sure the reader is, and the way to correct it. */
export function ReadingLine(props: {
	/** What the field is called in the page's data, for tests and programs. */
	id: string;
	name: string;
	/** Empty where the document says nothing. */
	text: string;
	trust: Trust;
	confidence: number | null;
	focused: boolean;
	corrected: boolean;
	editing: boolean;
	/** The control that corrects it; without one it is shown only. */
	editor: (() => JSX.Element) | null;
	onFocus: () => void;
	onEdit: (editing: boolean) => void;
	onUndo: () => void;
}): JSX.Element {
	const doubtful = () => props.trust === "check" || props.trust === "doubtful";
	return (
		<div
			class={`grid grid-cols-[6rem_minmax(0,1fr)] sm:grid-cols-[9rem_minmax(0,1fr)] gap-2 border-l-4 px-2 py-1 ${TRUST_EDGES[props.trust]} ${props.focused && !props.editing ? "bg-mark" : ""}`}
			data-field={props.id}
		>
			<dt class="text-ink-soft">{props.name}</dt>
			<dd class="flex min-w-0 items-start gap-2">
				<div class="min-w-0 flex-1">
					<Show
						when={props.editing && props.editor}
						fallback={
							<button
								type="button"
								class="tap w-full text-left whitespace-pre-line"
								onClick={() => props.onFocus()}
							>
								<Show
									when={props.text !== ""}
									fallback={
										<span class={props.focused ? "text-ink-soft" : "text-ink-faint"}>
											{t("reading.nothing")}
										</span>
									}
								>
									{props.text}
								</Show>
								<Show when={doubtful()}>
									<span
										class={`ml-1.5 text-[0.86rem] ${props.trust === "doubtful" ? "text-late" : "text-near"}`}
									>
										{doubtText(props.trust, props.confidence)}
									</span>
								</Show>
							</button>
						}
					>
						{(editor) => editor()()}
					</Show>
				</div>
				<Show when={props.corrected}>
					<Button size="small" look="quiet" onClick={() => props.onUndo()}>
						{t("reading.undoField")}
						<span class="sr-only">{props.name}</span>
					</Button>
				</Show>
				<Show when={props.editor !== null}>
					<IconButton
						icon={props.editing ? "close" : "text"}
						size={13}
						label={props.editing ? t("cancel") : t("reading.edit", { name: props.name })}
						onClick={() => props.onEdit(!props.editing)}
					/>
				</Show>
			</dd>
		</div>
	);
}
