import type { User } from "@zhenggai/domain/access";
import type { Actor } from "@zhenggai/domain/kernel";

export type Person = Extract<Actor, { kind: "person" }>;

/** The actor that a person is, on the web and at a terminal alike. */
export const personOf = ({ id, personId, name, role, region, unitId }: User): Person => ({
	...{ kind: "person", userId: id, personId, name, role, region, unitId },
});
