import { Tabs as Kobalte } from "@kobalte/core/tabs";
import { For, type JSX, Show } from "solid-js";

export type Tab<K extends string> = {
	readonly key: K;
	readonly label: string;
	/** How much waits there; nothing is shown for none. */
	readonly count?: number;
};

/** Parts of a page of which one is shown. Arrow keys go from tab to tab. */
export function Tabs<K extends string>(props: {
	label: string;
	tabs: readonly Tab<K>[];
	value: K;
	onChange: (key: K) => void;
	children: JSX.Element;
}): JSX.Element {
	const change = (value: string) => {
		const found = props.tabs.find(({ key }) => key === value);
		if (found !== undefined) props.onChange(found.key);
	};
	return (
		<Kobalte value={props.value} onChange={change} activationMode="manual">
			<Kobalte.List
				aria-label={props.label}
				class="no-print flex flex-wrap gap-x-1 border-b border-line-strong"
			>
				<For each={props.tabs}>
					{(tab) => (
						<Kobalte.Trigger
							value={tab.key}
							class="tap -mb-px border-b-2 border-transparent px-3 py-1.5 text-ink-soft hover:text-ink data-[selected]:border-accent data-[selected]:font-semibold data-[selected]:text-ink"
						>
							{tab.label}
							<Show when={tab.count}>
								{(count) => <span class="ml-1.5 font-normal text-ink-faint tabular-nums">{count()}</span>}
							</Show>
						</Kobalte.Trigger>
					)}
				</For>
			</Kobalte.List>
			<Kobalte.Content value={props.value} class="pt-4">
				{props.children}
			</Kobalte.Content>
		</Kobalte>
	);
}
