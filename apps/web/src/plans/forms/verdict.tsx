import { For, type JSX } from "solid-js";

export type VerdictChoice<V extends string> = {
	readonly value: V;
	readonly label: string;
	readonly tone: "good" | "bad";
	readonly disabled?: boolean;
};

const TONES = {
	good: "has-checked:border-done has-checked:bg-done-wash has-checked:text-done",
	bad: "has-checked:border-late has-checked:bg-late-wash has-checked:text-late",
} as const;

/** One of two or three words, as buttons that work like a list of choices for the keyboard. */
export function Verdict<V extends string>(props: {
	name: string;
	legend: string;
	value: V | "";
	choices: readonly VerdictChoice<V>[];
	onChange: (value: V) => void;
	hideLegend?: boolean;
	required?: boolean;
}): JSX.Element {
	return (
		<fieldset class="flex flex-wrap gap-1.5" data-required={props.required ? props.legend : undefined}>
			<legend class={props.hideLegend ? "sr-only" : "mb-1 text-ink-soft"}>{props.legend}</legend>
			<For each={props.choices}>
				{(choice) => (
					<label
						class={`tap relative flex min-h-8 touch:min-h-[44px] cursor-pointer items-center gap-1.5 rounded border border-line-strong px-3 has-focus-visible:outline-2 has-focus-visible:outline-accent has-disabled:cursor-default has-disabled:opacity-55 ${TONES[choice.tone]}`}
					>
						<input
							type="radio"
							class="size-3.5 accent-accent"
							name={props.name}
							value={choice.value}
							checked={props.value === choice.value}
							disabled={choice.disabled ?? false}
							onChange={() => props.onChange(choice.value)}
						/>
						{choice.label}
					</label>
				)}
			</For>
		</fieldset>
	);
}
