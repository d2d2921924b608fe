import { fold } from "../text/fold.ts";
import { numeralValue } from "../text/numerals.ts";

/** The number that a cell holds: 7, 七, 第7项, 38-2; null for other texts. */
export function numberOfCell(text: string): { label: string; value: number } | null {
	const norm = fold(text).replace(/[\s.、()]+/g, "");
	const match =
		/^(?:(?:整改|反馈)?(?:任务|问题|事项)(?:第)?|第|序号|编号)?([一二三四五六七八九十百零〇]{1,5}|\d{1,4})(?:-\d{1,3})?(?:项|号|个)?$/.exec(
			norm,
		);
	const value = match?.[1] ? numeralValue(match[1]) : null;
	return value === null ? null : { label: norm, value };
}

/** The number of a numbering column, where an office's own code may stand for it: T-01 → 1. A longer code counts nothing. */
export function numberOfCode(text: string): { label: string; value: number } | null {
	const code = /^[A-Za-z]{1,4}[-_]?(\d{1,3})$/.exec(fold(text).replace(/\s+/g, ""));
	return code?.[1] ? { label: code[0], value: Number(code[1]) } : numberOfCell(text);
}
