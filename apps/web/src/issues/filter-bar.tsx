import { useQuery } from "@tanstack/solid-query";
import { choicesOf, vocab } from "@zhenggai/domain/vocabulary";
import type { JSX } from "solid-js";
import { queries } from "../api.ts";
import { word } from "../i18n/format.ts";
import { language, t } from "../i18n/index.ts";
import { SearchBox } from "../list/search-box.tsx";
import { loaded } from "../loaded.ts";
import { RegionPicker, UnitPicker, useRegions } from "../responsibilities/index.ts";
import type { LedgerFilter } from "../types.ts";
import { CheckField, TextField } from "../ui/field.tsx";
import { Popover } from "../ui/popover.tsx";
import { CheckList, Select } from "../ui/select.tsx";
import { useFilterNames } from "./filter-names.ts";

type FilterProps = { filter: LedgerFilter; onChange: (changes: Partial<LedgerFilter>) => void };

/** Every filter of the ledger. What is set stands below as a chip that can be taken off. */
export function FilterBar(props: FilterProps): JSX.Element {
	return (
		<>
			<SearchBox
				label={t("filter.search")}
				value={props.filter.text}
				onChange={(text) => props.onChange({ text })}
			/>
			<div class="flex max-w-full items-center gap-1.5 max-md:w-full max-md:overflow-x-auto max-md:py-0.5">
				<RegionFilter {...props} />
				<Popover
					label={t("filter.state")}
					title={t("filter.state")}
					active={props.filter.states !== undefined}
				>
					<CheckList
						legend={t("filter.state")}
						choices={choicesOf(vocab.issueState, language())}
						value={props.filter.states ?? []}
						onChange={(states) => props.onChange({ states: states.length === 0 ? undefined : states })}
					/>
				</Popover>
				<DueFilter {...props} />
				<UnitFilter {...props} />
				<Popover
					label={t("filter.source")}
					title={t("filter.source")}
					active={props.filter.sourceKinds !== undefined || props.filter.inspectionId !== undefined}
				>
					<SourceFilter {...props} />
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

function DueFilter(props: FilterProps): JSX.Element {
	const label = () =>
		props.filter.standing === undefined
			? t("filter.due")
			: word(vocab.deadlineStanding, props.filter.standing);
	const active = () =>
		props.filter.standing !== undefined ||
		props.filter.dueFrom !== undefined ||
		props.filter.dueTo !== undefined;
	const date = (value: string) => (value === "" ? undefined : value);
	return (
		<Popover label={label()} title={t("filter.due")} active={active()}>
			<div class="flex w-60 flex-col gap-3 p-1">
				<Select
					label={t("filter.standing")}
					value={props.filter.standing ?? ""}
					none={t("filter.any")}
					choices={choicesOf(vocab.deadlineStanding, language())}
					onChange={(standing) => props.onChange({ standing: standing === "" ? undefined : standing })}
				/>
				<TextField
					type="date"
					label={t("filter.dueFrom")}
					value={props.filter.dueFrom ?? ""}
					onInput={(value) => props.onChange({ dueFrom: date(value) })}
				/>
				<TextField
					type="date"
					label={t("filter.dueTo")}
					value={props.filter.dueTo ?? ""}
					onInput={(value) => props.onChange({ dueTo: date(value) })}
				/>
			</div>
		</Popover>
	);
}

function UnitFilter(props: FilterProps): JSX.Element {
	const names = useFilterNames();
	return (
		<Popover label={t("filter.unit")} title={t("filter.unit")} active={props.filter.unitId !== undefined}>
			<div class="flex min-h-72 w-72 flex-col gap-3 p-1">
				<UnitPicker
					label={t("filter.unit")}
					value={
						props.filter.unitId === undefined
							? null
							: { id: props.filter.unitId, label: names.unit(props.filter.unitId) }
					}
					onChange={(option) => {
						if (option !== null) names.learnUnit(option.id, option.label);
						props.onChange({ unitId: option?.id, ...(option === null ? { unitRole: undefined } : {}) });
					}}
				/>
				<Select
					label={t("filter.role")}
					value={props.filter.unitRole ?? ""}
					none={t("filter.anyRole")}
					choices={choicesOf(vocab.assignmentRole, language())}
					onChange={(role) => props.onChange({ unitRole: role === "" ? undefined : role })}
				/>
			</div>
		</Popover>
	);
}

function SourceFilter(props: FilterProps): JSX.Element {
	const inspections = useQuery(() => queries.issues.listInspections());
	return (
		<div class="flex w-72 flex-col gap-3 p-1">
			<Select
				label={t("filter.inspection")}
				value={props.filter.inspectionId ?? ""}
				none={t("filter.any")}
				choices={(loaded(inspections) ?? []).map((one) => ({ value: one.id as string, label: one.name }))}
				onChange={(id) => props.onChange({ inspectionId: id === "" ? undefined : id })}
			/>
			<CheckList
				legend={t("filter.source")}
				choices={choicesOf(vocab.sourceKind, language())}
				value={props.filter.sourceKinds ?? []}
				onChange={(kinds) => props.onChange({ sourceKinds: kinds.length === 0 ? undefined : kinds })}
			/>
		</div>
	);
}

const ROUNDS = [1, 2, 3, 4, 5] as const;

function MoreFilter(props: FilterProps): JSX.Element {
	const active = () =>
		[
			props.filter.field,
			props.filter.round,
			props.filter.tier,
			props.filter.generality,
			props.filter.incomplete,
		].some((value) => value !== undefined);
	return (
		<Popover label={t("filter.more")} title={t("filter.more")} icon="filter" active={active()}>
			<div class="flex w-60 flex-col gap-3 p-1">
				<Select
					label={t("filter.round")}
					value={props.filter.round === undefined ? "" : String(props.filter.round)}
					none={t("filter.any")}
					choices={ROUNDS.map((n) => ({ value: String(n), label: t("filter.roundN", { n }) }))}
					onChange={(n) => props.onChange({ round: n === "" ? undefined : Number(n) })}
				/>
				<Select
					label={t("filter.tier")}
					value={props.filter.tier ?? ""}
					none={t("filter.any")}
					choices={choicesOf(vocab.tier, language())}
					onChange={(tier) => props.onChange({ tier: tier === "" ? undefined : tier })}
				/>
				<Select
					label={t("filter.field")}
					value={props.filter.field ?? ""}
					none={t("filter.any")}
					choices={choicesOf(vocab.issueField, language())}
					onChange={(field) => props.onChange({ field: field === "" ? undefined : field })}
				/>
				<Select
					label={t("filter.generality")}
					value={props.filter.generality ?? ""}
					none={t("filter.any")}
					choices={choicesOf(vocab.generality, language())}
					onChange={(kind) => props.onChange({ generality: kind === "" ? undefined : kind })}
				/>
				<CheckField
					label={t("filter.incomplete")}
					checked={props.filter.incomplete === true}
					onChange={(on) => props.onChange({ incomplete: on ? true : undefined })}
				/>
			</div>
		</Popover>
	);
}
