import { type ObjectionNumber, type PublicObjectionAnswer, publicAnswer } from "@zhenggai/domain/close-out";
import { type Actor, say } from "@zhenggai/domain/kernel";
import { readerOf } from "@zhenggai/storage";
import { findObjections } from "@zhenggai/storage/close-out";
import { loadIssues } from "@zhenggai/storage/issues";
import { findRegions } from "@zhenggai/storage/responsibilities";
import { ServiceError } from "../errors.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { RateLimit } from "../kit/rate-limit.ts";
import { admitted } from "./public-desk.ts";

/** What one address may ask: enough for a village that shares one, and nothing for who tries numbers. */
const OF_AN_ADDRESS = { most: 60, windowMs: 3_600_000 } as const;

/**
 * What became of an objection, for whoever has its number: the number is all that is asked for, and nothing about anybody
 * is told. Throws NOT_FOUND for a number that nobody was given, TOO_MANY for an address that had its share.
 */
export function lookUpObjection(context: ServiceContext) {
	const ofAnAddress = new RateLimit(OF_AN_ADDRESS);
	return async (actor: Actor, number: ObjectionNumber, address: string): Promise<PublicObjectionAnswer> => {
		admitted(context, actor, "viewPublicNotice");
		if (ofAnAddress.exceeded(address, Date.parse(context.now()))) {
			throw new ServiceError(
				"TOO_MANY",
				say("查询过于频繁，请稍后再试", "You have asked too often: try again later"),
			);
		}
		const reader = readerOf(context.database);
		const { today } = momentOf(context);
		const [place] = await findObjections(reader, number);
		const issue = place && (await loadIssues(reader, [place.issueId])).get(place.issueId);
		if (place === undefined || issue === undefined) throw notThere();
		const [region] = await findRegions(reader, [issue.region]);
		const answer = publicAnswer(issue, place.objectionId, region?.name ?? "", today);
		if (answer === null) throw notThere();
		return answer;
	};
}

const notThere = (): ServiceError =>
	new ServiceError("NOT_FOUND", say("没有这个受理编号的异议", "No objection has this number"));
