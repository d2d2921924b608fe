import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalEvent, canonicalJson, firstBrokenVersion, GENESIS_HASH, hashEvent } from "./canonical.ts";
import { JournalEvent, type Json } from "./schema.ts";

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
const uuid = (n: number) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;

const STREAM = uuid(900);

// Numbers of the journal are integers or short decimals, and texts are whole Unicode.
const leaf = fc.oneof(
	fc.string({ unit: "grapheme", maxLength: 12 }),
	fc.integer({ min: -1_000_000, max: 1_000_000 }),
	fc.boolean(),
	fc.constant(null),
);
const { json } = fc.letrec<{ json: Json }>((tie) => ({
	json: fc.oneof(
		{ maxDepth: 3 },
		leaf,
		fc.array(tie("json"), { maxLength: 3 }),
		fc.dictionary(fc.string({ minLength: 1, maxLength: 6 }), tie("json"), {
			maxKeys: 3,
			noNullPrototype: true,
		}),
	),
}));

const draft = fc.record({
	type: fc.constantFrom("issueRegistered", "issueAmended", "measuresAdded"),
	payload: json,
	name: fc.string({ maxLength: 8 }),
	verb: fc.constantFrom("registerIssue", "amendIssue"),
	minute: fc.integer({ min: 0, max: 59 }),
});
type Draft = typeof draft extends fc.Arbitrary<infer T> ? T : never;

/** A whole stream of entries, each hashed upon the one before it. */
function streamOf(drafts: readonly Draft[], streamId = STREAM): JournalEvent[] {
	let prevHash = GENESIS_HASH;
	return drafts.map(({ type, payload, name, verb, minute }, index) => {
		const entry = {
			id: uuid(index + 1),
			streamKind: "issue",
			streamId,
			version: index + 1,
			type,
			payload,
			actor: { kind: "person", id: "u1", name, role: "cityOffice", region: "990100", unitId: null },
			at: `2026-03-02T01:${String(minute).padStart(2, "0")}:00.000Z`,
			region: "990102",
			cause: { verb, importId: null, idempotencyKey: null, justification: null },
		};
		const bare = JournalEvent.omit({ hash: true, prevHash: true }).parse(entry);
		const hash = hashEvent(prevHash, bare, sha256);
		const whole = JournalEvent.parse({ ...bare, prevHash, hash });
		prevHash = hash;
		return whole;
	});
}

const drafts = fc.array(draft, { minLength: 1, maxLength: 12 });
const streams = drafts.map((list) => streamOf(list));
const others = drafts.map((list) => streamOf(list, uuid(901)));
const RUNS = { numRuns: 100 };

test("[journal I1] a stream as it was written is whole, also after JSON", () => {
	fc.assert(
		fc.property(streams, (stream) => {
			expect(firstBrokenVersion(stream, sha256)).toBeNull();
			const reread = stream.map((entry) => JournalEvent.parse(JSON.parse(JSON.stringify(entry))));
			expect(firstBrokenVersion(reread, sha256)).toBeNull();
		}),
		RUNS,
	);
});

/** One change to every field that an entry has. */
const TAMPERINGS: Readonly<Record<keyof JournalEvent, (entry: JournalEvent) => unknown>> = {
	id: () => uuid(777),
	streamKind: () => "unit",
	streamId: () => uuid(902),
	version: ({ version }) => version + 1,
	type: ({ type }) => `${type}!`,
	payload: ({ payload }) => ({ was: payload }),
	actor: ({ actor }) => ({ ...actor, name: `${actor.name}!` }),
	at: ({ at }) => at.replace("2026", "2025"),
	region: () => null,
	cause: ({ cause }) => ({ ...cause, justification: "后补" }),
	prevHash: () => "f".repeat(64),
	hash: () => "e".repeat(64),
};

test.each(Object.entries(TAMPERINGS))(
	"[journal I2] a change of %s is found where it was made",
	(field, change) => {
		fc.assert(
			fc.property(streams, fc.nat(), (stream, pick) => {
				const at = pick % stream.length;
				const tampered = stream.map((entry, index) =>
					index === at ? JournalEvent.parse({ ...entry, [field]: change(entry) }) : entry,
				);
				expect(firstBrokenVersion(tampered, sha256)).toBe(tampered[at]?.version);
			}),
			RUNS,
		);
	},
);

test("[journal I2] every field of an entry takes part", () => {
	expect(Object.keys(TAMPERINGS).sort()).toEqual(Object.keys(JournalEvent.shape).sort());
});

test("[journal I3] an entry that was taken out is found, except the last, which the seal keeps", () => {
	fc.assert(
		fc.property(streams, fc.nat(), (stream, pick) => {
			fc.pre(stream.length > 1);
			const at = pick % (stream.length - 1);
			expect(firstBrokenVersion(stream.toSpliced(at, 1), sha256)).toBe(at + 2);
		}),
		RUNS,
	);
});

test("[journal I3] entries in another order are found", () => {
	fc.assert(
		fc.property(streams, fc.nat(), (stream, pick) => {
			fc.pre(stream.length > 1);
			const at = pick % (stream.length - 1);
			const [one, other] = [stream[at], stream[at + 1]];
			if (one === undefined || other === undefined) throw new Error("two entries");
			expect(firstBrokenVersion(stream.toSpliced(at, 2, other, one), sha256)).toBe(at + 2);
		}),
		RUNS,
	);
});

test("[journal I3] an entry that was repeated or put in from another stream is found", () => {
	fc.assert(
		fc.property(streams, others, fc.nat(), (stream, other, pick) => {
			const at = pick % stream.length;
			const entry = stream[at];
			if (entry === undefined) throw new Error("an entry");
			expect(firstBrokenVersion(stream.toSpliced(at, 0, entry), sha256)).toBe(at + 1);
			const stranger = other[at % other.length];
			if (stranger === undefined) throw new Error("an entry of the other stream");
			expect(firstBrokenVersion(stream.toSpliced(at, 1, stranger), sha256, STREAM)).toBe(stranger.version);
			expect(firstBrokenVersion(other, sha256, STREAM)).toBe(1);
		}),
		RUNS,
	);
});

test("[journal I3] a changed entry with a new hash of its own breaks the next one", () => {
	fc.assert(
		fc.property(streams, fc.nat(), (stream, pick) => {
			fc.pre(stream.length > 1);
			const at = pick % (stream.length - 1);
			const entry = stream[at];
			if (entry === undefined) throw new Error("an entry");
			const changed = { ...entry, type: `${entry.type}!` };
			const forged = { ...changed, hash: hashEvent(entry.prevHash, changed, sha256) };
			expect(firstBrokenVersion(stream.with(at, forged), sha256)).toBe(at + 2);
		}),
		RUNS,
	);
});

test("[journal I4] the canonical form does not depend on the order of keys, and reads back as the value", () => {
	const shuffled = (value: Json): Json => {
		if (Array.isArray(value)) return value.map(shuffled);
		if (value === null || typeof value !== "object") return value;
		return Object.fromEntries(
			Object.entries(value)
				.reverse()
				.map(([key, inner]) => [key, shuffled(inner)]),
		);
	};
	fc.assert(
		fc.property(json, (value) => {
			expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
			expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
		}),
		RUNS,
	);
});

test("[journal I4] the canonical form of an entry is fixed", () => {
	const [entry] = streamOf([
		{
			type: "issueAmended",
			payload: { b: [1, null], a: "渣库" },
			name: "何川",
			verb: "amendIssue",
			minute: 5,
		},
	]);
	if (entry === undefined) throw new Error("an entry");
	expect(canonicalEvent(entry)).toBe(
		'{"actor":{"id":"u1","kind":"person","name":"何川","region":"990100","role":"cityOffice","unitId":null},' +
			'"at":"2026-03-02T01:05:00.000Z",' +
			'"cause":{"idempotencyKey":null,"importId":null,"justification":null,"verb":"amendIssue"},' +
			'"id":"00000000-0000-7000-8000-000000000001","payload":{"a":"渣库","b":[1,null]},"region":"990102",' +
			'"streamId":"00000000-0000-7000-8000-000000000384","streamKind":"issue","type":"issueAmended","version":1}',
	);
	expect(entry.hash).toBe(sha256(GENESIS_HASH + canonicalEvent(entry)));
});

test("an empty stream is whole", () => {
	expect(firstBrokenVersion([], sha256)).toBeNull();
});
