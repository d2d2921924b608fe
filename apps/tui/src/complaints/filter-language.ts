import { badges, caseVocab, vocab } from "@zhenggai/domain/vocabulary";
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
import type { ComplaintFilter } from "./wire.ts";

const MOST_BATCHES = 999;

const yesField = (
	names: readonly string[],
	inverted: boolean,
	put: (filter: ComplaintFilter, yes: boolean) => void,
): FilterField<ComplaintFilter> => ({
	names,
	example: say("是", "yes"),
	labels: null,
	read({ filter }, value, inverse) {
		if (!isYes(value) || (inverse && !inverted)) return false;
		put(filter, !inverse);
		return true;
	},
});

/** The fields, in the order in which help lists them. They are those of every other front's filter. */
export const COMPLAINT_FIELDS: readonly FilterField<ComplaintFilter>[] = [
	valuesField(
		["状态", "status"],
		say("未办结", "open"),
		vocab.complaintStatus,
		(filter, statuses) => {
			filter.statuses = statuses;
		},
		(key) => badges.complaintStatus[key].word,
	),
	valuesField(
		["属实", "verdict"],
		say("部分属实", "partlyTrue"),
		vocab.verdict,
		(filter, verdicts) => {
			filter.verdicts = verdicts;
		},
		(key) => badges.verdict[key].word,
	),
	regionField((filter, id) => {
		filter.region = id;
	}),
	valuesField(["污染", "type"], say("噪声", "noise"), vocab.pollutionType, (filter, types) => {
		filter.pollutionTypes = types;
	}),
	{
		names: ["批次", "batch"],
		example: say("3", "3"),
		labels: null,
		read({ filter }, value, inverse) {
			const batch = Number(value.replace(/^第|批$/gu, ""));
			if (inverse || !Number.isInteger(batch) || batch < 1 || batch > MOST_BATCHES) return false;
			filter.batch = batch;
			return true;
		},
	},
	{
		names: ["交办", "day"],
		example: say("2026-03-01..2026-03-31", "2026-03-01..2026-03-31"),
		labels: null,
		read({ filter }, value, inverse) {
			const days = readDays(value);
			if (days === null || inverse) return false;
			if (days.from !== null) filter.batchFrom = days.from;
			if (days.to !== null) filter.batchTo = days.to;
			return true;
		},
	},
	valuesField(["方式", "channel"], say("来电", "phone"), vocab.complaintChannel, (filter, channels) => {
		filter.channels = channels;
	}),
	inspectionField((filter, id) => {
		filter.inspectionId = id;
	}),
	{
		names: ["待办", "waiting"],
		example: say("待办理反馈", "reply"),
		labels: caseVocab.complaintWait,
		read({ filter }, value, inverse) {
			const waiting = valueNamed(caseVocab.complaintWait, none, value);
			if (waiting === null || inverse) return false;
			filter.waiting = waiting;
			return true;
		},
	},
	yesField(["重点", "key"], true, (filter, yes) => {
		filter.isKey = yes;
	}),
	yesField(["撤销", "withdrawn"], false, (filter, yes) => {
		filter.withdrawn = yes;
	}),
];

/** How filters of complaints are written. */
export const COMPLAINT_FILTERS = filterLanguage<ComplaintFilter>(COMPLAINT_FIELDS, {
	empty: () => ({}),
	text: (filter, words) => {
		filter.text = words;
	},
});
