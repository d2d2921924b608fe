import type { ComplaintStatus, PollutionType, Verdict } from "@zhenggai/domain/complaints";
import { fold } from "../text/fold.ts";

const TYPES: readonly (readonly [RegExp, PollutionType])[] = [
	[/大气|空气|废气|异味|恶臭|臭气|气味/, "air"],
	[/海洋|近岸海域/, "marine"],
	[/辐射|电磁/, "radiation"],
	[/土壤/, "soil"],
	[/噪声|噪音|声环境/, "noise"],
	[/固废|固体废物|固体废弃物|垃圾|危废|危险废物/, "solidWaste"],
	[/生态/, "ecology"],
	[/油烟/, "fume"],
	[/扬尘|粉尘/, "dust"],
	[/水/, "water"],
	[/其他|其它|重金属|建设项目/, "other"],
];

const TYPE_WORD =
	"大气|空气|废气|异味|恶臭|臭气|气味|水|地表水|饮用水|海洋|近岸海域|电?辐射|电磁辐射|土壤|噪声|噪音|固废|固体废物|固体废弃物|垃圾|危废|危险废物|生态|油烟|扬尘|粉尘|其他|其它|重金属|建设项目";
const TYPE_LIST = `(?:${TYPE_WORD})(?:环境|污染|破坏|环境污染|生态破坏|类)?`;
/** A run of pollution types as a cell holds them. */
export const TYPES_PATTERN = `${TYPE_LIST}(?:\\s*[、,，;；/和及\\s]?\\s*${TYPE_LIST}){0,5}`;
const WHOLE_TYPES = new RegExp(`^${TYPES_PATTERN}$`);

/** Whether a folded text is nothing but pollution types. */
export const isTypes = (norm: string): boolean =>
	norm.length <= 40 && WHOLE_TYPES.test(norm.replace(/\s+/g, "").replace(/^[、,;/]+|[、,;/]+$/g, ""));

/** The pollution types that a cell names, each once, in order; null when it names none. */
export function readTypes(text: string): PollutionType[] | null {
	const norm = fold(text).replace(/\s+/g, "");
	const words = [
		...norm.matchAll(
			new RegExp(
				TYPE_WORD.split("|")
					.toSorted((a, b) => b.length - a.length)
					.join("|"),
				"g",
			),
		),
	];
	const types = words.flatMap(([word]) => TYPES.find(([pattern]) => pattern.test(word))?.[1] ?? []);
	return types.length > 0 ? [...new Set(types)] : null;
}

const VERDICTS: readonly (readonly [RegExp, Verdict])[] = [
	[
		/^(?:经查,?|经核实,?|举报|反映|信访|问题|情况|内容)*(?:部分属实|部分属实部分不属实|部分真实)/,
		"partlyTrue",
	],
	[/^(?:经查,?|经核实,?|举报|反映|信访|问题|情况|内容)*(?:基本属实|大部分属实)/, "mostlyTrue"],
	[
		/^(?:经查,?|经核实,?|举报|反映|信访|问题|情况|内容)*(?:不属实|不实|未发现|无法核实|查无实据|否$)/,
		"untrue",
	],
	[/^(?:经查,?|经核实,?|举报|反映|信访|问题|情况|内容)*(?:属实|全部属实|是$|真实)/, "true"],
];

/** The verdict of a verdict cell (属实, 部分属实, 基本属实, 不属实, 是, 否); null for other texts. */
export function readVerdict(text: string): Verdict | null {
	const norm = fold(text).replace(/[\s。.,、|]+/g, "");
	if (norm.length === 0 || norm.length > 16) return null;
	return VERDICTS.find(([pattern]) => pattern.test(norm))?.[1] ?? null;
}

const STATUSES: readonly (readonly [RegExp, ComplaintStatus])[] = [
	[/阶段性?(?:已)?(?:办结|完成)|部分办结|阶段办结/, "stageClosed"],
	[
		/未(?:能)?办结|办理中|正在办理|未完成|整改中|正在整改|推进中|持续推进|未办|^否$|限期办结|正在推进/,
		"open",
	],
	[/办结|已完成|完成整改|^完成$|^是$|已整改|整改完成/, "closed"],
];

/** The conclusion of a status cell (已办结, 阶段性办结, 未办结, 是, 否); null for other texts. */
export function readStatus(text: string): ComplaintStatus | null {
	const norm = fold(text).replace(/[\s。.,、|]+/g, "");
	if (norm.length === 0 || norm.length > 16) return null;
	return STATUSES.find(([pattern]) => pattern.test(norm))?.[1] ?? null;
}

const PLACE =
	/(?:[县市区旗盟州镇乡省]|街道|农场|林场|牧场|团场?|新区|开发区|示范区|管委会|管理区|高新区|经开区|园区|兵团|师|风景区|度假区|部门|单位|地区|自治区|自治州|合作区|试验区|保税区|先行区)(?:\([^()]*\))?$/;

/**
 * The region of a region cell: line ends inside it are mended, and offices listed behind places (某县、市生态环境局)
 * are left out.
 */
export function readRegion(text: string): string | null {
	const joined = text
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line.length > 0)
		.join("")
		.replace(/^[\s、,，|]+|[\s、,，。|]+$/g, "")
		// Several counties answer together for one letter.
		.replace(/[(（]?(?:合办|联办|共同办理|联合办理)[)）]?$/, "");
	if (joined.length === 0) return null;
	const parts = joined.split(/[、,，;；]/).map((piece) => piece.trim());
	const places = parts.filter((piece) => PLACE.test(fold(piece)));
	const offices = parts.filter((piece) => /(?:局|委|厅|办|公司|中心|政府|集团|队|处)$/.test(piece));
	if (places.length > 0 && offices.length > 0) return places.join("、");
	return joined.replace(
		/\s+/g,
		places.length === parts.length && /(?:市|州|盟)\s+\S+(?:县|区|旗|市)$/.test(joined) ? " " : "",
	);
}

/** Whether a short folded text looks like the name of a place. */
export const isPlace = (norm: string): boolean =>
	norm.length <= 24 && !/[。;:]/.test(norm) && PLACE.test(norm.replace(/\s+/g, ""));
