/** For tests: issues with a plan of papers, carried by everybody whose part it is up to the notice or the close-out. */
import type { CloseOutCommand } from "@zhenggai/domain/close-out";
import type { IssueCommand, IssueDetail } from "@zhenggai/domain/issues";
import {
	type Actor,
	AssignmentId,
	EvidenceId,
	IsoDate,
	NoticeId,
	SiteCheckId,
} from "@zhenggai/domain/kernel";
import type { EvidenceKind } from "@zhenggai/domain/progress";
import { newId, person, type TestServices } from "./index.ts";
import {
	accepted,
	assignment,
	buildWorld,
	CITY,
	cityOffice,
	deadline,
	measure,
	provOffice,
	register,
	run,
} from "./ledger.ts";
import { jpegPhoto } from "./photo.ts";

export type Step = readonly [Actor, IssueCommand];
export const day = (text: string) => IsoDate.parse(text);
export const PHOTO = jpegPhoto("2026:05:20 10:00:00", [105.25, 33.5]);

async function* one(bytes: Uint8Array) {
	yield bytes;
}

const CRITERIA = ["measuresDone", "violationsHandled", "meetsNorms", "similarFixed", "sourceTreated"];
const SITE_CHECK = {
	...{ on: day("2026-06-03"), siteIds: [], finding: "done" as const },
	checkers: [
		{ name: "何川", unitId: null },
		{ name: "陆鸣", unitId: null },
	],
	...{ record: "查阅文件并抽查执行", evidenceIds: [] },
};
const DISCUSSION = {
	...{ body: "市整改工作领导小组", on: day("2026-06-03"), present: ["甲", "乙"] },
	...{ conclusion: "同意验收", agreed: true },
};
const MECHANISM = {
	...{ document: "管网巡查制度", issuer: "市生态环境局", on: day("2026-05-20") },
	...{ inForce: true, evidenceIds: [] },
};

const gate = (
	of: "foundOut" | "putRight" | "answeredFor" | "publicSatisfied",
	evidence: EvidenceId,
): CloseOutCommand => ({
	type: "decideGate",
	gate: of,
	verdict: "yes",
	reason: "材料齐全属实",
	evidenceIds: [evidence],
});
const accept = (evidence: EvidenceId): CloseOutCommand => ({
	type: "decideAcceptance",
	tier: "city",
	verdict: "pass",
	criteriaSet: "ah5",
	criteria: CRITERIA.map((criterion) => ({
		criterion,
		answer: "yes",
		evidenceIds: [evidence],
		note: null,
	})),
	standard: null,
	opinion: "符合验收条件",
	supplements: [],
	supplementsDueOn: null,
});
export const sign = (signer: string): CloseOutCommand => ({
	type: "signCloseOut",
	signer,
	name: "签字人",
	opinion: null,
});
export const startNotice = (start = "2026-06-03"): CloseOutCommand => ({
	type: "startNotice",
	noticeId: NoticeId.parse(newId()),
	start: day(start),
	channel: "市政府网站",
	contact: "市整改办 0000-5000000",
	completion: "制度已印发并执行",
});
const FILE_IT: CloseOutCommand = {
	type: "fileCloseOut",
	documentNumber: "青整改〔2026〕7号",
	on: day("2026-06-17"),
};

/** A small ledger of a city with everybody who closes an issue out, and the ways to each of the last steps. */
export async function closingLedger({ services, setNow }: Pick<TestServices, "services" | "setNow">) {
	const world = await buildWorld(services);
	const { units } = world;
	const clerk = person("leadUnit", CITY, units.cityEco);
	const chief = person("leadUnit", CITY, units.cityEco, "局长");
	const acceptor = person("accUnit", CITY, units.cityGov);
	const group = person("leadingGroup", CITY);
	const leader = accepted(
		await services.responsibilities.registerPerson(cityOffice, {
			name: "沈知远",
			unitId: units.cityEco,
			title: "局长",
			phone: null,
		}),
	);
	const on = (text: string) => setNow(`${text}T02:00:00.000Z`);
	/** How many issues there are: each has its own number and its own photo, for the same one twice is a doubt (EV-03). */
	let city = 0;

	/** Does one thing after another, each on the page that the one before gave, with a reason where a rule asks for one. */
	const go = async (issue: IssueDetail, ...steps: readonly Step[]): Promise<IssueDetail> => {
		let page = issue;
		for (const [who, command] of steps) {
			page = accepted(await run(world, who, page, command, { justification: "情况属实，已核对" }));
		}
		return page;
	};
	const named = (role: "responsibleLeader" | "responsiblePerson") => ({
		id: AssignmentId.parse(newId()),
		role,
		kind: null,
		unitId: null,
		personId: leader.id,
		from: day("2026-03-02"),
	});
	const paper = (text: string, more: object): ReturnType<typeof measure> => ({
		...measure(text, [units.cityEco]),
		type: "policy",
		deadline: deadline("2026-09-30"),
		milestones: [{ text: "印发", due: day("2026-09-30"), weight: 1 }],
		...more,
	});

	/** An issue with an approved plan of papers. */
	const working = async (): Promise<IssueDetail> => {
		on("2026-03-02");
		city += 1;
		const lead = assignment("lead", units.cityEco);
		const measures = [
			paper("印发管网排查整治方案。", { term: "immediateFix" }),
			paper("出台管网巡查制度。", { term: "longTermMechanism" }),
			paper("排查全市同类排口。", { similarScreening: true }),
		];
		return go(
			await register(world, {
				numberByTier: { central: null, province: null, city: `${6 + city}`, county: null },
				assignments: [
					lead,
					assignment("supervising", units.provinceEco),
					assignment("acceptance", units.cityGov),
					named("responsibleLeader"),
					named("responsiblePerson"),
				],
			}),
			[clerk, { type: "acknowledgeAssignment", assignmentId: lead.id }],
			[clerk, { type: "startPlanning" }],
			[clerk, { type: "addMeasure", measures, importId: null }],
			[clerk, { type: "submitPlan" }],
			[
				provOffice,
				{
					type: "reviewPlan",
					verdict: "approve",
					items: [],
					criteria: { reachable: true, feasible: true, landed: true, reasonable: true },
					opinion: null,
				},
			],
		);
	};

	const attach = async (
		issue: IssueDetail,
		kind: EvidenceKind,
		id: EvidenceId,
		who: Actor = clerk,
		bytes: Uint8Array = city === 1 ? PHOTO : new Uint8Array([...PHOTO, city]),
	): Promise<IssueDetail> => {
		const { sha256 } = await services.progress.storeEvidence(who, issue.row.id, one(bytes));
		const attached = {
			...{ id, kind, name: "印发文件<一>.JPG", sha256, measureId: null, siteId: null, goalId: null },
			...{ effectiveOn: null, laboratory: null, meetsStandard: null, note: null },
		};
		return go(issue, [who, { type: "attachEvidence", evidence: attached }]);
	};

	/** From the approved plan to the acceptance and all that a notice waits for, on 3 June. */
	const passed = async (): Promise<IssueDetail> => {
		let issue = await working();
		const evidence = EvidenceId.parse(newId());
		on("2026-05-21");
		issue = await attach(issue, "issuedDocument", evidence);
		for (const { id } of issue.measures) {
			issue = await go(issue, [clerk, { type: "completeMeasure", measureId: id, evidenceIds: [evidence] }]);
		}
		on("2026-06-03");
		return go(
			issue,
			[clerk, { type: "selfCheck", on: day("2026-06-03"), report: "制度已出台", evidenceIds: [evidence] }],
			[clerk, { type: "applyAcceptance", kind: "nonWorks", dossier: [] }],
			[cityOffice, { type: "recordSiteCheck", check: { ...SITE_CHECK, id: SiteCheckId.parse(newId()) } }],
			[cityOffice, { type: "recordDiscussion", discussion: DISCUSSION }],
			[cityOffice, accept(evidence)],
			[cityOffice, gate("foundOut", evidence)],
			[provOffice, gate("putRight", evidence)],
			[group, gate("answeredFor", evidence)],
			[acceptor, gate("publicSatisfied", evidence)],
			[clerk, { type: "recordMechanism", mechanism: MECHANISM }],
			[
				clerk,
				{
					type: "recordScreening",
					result: { screened: 12, found: 1, opened: 1, summary: "排查排口", evidenceIds: [] },
				},
			],
		);
	};

	/** The published notice of 3 June, which stands until 16 June. */
	const noticed = async (): Promise<IssueDetail> => go(await passed(), [cityOffice, startNotice()]);

	/** From a notice that is over (after 16 June) to the filing that waits for the tier above. */
	const filed = async (issue: IssueDetail): Promise<IssueDetail> => {
		on("2026-06-17");
		return go(
			issue,
			[cityOffice, { type: "endNotice" }],
			[chief, sign("leadUnitPrincipal")],
			[acceptor, sign("acceptanceUnit")],
			[group, sign("countyPrincipals")],
			[cityOffice, sign("rectificationOffice")],
			[cityOffice, FILE_IT],
		);
	};

	/** An issue that was closed on 17 June 2026. */
	const closed = async (): Promise<IssueDetail> =>
		go(await filed(await noticed()), [
			provOffice,
			{ type: "receiveFiling", verdict: "accepted", reason: null },
		]);

	return {
		world,
		units,
		clerk,
		chief,
		acceptor,
		group,
		on,
		go,
		working,
		attach,
		passed,
		noticed,
		filed,
		closed,
	};
}
