import type { ImportRecord, UndoItem } from "@zhenggai/domain/issues";
import { type Refusal, type Role, refusal, say } from "@zhenggai/domain/kernel";
import { formatNumber, vocab } from "@zhenggai/domain/vocabulary";

const OFFICES: readonly Role[] = ["provOffice", "cityOffice", "countyOffice"];

/** Only what is in the ledger can be taken back, and only once. */
export function notUndoable({ state, undone }: Pick<ImportRecord, "state" | "undone">): Refusal | null {
	if (state === "applied") return null;
	const label = vocab.importState[state];
	if (state === "undone") {
		const by = undone?.by ?? "";
		return refusal(
			"IMPORT_UNDONE",
			say(`该导入已由${by}撤销`, `This import was undone by ${by} already`),
			say(
				"无需再办；需要再次入账时，重新导入文件",
				"Nothing is left to do; import the document again to enter it anew",
			),
			{ who: OFFICES },
		);
	}
	return refusal(
		"IMPORT_NOT_APPLIED",
		say(
			`该导入“${label.zh}”，没有写入台账`,
			`This import is “${label.en}”: it has written nothing to the ledger`,
		),
		say("草稿可以直接放弃", "A draft can simply be discarded"),
		{ who: OFFICES },
	);
}

/** The obstacles of an item as refusals that say which item they are about. */
export function refusalsOfItem({ kind, number, obstacles }: UndoItem): Refusal[] {
	const which =
		number === null
			? say("", "")
			: kind === "complaint"
				? say(`${number}：`, `${number}: `)
				: say(`${formatNumber(number, "zh-CN")}：`, `${formatNumber(number, "en")}: `);
	return obstacles.map(({ rule, field, message, clears, who, basis }) => ({
		rule,
		field,
		message: say(`${which.zh}${message.zh}`, `${which.en}${message.en}`),
		clears,
		who,
		basis,
	}));
}

/** The whole is held up by items: how many, as one refusal. */
export const itemsObstructed = (count: number): Refusal =>
	refusal(
		"UNDO_OBSTRUCTED",
		say(
			`有${count}条在导入之后已有办理，不能撤销导入`,
			`${count} item${count === 1 ? " has" : "s have"} been worked on since: the import cannot be undone`,
		),
		say("按每条的说明处理；撤销要么全部完成，要么不做", "Do what each says; undoing is all or nothing"),
		{ field: "items", who: OFFICES },
	);
