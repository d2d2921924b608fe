import { For, type JSX, Show } from "solid-js";
import { t } from "../../i18n/index.ts";
import { RegionPicker, useRegions } from "../../responsibilities/index.ts";
import { Icon } from "../../ui/icon.tsx";

/** The regions in which it lies, one after the other: a case may span several. */
export function PlacesField(props: {
	label: string;
	value: readonly string[];
	error: string | null;
	onChange: (codes: string[]) => void;
}): JSX.Element {
	const regions = useRegions();
	return (
		<div>
			<RegionPicker
				label={props.label}
				value=""
				none={t("complaintForm.addPlace")}
				error={props.error}
				onChange={(code) => {
					if (code !== "" && !props.value.includes(code)) props.onChange([...props.value, code]);
				}}
			/>
			<Show when={props.value.length > 0}>
				<ul class="mt-1.5 flex flex-wrap gap-1.5" aria-label={props.label}>
					<For each={props.value}>
						{(code) => (
							<li class="inline-flex items-center rounded-sm border border-accent bg-accent-wash pl-2">
								{regions.name(code)}
								<button
									type="button"
									class="tap flex h-6 min-w-6 items-center justify-center hover:text-late touch:min-w-[44px]"
									aria-label={t("complaintForm.removePlace", { name: regions.name(code) })}
									onClick={() => props.onChange(props.value.filter((other) => other !== code))}
								>
									<Icon name="close" size={10} />
								</button>
							</li>
						)}
					</For>
				</ul>
			</Show>
		</div>
	);
}
