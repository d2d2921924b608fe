import type { ComplaintPreviewItem } from "@zhenggai/domain/complaints";
import { badges, complaintValueText, vocab } from "@zhenggai/domain/vocabulary";
import { createMemo, type JSX, Show } from "solid-js";
import { countText, word } from "../../i18n/format.ts";
import { language, t } from "../../i18n/index.ts";
import { Differences } from "../../importing/differences.tsx";
import { type KindFilter, KindSelect } from "../../importing/preview-summary.tsx";
import { VirtualList } from "../../importing/virtual-list.tsx";
import { useRegions } from "../../responsibilities/index.ts";
import { FindingList } from "../../rules/index.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/section.tsx";
import type { ComplaintWizardState } from "./complaint-wizard-state.ts";

const ITEM_HEIGHT = 40;

/** What would happen to each row, to be taken or left. */
export function PreviewItems(props: {
	wizard: ComplaintWizardState;
	items: readonly ComplaintPreviewItem[];
	kind: KindFilter;
	onKind: (kind: KindFilter) => void;
	scroller: () => HTMLElement | undefined;
}): JSX.Element {
	const shown = createMemo(() =>
		props.items.filter((item) => (props.kind === "" ? item.kind !== "same" : item.kind === props.kind)),
	);
	const chosen = () => props.items.filter((item) => isTaken(props.wizard, item)).length;
	const takeAll = (apply: boolean) => {
		const { items } = props.wizard.choices();
		const open = shown().filter(
			({ kind }) => kind === "new" || kind === "changed" || (!apply && kind === "refused"),
		);
		props.wizard.setItems(Object.fromEntries(open.map(({ key }) => [key, { ...items[key], apply }])));
	};
	return (
		<Section
			title={t("preview.items")}
			count={shown().length}
			aside={
				<>
					<span class="text-[0.93rem] text-ink-soft">{t("preview.chosen", { n: countText(chosen()) })}</span>
					<KindSelect kind={props.kind} onKind={props.onKind} />
					<Button size="small" onClick={() => takeAll(true)}>
						{t("preview.all")}
					</Button>
					<Button size="small" onClick={() => takeAll(false)}>
						{t("preview.none")}
					</Button>
				</>
			}
		>
			<Show when={shown().length > 0} fallback={<p class="text-ink-soft">{t("preview.nothing")}</p>}>
				<VirtualList
					label={t("preview.items")}
					items={shown()}
					scroller={props.scroller}
					estimate={ITEM_HEIGHT}
				>
					{(item) => <Item wizard={props.wizard} item={item()} />}
				</VirtualList>
			</Show>
		</Section>
	);
}

/** Whether a row is taken: as the clerk says at once, before the server has answered, else as the server proposes. */
const isTaken = (wizard: ComplaintWizardState, item: ComplaintPreviewItem): boolean =>
	item.kind !== "same" && (wizard.choices().items[item.key]?.apply ?? item.chosen);

function Item(props: { wizard: ComplaintWizardState; item: ComplaintPreviewItem }): JSX.Element {
	const regions = useRegions();
	const choice = () => props.wizard.choices().items[props.item.key];
	const taken = () => isTaken(props.wizard, props.item);
	const set = (next: NonNullable<ReturnType<typeof choice>>) =>
		props.wizard.setItems({ [props.item.key]: next });
	const differences = () =>
		props.item.differences.map((one) => ({
			field: one.field,
			label: word(vocab.complaintImportField, one.field),
			ledger: one.ledger && complaintValueText(one.field, one.ledger, language(), regions.name),
			document: one.document && complaintValueText(one.field, one.document, language(), regions.name),
		}));
	return (
		<div class="border-b border-line py-2.5" data-item={props.item.key}>
			<div class="flex items-start gap-3">
				<label class="tap flex shrink-0 items-center gap-2">
					<input
						type="checkbox"
						class="size-4 accent-accent"
						checked={taken()}
						// A row that was refused after it had been taken must be let go again.
						disabled={props.item.kind === "same" || (props.item.kind === "refused" && !taken())}
						onChange={(event) => set({ ...choice(), apply: event.currentTarget.checked })}
					/>
					<span class="w-44 truncate font-medium tabular-nums">
						{props.item.receiptNumber ?? t("reading.noReceipt")}
					</span>
				</label>
				<Badge of={badges.preview[props.item.kind]} word={word(vocab.previewKind, props.item.kind)} />
				<span class="clamp-2 min-w-0 flex-1">{props.item.summary}</span>
			</div>
			<Show when={props.item.differences.length > 0}>
				<Differences
					differences={differences()}
					fields={choice()?.fields}
					onFields={(fields) => set({ apply: true, fields })}
				/>
			</Show>
			<Findings item={props.item} />
		</div>
	);
}

/** What the rules say of a row: open where it is refused, folded where it is not. */
function Findings(props: { item: ComplaintPreviewItem }): JSX.Element {
	return (
		<Show when={props.item.findings.length > 0}>
			<details class="mt-1.5 pl-7" open={props.item.kind === "refused"}>
				<summary class="tap text-[0.93rem] text-ink-soft">
					{t("preview.findings", { n: props.item.findings.length })}
				</summary>
				<div class="mt-1.5">
					<FindingList findings={props.item.findings} />
				</div>
			</details>
		</Show>
	);
}
