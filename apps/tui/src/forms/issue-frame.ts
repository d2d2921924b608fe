import type { IssueDetail, ZhenggaiClient } from "@zhenggai/client";
import type { IssueVerb } from "@zhenggai/domain/issues";
import type { Bilingual } from "@zhenggai/domain/kernel";
import { caseVocab, vocab } from "@zhenggai/domain/vocabulary";
import { say } from "../say.ts";
import { cleanLine } from "../terminal/clean.ts";
import type { FieldChoice, FormSpec } from "./form-spec.ts";

/** With what a form is opened. */
export type Asked = {
	/** The part of the issue that it is about, where the reader came from one. */
	readonly part: string | null;
	/** Milliseconds since 1970: new ids sort by it. */
	readonly now: number;
	readonly client: ZhenggaiClient;
};

/** Makes the form of a verb; null where nothing of the issue is left to be asked about. */
export type IssueForm = (detail: IssueDetail, asked: Asked) => FormSpec | null | Promise<FormSpec | null>;

type Frame = Pick<FormSpec, "key" | "title" | "version" | "warnings" | "confirm" | "intro">;

/** What all forms of an issue have. `hard` ones are confirmed by typing its number. */
export function frameOf(
	detail: IssueDetail,
	verb: IssueVerb,
	{
		part = null,
		hard = false,
		intro = [],
	}: { part?: string | null; hard?: boolean; intro?: readonly Bilingual[] } = {},
): Frame {
	const { row } = detail;
	const words = vocab.issueVerb[verb];
	return {
		key: [verb, row.id, part ?? ""].join("."),
		title: say(`${words.zh}：编号 ${row.number}`, `${words.en}: ${row.number}`),
		version: row.version,
		warnings: detail.actions.find((action) => action.verb === verb)?.warnings ?? [],
		confirm: hard ? row.number : null,
		intro,
	};
}

const LONG = 60;
/** The beginning of a text of the ledger, for a choice. */
export function beginning(text: string): string {
	const glyphs = [...cleanLine(text)];
	return glyphs.length > LONG ? `${glyphs.slice(0, LONG).join("")}…` : glyphs.join("");
}

/** A text of the ledger itself, the same in both languages. */
export const same = (text: string): Bilingual => say(text, text);

/** Files that can be pointed to, the newest first. */
export const evidenceChoices = ({ progress }: IssueDetail): FieldChoice[] =>
	progress.evidence
		.filter(({ withdrawn }) => withdrawn === null)
		.toReversed()
		.map(({ id, kind, name }) => {
			const words = caseVocab.evidenceKind[kind];
			return { value: id, label: say(`${words.zh}  ${cleanLine(name)}`, `${words.en}  ${cleanLine(name)}`) };
		});

/** How files come to an issue from here. */
export const UPLOAD_HINT = say(
	"新文件用 zhenggai evidence upload 上传，或在网页上传",
	"New files: zhenggai evidence upload, or the web page",
);

/** The choice that a part names, else the only one there is. */
export const startChoice = (choices: readonly FieldChoice[], part: string | null): string =>
	choices.find(({ value }) => value === part)?.value ??
	(choices.length === 1 ? (choices[0]?.value ?? "") : "");
