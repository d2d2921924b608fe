import type { ColumnMapping, ColumnTarget, ImportDraft } from "@zhenggai/domain/issues";
import type { Actor } from "@zhenggai/domain/kernel";
import { beforeEach, describe, expect, it } from "vitest";
import { ServiceError } from "../errors.ts";
import { testServices } from "../testing/index.ts";
import {
	auditor,
	buildWorld,
	CITY,
	COUNTY,
	cityOffice,
	countyOffice,
	otherCity,
	provOffice,
} from "../testing/ledger.ts";

const { services, database } = await testServices();

beforeEach(async () => {
	const { rows } = await database.pool.query<{ name: string }>(
		"SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname = 'ledger'",
	);
	await database.pool.query(`TRUNCATE ${rows.map(({ name }) => name).join(", ")}`);
	await buildWorld(services);
});

const HEADER = "序号,反馈问题,哪家来办,啥时候弄完";
const FIELDS: Readonly<Record<string, ColumnTarget>> = {
	哪家来办: "responsibleUnits",
	啥时候弄完: "deadline",
};
const sheet = (river: string, header = HEADER) =>
	`青屏市整改台账\n${header}\n1,${river}水质长期超标，没有得到治理。,市水务局,2026年12月底前\n`;

const start = (actor: Actor, text: string, hint?: Parameters<typeof services.issues.startImport>[2]) =>
	services.issues.startImport(
		actor,
		{ kind: "file", name: "台账.csv", base64: Buffer.from(text).toString("base64") },
		hint,
	);

function tableOf({ proposal }: ImportDraft) {
	const [table] = proposal.tables;
	if (table?.layout == null) throw new Error("the draft lists no table");
	return { columns: table.columns, layout: table.layout };
}

const mapped = (draft: ImportDraft, fields = FIELDS) => {
	const { layout, columns } = tableOf(draft);
	return {
		layout,
		kind: "plan" as const,
		columns: columns.map(({ index, words, field }) => ({
			index,
			words,
			field: fields[words] ?? field ?? "other",
		})),
	};
};

const hint = (draft: ImportDraft): { columns: ColumnMapping[] } => ({
	columns: [{ ...mapped(draft), header: null }],
});

const said = ({ proposal }: ImportDraft) =>
	proposal.issues.map(({ responsibleUnits, deadline }) => [responsibleUnits?.value, deadline?.value.text]);
const READ = [[["市水务局"], "2026年12月底前"]];

const errorOf = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(thrown: unknown) => (thrown instanceof ServiceError ? thrown.code : String(thrown)),
	);

describe("columns of a layout", () => {
	it("are mapped once, and the next document with this layout is read so by itself", async () => {
		const first = await start(cityOffice, sheet("甲河"));
		expect(first.proposal.kind).toBe("unknown");
		const reread = await services.issues.rereadImport(cityOffice, first.id, hint(first));
		expect(said(reread)).toEqual(READ);
		const saved = await services.issues.saveColumnLayout(cityOffice, mapped(first));

		const second = await start(cityOffice, sheet("乙河", "序 号,【反馈问题】,哪家来办：,啥时候弄完"));
		expect(said(second)).toEqual(READ);
		expect(second.hint.columns).toMatchObject([
			{
				layout: saved.layout,
				remembered: { by: first.startedBy, at: saved.savedAt, region: CITY },
			},
		]);
		expect((await services.issues.getImport(cityOffice, second.id)).hint).toEqual(second.hint);
	});

	it("can be left to the reader again, and taken up again", async () => {
		const first = await start(cityOffice, sheet("甲河"));
		await services.issues.saveColumnLayout(cityOffice, mapped(first));
		const second = await start(cityOffice, sheet("乙河"));
		const undone = await services.issues.rereadImport(cityOffice, second.id, { columns: [] });
		expect(undone.proposal.kind).toBe("unknown");
		expect(undone.hint).toEqual({ columns: [] });
		const again = await services.issues.rereadImport(cityOffice, second.id, {});
		expect(said(again)).toEqual(READ);
	});

	it("are used by the offices below, which may remember their own, and by nobody else", async () => {
		const first = await start(cityOffice, sheet("甲河"));
		await services.issues.saveColumnLayout(cityOffice, mapped(first));
		expect(said(await start(countyOffice, sheet("乙河")))).toEqual(READ);
		expect((await start(otherCity, sheet("乙河"))).proposal.kind).toBe("unknown");
		expect((await start(provOffice, sheet("乙河"))).proposal.kind).toBe("unknown");
		expect(await services.issues.listColumnLayouts(otherCity)).toEqual([]);

		await services.issues.saveColumnLayout(countyOffice, mapped(first, { ...FIELDS, 啥时候弄完: "ignore" }));
		expect(said(await start(countyOffice, sheet("丙河")))).toEqual([[["市水务局"], undefined]]);
		expect((await services.issues.listColumnLayouts(countyOffice)).map(({ region }) => region)).toEqual([
			COUNTY,
			CITY,
		]);
		expect(said(await start(cityOffice, sheet("丙河")))).toEqual(READ);
	});

	it("are saved again in the place of the ones before, and forgotten, each with its entry in the journal", async () => {
		const first = await start(cityOffice, sheet("甲河"));
		const saved = await services.issues.saveColumnLayout(cityOffice, mapped(first));
		const better = mapped(first, { ...FIELDS, 哪家来办: "leadUnits" });
		const again = await services.issues.saveColumnLayout(cityOffice, better);
		expect([again.id, again.version]).toEqual([saved.id, 2]);
		expect(await services.issues.listColumnLayouts(cityOffice)).toEqual([again]);
		await services.issues.forgetColumnLayout(cityOffice, saved.layout);
		expect(await services.issues.listColumnLayouts(cityOffice)).toEqual([]);
		expect(await errorOf(services.issues.forgetColumnLayout(cityOffice, saved.layout))).toBe("NOT_FOUND");
		const { rows } = await database.pool.query<{ type: string }>(
			"SELECT type FROM journal.event WHERE stream_id = $1 ORDER BY version",
			[saved.id],
		);
		expect(rows.map(({ type }) => type)).toEqual([
			"columnLayoutSaved",
			"columnLayoutSaved",
			"columnLayoutForgotten",
		]);
	});

	it("are nobody's memory that nobody has", async () => {
		const first = await start(cityOffice, sheet("甲河"));
		const [mapping] = hint(first).columns;
		if (mapping === undefined) throw new Error("no mapping");
		const claimed = { by: "他人", at: first.startedAt, region: CITY };
		const reread = await services.issues.rereadImport(cityOffice, first.id, {
			columns: [{ ...mapping, remembered: claimed }],
		});
		expect(said(reread)).toEqual(READ);
		expect(reread.hint.columns).toEqual([mapping]);
	});

	it("given with a new document count more than what is remembered", async () => {
		const first = await start(cityOffice, sheet("甲河"));
		await services.issues.saveColumnLayout(cityOffice, mapped(first));
		const words: ColumnMapping = {
			layout: null,
			header: null,
			kind: null,
			columns: [{ index: null, words: "哪家来办", field: "leadUnits" }],
		};
		const second = await start(cityOffice, sheet("乙河"), { columns: [words] });
		expect(second.proposal.issues[0]).toMatchObject({
			leadUnits: { value: ["市水务局"] },
			deadline: { value: { text: "2026年12月底前" } },
		});
	});

	it("cannot be saved by whoever does not import, nor with two columns for one date", async () => {
		const first = await start(cityOffice, sheet("甲河"));
		expect(await errorOf(services.issues.saveColumnLayout(auditor, mapped(first)))).toBe("NOT_ALLOWED");
		expect(await errorOf(services.issues.listColumnLayouts(auditor))).toBe("NOT_ALLOWED");
		expect(await errorOf(services.issues.forgetColumnLayout(auditor, mapped(first).layout))).toBe(
			"NOT_ALLOWED",
		);
		const twice = mapped(first, { 哪家来办: "deadline", 啥时候弄完: "deadline" });
		await expect(services.issues.saveColumnLayout(cityOffice, twice)).rejects.toThrow();
	});
});
