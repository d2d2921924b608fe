import type { JSX } from "solid-js";
import { t } from "../../i18n/index.ts";
import { DATE, matching, one, type Params, REGION } from "../../list/params.ts";
import { RegionPicker } from "../../responsibilities/index.ts";
import { TextField } from "../../ui/field.tsx";

/** What a register of the board is asked with beside its own filters, as it stands in the address. */
export type PeriodAsked = {
	readonly from?: string | undefined;
	readonly to?: string | undefined;
	readonly region?: string | undefined;
};

/** What the address says of it; a part that makes no sense is left out. */
export const periodAsked = (params: Params) => ({
	from: matching(one(params, "from"), DATE),
	to: matching(one(params, "to"), DATE),
	region: matching(one(params, "region"), REGION),
});

/** 起止日期和地区: the filters that both registers have, with their own beside them. */
export function PeriodBar(props: {
	asked: PeriodAsked;
	onChange: (changes: PeriodAsked) => void;
	children?: JSX.Element;
}): JSX.Element {
	const day = (text: string) => (text === "" ? undefined : text);
	return (
		<div class="no-print flex flex-wrap items-end gap-3">
			<TextField
				label={t("sup.from")}
				type="date"
				max={props.asked.to ?? ""}
				value={props.asked.from ?? ""}
				onInput={(from) => props.onChange({ from: day(from) })}
			/>
			<TextField
				label={t("sup.until")}
				type="date"
				min={props.asked.from ?? ""}
				value={props.asked.to ?? ""}
				onInput={(to) => props.onChange({ to: day(to) })}
			/>
			<div class="min-w-44">
				<RegionPicker
					label={t("filter.regionBelow")}
					value={props.asked.region ?? ""}
					none={t("filter.any")}
					onChange={(region) => props.onChange({ region: day(region) })}
				/>
			</div>
			{props.children}
		</div>
	);
}
