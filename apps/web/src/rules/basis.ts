import type { Bilingual } from "@zhenggai/domain/kernel";
import { names } from "../i18n/format.ts";
import { say } from "../i18n/index.ts";

const KNOWN: Readonly<Record<string, Bilingual>> = {
	INF: { zh: "由公开数据推算", en: "Worked out from published figures" },
	D: { zh: "系统默认", en: "Default of this system" },
	K: { zh: "行业通行做法", en: "Common practice" },
};

/** What a tag of the reference stands for: a speech, a published page, or one of the few other origins. */
function tagText(tag: string): Bilingual {
	const [, speech] = /^seed(\d)$/.exec(tag) ?? [];
	if (speech !== undefined) return { zh: `讲话${Number(speech) + 1}`, en: `Speech ${Number(speech) + 1}` };
	const [, page] = /^S(\d+)$/.exec(tag) ?? [];
	if (page !== undefined) return { zh: `公开资料${Number(page)}`, en: `Published page ${Number(page)}` };
	return KNOWN[tag] ?? { zh: tag, en: tag };
}

/** The tags of where a rule or a value comes from, in words, each once. */
export const basisText = (tags: readonly string[]): string =>
	names([...new Set(tags)].map((tag) => say(tagText(tag))));
