import type { Issue, IssueCommand } from "@zhenggai/domain/issues";
import type { Actor, InspectionId, Instant, IsoDate, IssueId, Outcome } from "@zhenggai/domain/kernel";
import { CommandEnvelope } from "@zhenggai/domain/kernel";
import type { performOnIssue } from "../issues/index.ts";
import type { ServiceDependencies } from "../ports.ts";
import type { Services } from "../services.ts";
import type { SampleIssue } from "./data/kinds.ts";
import type { Directory } from "./people.ts";

/** Passes the warnings that the sample is meant to show. */
export const JUSTIFICATION = "示例台账";

/** What every step of the loader works with. The clock is the loader's: the sample has a past. */
export type Setting = {
	readonly services: Services;
	readonly dependencies: ServiceDependencies;
	/** A command on an issue, without a page of it for an answer: nobody looks at it. */
	readonly perform: ReturnType<typeof performOnIssue>;
	/** An issue as it stands. */
	readonly stateOf: (issueId: IssueId) => Promise<Issue>;
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
export function commandRunner(perform: Setting["perform"], issueId: IssueId, what: string, from = 0) {
	let version = from;
	return async (actor: Actor, command: IssueCommand) => {
		const envelope = CommandEnvelope.parse({ expectedVersion: version, justification: JUSTIFICATION });
		const outcome = await perform(actor, issueId, command, envelope);
		version = accepted(`${what} ${command.type}`, outcome).version;
	};
}
