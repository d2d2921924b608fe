import { caseVocab, choicesOf } from "@zhenggai/domain/vocabulary";
import { createSignal, type JSX } from "solid-js";
import { language, t } from "../../i18n/index.ts";
import { RegionPicker, UnitPicker, useRegions } from "../../responsibilities/index.ts";
import type { Option } from "../../ui/combobox.tsx";
import { Popover } from "../../ui/popover.tsx";
import { CheckList } from "../../ui/select.tsx";
import type { InstrumentListFilter } from "./url.ts";

const unlessEmpty = <V,>(list: V[]): V[] | undefined => (list.length === 0 ? undefined : list);

/** Every filter of the board. What is set stands below as a chip that can be taken off. */
export function BoardFilterBar(props: {
	filter: InstrumentListFilter;
	onChange: (changes: { [K in keyof InstrumentListFilter]?: InstrumentListFilter[K] | undefined }) => void;
}): JSX.Element {
	const regions = useRegions();
	const [unit, setUnit] = createSignal<Option | null>(null);
	const regionLabel = () =>
		props.filter.region === undefined ? t("filter.region") : regions.name(props.filter.region);
	return (
		<div class="flex max-w-full items-center gap-1.5 max-md:w-full max-md:overflow-x-auto max-md:py-0.5">
			<Popover label={t("sup.col.kind")} title={t("sup.col.kind")} active={props.filter.kinds !== undefined}>
				<CheckList
					legend={t("sup.col.kind")}
					choices={choicesOf(caseVocab.instrumentKind, language())}
					value={props.filter.kinds ?? []}
					onChange={(kinds) => props.onChange({ kinds: unlessEmpty(kinds) })}
				/>
			</Popover>
			<Popover
				label={t("sup.col.stage")}
				title={t("sup.col.stage")}
				active={props.filter.stages !== undefined}
			>
				<CheckList
					legend={t("sup.col.stage")}
					choices={choicesOf(caseVocab.instrumentStage, language())}
					value={props.filter.stages ?? []}
					onChange={(stages) => props.onChange({ stages: unlessEmpty(stages) })}
				/>
			</Popover>
			<Popover label={regionLabel()} title={t("filter.region")} active={props.filter.region !== undefined}>
				<RegionPicker
					label={t("filter.regionBelow")}
					value={props.filter.region ?? ""}
					none={t("filter.any")}
					onChange={(code) => props.onChange({ region: code === "" ? undefined : code })}
				/>
			</Popover>
			<Popover
				label={t("sup.addressees")}
				title={t("sup.addressees")}
				active={props.filter.unitId !== undefined}
			>
				<div class="w-72 p-1">
					<UnitPicker
						label={t("sup.addressees")}
						value={props.filter.unitId === undefined ? null : unit()}
						onChange={(next) => {
							setUnit(next);
							props.onChange({ unitId: next?.id });
						}}
					/>
				</div>
			</Popover>
		</div>
	);
}
