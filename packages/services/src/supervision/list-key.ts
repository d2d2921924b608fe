import { createHash } from "node:crypto";
import { say } from "@zhenggai/domain/kernel";
import { ServiceError } from "../errors.ts";

/** Tells lists apart, so that a cursor of one is not taken for a place in another. */
export const listKey = (name: string, asked: Readonly<Record<string, unknown>>): string =>
	createHash("sha256")
		.update(JSON.stringify([name, Object.entries(asked).toSorted(([a], [b]) => (a < b ? -1 : 1))]))
		.digest("base64url")
		.slice(0, 12);

/** Throws BAD_INPUT for a cursor that is of another list. */
export function refuseOtherList(place: { readonly list: string } | null, list: string): void {
	if (place === null || place.list === list) return;
	throw new ServiceError(
		"BAD_INPUT",
		say("筛选已变，请从第一页重新查询", "The filter has changed: start from the first page"),
	);
}
