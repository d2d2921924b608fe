import type { IssueRequest } from "../app/mode.ts";

type Verb = IssueRequest["verb"];

/** What is carried out by a question or a line of its own; what has a form is in `forms`. */
const HERE: readonly Verb[] = ["acknowledgeAssignment", "startPlanning", "assignIssue"];
export const isHere = (verb: string): verb is Verb => HERE.some((known) => known === verb);
