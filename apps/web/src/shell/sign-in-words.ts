import { learn } from "../i18n/index.ts";
import { signIn } from "../i18n/zh-CN/sign-in.ts";

/** The sentences of the sign-in page. */
export const signInWords = signIn;
learn(signInWords);
