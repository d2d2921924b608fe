import { can, placeResource } from "@zhenggai/domain/access";
import { type Actor, type Page, RegionCode } from "@zhenggai/domain/kernel";
import type { PersonQuery, PersonRow } from "@zhenggai/domain/responsibilities";
import { type ListedPerson, listPeople as readPeople } from "@zhenggai/storage/responsibilities";
import { z } from "zod";
import { authorise, provincePrefix } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { decodeCursor, encodeCursor } from "../kit/cursor.ts";

const Place = z.object({ name: z.string().max(200), id: z.uuid() });

/** Phone numbers are only for the office that keeps the person's record. */
function rowFor(actor: Actor, { person, unitName, region }: ListedPerson): PersonRow {
	const place = placeResource(region === 0 ? null : RegionCode.parse(String(region)));
	const keeps = can(actor, "amendPerson", place) === null;
	return { ...person, phone: keeps ? person.phone : null, unitName };
}

/** A page of the people of the actor's province, by name. */
export const listPeople =
	(context: ServiceContext) =>
	async (actor: Actor, query: PersonQuery): Promise<Page<PersonRow>> => {
		authorise(actor, "viewPerson");
		const { text, unitId, limit, cursor } = query;
		const after = cursor === undefined ? null : decodeCursor(cursor, Place);
		const prefix = provincePrefix(actor);
		const page = await readPeople(context.database, { prefix, text, unitId, limit, after });
		return {
			items: page.people.map((listed) => rowFor(actor, listed)),
			nextCursor: page.next === null ? null : encodeCursor(page.next),
			asOf: momentOf(context).today,
		};
	};
