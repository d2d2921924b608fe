import { z } from "zod";
import {
	AssignmentId,
	Instant,
	IsoDate,
	PersonId,
	PostId,
	RegionCode,
	Tier,
	UnitId,
} from "../kernel/index.ts";

/** What kind of body a unit is. */
export const UnitKind = z.enum([
	"rectificationOffice",
	"leadingGroup",
	"partyCommittee",
	"government",
	"department",
	"park",
	"enterprise",
	"institution",
	"other",
]);
export type UnitKind = z.infer<typeof UnitKind>;

const name = z.string().trim().min(1).max(120);

/** A unit in the tree. Its region gives its tier; its parent may be of another region. */
export const Unit = z.object({
	id: UnitId,
	version: z.int().min(0),
	name,
	/** Other names under which documents call it. */
	aliases: z.array(name).max(40),
	kind: UnitKind,
	region: RegionCode,
	parentId: UnitId.nullable(),
	active: z.boolean(),
});
export type Unit = z.infer<typeof Unit>;

/** A post of a unit, held by one person at a time or vacant. */
export const Post = z.object({
	id: PostId,
	unitId: UnitId,
	title: name,
	holderId: PersonId.nullable(),
	/** Since when it has been held, or vacant. */
	since: IsoDate,
});
export type Post = z.infer<typeof Post>;

/** A person who answers for something. Phone numbers stay out of public output. */
export const Person = z.object({
	id: PersonId,
	version: z.int().min(0),
	name,
	unitId: UnitId.nullable(),
	title: z.string().trim().max(120).nullable(),
	phone: z.string().trim().max(40).nullable(),
});
export type Person = z.infer<typeof Person>;

/** Roles a unit or a person can have on an issue (domain.md §5.9, §6). */
export const UnitRole = z.enum([
	"lead",
	"responsible",
	"supporting",
	"supervising",
	"acceptance",
	"materials",
]);
export type UnitRole = z.infer<typeof UnitRole>;
export const PersonRole = z.enum(["responsibleLeader", "responsiblePerson", "contact", "expert"]);
export type PersonRole = z.infer<typeof PersonRole>;
export const AssignmentRole = z.enum([...UnitRole.options, ...PersonRole.options]);
export type AssignmentRole = z.infer<typeof AssignmentRole>;

/** 领导责任、行业责任、岗位责任、企业责任 (seed1, M09). */
export const ResponsibilityKind = z.enum(["leadership", "industry", "post", "enterprise"]);
export type ResponsibilityKind = z.infer<typeof ResponsibilityKind>;

/** Who answers for what on one issue, from when until when. History is kept: an ended assignment stays. */
export const Assignment = z.object({
	id: AssignmentId,
	role: AssignmentRole,
	kind: ResponsibilityKind.nullable(),
	unitId: UnitId.nullable(),
	personId: PersonId.nullable(),
	from: IsoDate,
	/** The first day on which it no longer holds, so that a successor may start on it. */
	until: IsoDate.nullable(),
	/** When the assigned side took it on (签收、认领), and who did. */
	acknowledged: z.object({ at: Instant, by: z.string() }).nullable(),
	/** The assignment this one took over from. */
	takesOverFrom: AssignmentId.nullable(),
	endReason: z.string().max(2000).nullable(),
});
export type Assignment = z.infer<typeof Assignment>;

/** One link of the chain of responsibility of an issue (责任链); an empty one shows where nobody answers. */
export const ChainLink = z.object({
	kind: ResponsibilityKind,
	role: AssignmentRole,
	unit: z.object({ id: UnitId, name: z.string() }).nullable(),
	person: z.object({ id: PersonId, name: z.string(), title: z.string().nullable() }).nullable(),
	since: IsoDate.nullable(),
	acknowledged: z.boolean(),
	/** True where somebody must be named and nobody is. */
	empty: z.boolean(),
	assignmentId: AssignmentId.nullable(),
});
export type ChainLink = z.infer<typeof ChainLink>;

export const UnitQuery = z.object({
	text: z.string().trim().max(60).optional(),
	region: RegionCode.optional(),
	parentId: UnitId.optional(),
	kind: UnitKind.optional(),
	cursor: z.string().max(400).optional(),
	limit: z.int().min(1).max(500).default(100),
});
export type UnitQuery = z.infer<typeof UnitQuery>;

/** A unit as lists show it. */
export const UnitRow = Unit.extend({ tier: Tier, parentName: z.string().nullable(), regionName: z.string() });
export type UnitRow = z.infer<typeof UnitRow>;

export const PersonQuery = z.object({
	text: z.string().trim().max(60).optional(),
	unitId: UnitId.optional(),
	cursor: z.string().max(400).optional(),
	limit: z.int().min(1).max(500).default(100),
});
export type PersonQuery = z.infer<typeof PersonQuery>;
export const PersonRow = Person.extend({ unitName: z.string().nullable() });
export type PersonRow = z.infer<typeof PersonRow>;

/** What a clerk gives to register a unit; the id is made at the edge. */
export const NewUnit = Unit.omit({ id: true, version: true, active: true });
export type NewUnit = z.infer<typeof NewUnit>;

/** Most units of one list. */
export const MOST_UNITS = 2000;
/** A unit of a list that is registered at once; its parent may be an earlier unit of the same list. */
export const NewUnitOfList = NewUnit.extend({
	/** Where in the list the parent stands, from 0; `parentId` is null then. */
	parentIndex: z.int().min(0).nullable(),
}).refine((unit) => unit.parentId === null || unit.parentIndex === null, "one parent at most");
export type NewUnitOfList = z.infer<typeof NewUnitOfList>;

export const NewPerson = Person.omit({ id: true, version: true });
export type NewPerson = z.infer<typeof NewPerson>;
