import type { ReadingWarning } from "@zhenggai/domain/kernel";
import type { SourceDocument } from "./source/model.ts";
import { warning } from "./warnings.ts";

const ATTACHMENT =
	/(?:附\s?件|附表|下载|点击查看)\s{0,2}\d{0,2}\s?[:.、]?[^\n]{0,80}|[^\s]{1,60}\.(?:docx?|xlsx?|pdf|wps|et|zip|rar)(?![A-Za-z])|扫描.{0,6}二维码|详见.{0,20}(?:附件|网站|官网|附表)/i;
const FILE =
	/\.(?:docx?|xlsx?|pdf|wps|et|zip|rar)(?![A-Za-z])|扫描.{0,6}二维码|详见.{0,20}(?:附件|网站|官网|附表)|附\s?件\s{0,2}\d{0,2}\s?[:.、]/i;
const IMAGE = /\.(?:jpe?g|png|gif|bmp|webp)(?![A-Za-z])/i;
const BULLETIN =
	/(?:转办|交办|移交|受理).{0,60}\d+\s?(?:件|个|批)|共.{0,20}\d+\s?件|\d+\s?件.{0,30}(?:已办结|办结|阶段性办结)/;

/** Why a document with text holds no list: an image page, an attachment, a bulletin with counts only, or simply none. */
export function refusalOf(source: SourceDocument, folded: readonly string[]): ReadingWarning {
	const text = folded.join("\n");
	const letters = text.replace(/[\s\p{P}]+/gu, "").length;
	const counts = folded.filter((line) => BULLETIN.test(line));
	const attachment = folded.findIndex((line) => FILE.test(line));
	const image = folded.findIndex((line) => IMAGE.test(line));
	if (counts.length > 0 && /件/.test(text) && attachment < 0) {
		return warning("bulletinOnly", { line: folded.indexOf(counts[0] ?? "") + 1 });
	}
	if (attachment >= 0) {
		return warning("attachmentOnly", {
			line: attachment + 1,
			words: ATTACHMENT.exec(folded[attachment] ?? "")?.[0] ?? "",
		});
	}
	if (image >= 0 || (source.images > 0 && letters < 600))
		return warning("imageOnly", { line: image >= 0 ? image + 1 : null });
	return warning("noList");
}
