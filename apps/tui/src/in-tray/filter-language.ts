import { caseVocab } from "@zhenggai/domain/vocabulary";
import {
	type FilterField,
	type FilterLanguage,
	isYes,
	none,
	readTokens,
	valueNamed,
} from "../panes/filter-language.ts";
import { say } from "../say.ts";
import type { TrayFilter } from "./wire.ts";

/** The two fields by which an in-tray is filtered. */
export const TRAY_FIELDS: readonly FilterField<TrayFilter>[] = [
	{
		names: ["事项", "kind"],
		example: say("待签收", "report"),
		labels: caseVocab.inTrayKind,
		read({ filter }, value, inverse) {
			const kind = valueNamed(caseVocab.inTrayKind, none, value);
			if (kind === null || inverse) return false;
			filter.kind = kind;
			return true;
		},
	},
	{
		names: ["逾期", "overdue"],
		example: say("是", "yes"),
		labels: null,
		read({ filter }, value, inverse) {
			if (inverse || !isYes(value)) return false;
			filter.overdue = true;
			return true;
		},
	},
];

/** Words that need no field in front of them: what is late, and the name of a kind. */
function readWord(filter: TrayFilter, word: string): boolean {
	if (/^(逾期|已逾期|overdue)$/i.test(word)) {
		filter.overdue = true;
		return true;
	}
	const kind = valueNamed(caseVocab.inTrayKind, none, word);
	if (kind !== null) filter.kind = kind;
	return kind !== null;
}

/** How the in-tray is filtered: by kind and by what is late, `事项:待签收 逾期:是`, or just by those words. */
export const TRAY_FILTERS: FilterLanguage<TrayFilter> = {
	fields: TRAY_FIELDS,
	parse(text) {
		const filter: TrayFilter = {};
		const draft = { filter, lookups: [], words: [] };
		const problems = readTokens(text).flatMap(({ name, value, inverse }) => {
			const known = TRAY_FIELDS.find(({ names }) => names.some((one) => one === name?.toLowerCase()));
			const read =
				known === undefined
					? name === undefined && !inverse && readWord(filter, value)
					: known.read(draft, value, inverse);
			return read
				? []
				: [
						say(
							`待办按事项和逾期筛选，例如 事项:待签收 逾期:是；“${value}”不是事项`,
							`The in-tray is filtered by kind and by overdue, such as kind:report overdue:yes; "${value}" is no kind`,
						),
					];
		});
		return { filter, lookups: [], problems };
	},
};
