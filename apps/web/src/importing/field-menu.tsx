import { Popover as Kobalte } from "@kobalte/core/popover";
import { For, type JSX } from "solid-js";
import { buttonClass } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";

/** A button with the fields that a text can be made; closes once one is chosen. */
export function FieldMenu<F extends string>(props: {
	label: string;
	title: string;
	fields: readonly F[];
	/** What a field is called. */
	name: (field: F) => string;
	onChoose: (field: F) => void;
}): JSX.Element {
	return (
		<Kobalte gutter={4} placement="bottom-end">
			<Kobalte.Trigger class={buttonClass("quiet", "small")} title={props.title}>
				{props.label}
				<Icon name="chevronDown" size={12} class="text-ink-faint" />
			</Kobalte.Trigger>
			<Kobalte.Portal>
				<Kobalte.Content
					class="z-50 max-h-[min(70vh,30rem)] min-w-40 overflow-auto rounded-md border border-line bg-sheet p-1 shadow-float"
					aria-label={props.title}
				>
					<ul>
						<For each={props.fields}>
							{(field) => (
								<li>
									<Kobalte.CloseButton
										class="tap w-full rounded px-3 py-1 text-left hover:bg-hover"
										aria-label={props.name(field)}
										onClick={() => props.onChoose(field)}
									>
										{props.name(field)}
									</Kobalte.CloseButton>
								</li>
							)}
						</For>
					</ul>
				</Kobalte.Content>
			</Kobalte.Portal>
		</Kobalte>
	);
}
