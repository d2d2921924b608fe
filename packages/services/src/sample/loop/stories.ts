import { addDays } from "@zhenggai/domain/kernel";
import { accept, apply, close, finish, gate, notice, object } from "./closing.ts";
import { pdfPage, picture } from "./files.ts";
import type { Exhibit, Story } from "./story.ts";
import { dayOfMonth, openCycle, plan, reach, report, visit } from "./working.ts";

/** A document as evidence of a measure. */
const paper = (
	kind: Exhibit["kind"],
	measure: number,
	title: string,
	text: string,
	laboratory?: string,
): Exhibit => ({
	...{ kind, measure, name: `${title}.pdf`, bytes: pdfPage([title, text, "（虚构的示例材料）"]) },
	...(laboratory === undefined ? {} : { laboratory }),
});

/** In work and on schedule: two monthly reports, a milestone that somebody else has verified, the next cycle open. */
export async function onSchedule(story: Story): Promise<void> {
	const { cast, does, on, today } = story;
	await plan(story, -78, -75, "680123");
	const first = dayOfMonth(today, -2, 20);
	let cycle = await openCycle(story, first);
	const decision = paper("decision", 0, "行政处罚决定书", "责令立即拆除暗管，并处罚款。");
	const shown = await story.shows(cast.clerk, decision);
	const step = await reach(story, 0, addDays(today, first - 3), [shown]);
	await report(story, cycle, {
		...{ progress: "暗管已拆除封堵，对责任主体立案并作出处罚决定，底泥清理方案通过评审。" },
		...{ forecast: "onTime", lagReason: null, nextSteps: "组织底泥清理队伍进场。" },
	});
	on(first + 2);
	await does(cast.office, { type: "verifyMilestone", ...step, verdict: "verified", reason: null });
	cycle = await openCycle(story, dayOfMonth(today, -1, 20));
	await report(story, cycle, {
		...{ progress: "清理底泥二百六十立方米并安全转运，沿江三公里排口已排查过半，未发现新增暗管。" },
		...{ forecast: "onTime", lagReason: null, nextSteps: "完成余下底泥清理，汇总排口台账。" },
	});
	await visit(story, cast.supervisor, on(-5), "现场督导底泥清理，作业围挡和转运联单齐全。");
	await openCycle(story, -1);
}

/** Yellow: to be put right at once and still open. A reminder is on its way and waits for its answer. */
export async function reminded(story: Story): Promise<void> {
	const { cast, does, on, today } = story;
	await plan(story, -345, -338, "680102");
	const month = dayOfMonth(today, -1, 10);
	const cycle = await openCycle(story, month);
	await report(story, cycle, {
		...{ progress: "九处堆放点已清理六处，其余三处因权属不清与沿岸村组协商中。" },
		...{ forecast: "likely", lagReason: "weakPush", nextSteps: "逐处明确清理责任人和日期。" },
	});
	await does(cast.office, { type: "recordLight", cycle });
	const issued = on(-9);
	const handles = await story.drafts(cast.office, {
		...{ kind: "reminderLetter", title: "关于加快清理岚江青屏段违规堆放点的提醒函" },
		body: "你单位牵头的堆放点清理属立行立改事项，至今仍有三处未清。请抓紧办理，并书面回复进展。",
		cause: { rules: ["WRN-02", "SUP-01"], text: "立行立改事项逾期未完成，亮黄灯", skipsRungReason: null },
		addresseeUnitIds: story.leads,
	});
	await handles(cast.office, {
		...{ type: "issueInstrument", on: issued, documentNumber: "青整改办提〔2026〕9号", signer: "陆青禾" },
		...{ limitOn: null, replyAsked: true },
	});
	on(-8);
	for (const unitId of story.leads) await handles(cast.chief, { type: "acknowledgeInstrument", unitId });
	await openCycle(story, -1);
}

/** Red and overdue: a supervision letter that nobody answered, and a talk that the leading group has approved. */
export async function pressed(story: Story): Promise<void> {
	const { cast, does, on } = story;
	await plan(story, -345, -338, "680122");
	const issued = on(-26);
	const letter = await story.drafts(cast.office, {
		...{ kind: "supervisionLetter", title: "关于白鹭湖保护区码头砂场退出的督办函" },
		body: "该砂场至今没有拆除作业设施。请按批准的方案限期退出并恢复岸线，书面回复落实情况。",
		cause: {
			...{ rules: ["SUP-01"], text: "临近时限没有实质进展" },
			skipsRungReason: "县里三次会议纪要均未落实，不再提醒",
		},
		addresseeUnitIds: story.leads,
	});
	await letter(cast.office, {
		...{ type: "issueInstrument", on: issued, documentNumber: "青整改办督〔2026〕4号", signer: "陆青禾" },
		...{ limitOn: null, replyAsked: true },
	});
	on(-12);
	const forecast = { type: "setForecast", forecast: "unlikely" } as const;
	await does(cast.office, { ...forecast, reason: "设施尚未拆除，督办函未回复" });
	const cycle = await openCycle(story, -1);
	await does(cast.office, { type: "recordLight", cycle });
	const talk = await story.drafts(cast.office, {
		...{ kind: "admonitoryTalk", title: "关于约谈白鹭县人民政府主要负责人的请示" },
		body: "砂场退出事项已逾期，督办函未按期回复。拟约谈县政府主要负责人，要求限期拆除并报告。",
		cause: { rules: ["WRN-03", "SUP-01"], text: "整改逾期，亮红灯", skipsRungReason: "已逾期，直接约谈" },
		addresseeUnitIds: story.leads,
	});
	await talk(cast.group, { type: "approveInstrument", opinion: "同意约谈。" });
}

/** In acceptance: looked at on the spot, two of the four gates decided. */
export async function accepting(story: Story): Promise<void> {
	const { cast, on } = story;
	await plan(story, -345, -338, "680102");
	const laboratory = "岚江省环境监测中心";
	const shown = await finish(
		story,
		[-64, -57, -50, -43, -36, -29, -22],
		[
			paper("decision", 0, "行政处罚决定书（城东厂）", "对偷排行为处以罚款，责令改正。"),
			paper("execution", 0, "处罚执行情况", "罚款已缴清，超越管停用。"),
			{ kind: "photoBefore", measure: 1, name: "超越管拆除前.png", bytes: picture([96, 84, 70]) },
			{ kind: "photoAfter", measure: 1, name: "超越管拆除后.png", bytes: picture([104, 148, 92]) },
			paper("completionAcceptance", 1, "流量比对装置竣工验收单", "装置安装调试合格。"),
			paper("monitoring", 1, "进出水比对监测报告", "进水流量与在线数据相符。", laboratory),
			paper("issuedDocument", 2, "污水处理厂夜查工作规定", "每周随机夜查，全市同类设施已排查一遍。"),
		],
	);
	await apply(
		story,
		{ selfCheck: -9, check: -4 },
		{
			kind: "works",
			report: "超越管已拆除，在线数据真实有效，夜查机制已印发施行。",
			record: "现场未见超越管，流量比对装置运行正常，抽查夜查记录属实。",
		},
		shown,
	);
	on(-2);
	const [evidence] = shown;
	if (evidence === undefined) return;
	await gate(story, cast.office, "foundOut", "偷排经过和监管缺位已查清", evidence);
	await gate(story, cast.group, "answeredFor", "企业已受处罚，监管责任已移送核查", evidence);
}

/** Before the public: accepted, and somebody has objected to the notice. */
export async function objected(story: Story): Promise<void> {
	await plan(story, -43, -40, "680102");
	const shown = await finish(
		story,
		[-34, -30, -26],
		[
			paper("decision", 0, "渣土运输企业处罚决定", "对六家企业立案处罚。"),
			paper("execution", 0, "处罚执行和车辆改装清单", "一百一十二台车辆完成密闭改装。"),
			paper("issuedDocument", 1, "渣土运输电子联单管理规定", "自印发之日起施行。"),
		],
	);
	const evidence = shown.at(-1);
	if (evidence === undefined) return;
	await apply(
		story,
		{ selfCheck: -22, check: -18 },
		{
			kind: "nonWorks",
			report: "夜间渣土车密闭率达到100%，投诉量下降六成以上。",
			record: "夜间设点抽查四十二台车，均密闭运输。",
		},
		shown,
	);
	await accept(story, -15, evidence);
	const told = {
		...{
			document: "岚北区渣土运输电子联单管理规定",
			screened: "排查货运通道四十八段，未发现新问题",
			found: 0,
		},
		completion: "渣土车已全部密闭改装，电子联单全面使用。",
	};
	await notice(story, { lasting: -10, start: -6 }, told, evidence);
	const text = "公示期间凌晨仍有两台渣土车未密闭经过，请核实。";
	await object(story, -2, "城北货运通道沿线居民", text);
}

/** Closed out a good three months ago: somebody should look again. */
export async function closedOut(story: Story): Promise<void> {
	await plan(story, -345, -335);
	const shown = await finish(
		story,
		[-300, -260, -220],
		[
			paper("decision", 0, "撤销检验机构资质决定", "撤销两家机构资质。"),
			paper("execution", 0, "案件移送和执行情况", "案件已移送，设备已封存。"),
			paper(
				"monitoring",
				1,
				"检验数据异常预警平台监测报告",
				"数据联网核查全覆盖，未见异常。",
				"岚江省环境监测中心",
			),
		],
	);
	const evidence = shown.at(-1);
	if (evidence === undefined) return;
	await apply(
		story,
		{ selfCheck: -170, check: -160 },
		{
			kind: "nonWorks",
			report: "涉案机构依法处理，检验数据联网核查全覆盖。",
			record: "抽查三家机构，检验视频与数据一致。",
		},
		shown,
	);
	await accept(story, -145, evidence);
	const told = {
		document: "机动车排放检验数据联网核查规定",
		...{
			screened: "排查检验机构四十八家，整改两家",
			found: 0,
			completion: "两家机构已处理，预警平台投入使用。",
		},
	};
	await notice(story, { lasting: -140, start: -132 }, told, evidence);
	await close(story, { end: -104, closed: -100 }, "青整改备〔2026〕3号");
}
