import { For, type JSX } from "solid-js";
import { t } from "../../i18n/index.ts";
import { UnitPicker } from "../../responsibilities/index.ts";
import { IconButton } from "../../ui/button.tsx";
import type { Option } from "../../ui/combobox.tsx";

/** Several units, added one by one. */
export function UnitList(props: {
	label: string;
	value: readonly Option[];
	onChange: (value: readonly Option[]) => void;
}): JSX.Element {
	const add = (option: Option | null) => {
		if (option === null || props.value.some((unit) => unit.id === option.id)) return;
		props.onChange([...props.value, option]);
	};
	return (
		<div>
			<UnitPicker label={props.label} value={null} onChange={add} />
			<ul class="mt-1 flex flex-col">
				<For each={props.value}>
					{(unit) => (
						<li class="flex items-center justify-between rounded bg-sunken pl-2">
							{unit.label}
							<IconButton
								icon="close"
								size={12}
								label={t("clearOf", { name: unit.label })}
								onClick={() => props.onChange(props.value.filter((other) => other.id !== unit.id))}
							/>
						</li>
					)}
				</For>
			</ul>
		</div>
	);
}
