import { createSignal, type JSX, onMount } from "solid-js";
import { t } from "../i18n/index.ts";
import { Button } from "../ui/button.tsx";

/** Corrects a text in its place: Ctrl+Enter keeps, Escape leaves. */
export function TextCorrection(props: {
	label: string;
	value: string;
	onSave: (text: string) => void;
	onCancel: () => void;
}): JSX.Element {
	const [text, setText] = createSignal(props.value);
	let box: HTMLTextAreaElement | undefined;
	onMount(() => box?.focus());
	return (
		<CorrectionFrame ready={true} onSave={() => props.onSave(text())} onCancel={() => props.onCancel()}>
			<textarea
				ref={(element) => {
					box = element;
				}}
				class="field-box"
				aria-label={props.label}
				rows={Math.min(10, Math.max(2, Math.ceil(props.value.length / 32)))}
				value={text()}
				onInput={(event) => setText(event.currentTarget.value)}
			/>
		</CorrectionFrame>
	);
}

/** A correction with its two ways out: Ctrl+Enter keeps, Escape leaves. */
export function CorrectionFrame(props: {
	ready: boolean;
	onSave: () => void;
	onCancel: () => void;
	children: JSX.Element;
}): JSX.Element {
	const save = () => {
		if (props.ready) props.onSave();
	};
	return (
		<div
			role="group"
			class="flex flex-col gap-1.5"
			onKeyDown={(event) => {
				if (event.isComposing) return;
				if (event.key === "Escape") props.onCancel();
				else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
				else return;
				event.preventDefault();
				event.stopPropagation();
			}}
		>
			{props.children}
			<div class="flex gap-2">
				<Button size="small" look="primary" disabled={!props.ready} onClick={save}>
					{t("reading.keep")}
				</Button>
				<Button size="small" onClick={() => props.onCancel()}>
					{t("cancel")}
				</Button>
			</div>
		</div>
	);
}
