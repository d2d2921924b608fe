import type { Inputs, Outputs, ZhenggaiClient } from "@zhenggai/client";
import { RegisterIssue } from "@zhenggai/domain/issues";
import { ScreeningCommand, type ScreeningVerb } from "@zhenggai/domain/screening";
import { caseVocab } from "@zhenggai/domain/vocabulary";
import { newId } from "../app/uuid.ts";
import { type ActEnvelope, runAct } from "../command-line/act.ts";
import { bodyOf, bodyProblem } from "../command-line/body.ts";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { writeScreening } from "./show-command.ts";

type Outcome = Outputs["screening"]["recordScreened"];
type Registration = NonNullable<Inputs["screening"]["openFound"]["registration"]>;
type Asked = { readonly command: ScreeningCommand; readonly registration: Registration | null };

/** Sends a command on the sweep as it is now. */
function send(
	{ screening }: ZhenggaiClient,
	screeningId: string,
	{ command, registration }: Asked,
	envelope: ActEnvelope,
): Promise<Outcome> {
	const round = { screeningId, envelope };
	switch (command.type) {
		case "startScreening":
			return screening.startScreening.mutate({ ...round, command });
		case "amendScreening":
			return screening.amendScreening.mutate({ ...round, command });
		case "recordScreened":
			return screening.recordScreened.mutate({ ...round, command });
		case "waiveTarget":
			return screening.waiveTarget.mutate({ ...round, command });
		case "openFound":
			return screening.openFound.mutate({ ...round, command, registration });
		case "dismissFound":
			return screening.dismissFound.mutate({ ...round, command });
		case "produceInstitution":
			return screening.produceInstitution.mutate({ ...round, command });
		case "closeScreening":
			return screening.closeScreening.mutate({ ...round, command });
		case "cancelScreening":
			return screening.cancelScreening.mutate({ ...round, command });
	}
}

/** What people leave out: ids that are made here, lists that are empty, answers that are none. */
function defaults(verb: ScreeningVerb, screeningId: string, body: Record<string, unknown>) {
	switch (verb) {
		case "startScreening":
			return { screeningId, areas: [], unitIds: [] };
		case "amendScreening":
			return { areas: [], unitIds: [], dueOn: null, leadUnitId: null };
		case "recordScreened":
			return { found: [] };
		case "openFound":
			return { issueId: newId(Date.now()) };
		case "closeScreening":
			return { waiveRestReason: null, noInstitutionReason: null };
		case "produceInstitution":
			return "institution" in body ? {} : { institution: body };
		default:
			return {};
	}
}

/** Finds may be given without ids. */
const withIds = (found: unknown): unknown =>
	Array.isArray(found) ? found.map((one: unknown) => ({ id: newId(Date.now()), ...asObject(one) })) : found;
const asObject = (one: unknown): object => (typeof one === "object" && one !== null ? one : { text: one });

async function askedOf(context: CommandContext, verb: ScreeningVerb, id: string): Promise<Asked> {
	const { registration: registering, ...body } = await bodyOf(context);
	const whole = { ...defaults(verb, id, body), ...body, type: verb };
	const given = ScreeningCommand.safeParse(
		verb === "recordScreened" && "found" in whole ? { ...whole, found: withIds(whole.found) } : whole,
	);
	if (!given.success) throw bodyProblem(given.error.issues);
	const command = given.data;
	if (registering === undefined || command.type !== "openFound") return { command, registration: null };
	const issue = RegisterIssue.safeParse({
		...asObject(registering),
		type: "registerIssue",
		issueId: command.issueId,
		importId: null,
	});
	if (!issue.success) throw bodyProblem(issue.error.issues);
	return { command, registration: issue.data };
}

/** `screenings <verb>`: one act on a sweep, its particulars from a file or single fields. */
export const actOf = (verb: ScreeningVerb): Runner =>
	runAct({
		fresh: verb === "startScreening",
		label: caseVocab.screeningVerb[verb],
		asked: (context, _client, id) => askedOf(context, verb, id),
		version: async (client, screeningId) => (await client.screening.get.query({ screeningId })).row.version,
		send,
		write: writeScreening,
	});
