import "../i18n/form-words.ts";
import { learn } from "../i18n/index.ts";
import { progress } from "../i18n/zh-CN/progress.ts";
import { progressForms } from "../i18n/zh-CN/progress-forms.ts";

/** The sentences of progress: of its part of an issue's page and of its forms. */
export const progressWords = { ...progress, ...progressForms };
learn(progressWords);
