import { type Bilingual, say } from "@zhenggai/domain/kernel";

export const PASSWORD_LEAST = 12;
export const PASSWORD_MOST = 128;
const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]|\p{Lo}/u];
const CLASSES_LEAST = 3;

/** Why a password is too weak for a system of 等保 level 3, or null. */
export function weakness(password: string, username: string): Bilingual | null {
	if (password.length < PASSWORD_LEAST || password.length > PASSWORD_MOST) {
		return say(
			`口令长度应为 ${PASSWORD_LEAST}–${PASSWORD_MOST} 个字符`,
			`A password has ${PASSWORD_LEAST} to ${PASSWORD_MOST} characters`,
		);
	}
	if (CLASSES.filter((kind) => kind.test(password)).length < CLASSES_LEAST) {
		return say(
			"口令应至少包含小写字母、大写字母、数字、其他字符中的三类",
			"A password has three of: lower case, upper case, digits, other characters",
		);
	}
	if (password.toLowerCase().includes(username.toLowerCase())) {
		return say("口令不得包含用户名", "A password does not contain the username");
	}
	if (new Set(password).size < 6) {
		return say("口令中重复字符过多", "A password repeats fewer characters");
	}
	return null;
}
