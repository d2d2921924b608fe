import type { Actor, InspectionId, Instant, IsoDate, IssueId, Outcome } from "@zhenggai/domain/kernel";
import { CommandEnvelope } from "@zhenggai/domain/kernel";
import type { Services } from "../services.ts";
import type { SampleIssue } from "./data/kinds.ts";
import type { Directory } from "./people.ts";

/** Passes the warnings that the sample is meant to show. */
const JUSTIFICATION = "示例台账";

/** What every step of the loader works with. The clock is the loader's: the sample has a past. */
export type Setting = {
	readonly services: Services;
	readonly setClock: (moment: Instant) => void;
	readonly newId: () => string;
	readonly today: IsoDate;
	readonly directory: Directory;
	readonly inspections: ReadonlyMap<string, InspectionId>;
	/** Issues registered so far, by their keys. */
	readonly registered: Map<string, { id: IssueId; issue: SampleIssue }>;
};

/** The value of an outcome; the sample must not be refused by the rules it shows. */
export function accepted<T>(what: string, outcome: Outcome<T>): T {
	if (outcome.ok) return outcome.value;
	const reasons = outcome.refusals.map((refusal) => `${refusal.rule}: ${refusal.message.en}`).join("; ");
	throw new Error(`the sample ledger was refused at ${what}: ${reasons || "conflict"}`);
}

/** Runs commands on one issue, one version after the other. */
export function commandRunner(services: Services, issueId: IssueId, what: string, from = 0) {
	let version = from;
	return async (actor: Actor, command: Parameters<Services["issues"]["commandIssue"]>[2]) => {
		const envelope = CommandEnvelope.parse({ expectedVersion: version, justification: JUSTIFICATION });
		const outcome = await services.issues.commandIssue(actor, issueId, command, envelope);
		version = accepted(`${what} ${command.type}`, outcome).row.version;
	};
}
