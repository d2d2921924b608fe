import { For, type JSX, Show } from "solid-js";
import { t } from "../i18n/index.ts";

/** One field that differs, both sides as people read them. */
export type ShownDifference<F extends string> = {
	readonly field: F;
	readonly label: string;
	readonly ledger: string | null;
	readonly document: string | null;
};

/** What differs, field by field: the ledger's and the document's side by side, each to be taken or left. */
export function Differences<F extends string>(props: {
	differences: readonly ShownDifference<F>[];
	/** The fields chosen so far; all of them where nothing is chosen. */
	fields: readonly F[] | undefined;
	onFields: (fields: F[]) => void;
}): JSX.Element {
	const all = () => props.differences.map((difference) => difference.field);
	const taken = () => props.fields ?? all();
	const toggle = (field: F, on: boolean) =>
		props.onFields(all().filter((other) => (other === field ? on : taken().includes(other))));
	return (
		<table class="mt-2 ml-7 w-[calc(100%-1.75rem)] table-fixed border-collapse text-[0.93rem]">
			<thead>
				<tr class="text-left text-ink-faint">
					<th class="w-32 font-normal">{t("differences.field")}</th>
					<th class="font-normal">{t("differences.ledger")}</th>
					<th class="font-normal">{t("differences.document")}</th>
				</tr>
			</thead>
			<tbody>
				<For each={props.differences}>
					{(difference) => (
						<tr class="border-t border-line align-top">
							<td class="py-1 pr-2">
								<label class="tap flex items-center gap-2">
									<input
										type="checkbox"
										class="size-4 accent-accent"
										checked={taken().includes(difference.field)}
										onChange={(event) => toggle(difference.field, event.currentTarget.checked)}
									/>
									{difference.label}
								</label>
							</td>
							<td class="py-1 pr-3 break-words whitespace-pre-line text-ink-soft">
								<Show when={difference.ledger} fallback={<span class="text-ink-faint">{t("nothing")}</span>}>
									{(text) => <del>{text()}</del>}
								</Show>
							</td>
							<td class="py-1 break-words whitespace-pre-line">
								<Show
									when={difference.document}
									fallback={<span class="text-ink-faint">{t("nothing")}</span>}
								>
									{(text) => <ins class="no-underline">{text()}</ins>}
								</Show>
							</td>
						</tr>
					)}
				</For>
			</tbody>
		</table>
	);
}
