import { createUniqueId, For, type JSX, Show } from "solid-js";
import { t } from "../../i18n/index.ts";

/** One of a few: all of them are seen at once, and arrow keys go from one to the next. */
export function ChoiceField<V extends string>(props: {
	legend: string;
	choices: readonly { readonly value: V; readonly label: string; readonly hint?: string | undefined }[];
	value: V | "";
	onChange: (value: V) => void;
	error?: string | null;
	required?: boolean;
}): JSX.Element {
	const name = createUniqueId();
	return (
		<fieldset aria-invalid={Boolean(props.error)} data-required={props.required ? props.legend : undefined}>
			<legend class="mb-1 text-ink-soft">
				{props.legend}
				<Show when={props.required}>
					<span class="ml-1 text-late" aria-hidden="true">
						*
					</span>
					<span class="sr-only">{t("required")}</span>
				</Show>
			</legend>
			<div class="flex flex-wrap gap-2">
				<For each={props.choices}>
					{(choice) => (
						<label class="tap inline-flex min-h-9 items-center gap-2 rounded border border-line-strong px-3 py-1 has-checked:border-accent has-checked:bg-accent-wash touch:min-h-[44px]">
							<input
								type="radio"
								name={name}
								class="size-4 accent-accent"
								checked={props.value === choice.value}
								onChange={() => props.onChange(choice.value)}
							/>
							<span>
								{choice.label}
								<Show when={choice.hint}>
									<span class="ml-1.5 text-[0.9rem] text-ink-faint">{choice.hint}</span>
								</Show>
							</span>
						</label>
					)}
				</For>
			</div>
			<Show when={props.error}>
				<p class="mt-1 text-late">{props.error}</p>
			</Show>
		</fieldset>
	);
}
