import { describe, expect, test } from "vitest";
import { terminalWords } from "../access/words.ts";
import { closingWords } from "../close-out/closing/words.ts";
import { noticeWords } from "../close-out/notice-words.ts";
import { publicWords } from "../close-out/public/words.ts";
import { closeOutWords } from "../close-out/words.ts";
import { complaintWords } from "../complaints/words.ts";
import { importWords } from "../importing/words.ts";
import { inTrayWords } from "../in-tray/words.ts";
import { planWords } from "../plans/words.ts";
import { progressWords } from "../progress/words.ts";
import { ruleWords } from "../rules/words.ts";
import { signInWords } from "../shell/sign-in-words.ts";
import { supervisionWords } from "../supervision/words.ts";
import { en } from "./en.ts";
import { first } from "./first.ts";
import { formWords } from "./form-words.ts";
import { pageWords } from "./page-words.ts";
import { zhCN } from "./zh-CN.ts";

const holes = (text: string): string[] =>
	[...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? ""))].sort();

describe("the two languages", () => {
	test("have the same keys", () => {
		expect(Object.keys(en).sort()).toEqual(Object.keys(zhCN).sort());
	});

	test("leave no sentence empty", () => {
		const empty = [...Object.entries(zhCN), ...Object.entries(en)].filter(([, text]) => text.trim() === "");
		expect(empty).toEqual([]);
	});

	test("fill the same values", () => {
		const all = new Map<string, string>(Object.entries(en));
		for (const [key, text] of Object.entries<string>(zhCN)) {
			const english = all.get(key) ?? "";
			expect({ key, holes: holes(english) }).toEqual({ key, holes: holes(text) });
		}
	});

	test("keep Chinese out of the English sentences, but for what shows Chinese on purpose", () => {
		const chinese = Object.entries(en)
			.filter(([, text]) => /[一-鿿]/.test(text))
			.map(([key]) => key);
		expect(chinese).toEqual(["palette.language", "import.pastePlaceholder"]);
	});
});

test("every Chinese sentence comes with the first page or with its room, and no key stands for two", () => {
	const parts = [
		first,
		formWords,
		noticeWords,
		pageWords,
		closeOutWords,
		closingWords,
		complaintWords,
		importWords,
		inTrayWords,
		planWords,
		progressWords,
		publicWords,
		ruleWords,
		signInWords,
		supervisionWords,
		terminalWords,
	];
	const keys = parts.flatMap((part) => Object.keys(part));
	expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
	expect(keys.sort()).toEqual(Object.keys(zhCN).sort());
});
