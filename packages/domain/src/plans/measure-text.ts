import { type Bilingual, type Deadline, say, type UnitId } from "../kernel/index.ts";
import type { NameLookup } from "../responsibilities/index.ts";
import { formatDate, formatDeadline, formatNames, vocab } from "../vocabulary/index.ts";
import type { Measure, Milestone, NewMeasure } from "./elements.ts";

/** Names of the units that a measure refers to by id. */
export type UnitNames = Pick<NameLookup, "unit">;
export type MeasureField = Exclude<keyof NewMeasure, "id">;

const YES = say("是", "yes");
const NO = say("否", "no");

/** Words of the ledger itself: the same in every language. */
export const asWritten = (text: string): Bilingual => say(text, text);

/** Texts one after the other, null where there is none. */
export function listed(
	texts: readonly Bilingual[],
	separators: Bilingual = say("；", "; "),
): Bilingual | null {
	if (texts.length === 0) return null;
	return say(texts.map(({ zh }) => zh).join(separators.zh), texts.map(({ en }) => en).join(separators.en));
}

/** A deadline as it was written, with what it was read as where that says more. */
export function deadlineWords(deadline: Deadline | null | undefined): Bilingual | null {
	if (deadline === null || deadline === undefined) return null;
	const [zh, en] = [formatDeadline(deadline, "zh-CN"), formatDeadline(deadline, "en")];
	return zh === deadline.text ? say(zh, en) : say(`${deadline.text}（${zh}）`, `${deadline.text} (${en})`);
}

const milestoneWords = ({ text, due, weight }: Milestone): Bilingual => {
	const share = weight === 1 ? say("", "") : say(`（权重${weight}）`, ` (weight ${weight})`);
	return say(`${formatDate(due, "zh-CN")} ${text}${share.zh}`, `${formatDate(due, "en")} ${text}${share.en}`);
};

function unitWords(ids: readonly UnitId[] | undefined, names: UnitNames): Bilingual | null {
	if (ids === undefined || ids.length === 0) return null;
	const found = ids.map((id) => names.unit(id)?.name ?? id);
	return say(formatNames(found, "zh-CN"), formatNames(found, "en"));
}

function entityWords(entity: Measure["entity"]): Bilingual | null {
	if (entity === null || entity === undefined) return null;
	const basis = entity.legalBasis === null ? [] : [asWritten(entity.legalBasis)];
	const parts = [asWritten(entity.name), vocab.entityCategory[entity.category], ...basis];
	return listed(parts, say("，", ", "));
}

/** What one field of a measure says; null where it says nothing. */
export function measureFieldText(
	key: MeasureField,
	values: Partial<Measure>,
	names: UnitNames,
): Bilingual | null {
	switch (key) {
		case "number":
		case "text": {
			const value = values[key];
			return value ? asWritten(value) : null;
		}
		case "type":
			return values.type ? vocab.measureType[values.type] : null;
		case "term":
			return values.term ? vocab.measureTerm[values.term] : null;
		case "deadline":
			return deadlineWords(values.deadline);
		case "responsibleUnitIds":
		case "supportingUnitIds":
			return unitWords(values[key], names);
		case "milestones":
			return listed((values.milestones ?? []).map(milestoneWords));
		case "provisional": {
			if (!values.provisional) return null;
			const { determinationOn: day, exitCondition } = values.provisional;
			return say(
				`${formatDate(day, "zh-CN")}前确定；${exitCondition}`,
				`to be decided by ${formatDate(day, "en")}; ${exitCondition}`,
			);
		}
		case "entity":
			return entityWords(values.entity);
		case "options": {
			if (!values.options) return null;
			const { alternatives, reason } = values.options;
			return say(
				`${formatNames(alternatives, "zh-CN")}；${reason}`,
				`${formatNames(alternatives, "en")}; ${reason}`,
			);
		}
		case "similarScreening":
			return values.similarScreening === undefined ? null : values.similarScreening ? YES : NO;
	}
}
