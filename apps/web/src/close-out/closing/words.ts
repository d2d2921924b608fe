import { learn } from "../../i18n/index.ts";
import { closing } from "../../i18n/zh-CN/closing.ts";

/** The sentences of the desk over all issues and of the look-back draws. */
export const closingWords = closing;
learn(closingWords);
