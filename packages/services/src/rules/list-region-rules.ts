import { can, placeResource } from "@zhenggai/domain/access";
import { type Actor, isWithin, say } from "@zhenggai/domain/kernel";
import { changesOn, choiceOn, type RegionRulesRow, rulesOf, ruleTierOf } from "@zhenggai/domain/rules";
import { readerOf } from "@zhenggai/storage";
import { listRegions } from "@zhenggai/storage/responsibilities";
import { loadRegionBook } from "@zhenggai/storage/rules";
import { authorise, provincePrefix } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { ruleSetNamed } from "./region-facts.ts";

/** The regions that have rules of their own and whose actor may look at them: above, its own, and the cities below. */
export const listRegionRules =
	(context: ServiceContext) =>
	async (actor: Actor): Promise<RegionRulesRow[]> => {
		authorise(actor, "viewRule");
		const { today } = momentOf(context);
		const reader = readerOf(context.database);
		const [regions, book] = await Promise.all([
			listRegions(reader, provincePrefix(actor)),
			loadRegionBook(reader),
		]);
		const concerns = (code: (typeof regions)[number]["code"]): boolean =>
			!("region" in actor) || isWithin(code, actor.region) || isWithin(actor.region, code);
		return regions
			.filter(({ code }) => ruleTierOf(code) !== null && concerns(code))
			.map(({ code, name }) => {
				const { id } = rulesOf(book, { region: code, on: today });
				return {
					region: code,
					name,
					version: book.get(code)?.version ?? 0,
					ruleSetId: id,
					ruleSetName: ruleSetNamed(id)?.name ?? say(id, id),
					own: choiceOn(book, code, today)?.region === code,
					changed: changesOn(book.get(code), today).length,
					mayChange: can(actor, "changeParameter", placeResource(code)) === null,
				};
			});
	};
