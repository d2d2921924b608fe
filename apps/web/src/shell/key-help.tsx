import "../i18n/page-words.ts";
import { For, type JSX } from "solid-js";
import { t } from "../i18n/index.ts";
import { Kbd } from "../ui/badge.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { keymap } from "./keymap.ts";

const GROUPS = ["everywhere", "ledger"] as const;

/** Keys as people read them: Ctrl+K, g then l. */
export const chordText = (chord: string): string[] =>
	chord.replace("Mod+", "Ctrl+").replace("Arrow", "").split(" ");

/** Every key of the interface, from the one table. */
export default function KeyHelp(props: { onClose: () => void }): JSX.Element {
	return (
		<Dialog open={true} title={t("keys.title")} onClose={() => props.onClose()}>
			<div class="grid gap-6 p-4 sm:grid-cols-2">
				<For each={GROUPS}>
					{(group) => (
						<section>
							<h3 class="mb-2 font-semibold">{t(`keys.${group}`)}</h3>
							<dl class="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1.5">
								<For each={keymap.filter((binding) => binding.where === group)}>
									{(binding) => (
										<>
											<dt class="flex flex-wrap gap-1">
												<For each={binding.chords}>
													{(chord) => <For each={chordText(chord)}>{(key) => <Kbd>{key}</Kbd>}</For>}
												</For>
											</dt>
											<dd class="text-ink-soft">{t(binding.label)}</dd>
										</>
									)}
								</For>
							</dl>
						</section>
					)}
				</For>
			</div>
		</Dialog>
	);
}
