import { can, granteeResource, type User } from "@zhenggai/domain/access";
import { type Actor, type Outcome, refusal, say } from "@zhenggai/domain/kernel";
import { readerOf } from "@zhenggai/storage";
import { loadPeople, loadUnits } from "@zhenggai/storage/responsibilities";
import { ServiceError } from "../errors.ts";
import type { ServiceContext } from "../kit/context.ts";
import { done, refused } from "../kit/outcome.ts";

const usernameTaken = refusal(
	"USERNAME_TAKEN",
	say("用户名已被使用", "This user name is taken"),
	say("换一个用户名", "Choose another one"),
	{ field: "username" },
);

const unknown = (field: "unitId" | "personId") =>
	refusal(
		field === "unitId" ? "UNKNOWN_UNIT" : "UNKNOWN_PERSON",
		field === "unitId" ? say("没有这个单位", "No such unit") : say("没有这个人员", "No such person"),
		say("先登记，或不填", "Register it first, or leave it empty"),
		{ field },
	);

/** Makes an account, without a password: its owner signs in with a one-time link. */
export const registerUser =
	({ auth, database }: ServiceContext) =>
	async (actor: Actor, user: Omit<User, "id" | "active">): Promise<Outcome<User>> => {
		if (actor.kind === "anonymous") throw new ServiceError("NOT_SIGNED_IN");
		// The sample ledger is loaded by the server itself, which keeps no accounts otherwise.
		const denied =
			actor.kind === "system" ? null : can(actor, "registerUser", granteeResource(user.region, user.role));
		if (denied !== null) return refused([denied]);
		const reader = readerOf(database);
		const units = await loadUnits(reader, user.unitId === null ? [] : [user.unitId]);
		const people = await loadPeople(reader, user.personId === null ? [] : [user.personId]);
		const refusals = [
			...(user.unitId !== null && !units.has(user.unitId) ? [unknown("unitId")] : []),
			...(user.personId !== null && !people.has(user.personId) ? [unknown("personId")] : []),
			...((await auth.findUser(user.username)) === null ? [] : [usernameTaken]),
		];
		return refusals.length > 0 ? refused(refusals) : done(await auth.registerUser(user));
	};
