import type { Issue, IssueCommand } from "@zhenggai/domain/issues";
import {
	type Actor,
	addDays,
	CommandEnvelope,
	EvidenceId,
	Instant,
	InstrumentId,
	type IsoDate,
	type Outcome,
	shanghaiDate,
} from "@zhenggai/domain/kernel";
import type { EvidenceKind } from "@zhenggai/domain/progress";
import type { InstrumentCommand } from "@zhenggai/domain/supervision";
import { createServices } from "../../create-services.ts";
import { performOnIssue } from "../../issues/index.ts";
import { personOf, unitActor } from "../actors.ts";
import type { SampleIssue } from "../data/kinds.ts";
import { workMoment } from "../dates.ts";
import { splitPerson } from "../people.ts";
import { accepted, commandRunner, JUSTIFICATION, type Setting } from "../setting.ts";

/** A step needs working days of a year whose holidays nobody knows yet (DL-08): the story rests where it is. */
export class NoCalendar extends Error {}

function went<T>(what: string, outcome: Outcome<T>): T {
	const unknown = !outcome.ok && outcome.refusals.some(({ rule }) => rule === "DL-08");
	if (unknown) throw new NoCalendar(what);
	return accepted(what, outcome);
}

const MINUTES_BETWEEN = 6;

/** Stands still but for the steps of one story: each is a few minutes after the last of its day. */
class StoryClock {
	#moment: Instant;

	constructor(day: IsoDate) {
		this.#moment = workMoment(day, 0);
	}

	readonly now = (): Instant => this.#moment;

	moveTo(day: IsoDate): void {
		if (day > shanghaiDate(this.#moment)) this.#moment = workMoment(day, 0);
	}

	goOn(): void {
		const next = new Date(Date.parse(this.#moment) + MINUTES_BETWEEN * 60_000);
		this.#moment = Instant.parse(next.toISOString());
	}
}

async function* once(bytes: Uint8Array) {
	yield bytes;
}

/** Who accepts for a unit. */
const ACCEPTORS: Readonly<Record<string, string>> = { 青屏市生态环境: "温其玉", 青屏市政府: "杜若衡" };

/** Who plays in a story of the city's own list. */
function castOf(sample: SampleIssue, { directory }: Setting) {
	const lead = sample.lead ?? "";
	const { acceptance, leader, persons = [] } = sample;
	return {
		province: personOf("provOffice", "680000"),
		office: personOf("cityOffice", "680100"),
		group: personOf("leadingGroup", "680100"),
		chief: unitActor(lead, splitPerson(leader ?? "负责人").name, directory),
		clerk: unitActor(lead, splitPerson(persons[0] ?? leader ?? "经办人").name, directory),
		supervisor: unitActor(sample.supervising ?? "", "季白", directory, "supUnit"),
		acceptor: unitActor(acceptance ?? "", ACCEPTORS[acceptance ?? ""] ?? "验收人", directory, "accUnit"),
	};
}

export type Exhibit = {
	readonly kind: EvidenceKind;
	readonly name: string;
	readonly bytes: Uint8Array;
	/** Which measure it shows, counted from 0. */
	readonly measure: number;
	readonly laboratory?: string;
};

export type Story = Awaited<ReturnType<typeof openStory>>;

/** Opens the story of an issue: everybody who plays in it, on a clock of its own, so that stories go on side by side. */
export async function openStory(setting: Setting, key: string) {
	const held = setting.registered.get(key);
	if (held === undefined) throw new Error(`the sample has no issue ${key}`);
	const { id } = held;
	let issue: Issue = await setting.stateOf(id);
	const clock = new StoryClock(shanghaiDate(issue.registeredAt));
	const context = { ...setting.dependencies, now: clock.now };
	const { progress, supervision } = createServices(context);
	const perform: Setting["perform"] = async (...asked) => {
		clock.goOn();
		const outcome = await performOnIssue(context)(...asked);
		issue = went(`${key} ${asked[2].type}`, outcome);
		return outcome;
	};
	const does = commandRunner(perform, id, key, issue.version);
	const cast = castOf(held.issue, setting);

	/** Goes on to a day, counted from today. */
	const on = (days: number): IsoDate => {
		clock.moveTo(addDays(setting.today, days));
		return shanghaiDate(clock.now());
	};

	/** Stores a file and attaches it. */
	const shows = async (who: Actor, exhibit: Exhibit): Promise<EvidenceId> => {
		const { kind, name, bytes, measure, laboratory = null } = exhibit;
		const { sha256 } = await progress.storeEvidence(who, id, once(bytes));
		const evidence = {
			...{ id: EvidenceId.parse(setting.newId()), kind, name, sha256 },
			...{ measureId: issue.measures[measure]?.id ?? null, siteId: null, goalId: null },
			...{ effectiveOn: shanghaiDate(clock.now()), laboratory },
			...{ meetsStandard: laboratory === null ? null : true, note: null },
		};
		await does(who, { type: "attachEvidence", evidence });
		return evidence.id;
	};

	/** Drafts an instrument; what is done with it follows by its function. */
	const drafts = async (
		who: Actor,
		draft: Omit<Extract<InstrumentCommand, { type: "draftInstrument" }>, "type" | "instrumentId" | "issueId">,
	) => {
		const instrumentId = InstrumentId.parse(setting.newId());
		let version = 0;
		const handles = async (actor: Actor, command: InstrumentCommand): Promise<void> => {
			clock.goOn();
			const envelope = CommandEnvelope.parse({ expectedVersion: version, justification: JUSTIFICATION });
			const outcome = await supervision.commandInstrument(actor, instrumentId, command, envelope);
			version = went(`${key} ${command.type}`, outcome).row.version;
		};
		await handles(who, { type: "draftInstrument", instrumentId, issueId: id, ...draft });
		return handles;
	};

	return {
		...{ today: setting.today, newId: setting.newId, cast, on, does, shows, drafts },
		get issue(): Issue {
			return issue;
		},
		/** The units that lead. */
		get leads() {
			return issue.assignments.flatMap(({ role, unitId }) => (role === "lead" && unitId ? [unitId] : []));
		},
		/** Several commands of one actor, one after the other. */
		async doesAll(who: Actor, ...commands: readonly IssueCommand[]): Promise<void> {
			for (const command of commands) await does(who, command);
		},
	};
}
