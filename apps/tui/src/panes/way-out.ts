import type { Bilingual, Refusal } from "@zhenggai/domain/kernel";
import { say } from "../say.ts";

/** Rules that reserve something for a person known by name: no key and no operator is one. */
const FOR_PERSONS: ReadonlySet<string> = new Set(["RSP-03"]);

/** What clears a refusal, with what that means at a terminal. */
export function clearsText({ rule, clears }: Pick<Refusal, "rule" | "clears">): Bilingual {
	if (!FOR_PERSONS.has(rule)) return clears;
	return say(
		`${clears.zh}（本终端可执行 zhenggai sign-in 以个人身份登录）`,
		`${clears.en} (here: zhenggai sign-in signs a person in)`,
	);
}
