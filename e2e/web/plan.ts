import { Document, Packer, Paragraph } from "docx";

/** A plan in our own words: three issues, one with a deadline that gives no date. */
export const PLAN_LINES: readonly string[] = [
	"青屏市贯彻落实生态环境保护督察反馈意见整改方案（节选）",
	"为做好督察反馈问题整改工作，结合我市实际，制定本方案。",
	"一、石桥河两岸四处生活污水直排口未封堵，雨天溢流入河，下游断面氨氮超标。",
	"责任单位：岚北区人民政府、青屏市水务局",
	"督导单位：青屏市生态环境局",
	"整改时限：2027年6月底前",
	"整改目标：四处直排口全部封堵，污水纳入管网，下游断面达到Ⅲ类水质标准。",
	"整改措施：",
	"（一）2026年12月底前完成四处直排口封堵。",
	"（二）2027年6月底前建成截污管网三点二公里。",
	"二、云台工业园区危险废物暂存库防渗层破损，渗漏液未收集。",
	"责任单位：云台工业园区管理委员会",
	"督导单位：青屏市生态环境局",
	"整改时限：立行立改",
	"整改目标：更换防渗层，渗漏液全部收集处置。",
	"整改措施：",
	"（一）停用破损暂存库，危险废物转移至合规库房。",
	"（二）重做防渗层并通过检测。",
	"三、城区夜间施工噪声扰民，投诉逐年上升。",
	"责任单位：青屏市住房和城乡建设局",
	"督导单位：青屏市生态环境局",
	"整改时限：限期整改",
	"整改目标：夜间施工投诉量下降三成以上。",
	"整改措施：建立夜间施工许可公示制度。",
];

export const PLAN_TEXT = PLAN_LINES.join("\n");

/** The same plan as a Word document. */
export async function planDocument(): Promise<Buffer> {
	const children = PLAN_LINES.map((text) => new Paragraph({ text }));
	return Packer.toBuffer(new Document({ sections: [{ children }] }));
}
