import type { ReadingWarning } from "@zhenggai/domain/kernel";
import { vocab } from "@zhenggai/domain/vocabulary";
import { For, type JSX, Show } from "solid-js";
import { word } from "../i18n/format.ts";
import { say, t } from "../i18n/index.ts";
import { Icon } from "../ui/icon.tsx";

/** What the reader doubts, each with a way to its line. */
export function WarningList(props: {
	warnings: readonly ReadingWarning[];
	onLine: (line: number) => void;
}): JSX.Element {
	return (
		<Show when={props.warnings.length > 0}>
			<ul class="mb-3 flex flex-col gap-1">
				<For each={props.warnings}>
					{(warning) => (
						<li class="flex items-start gap-2 rounded-sm bg-near-wash px-2 py-1 text-[0.93rem] text-near">
							<Icon name="alert" size={14} class="mt-0.5" />
							<span class="flex-1">
								<strong class="font-medium">{word(vocab.readingWarning, warning.code)}</strong>{" "}
								{say(warning.message)}
							</span>
							<Show when={warning.line}>
								{(line) => (
									<button type="button" class="tap underline" onClick={() => props.onLine(line())}>
										{t("reading.line", { n: line() })}
									</button>
								)}
							</Show>
						</li>
					)}
				</For>
			</ul>
		</Show>
	);
}
