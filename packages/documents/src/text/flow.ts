import { fold } from "./fold.ts";

const STOP = /[。!?;:]["')]*$/;
const OPENS =
	/^(?:\(?[一二三四五六七八九十百]{1,4}\)?[、.是]|\([一二三四五六七八九十\d]{1,4}\)|\d{1,3}[、.](?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,3}[,、]|[-*•●]\s)/;

const AROUND = /^[\s|｜]+|[\s|｜]+$/g;
const JUSTIFIED =
	/(?<=[\u3400-\u9fff，。；：、！？（）“”])[ \u3000\u00a0]+(?=[\u3400-\u9fff，。；：、！？（）“”])/g;

/**
 * The text as continuous prose: lines that were wrapped in the middle of a sentence are joined, paragraphs stay
 * apart, and spaces that justification left between Chinese characters are dropped.
 */
export function flow(text: string): string {
	const out: string[] = [];
	let previous = "";
	for (const raw of text.split("\n")) {
		const line = raw.replace(AROUND, "");
		if (line.length === 0) continue;
		if (out.length > 0) {
			const apart = STOP.test(fold(previous.slice(-6))) || OPENS.test(fold(line.slice(0, 12)));
			out.push(apart ? "\n" : /\w$/.test(previous.slice(-1)) && /^[A-Za-z]/.test(line) ? " " : "");
		}
		out.push(line);
		previous = line;
	}
	return out.join("").replace(JUSTIFIED, "");
}
