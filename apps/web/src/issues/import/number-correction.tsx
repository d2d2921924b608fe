import { vocab } from "@zhenggai/domain/vocabulary";
import { createSignal, type JSX, onMount } from "solid-js";
import { word } from "../../i18n/format.ts";
import { CorrectionFrame } from "../../importing/text-correction.tsx";

/** Corrects the number of an issue as it is printed: 十七, 12, 38-2. */
export function NumberCorrection(props: {
	value: string;
	onSave: (text: string) => void;
	onCancel: () => void;
}): JSX.Element {
	const [text, setText] = createSignal(props.value);
	let box: HTMLInputElement | undefined;
	onMount(() => box?.select());
	return (
		<CorrectionFrame ready={true} onSave={() => props.onSave(text())} onCancel={() => props.onCancel()}>
			<input
				ref={(element) => {
					box = element;
				}}
				class="field-box w-40!"
				aria-label={word(vocab.importField, "number")}
				maxLength={40}
				value={text()}
				onInput={(event) => setText(event.currentTarget.value)}
			/>
		</CorrectionFrame>
	);
}
