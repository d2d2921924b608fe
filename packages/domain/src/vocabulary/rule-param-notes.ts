import type { ParamName } from "../rules/index.ts";
import type { Labels } from "./label.ts";
import { say } from "./say.ts";

/** What each parameter of a rule set is for, in one sentence. */
export const ruleParamNote: Labels<ParamName> = {
	requiredElements: say(
		"每个问题必须填齐的要素，缺一不能报送方案。",
		"What every issue needs before its plan can be submitted.",
	),
	minMilestones: say(
		"不能立行立改的问题至少要有几个有日期的节点。",
		"How many dated milestones an issue needs that is not fixed at once.",
	),
	verifiableWords: say(
		"目标里出现数值或这些用词，才算可以核验。",
		"A goal is verifiable when it holds a figure or one of these words.",
	),
	planDueWd: say(
		"自反馈次日起算，整改方案须在几个工作日内报送。",
		"Working days after the feedback by which the plan is due; the next day is day 1.",
	),
	planWarnWd: say(
		"方案到期前几个工作日开始提醒。",
		"How many working days before the plan is due the reminder begins.",
	),
	planContent: say("报送的方案最少要有的内容。", "The least that a submitted plan has to hold."),
	maxSimilarity: say(
		"共性问题的措施与上级措施的相似度超过此值即提示照抄。",
		"Measures of a common issue that are more alike those above than this are taken for copies.",
	),
	reviewCriteria: say("审核方案时逐条对照的标准。", "What a plan is reviewed against, one by one."),
	vacancyDays: say(
		"责任人、联系人空缺超过几天即提示。",
		"After how many days without a responsible person the issue is flagged.",
	),
	provisionalPhrases: say(
		"措施文字含这些用语即视为临时停产。",
		"Wording that makes a measure a provisional stop.",
	),
	provisionalTypes: say(
		"这些类型的措施才可能是临时停产。",
		"Types of measure that may be a provisional stop.",
	),
	provisionalMaxDays: say(
		"临时停产最迟几天内作出认定，不能一停了之。",
		"Within how many days a provisional stop needs its determination.",
	),
	channels: say(
		"方案批准后至少通过几个渠道公开。",
		"Through how many channels an approved plan is published at least.",
	),
	publishWithinWd: say(
		"方案批准后几个工作日内公开。",
		"Working days after approval within which the plan is published.",
	),
	resultsReportMonths: say("几个月内报告整改落实情况。", "Months within which the results are reported."),
	resultsReportFrom: say("整改落实报告的期限从何时起算。", "Where the term of the results report begins."),
	deadlineCategories: say("可以采用的时限类别。", "The categories of deadline there are."),
	openEndedCategories: say("这些类别可以没有具体日期。", "Categories that need no date."),
	immediateDays: say(
		"立行立改的问题超过几天未办结即视为滞后。",
		"After how many days an issue to be fixed at once counts as lagging.",
	),
	reviewMonths: say("长期坚持的问题每几个月回顾一次。", "How often long-term issues are reviewed."),
	bufferDays: say(
		"下级时限比上级提前超过几天即提示层层加码。",
		"How much earlier than above a deadline may be before it counts as speeding up.",
	),
	selfAcceptLeadDays: say(
		"自主验收应在方案期限前几天完成。",
		"How many days before the plan's deadline self-acceptance has to end.",
	),
	selfAcceptTiers: say(
		"哪些层级须为自主验收预留时间。",
		"Tiers that have to leave time for self-acceptance.",
	),
	extLeadDays: say(
		"最迟在到期前几天提出延期申请。",
		"How many days before it is due an extension is asked for.",
	),
	extMaxMonths: say("一次延期最长几个月。", "The longest that one extension may be."),
	extMaxCount: say(
		"同级最多批准几次延期，再延须报上一级。",
		"How many extensions a tier may grant; further ones are decided above.",
	),
	cadence: say("责任单位多久报送一次进展。", "How often a unit reports."),
	dispatchDay: say("当月进展最迟哪一天报送。", "The day of the month on which the report is due."),
	checkCadence: say("多久开展一次督查。", "How often progress is checked on the spot."),
	analysisCadence: say("多久形成一次分析。", "How often progress is analysed."),
	ratingCadence: say("多久评定一次。", "How often units are rated."),
	rankingCadence: say("多久通报一次排名。", "How often the ranking is circulated."),
	contentBlocks: say("进展报告须包含的内容。", "What a progress report has to hold."),
	sameTextSimilarity: say(
		"与上期进展的相似度超过此值即提示雷同。",
		"Reports that are more alike the last one than this are flagged.",
	),
	sameTextPeriods: say("连续几期雷同才提示。", "Over how many periods they have to be alike."),
	stallDays: say(
		"方案批准后几天没有任何动作即视为停滞。",
		"After how many days without any activity an issue counts as stalled.",
	),
	scheduleTolerancePp: say(
		"实际进度落后序时进度不超过此数仍算达到。",
		"How far behind plan still counts as on schedule.",
	),
	completedMeans: say(
		"进度统计里“已完成”指到哪一步。",
		"Which step counts as completed in figures on progress.",
	),
	leadDays: say("到期前第几天提醒。", "On which days before the deadline alerts are sent."),
	yellowLagPp: say(
		"落后序时进度超过此数且预计能完成的，亮黄牌。",
		"A lag above this with a likely forecast gives yellow.",
	),
	redLagPp: say(
		"落后序时进度超过此数且预计不能完成的，亮红灯。",
		"A lag above this with an unlikely forecast gives red.",
	),
	palette: say("预警用的颜色，第一个表示正常。", "The colours of the lights; the first one is the good one."),
	colourCadence: say("多久评定一次预警颜色。", "How often lights are set."),
	scoreYellowTwice: say(
		"同一任务两次黄牌在年度评分中的分值。",
		"Points for two yellows on one issue in the annual score.",
	),
	scoreRed: say("红灯在年度评分中的分值。", "Points for a red light in the annual score."),
	ladder: say("督办由轻到重的手段。", "The instruments of supervision, the mildest first."),
	ladderLeadDays: say(
		"到期前几天仍滞后的，提示发提醒函。",
		"How many days before the deadline a lag leads to a reminder letter.",
	),
	ladderCoolingDays: say(
		"同级督办至少间隔几天再提出。",
		"How many days pass before an instrument of the same rung is proposed again.",
	),
	yellowToLetter: say(
		"同一任务几次黄牌后发督办函。",
		"How many yellows on one issue lead to a supervision letter.",
	),
	letterReplyWd: say("督办函发出后几个工作日内书面回复。", "Working days within which a letter is answered."),
	talkReplyDays: say("约谈后几天内报告整改情况。", "Days within which a report follows a talk."),
	limitMonths: say("挂牌督办的期限。", "How long a listing lasts."),
	listedExtAskMonths: say(
		"挂牌督办最迟在到期前几个月申请延期。",
		"How many months before its end a longer listing is asked for.",
	),
	listedExtMaxMonths: say("挂牌督办一次最多延长几个月。", "The longest that a listing may be extended."),
	upgradeRaises: say("提级督办时提高哪些要求。", "What is raised when supervision is upgraded."),
	evidenceWorks: say("工程治理类措施完成时须有的佐证。", "Evidence that works need."),
	evidenceEnforcement: say("执法处罚类措施完成时须有的佐证。", "Evidence that enforcement needs."),
	evidencePolicy: say("制度文件类措施完成时须有的佐证。", "Evidence that policy documents need."),
	evidenceDocumentAction: say("请示批复类措施完成时须有的佐证。", "Evidence that requests and replies need."),
	evidenceMonitoring: say("监测类措施完成时须有的佐证。", "Evidence that monitoring needs."),
	evidenceRelocation: say("搬迁类措施完成时须有的佐证。", "Evidence that a relocation needs."),
	evidenceClosure: say("关停类措施完成时须有的佐证。", "Evidence that a closure needs."),
	evidenceCampaign: say("排查整治类措施完成时须有的佐证。", "Evidence that a campaign needs."),
	evidenceAssistance: say("帮扶指导类措施完成时须有的佐证。", "Evidence that assistance needs."),
	evidenceTraining: say("培训类措施完成时须有的佐证。", "Evidence that training needs."),
	siteRadiusM: say(
		"照片定位离点位超过此距离即存疑。",
		"Photos taken further from the site than this are doubted.",
	),
	bulkUploadShare: say(
		"临近期限集中上传的材料超过此比例即提示应付。",
		"A share of the file uploaded at the last moment above this is flagged.",
	),
	bulkUploadHours: say(
		"期限前多少小时内的上传算集中上传。",
		"How many hours before the deadline count as the last moment.",
	),
	bulkUploadMin: say(
		"临期上传的佐证少于几份时不作集中上传论。",
		"With fewer files than this at the last moment nothing is flagged.",
	),
	bannedPhrases: say("措施里不得出现的“一刀切”用语。", "Wording that makes a measure a blanket stop."),
	maxReassign: say(
		"责任单位变更超过几次即提示推诿。",
		"After how many reassignments buck-passing is flagged.",
	),
	reminderShare: say(
		"催办后才更新的比例超过此值即提示。",
		"A share of updates made only after a reminder above this is shown.",
	),
	reminderMinUpdates: say(
		"更新少于此数时不判断“一推一动”。",
		"With fewer updates the share after reminders is not judged.",
	),
	reminderWindowDays: say(
		"催办后几天内的更新算催办后更新。",
		"Within how many days an update counts as made after a reminder.",
	),
	tiers: say("验收由下到上经过哪些层级。", "The tiers that accept, from below."),
	dossierItems: say("销号档案须有的内容。", "What the close-out file has to hold."),
	applyWd: say(
		"自查完成后几个工作日内申请验收。",
		"Working days after the self-check within which acceptance is applied for.",
	),
	recordWd: say(
		"现场核查后几个工作日内形成记录。",
		"Working days within which the record of a site check is made.",
	),
	minCheckers: say("现场核查至少几人参加。", "How many people check a site at least."),
	laxWords: say("验收标准出现这些用语即提示放宽。", "Words in a standard that point to its being weakened."),
	criteriaSet: say("验收逐条对照的标准。", "The criteria of acceptance."),
	verifyWdCounty: say(
		"县级收到申请后几个工作日内验收。",
		"Working days in which a county decides on acceptance.",
	),
	verifyWdCity: say(
		"市级收到申请后几个工作日内验收。",
		"Working days in which a city decides on acceptance.",
	),
	verifyWdProvince: say(
		"省级收到申请后几个工作日内验收。",
		"Working days in which the province decides on acceptance.",
	),
	acceptanceVerdicts: say("验收可以作出的结论。", "The verdicts that acceptance may give."),
	jointAcceptance: say(
		"县级自主验收与市级验收可否合并进行。",
		"Whether county and city may accept in one meeting.",
	),
	supplementWd: say(
		"有条件通过的，几个工作日内补齐材料。",
		"Working days in which supplements are handed in.",
	),
	experts: say(
		"工程类验收至少几名专家，须为单数。",
		"How many experts accept works at least, an odd number.",
	),
	siteAttendance: say("现场验收必须到场的人员。", "Who has to be there when a site is accepted."),
	noticeLength: say(
		"销号前公示多长时间，只可延长。",
		"How long the notice before close-out stands; it may only be made longer.",
	),
	noticeUnit: say("公示期按工作日还是自然日计算。", "Whether the notice counts working or calendar days."),
	countFirstDay: say("公示首日是否计入公示期。", "Whether the notice counts the day on which it starts."),
	noticeFields: say("公示须写明的内容。", "What a notice has to say."),
	objectionReplyWd: say("收到异议后几个工作日内答复。", "Working days in which an objection is answered."),
	signers: say("销号按顺序由谁签字。", "Who signs a close-out, in this order."),
	closeoutSequence: say("验收之后各步骤的先后。", "The order of the steps after acceptance."),
	closeoutBody: say("由谁办理销号。", "Who closes an issue out."),
	closeoutScope: say("哪些问题须销号。", "Which issues are closed out."),
	closeoutKinds: say("销号按工程类、非工程类区分。", "The kinds of close-out there are."),
	filingWd: say("报备后几个工作日内登记备查。", "Working days in which a filing is noted above."),
	neverSilentTiers: say("这些层级收到报备后不答复也不算同意。", "Tiers whose silence is never an approval."),
	siteCloseout: say("点位是否逐个销号。", "Whether sites are closed out one by one."),
	carryOverUnfinished: say(
		"未完成的问题是否转入新一轮清单。",
		"Whether unfinished issues move to the next list.",
	),
	watchMonths: say("销号后第几个月回访。", "In which months after close-out an issue is looked at again."),
	sampleRatio: say(
		"每季度回头看抽查多少比例。",
		"The share of closed issues that is verified again each quarter.",
	),
	sampleFloor: say("每季度回头看至少抽查几件。", "The least number that is verified again each quarter."),
	sampleAlwaysKinds: say("这些类别每次都查。", "Kinds that are verified every time."),
	sampleStrata: say("抽查按什么分层。", "What the sample is stratified by."),
	reopenDueDays: say("核实反弹后几天内整改到位。", "Days in which a rebound is put right."),
	recurrenceCount: say("同一对象出现几次算反复。", "How many times make a problem recurrent."),
	recurrenceMonths: say("在几个月内出现算反复。", "Within how many months they count."),
	complaintReplyDays: say(
		"中央督察交办的信访件几天内反馈。",
		"Days in which complaints of a central inspection are answered.",
	),
	complaintReplyDaysProvincial: say(
		"省级督察交办的信访件几天内反馈。",
		"Days in which complaints of a provincial inspection are answered.",
	),
	complaintWarnDays: say(
		"信访件到期前几天提醒。",
		"How many days before a complaint is due the reminder begins.",
	),
	dispatchHours: say("收到信访件后多少小时内转办。", "Hours in which a complaint is dispatched."),
	complaintReturnHours: say(
		"不属本地管辖的，多少小时内退回。",
		"Hours in which a complaint is returned for wrong jurisdiction.",
	),
	typeMode: say(
		"一件信访可否统计多种污染类型。",
		"Whether a complaint may count under several types of pollution.",
	),
	verdictValues: say("信访件属实情况的结论。", "The verdicts on whether a complaint is true."),
	untrueRateWarn: say("不属实率超过此值即提示。", "A rate of untrue verdicts above this is flagged."),
	callbackRatioKey: say("重点件销号前回访的比例。", "The share of key complaints that are called back."),
	callbackRatioOthers: say("一般件销号前回访的比例。", "The share of other complaints that are called back."),
	repeatDays: say(
		"办结后几天内同一对象再被举报算重复。",
		"Within how many days a complaint about the same object is a repeat.",
	),
	hotlineAcceptDays: say("平时热线举报几天内受理。", "Days in which a hotline complaint is accepted."),
	hotlineFinishDays: say("平时热线举报几天内办结。", "Days in which a hotline complaint is finished."),
	hotlineExtensionDays: say(
		"平时热线举报最多延长几天。",
		"Days by which a hotline complaint may be extended.",
	),
	closureRateMode: say("办结率按哪种口径统计。", "How closure rates are counted."),
	complaintCloseoutSteps: say("信访件销号的步骤。", "The steps in which a complaint is closed out."),
	complaintFilePerCase: say("信访件是否一案一档。", "Whether every complaint has a file of its own."),
	maxFormsPerPeriod: say("每期要求同一单位填报的表格上限。", "The most forms that a unit fills in a period."),
	publicFields: say("对外公开时可以包含的敏感字段。", "Sensitive fields that public output may hold."),
	phraseNegations: say(
		"这些词在前时，后面的用语不算“一刀切”。",
		"Words in front of a phrase that turn it into a ban of it.",
	),
	accountabilityPhrases: say(
		"措施里出现这些用语即提示以问责代替整改。",
		"Wording that makes a measure one of accountability instead of rectification.",
	),
};
