import "../i18n/form-words.ts";
import { learn } from "../i18n/index.ts";
import { plans } from "../i18n/zh-CN/plans.ts";

/** The sentences of this room's pages. */
export const planWords = plans;
learn(planWords);
