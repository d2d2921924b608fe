import { fold } from "../text/fold.ts";

const STOP = /[。!?;:]["')]*$/;
const OPENS =
	/^(?:\(?[一二三四五六七八九十百]{1,4}\)?[、.是]|\([一二三四五六七八九十\d]{1,4}\)|\d{1,3}[、.](?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,3}[,、]|[-*•●]\s)/;

/**
 * The text as continuous prose: lines that were wrapped in the middle of a sentence are joined, paragraphs stay
 * apart, and spaces that justification left between Chinese characters are dropped.
 */
export function flow(text: string): string {
	const out: string[] = [];
	for (const raw of text.split("\n")) {
		const line = raw.replace(/^[\s|｜]+|[\s|｜]+$/g, "");
		if (line.length === 0) continue;
		const last = out.at(-1);
		if (last === undefined || STOP.test(fold(last)) || OPENS.test(fold(line))) out.push(line);
		else out[out.length - 1] = last + (/[\w]$/.test(last) && /^[A-Za-z]/.test(line) ? " " : "") + line;
	}
	return out
		.join("\n")
		.replace(
			/(?<=[\u3400-\u9fff，。；：、！？（）“”])[ \u3000\u00a0]+(?=[\u3400-\u9fff，。；：、！？（）“”])/g,
			"",
		);
}
