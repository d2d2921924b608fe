import type { SourceKind } from "@zhenggai/domain/issues";
import type { SampleRegion } from "./places.ts";

/** An inspection of the sample; days count from today. */
export type SampleInspection = {
	key: string;
	kind: SourceKind;
	name: string;
	round: number | null;
	batch: number | null;
	team: string | null;
	region: SampleRegion;
	enteredDay: number | null;
	leftDay: number | null;
	feedbackDay: number;
	title: string;
	documentNumber: string | null;
	ruleSet: string;
};

export const SAMPLE_INSPECTIONS: readonly SampleInspection[] = [
	{
		key: "中央",
		kind: "centralInspection",
		name: "第三轮中央生态环境保护督察（岚江省）",
		round: 3,
		batch: 4,
		team: "中央第六生态环境保护督察组",
		region: "680000",
		enteredDay: -215,
		leftDay: -184,
		feedbackDay: -128,
		title: "向岚江省反馈督察情况",
		documentNumber: null,
		ruleSet: "base",
	},
	{
		key: "省级",
		kind: "provincialInspection",
		name: "第二轮省级生态环境保护督察（青屏市）",
		round: 2,
		batch: 3,
		team: "省第二生态环境保护督察组",
		region: "680100",
		enteredDay: -430,
		leftDay: -412,
		feedbackDay: -365,
		title: "向青屏市反馈督察意见",
		documentNumber: "岚督反馈〔2025〕3号",
		ruleSet: "base",
	},
	{
		key: "警示片",
		kind: "provincialFilm",
		name: "全省生态环境警示片披露问题",
		round: null,
		batch: null,
		team: null,
		region: "680000",
		enteredDay: null,
		leftDay: null,
		feedbackDay: -96,
		title: "警示片披露问题交办清单",
		documentNumber: "岚整改办〔2026〕18号",
		ruleSet: "base",
	},
	{
		key: "绿盾",
		kind: "greenShield",
		name: "“绿盾”自然保护地强化监督",
		round: null,
		batch: null,
		team: null,
		region: "680100",
		enteredDay: null,
		leftDay: null,
		feedbackDay: -300,
		title: "自然保护地重点问题台账",
		documentNumber: null,
		ruleSet: "base",
	},
	{
		key: "自查",
		kind: "selfFound",
		name: "岚江省举一反三自查问题",
		round: null,
		batch: null,
		team: null,
		region: "680000",
		enteredDay: null,
		leftDay: null,
		feedbackDay: -60,
		title: "举一反三排查问题清单",
		documentNumber: null,
		ruleSet: "base",
	},
];
