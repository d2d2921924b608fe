import { createHash, randomUUID } from "node:crypto";
import type {
	CommandOutcome,
	InstrumentDetail,
	IssueDetail,
	Outputs,
	Refusal,
	ZhenggaiClient,
} from "@zhenggai/client";
import { expect } from "vitest";
import type { Cast, Player } from "./cast.ts";

/** What goes round every command on an issue. */
type OnIssue = { issueId: string; envelope: { expectedVersion: number; justification?: string } };
type OnInstrument = { instrumentId: string; envelope: { expectedVersion: number } };
type Asking = (issues: ZhenggaiClient["issues"], on: OnIssue) => Promise<CommandOutcome>;
type InstrumentOutcome = Outputs["supervision"]["draftInstrument"];
type AskingOf = (room: ZhenggaiClient["supervision"], on: OnInstrument) => Promise<InstrumentOutcome>;

const HAN = /\p{Script=Han}/u;

/** Every refusal says in both languages what is wrong and what clears it. */
function expectExplained(refusals: readonly Refusal[]): void {
	expect(refusals.length).toBeGreaterThan(0);
	for (const { message, clears, rule } of refusals) {
		for (const words of [message, clears]) {
			expect(words.zh, rule).toMatch(HAN);
			expect(words.en.trim().length, rule).toBeGreaterThan(2);
			expect(words.en, rule).not.toBe(words.zh);
		}
	}
}

const rulesOf = (refusals: readonly Refusal[]): string[] => [...new Set(refusals.map(({ rule }) => rule))];

/** How the players act on the ledger, and what has to come of it. */
export function stageOf(cast: Cast) {
	const get = (issueId: string, asOf?: string): Promise<IssueDetail> =>
		cast.observer.issues.get.query(asOf === undefined ? { issueId } : { issueId, asOf });

	async function ask(who: Player, issueId: string, asking: Asking, justification?: string) {
		const { row } = await get(issueId);
		const envelope = {
			expectedVersion: row.version,
			...(justification === undefined ? {} : { justification }),
		};
		return asking(who.client.issues, { issueId, envelope });
	}

	/** Does something that has to be accepted. */
	async function does(
		who: Player,
		issueId: string,
		asking: Asking,
		justification?: string,
	): Promise<IssueDetail> {
		const outcome = await ask(who, issueId, asking, justification);
		if (outcome.ok) return outcome.value;
		const said = outcome.refusals.map(({ rule, field, message }) => `${rule} ${field}: ${message.zh}`);
		throw new Error(`${who.name}: ${said.join("; ")} ${JSON.stringify(outcome.conflict)}`);
	}

	/** Tries something that has to be refused by exactly these rules; nothing changes by it. */
	async function mayNot(
		who: Player,
		issueId: string,
		rules: readonly string[],
		asking: Asking,
		justification?: string,
	): Promise<readonly Refusal[]> {
		const before = (await get(issueId)).row.version;
		const outcome = await ask(who, issueId, asking, justification);
		if (outcome.ok) throw new Error(`${who.name} was let through; expected ${rules.join(", ")}`);
		expectExplained(outcome.refusals);
		expect(rulesOf(outcome.refusals)).toEqual(rules);
		expect((await get(issueId)).row.version).toBe(before);
		return outcome.refusals;
	}

	/** Stores a file over HTTP and attaches it. Each is another file. */
	async function shows(
		who: Player,
		issueId: string,
		kind: IssueDetail["progress"]["evidence"][number]["kind"],
		more: { measureId?: string; goalId?: string; effectiveOn?: string } = {},
	): Promise<string> {
		const id = randomUUID();
		const photo = kind === "photoBefore" || kind === "photoAfter";
		const bytes = Buffer.concat([
			photo ? Buffer.from([0xff, 0xd8, 0xff, 0xe0]) : Buffer.from("%PDF-1.7\n"),
			Buffer.from(id),
		]);
		const answer = await fetch(`${cast.url}/files/issues/${issueId}`, {
			method: "POST",
			body: bytes,
			headers: who.headers,
		});
		expect(answer.status, await answer.clone().text()).toBe(201);
		const sha256 = createHash("sha256").update(bytes).digest("hex");
		expect(await answer.json()).toMatchObject({ sha256, bytes: bytes.length });
		const monitoring = kind === "monitoring";
		await does(who, issueId, (issues, on) =>
			issues.attachEvidence.mutate({
				...on,
				command: {
					type: "attachEvidence",
					evidence: {
						...{ id, kind, sha256, name: `${kind}${photo ? ".jpg" : ".pdf"}` },
						...{ measureId: more.measureId ?? null, siteId: null, goalId: more.goalId ?? null },
						effectiveOn: more.effectiveOn ?? null,
						laboratory: monitoring ? "岚江省环境监测中心" : null,
						meetsStandard: monitoring ? true : null,
						note: null,
					},
				},
			}),
		);
		return id;
	}

	async function askOf(who: Player, instrumentId: string, asking: AskingOf, version?: number) {
		const expectedVersion =
			version ?? (await cast.observer.supervision.get.query({ instrumentId })).row.version;
		return asking(who.client.supervision, { instrumentId, envelope: { expectedVersion } });
	}

	/** Does something with an instrument that has to be accepted. `version` 0 is a new one. */
	async function handles(
		who: Player,
		instrumentId: string,
		asking: AskingOf,
		version?: number,
	): Promise<InstrumentDetail> {
		const outcome = await askOf(who, instrumentId, asking, version);
		if (outcome.ok) return outcome.value;
		throw new Error(`${who.name}: ${outcome.refusals.map(({ rule, message }) => `${rule} ${message.zh}`)}`);
	}

	/** Tries something with an instrument that has to be refused by exactly these rules. */
	async function mayNotHandle(
		who: Player,
		instrumentId: string,
		rules: readonly string[],
		asking: AskingOf,
		version?: number,
	): Promise<void> {
		const outcome = await askOf(who, instrumentId, asking, version);
		if (outcome.ok) throw new Error(`${who.name} was let through; expected ${rules.join(", ")}`);
		expectExplained(outcome.refusals);
		expect(rulesOf(outcome.refusals)).toEqual(rules);
	}

	return { get, does, mayNot, shows, handles, mayNotHandle };
}
export type Stage = ReturnType<typeof stageOf>;
