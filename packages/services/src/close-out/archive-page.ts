import { type CloseOutState, dossierOf, gatesOf } from "@zhenggai/domain/close-out";
import type { Issue } from "@zhenggai/domain/issues";
import type { Bilingual, Instant } from "@zhenggai/domain/kernel";
import type { ResolvedRules } from "@zhenggai/domain/rules";
import {
	caseVocab,
	formatDate,
	formatDeadline,
	formatInstant,
	labelOr,
	vocab,
} from "@zhenggai/domain/vocabulary";

/** What the page of an archive shows. */
export type ArchivePage = {
	readonly number: string;
	readonly regionName: string;
	/** The issue as it was when it was closed. */
	readonly issue: Issue;
	readonly closed: CloseOutState;
	readonly rules: ResolvedRules;
	readonly timeline: readonly { readonly at: Instant; readonly who: string; readonly text: Bilingual }[];
	readonly files: readonly {
		readonly path: string;
		readonly name: string;
		readonly sha256: string;
		readonly note: string;
	}[];
	/** What is known of the seals over its journal. */
	readonly seals: Bilingual;
};

const ESCAPES: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};
const safe = (text: string): string => text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);
const both = ({ zh, en }: Bilingual): string => `${safe(zh)}<small lang="en">${safe(en)}</small>`;
const row = (head: string, cell: string): string => `<tr><th scope="row">${head}</th><td>${cell}</td></tr>`;
const list = (items: readonly string[]): string =>
	items.length === 0 ? "—" : `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem;border-bottom:1px solid}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #8884}th{width:12rem;font-weight:600}
small{display:block;opacity:.75}code{font-size:.8rem;overflow-wrap:anywhere}ul{margin:0;padding-left:1.2rem}@media print{body{margin:0}}`;

function closeOutRows({ issue, closed }: ArchivePage): string {
	const { selfCheck, application, siteChecks, acceptances, notices, signatures, filings, archive } = closed;
	return [
		row("自查", selfCheck === null ? "—" : `${formatDate(selfCheck.on, "zh-CN")}　${safe(selfCheck.report)}`),
		row("申请", application === null ? "—" : safe(caseVocab.closeOutKind[application.kind].zh)),
		row(
			"现场核查",
			list(
				siteChecks.map(
					({ on, finding, checkers, record }) =>
						`${formatDate(on, "zh-CN")}　${safe(caseVocab.siteCheckFinding[finding].zh)}（${checkers.map(({ name }) => safe(name)).join("、")}）${safe(record)}`,
				),
			),
		),
		row(
			"验收",
			list(
				acceptances.map(
					({ tier, verdict, opinion, by }) =>
						`${safe(vocab.tier[tier].zh)}${safe(caseVocab.acceptanceVerdict[verdict].zh)}（${safe(by.name)}）${safe(opinion)}`,
				),
			),
		),
		row(
			"四个不放过",
			list(
				gatesOf({ ...issue, closeOut: closed }).map(({ gate, decision }) =>
					decision === null
						? safe(caseVocab.gateKind[gate].zh)
						: `${safe(caseVocab.gateKind[gate].zh)}：${decision.verdict === "yes" ? "是" : "否"}（${safe(decision.by.name)}）${safe(decision.reason)}`,
				),
			),
		),
		row(
			"公示",
			list(
				notices.map(
					({ start, end, channel, objections }) =>
						`${formatDate(start, "zh-CN")}至${formatDate(end, "zh-CN")}　${safe(channel)}　异议${objections.length}件`,
				),
			),
		),
		row(
			"审签",
			list(
				signatures.map(
					({ signer, name }) => `${safe(labelOr(caseVocab.closeOutSigner, signer, "zh-CN"))}　${safe(name)}`,
				),
			),
		),
		row(
			"备案",
			list(filings.map(({ documentNumber, on }) => `${safe(documentNumber)}　${formatDate(on, "zh-CN")}`)),
		),
		row("档案哈希", `<code>${archive?.sha256 ?? ""}</code>`),
	].join("");
}

/** The archive as a page that needs no server and no network: it opens by a double click and prints. */
export function archivePage(page: ArchivePage): string {
	const { number, regionName, issue, closed, rules, timeline, files, seals } = page;
	const closedOn = closed.closedOn === null ? "" : formatDate(closed.closedOn, "zh-CN");
	const shown = { ...issue, closeOut: closed };
	const dossier = dossierOf(shown, rules).map(({ item, held }) =>
		row(both(caseVocab.dossierItem[item]), held ? "✓" : "—"),
	);
	return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self'">
<title>${safe(number)} 销号档案</title><style>${STYLE}</style></head><body>
<h1>${safe(regionName)}　${safe(number)}　销号档案</h1>
<p>${safe(issue.statement)}</p>
<table>${row("销号日期", closedOn)}${row("整改目标", safe(issue.goal ?? "—"))}${row("整改时限", safe(formatDeadline(issue.deadline, "zh-CN")))}${row("整改措施", list(issue.measures.map(({ text, state }) => `${safe(text)}（${safe(vocab.measureState[state].zh)}）`)))}</table>
<h2>销号过程</h2><table>${closeOutRows(page)}</table>
<h2>档案目录</h2><table>${dossier.join("")}</table>
<h2>佐证材料</h2><table>${files.map(({ path, name, sha256, note }) => row(`<a href="${safe(path)}">${safe(name)}</a>`, `${safe(note)}<code>${sha256}</code>`)).join("")}</table>
<h2>办理经过</h2><table>${timeline.map(({ at, who, text }) => row(`${formatInstant(at, "zh-CN")}<small>${safe(who)}</small>`, both(text))).join("")}</table>
<p>${both(seals)}</p>
<p>核验：在本文件夹运行 <code>node verify.mjs</code>。<small lang="en">To check this archive, run node verify.mjs in this folder.</small></p>
</body></html>
`;
}
