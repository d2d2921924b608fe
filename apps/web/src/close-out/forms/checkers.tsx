import { Index, type JSX, Show } from "solid-js";
import { t } from "../../i18n/index.ts";
import { UnitPicker } from "../../responsibilities/index.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import type { Option } from "../../ui/combobox.tsx";
import { TextField } from "../../ui/field.tsx";

export type CheckerDraft = { name: string; unit: Option | null };

export const isNamed = ({ name }: CheckerDraft): boolean => name.trim() !== "";

/** The people of a check on the spot, one line each, with the unit that they are of. */
export function Checkers(props: {
	value: readonly CheckerDraft[];
	onChange: (checkers: CheckerDraft[]) => void;
	error: string | null;
}): JSX.Element {
	const change = (at: number, with_: Partial<CheckerDraft>) =>
		props.onChange(props.value.map((held, index) => (index === at ? { ...held, ...with_ } : held)));
	return (
		<fieldset class="rounded border border-line px-2.5 pb-2.5" aria-invalid={props.error !== null}>
			<legend class="px-1 text-ink-soft">{t("closeOut.checkersLegend")}</legend>
			<div class="flex flex-col gap-2">
				<Index each={props.value}>
					{(checker, at) => (
						<div
							class="grid grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_auto] items-end gap-2"
							data-checker={at}
						>
							<TextField
								label={t("closeOut.checkerName", { n: at + 1 })}
								value={checker().name}
								onInput={(name) => change(at, { name })}
							/>
							<UnitPicker
								label={t("closeOut.checkerUnit", { n: at + 1 })}
								value={checker().unit}
								onChange={(unit) => change(at, { unit })}
							/>
							<IconButton
								icon="close"
								label={t("closeOut.checkerDrop", { n: at + 1 })}
								onClick={() => props.onChange(props.value.filter((_, index) => index !== at))}
							/>
						</div>
					)}
				</Index>
				<div>
					<Button
						size="small"
						icon="plus"
						onClick={() => props.onChange([...props.value, { name: "", unit: null }])}
					>
						{t("closeOut.checkerAdd")}
					</Button>
				</div>
			</div>
			<Show when={props.error}>
				<p class="pt-1 text-late">{props.error}</p>
			</Show>
		</fieldset>
	);
}
