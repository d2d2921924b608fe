import { badges, vocab } from "@zhenggai/domain/vocabulary";
import {
	type FilterField,
	filterLanguage,
	inspectionField,
	isYes,
	none,
	readDays,
	regionField,
	valueNamed,
	valuesField,
} from "../panes/filter-language.ts";
import { say } from "../say.ts";
import type { FilterInput } from "./wire.ts";

const UNIT_ROLES = ["lead", "responsible", "supporting", "supervising", "acceptance"] as const;
const ROLE_NAMES: Record<(typeof UNIT_ROLES)[number], readonly string[]> = {
	lead: ["牵头", "lead"],
	responsible: ["责任", "responsible"],
	supporting: ["配合", "supporting"],
	supervising: ["督导", "supervising"],
	acceptance: ["验收", "acceptance"],
};

const unitField = (role: (typeof UNIT_ROLES)[number] | null): FilterField<FilterInput> => ({
	names: role === null ? ["单位", "unit"] : ROLE_NAMES[role],
	example: say("水务局", "Water Bureau"),
	labels: null,
	read(draft, value, inverse) {
		if (inverse) return false;
		draft.lookups.push({
			kind: "unit",
			name: value,
			put: (filter, id) => {
				filter.unitId = id;
			},
		});
		if (role !== null) draft.filter.unitRole = role;
		return true;
	},
});

/** The fields, in the order in which help lists them. They are those of every other front's filter. */
export const FILTER_FIELDS: readonly FilterField<FilterInput>[] = [
	{
		names: ["时限", "due"],
		example: say("逾期", "overdue"),
		labels: vocab.deadlineStanding,
		read({ filter }, value, inverse) {
			if (inverse) return false;
			const days = readDays(value);
			if (days !== null) {
				if (days.from !== null) filter.dueFrom = days.from;
				if (days.to !== null) filter.dueTo = days.to;
				return true;
			}
			const standing = valueNamed(vocab.deadlineStanding, (key) => badges.standing[key].word, value);
			if (standing !== null) filter.standing = standing;
			return standing !== null;
		},
	},
	valuesField(
		["状态", "state"],
		say("整改中", "inProgress"),
		vocab.issueState,
		(filter, states) => {
			filter.states = states;
		},
		(key) => badges.issueState[key].word,
	),
	regionField((filter, id) => {
		filter.region = id;
	}),
	unitField(null),
	...UNIT_ROLES.map(unitField),
	valuesField(
		["来源", "source"],
		say("省级督察", "provincialInspection"),
		vocab.sourceKind,
		(filter, kinds) => {
			filter.sourceKinds = kinds;
		},
	),
	inspectionField((filter, id) => {
		filter.inspectionId = id;
	}),
	{
		names: ["轮次", "round"],
		example: say("3", "3"),
		labels: null,
		read({ filter }, value, inverse) {
			const round = Number(value);
			if (inverse || !Number.isInteger(round) || round < 1 || round > 50) return false;
			filter.round = round;
			return true;
		},
	},
	{
		names: ["层级", "tier"],
		example: say("市级", "city"),
		labels: vocab.tier,
		read({ filter }, value, inverse) {
			const tier = valueNamed(vocab.tier, none, value);
			if (tier === null || inverse) return false;
			filter.tier = tier;
			return true;
		},
	},
	{
		names: ["领域", "field"],
		example: say("重金属", "heavyMetal"),
		labels: vocab.issueField,
		read({ filter }, value, inverse) {
			const found = valueNamed(vocab.issueField, none, value);
			if (found === null || inverse) return false;
			filter.field = found;
			return true;
		},
	},
	{
		names: ["类型", "generality"],
		example: say("共性", "common"),
		labels: vocab.generality,
		read({ filter }, value, inverse) {
			const found = valueNamed(vocab.generality, none, value);
			if (found === null) return false;
			const other = found === "common" ? "individual" : "common";
			filter.generality = inverse ? other : found;
			return true;
		},
	},
	{
		names: ["缺项", "incomplete"],
		example: say("是", "yes"),
		labels: null,
		read({ filter }, value, inverse) {
			if (!isYes(value) || inverse) return false;
			filter.incomplete = true;
			return true;
		},
	},
];

/** How filters of the ledger are written. */
export const ISSUE_FILTERS = filterLanguage<FilterInput>(FILTER_FIELDS, {
	empty: () => ({}),
	text: (filter, words) => {
		filter.text = words;
	},
});
