import { useQuery } from "@tanstack/solid-query";
import { caseVocab, choicesOf, vocab } from "@zhenggai/domain/vocabulary";
import type { JSX } from "solid-js";
import { queries } from "../api.ts";
import { word } from "../i18n/format.ts";
import { language, t } from "../i18n/index.ts";
import { SearchBox } from "../list/search-box.tsx";
import { loaded } from "../loaded.ts";
import { RegionPicker, useRegions } from "../responsibilities/index.ts";
import type { ComplaintListFilter } from "../types.ts";
import { CheckField, TextField } from "../ui/field.tsx";
import { Popover } from "../ui/popover.tsx";
import { CheckList, Select } from "../ui/select.tsx";
import { WAITS } from "./url.ts";

type FilterProps = {
	filter: ComplaintListFilter;
	onChange: (changes: Partial<ComplaintListFilter>) => void;
};

const unlessEmpty = <V,>(list: V[]): V[] | undefined => (list.length === 0 ? undefined : list);

/** Every filter of the list. What is set stands below as a chip that can be taken off. */
export function ComplaintFilterBar(props: FilterProps): JSX.Element {
	return (
		<>
			<SearchBox
				label={t("complaints.search")}
				value={props.filter.text}
				onChange={(text) => props.onChange({ text })}
			/>
			<div class="flex max-w-full items-center gap-1.5 max-md:w-full max-md:overflow-x-auto max-md:py-0.5">
				<RegionFilter {...props} />
				<BatchFilter {...props} />
				<Popover
					label={t("complaints.status")}
					title={t("complaints.status")}
					active={props.filter.statuses !== undefined}
				>
					<CheckList
						legend={t("complaints.status")}
						choices={choicesOf(vocab.complaintStatus, language())}
						value={props.filter.statuses ?? []}
						onChange={(statuses) => props.onChange({ statuses: unlessEmpty(statuses) })}
					/>
				</Popover>
				<Popover
					label={t("complaints.verdict")}
					title={t("complaints.verdict")}
					active={props.filter.verdicts !== undefined}
				>
					<CheckList
						legend={t("complaints.verdict")}
						choices={choicesOf(vocab.verdict, language())}
						value={props.filter.verdicts ?? []}
						onChange={(verdicts) => props.onChange({ verdicts: unlessEmpty(verdicts) })}
					/>
				</Popover>
				<Popover
					label={t("complaints.types")}
					title={t("complaints.types")}
					active={props.filter.pollutionTypes !== undefined}
				>
					<CheckList
						legend={t("complaints.types")}
						choices={choicesOf(vocab.pollutionType, language())}
						value={props.filter.pollutionTypes ?? []}
						onChange={(types) => props.onChange({ pollutionTypes: unlessEmpty(types) })}
					/>
				</Popover>
				<MoreFilter {...props} />
			</div>
		</>
	);
}

function RegionFilter(props: FilterProps): JSX.Element {
	const regions = useRegions();
	const label = () =>
		props.filter.region === undefined ? t("filter.region") : regions.name(props.filter.region);
	return (
		<Popover label={label()} title={t("filter.region")} active={props.filter.region !== undefined}>
			<RegionPicker
				label={t("filter.regionBelow")}
				value={props.filter.region ?? ""}
				none={t("filter.any")}
				onChange={(code) => props.onChange({ region: code === "" ? undefined : code })}
			/>
		</Popover>
	);
}

/** A batch by its number or its days, under an inspection. */
function BatchFilter(props: FilterProps): JSX.Element {
	const inspections = useQuery(() => queries.issues.listInspections());
	const active = () =>
		[props.filter.inspectionId, props.filter.batch, props.filter.batchFrom, props.filter.batchTo].some(
			(value) => value !== undefined,
		);
	const date = (value: string) => (value === "" ? undefined : value);
	const number = (value: string) => {
		const n = Number(value);
		return value.trim() !== "" && Number.isInteger(n) && n >= 1 && n <= 999 ? n : undefined;
	};
	return (
		<Popover label={t("complaints.batch")} title={t("complaints.batch")} active={active()}>
			<div class="flex w-72 flex-col gap-3 p-1">
				<Select
					label={t("filter.inspection")}
					value={props.filter.inspectionId ?? ""}
					none={t("filter.any")}
					choices={(loaded(inspections) ?? []).map((one) => ({ value: String(one.id), label: one.name }))}
					onChange={(id) => props.onChange({ inspectionId: id === "" ? undefined : id })}
				/>
				<TextField
					type="number"
					min="1"
					max="999"
					label={t("complaints.batchNumber")}
					value={props.filter.batch === undefined ? "" : String(props.filter.batch)}
					onInput={(value) => props.onChange({ batch: number(value) })}
				/>
				<TextField
					type="date"
					label={t("complaints.batchFrom")}
					value={props.filter.batchFrom ?? ""}
					onInput={(value) => props.onChange({ batchFrom: date(value) })}
				/>
				<TextField
					type="date"
					label={t("complaints.batchTo")}
					value={props.filter.batchTo ?? ""}
					onInput={(value) => props.onChange({ batchTo: date(value) })}
				/>
			</div>
		</Popover>
	);
}

function MoreFilter(props: FilterProps): JSX.Element {
	const active = () =>
		[props.filter.channels, props.filter.isKey, props.filter.waiting, props.filter.withdrawn].some(
			(value) => value !== undefined,
		);
	return (
		<Popover label={t("filter.more")} title={t("filter.more")} icon="filter" active={active()}>
			<div class="flex w-60 flex-col gap-3 p-1">
				<Select
					label={t("complaints.key")}
					value={props.filter.isKey === undefined ? "" : props.filter.isKey ? "1" : "0"}
					none={t("filter.any")}
					choices={[
						{ value: "1", label: t("complaints.onlyKey") },
						{ value: "0", label: t("complaints.noKey") },
					]}
					onChange={(value) => props.onChange({ isKey: value === "" ? undefined : value === "1" })}
				/>
				<Select
					label={word(vocab.complaintFilter, "waiting")}
					value={props.filter.waiting ?? ""}
					none={t("filter.any")}
					choices={choicesOf(caseVocab.complaintWait, language())}
					onChange={(value) => props.onChange({ waiting: WAITS.find((wait) => wait === value) })}
				/>
				<CheckList
					legend={t("complaints.channel")}
					choices={choicesOf(vocab.complaintChannel, language())}
					value={props.filter.channels ?? []}
					onChange={(channels) => props.onChange({ channels: unlessEmpty(channels) })}
				/>
				<CheckField
					label={t("complaints.onlyWithdrawn")}
					checked={props.filter.withdrawn === true}
					onChange={(on) => props.onChange({ withdrawn: on ? true : undefined })}
				/>
			</div>
		</Popover>
	);
}
